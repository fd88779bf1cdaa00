package org.nianbao.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoveryTest {
  @TempDir private Path folder;

  @Test
  void shouldFindExportsAtAnyDepthByName() throws IOException {
    write("东坑/2018.csv");
    write("东坑/2017.CSV");
    write("大朗.parquet");

    Discovery found = find(folder);

    assertThat(found.files())
        .extracting(SourceFile::name)
        .containsExactly("东坑/2017.CSV", "东坑/2018.csv", "大朗.parquet");
    assertThat(found.ignored()).isEmpty();
  }

  @Test
  void shouldFollowNoLinkOutOfTheFolderAndNoneInACircle() throws IOException {
    Path outside = Files.createTempDirectory("outside");
    Files.writeString(outside.resolve("2017.csv"), "x");
    Path exports = Files.createDirectory(folder.resolve("exports"));
    Files.writeString(exports.resolve("2018.csv"), "x");
    Files.createSymbolicLink(exports.resolve("file.csv"), outside.resolve("2017.csv"));
    Files.createSymbolicLink(exports.resolve("folder"), outside);
    Files.createSymbolicLink(exports.resolve("circle"), exports);
    Files.createSymbolicLink(exports.resolve("copy.csv"), exports.resolve("2018.csv"));
    Path named = Files.createSymbolicLink(folder.resolve("named"), exports);

    for (Path path : List.of(exports, named)) {
      assertThat(find(path).files())
          .extracting(file -> file.name() + " " + file.format())
          .containsExactly("2018.csv CSV", "copy.csv CSV", "file.csv LINK", "folder LINK");
    }
  }

  @Test
  void shouldPassOverWhatSystemsLeaveBesideTheData() throws IOException {
    write("2017.parquet/_SUCCESS");
    write("2017.parquet/part-0.parquet");
    write(".2018.csv.crc");
    write("~$2018.csv");

    Discovery found = find(folder);

    assertThat(found.files())
        .extracting(SourceFile::name)
        .containsExactly("2017.parquet/part-0.parquet");
    assertThat(found.ignored()).isEmpty();
  }

  @Test
  void shouldNameFilesOfFormatsThatNoExportHas() throws IOException {
    write("说明.docx");

    assertThat(find(folder).ignored()).containsExactly("说明.docx");
  }

  @Test
  void shouldFindAFileOnceThatIsNamedTwice() throws IOException {
    write("东坑/2017.csv");

    assertThat(find(folder, folder.resolve("东坑/2017.csv")).files()).hasSize(1);
  }

  @Test
  void shouldSayWhichPathDoesNotExist() {
    assertThatExceptionOfType(MissingPathException.class)
        .isThrownBy(() -> find(folder.resolve("nowhere")))
        .withMessageContaining("nowhere does not exist; check --exports");
  }

  private static Discovery find(Path... paths) {
    return Discovery.of(List.of(paths).stream().map(Path::toString).toList(), new Configuration());
  }

  private void write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "x");
  }
}
