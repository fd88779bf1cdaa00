package org.nianbao.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a test tried, as a row of the table in {@code jobs/docs/reliability.md}. Tests keep rows in
 * {@code target/reliability}; {@code ReliabilityPageTest} writes them to the page.
 *
 * @param area what it is about, such as {@code 崩溃}; areas stand in alphabetical order
 * @param test class and method, such as {@code KilledRunTest#shouldEnd}
 * @param tried what was done
 * @param times how many times
 * @param happened what came of it, with figures
 * @param on the day
 */
public record Trial(
    String area, String test, String tried, String times, String happened, String on)
    implements Comparable<Trial> {
  private static final Path FOLDER = Project.folder().resolve("jobs/target/reliability");

  /** Keeps a row until the page is written; the last one of a test counts. */
  public static void keep(String area, String test, String tried, long times, String happened) {
    String on = LocalDate.now(ZoneOffset.UTC).toString();
    Trial trial = new Trial(area, test, tried, "%,d".formatted(times), happened, on);
    try {
      Files.createDirectories(FOLDER);
      Files.writeString(FOLDER.resolve(test.replace('#', '.')), trial.line());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows that tests have kept. */
  public static List<Trial> kept() {
    if (!Files.isDirectory(FOLDER)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.map(Trial::read).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Trial read(Path file) {
    try {
      return of(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a row of the page. */
  public static Trial of(String line) {
    String[] cells = line.strip().split(" *\\| *", -1);
    return new Trial(cells[1], cells[2].replace("`", ""), cells[3], cells[4], cells[5], cells[6]);
  }

  /** A row of the page. */
  public String line() {
    return "| %s | `%s` | %s | %s | %s | %s |".formatted(area, test, tried, times, happened, on);
  }

  @Override
  public int compareTo(Trial other) {
    return (area + test).compareTo(other.area + other.test);
  }
}
