package org.nianbao.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One file as rivals see it.
 *
 * @param name its path below the folder of exports
 */
record ExportFile(Path path, String name) {
  private static final int HEAD = 1 << 16;
  private static final Charset GB18030 = Charset.forName("GB18030");

  /** All files below folders. */
  static List<ExportFile> below(List<Path> folders) throws IOException {
    List<ExportFile> files = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> paths = Files.walk(folder)) {
        paths
            .filter(Files::isRegularFile)
            .map(path -> new ExportFile(path, folder.relativize(path).toString()))
            .forEach(files::add);
      }
    }
    return files;
  }

  /** The outermost folder. */
  String kind() {
    return Path.of(name).getName(0).toString();
  }

  /** The innermost folder. */
  String folder() {
    return path.getParent().getFileName().toString();
  }

  boolean parquet() {
    return name.endsWith(".parquet");
  }

  /** UTF-8 if the first bytes can be that. */
  Charset charset() throws IOException {
    CharBuffer text = CharBuffer.allocate(HEAD);
    CoderResult read =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(head()), text, false);
    return read.isError() ? GB18030 : StandardCharsets.UTF_8;
  }

  /** The first line. */
  String header() throws IOException {
    String line = new BufferedReader(new StringReader(new String(head(), charset()))).readLine();
    return line == null ? "" : line.replace("\uFEFF", "");
  }

  private byte[] head() throws IOException {
    try (InputStream stream = Files.newInputStream(path)) {
      return stream.readNBytes(HEAD);
    }
  }
}
