package org.nianbao.second;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Brings raw exports into DuckDB, line by line and unjudged. */
final class RawExports {
  private final Duck duck;
  private final Path folder;

  RawExports(Duck duck, Path folder) {
    this.duck = duck;
    this.folder = folder;
  }

  /** Loads every file below the folder. */
  void load() throws IOException, SQLException {
    duck.run("lines.sql");
    List<Path> files;
    try (Stream<Path> paths = Files.walk(folder)) {
      files = paths.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      duck.set("file", folder.relativize(file).toString().replace('\\', '/'));
      duck.set("path", file.toString());
      if (file.toString().toLowerCase(Locale.ROOT).endsWith(".parquet")) {
        duck.set("encoding", "parquet");
        duck.run("read_parquet.sql");
      } else {
        loadText(Files.readAllBytes(file));
      }
      duck.run("read_digest.sql");
    }
  }

  /** DuckDB reads UTF-8 only: it gets a copy. */
  private void loadText(byte[] bytes) throws IOException, SQLException {
    Charset charset = charset(bytes);
    String text = new String(bytes, charset);
    boolean marked = text.startsWith("\uFEFF");
    Path copy = Files.createTempFile("nianbao", ".csv");
    try {
      Files.writeString(copy, marked ? text.substring(1) : text);
      duck.set("text", copy.toString());
      duck.set("encoding", charset.name() + (marked ? " (BOM)" : ""));
      duck.set("delimiter", count(text, ';') > count(text, ',') ? ";" : ",");
      duck.run("read_csv.sql");
    } finally {
      Files.delete(copy);
    }
  }

  /** GB18030 gives every sequence of bytes a meaning, or nearly; UTF-8 does not. */
  private static Charset charset(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException e) {
      return Charset.forName("GB18030");
    }
  }

  private static long count(String text, char character) {
    return text.chars().filter(found -> found == character).count();
  }
}
