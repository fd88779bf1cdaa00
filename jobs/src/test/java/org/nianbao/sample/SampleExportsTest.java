package org.nianbao.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Holds {@code data-samples} against its generator; with nianbao.sample.write it writes them. */
class SampleExportsTest {
  private static final String WRITE = "nianbao.sample.write";
  private static final String TABLE_FROM = "<!-- files: generated -->\n";
  private static final String TABLE_TO = "<!-- end of files -->\n";
  private static final Path SAMPLES =
      Path.of(System.getProperty("nianbao.home", "..")).resolve("data-samples").normalize();
  private static final Path EXPORTS = SAMPLES.resolve("exports");

  private final List<SampleFile> files = SampleExports.all();

  @Test
  @EnabledIfSystemProperty(named = WRITE, matches = "true")
  void writesTheSample() throws IOException {
    for (String name : namesBelow(EXPORTS)) {
      Files.delete(EXPORTS.resolve(name));
    }
    files.forEach(file -> file.writeBelow(EXPORTS));
    Path readme = SAMPLES.resolve("README.md");
    Files.writeString(readme, withTable(Files.readString(readme)));
  }

  @Test
  @DisabledIfSystemProperty(named = WRITE, matches = "true")
  void shouldYieldTheCommittedFiles(@TempDir Path fresh) throws IOException {
    files.forEach(file -> file.writeBelow(fresh));
    assertThat(namesBelow(EXPORTS)).isEqualTo(namesBelow(fresh));
    for (SampleFile file : files) {
      Path made = fresh.resolve(file.name());
      Path committed = EXPORTS.resolve(file.name());
      if (file.form() == FileForm.PARQUET) {
        assertThat(ParquetFiles.read(committed)).as(file.name()).isEqualTo(ParquetFiles.read(made));
      } else {
        assertThat(Files.mismatch(committed, made)).as(file.name()).isEqualTo(-1);
      }
    }
  }

  @Test
  @DisabledIfSystemProperty(named = WRITE, matches = "true")
  void shouldBeDescribedInTheReadme() throws IOException {
    String readme = Files.readString(SAMPLES.resolve("README.md"));
    assertThat(readme).isEqualTo(withTable(readme));
  }

  private String withTable(String readme) {
    String rows =
        files.stream().map(SampleFile::readmeRow).collect(Collectors.joining("\n", "", "\n"));
    int from = readme.indexOf(TABLE_FROM) + TABLE_FROM.length();
    int to = readme.indexOf(TABLE_TO);
    String table = "| File | Rows | Written as | What is odd |\n|---|---|---|---|\n" + rows;
    return readme.substring(0, from) + "\n" + table + "\n" + readme.substring(to);
  }

  private static List<String> namesBelow(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> folder.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }
}
