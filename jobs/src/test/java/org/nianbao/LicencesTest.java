package org.nianbao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nianbao.testing.Project;

/** Holds the list of licences against the libraries that are there. */
class LicencesTest {
  private static final Path PAGE = Project.folder().resolve("jobs/docs/licences.md");
  private static final Pattern ROW = Pattern.compile("\\| `(.+):(.+)` \\| (.+) \\| (.+) \\|");
  private static final Pattern DEPENDENCY =
      Pattern.compile(
          "<dependency>\\s*<groupId>(.+)</groupId>\\s*<artifactId>(.+)</artifactId>"
              + "[\\s\\S]*?</dependency>");

  @Test
  void shouldListOnlyWhatIsOnTheClassPathInItsVersion() throws IOException {
    Set<String> jars =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(entry -> entry.substring(entry.lastIndexOf(File.separatorChar) + 1))
            .collect(Collectors.toSet());
    List<String> gone = new ArrayList<>();
    for (Matcher row : rows()) {
      String jar = row.group(2) + "-" + row.group(3);
      if (jars.stream().noneMatch(name -> name.startsWith(jar))) {
        gone.add(row.group());
      }
    }
    assertThat(gone).as("make jobs/docs/licences.md anew from jobs/target/bom.json").isEmpty();
  }

  @Test
  void shouldListEveryLibraryThatTheBuildNames() throws IOException {
    String pom = Files.readString(Project.folder().resolve("jobs/pom.xml"));
    Set<String> named = new TreeSet<>();
    Matcher dependency =
        DEPENDENCY.matcher(pom.replaceAll("<exclusions>[\\s\\S]*?</exclusions>", ""));
    while (dependency.find()) {
      if (!dependency.group().contains("<scope>test</scope>")) {
        named.add(
            dependency.group(1)
                + ":"
                + dependency.group(2).replace("${scala.binary.version}", "2.13"));
      }
    }
    Set<String> listed =
        rows().stream().map(row -> row.group(1) + ":" + row.group(2)).collect(Collectors.toSet());
    assertThat(named).hasSizeGreaterThan(10).allMatch(listed::contains);
  }

  @Test
  void shouldNameALicenceForEach() throws IOException {
    assertThat(rows()).isNotEmpty().noneMatch(row -> row.group(4).isBlank());
  }

  private static List<Matcher> rows() throws IOException {
    return Files.readAllLines(PAGE).stream().map(ROW::matcher).filter(Matcher::matches).toList();
  }
}
