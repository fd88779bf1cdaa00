package org.nianbao.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nianbao.testing.Project;

/**
 * Holds the archives that notebooks read against their generators; with nianbao.sample.write it
 * writes them.
 */
class NotebookArchivesTest {
  private static final Path SAMPLES = Project.folder().resolve("data-samples");

  static Stream<Arguments> archives() {
    return Stream.of(
        Arguments.of("thirty-towns", ThirtyTowns.files()),
        Arguments.of("foreign-hotline", ForeignHotline.files()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("archives")
  void shouldYieldTheCommittedFiles(String name, Map<String, String> files) throws IOException {
    Path folder = SAMPLES.resolve(name).resolve("exports");
    if (Boolean.getBoolean("nianbao.sample.write")) {
      Files.createDirectories(folder);
      for (Map.Entry<String, String> file : files.entrySet()) {
        write(folder.resolve(file.getKey()), file.getValue());
      }
    }
    Map<String, String> committed = new TreeMap<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.toList()) {
        committed.put(path.getFileName().toString(), read(path));
      }
    }
    assertThat(committed).isEqualTo(files);
  }

  private static void write(Path path, String text) throws IOException {
    try (OutputStream file = Files.newOutputStream(path);
        OutputStream out = isPacked(path) ? new GZIPOutputStream(file) : file) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String read(Path path) throws IOException {
    try (InputStream file = Files.newInputStream(path);
        InputStream in = isPacked(path) ? new GZIPInputStream(file) : file) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static boolean isPacked(Path path) {
    return path.toString().endsWith(".gz");
  }
}
