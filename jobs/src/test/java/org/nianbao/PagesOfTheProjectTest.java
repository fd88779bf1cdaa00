package org.nianbao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nianbao.testing.Markdown;
import org.nianbao.testing.Project;

/** The pages about the project: links lead somewhere, and what they name is there. */
class PagesOfTheProjectTest {
  private static final Path PROJECT = Project.folder().toAbsolutePath().normalize();
  private static final String CODE = "jobs/src/main/java/org/nianbao/";

  @Test
  void shouldLinkToFilesAndHeadingsThatAreThere() throws IOException {
    List<String> broken = new ArrayList<>();
    List<Path> pages = pages();
    for (Path page : pages) {
      for (String link : Markdown.of(PROJECT.relativize(page).toString()).links()) {
        if (!link.contains("://") && !leads(page, link)) {
          broken.add(PROJECT.relativize(page) + " → " + link);
        }
      }
    }
    assertThat(pages).hasSizeGreaterThan(40);
    assertThat(broken).isEmpty();
  }

  @Test
  void shouldNameEveryPackageOnceInTheHouse() throws IOException {
    Set<String> packages = new TreeSet<>();
    try (Stream<Path> folders = Files.list(PROJECT.resolve(CODE))) {
      folders.filter(Files::isDirectory).forEach(one -> packages.add(one.getFileName() + ""));
    }
    Markdown house = Markdown.of("CONTRIBUTING.md").section("The house");
    assertThat(house.codeInFirstCells()).containsExactlyInAnyOrderElementsOf(packages);
    assertThat(house.code("mermaid").stream().flatMap(line -> Stream.of(line.split("\\W+", -1))))
        .containsAll(packages);
  }

  @Test
  void shouldNameFilesThatAreThereInTheStepsOfContributors() {
    Markdown steps = Markdown.of("CONTRIBUTING.md").section("How to add …");
    List<String> missing =
        steps.codeInText().stream()
            .filter(code -> code.matches("[\\w./-]+/[\\w./-]*"))
            .map(code -> code.replaceFirst("\\.[A-Z]+$", ""))
            .filter(code -> !isThere(code))
            .toList();
    assertThat(steps.codeInText()).contains("yearly/", "jobs/docs/counting.md");
    assertThat(missing).isEmpty();
  }

  private static boolean isThere(String name) {
    return Stream.of("", CODE, "jobs/src/test/resources/org/nianbao/yearly/")
        .map(place -> PROJECT.resolve(place + name))
        .anyMatch(
            path ->
                Files.exists(path)
                    || Files.exists(path.resolveSibling(path.getFileName() + ".java")));
  }

  private static boolean leads(Path page, String link) {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
    if (!Files.exists(target)) {
      return false;
    }
    return parts.length == 1
        || Markdown.of(PROJECT.relativize(target).toString()).anchors().contains(parts[1]);
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (String place :
        List.of("", "seeds", "data-samples", "jobs/docs", "jobs/deploy", "notebooks")) {
      int depth = place.isEmpty() ? 1 : 3;
      if (Files.exists(PROJECT.resolve(place))) {
        try (Stream<Path> files = Files.walk(PROJECT.resolve(place), depth)) {
          files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
        }
      }
    }
    return pages;
  }
}
