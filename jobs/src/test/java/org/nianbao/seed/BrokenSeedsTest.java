package org.nianbao.seed;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nianbao.testing.Project;

/**
 * Each folder below {@code broken-seeds} is one case: files that replace those of the project, an
 * empty one where the file is missing, and the sentences that must be said.
 */
class BrokenSeedsTest {
  private static final Path CASES =
      Project.folder().resolve("jobs/src/test/resources/org/nianbao/seed/broken-seeds");

  static Stream<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shouldNameFileAndLineOfWhatIsWrong(String folder) throws IOException {
    List<String> sentences = Files.readAllLines(CASES.resolve(folder).resolve("expected.txt"));

    assertThatExceptionOfType(SeedException.class)
        .isThrownBy(
            () ->
                Seeds.read(with(CASES.resolve(folder))).marked("publication_channels", "of_record"))
        .withMessageStartingWith("Cannot use the seeds: ")
        .satisfies(
            e ->
                sentences.forEach(
                    sentence ->
                        org.assertj.core.api.Assertions.assertThat(e)
                            .hasMessageContaining(sentence)));
  }

  private static SeedFiles with(Path folder) {
    return name -> {
      Path file = folder.resolve(name);
      if (!Files.exists(file)) {
        return Project.seedFiles().text(name);
      }
      try {
        String text = Files.readString(file);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }
}
