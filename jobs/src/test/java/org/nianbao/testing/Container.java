package org.nianbao.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Looks for texts in the names and bytes of files, and in what these pack. */
public final class Container {
  private Container() {}

  /** Where below a folder any of the texts is, in any of the charsets: file, entry and text. */
  public static List<String> holding(Path folder, List<String> texts, List<Charset> charsets)
      throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(path).toString();
        look(name, name.getBytes(StandardCharsets.UTF_8), texts, charsets, found);
        byte[] bytes = Files.readAllBytes(path);
        look(name, bytes, texts, charsets, found);
        unpacked(name, bytes, texts, charsets, found);
      }
    }
    return found;
  }

  private static void unpacked(
      String name, byte[] bytes, List<String> texts, List<Charset> charsets, List<String> found)
      throws IOException {
    if (name.endsWith(".docx") || name.endsWith(".xlsx")) {
      try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          look(name + "!" + entry.getName(), zip.readAllBytes(), texts, charsets, found);
        }
      }
    } else if (name.endsWith(".gz")) {
      try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        look(name, zip.readAllBytes(), texts, charsets, found);
      }
    }
  }

  /** Bytes are looked at as Latin-1, in which each is a character. */
  private static void look(
      String name, byte[] bytes, List<String> texts, List<Charset> charsets, List<String> found) {
    String all = new String(bytes, StandardCharsets.ISO_8859_1);
    for (String text : texts) {
      for (Charset charset : charsets) {
        if (all.contains(new String(text.getBytes(charset), StandardCharsets.ISO_8859_1))) {
          found.add(name + ": " + text + " (" + charset + ")");
        }
      }
    }
  }
}
