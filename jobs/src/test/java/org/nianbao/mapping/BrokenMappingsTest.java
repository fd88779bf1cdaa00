package org.nianbao.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nianbao.testing.Project;

/** Each file below {@code broken} is one case; the text beside it is all that must be said. */
class BrokenMappingsTest {
  private static final Path CASES =
      Project.folder().resolve("jobs/src/test/resources/org/nianbao/mapping/broken");

  static Stream<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.replace(".yaml", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shouldNameFileAndLineOfAllThatIsWrong(String name) throws IOException {
    Path file = CASES.resolve(name + ".yaml");
    String expected =
        Files.readString(CASES.resolve(name + ".txt")).strip().replace("FILE", file.toString());

    MappingException problems =
        catchThrowableOfType(
            MappingException.class, () -> SourceMappings.read(file, Project.seeds()));

    assertThat(problems).isNotNull().hasMessage(expected);
  }
}
