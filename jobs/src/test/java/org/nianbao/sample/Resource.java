package org.nianbao.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The plain lists that the sample is made from: no quotes, one header line. */
final class Resource {
  private Resource() {}

  static List<List<String>> rows(String name) {
    try (InputStream stream = Resource.class.getResourceAsStream("/sample/" + name)) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(line -> List.of(line.split(",", -1))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
