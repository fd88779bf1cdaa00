package org.nianbao.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nianbao.fact.Fact;

/** The other editions of the town, and those of other towns for the same year. */
public final class Neighbours {
  private final Path editions;
  private final FactSheet own;
  private List<FactSheet> years;
  private List<FactSheet> towns;

  /**
   * Reads beside an edition, only when asked.
   *
   * @param editions {@code OUT/editions}
   */
  public Neighbours(Path editions, FactSheet own) {
    this.editions = editions;
    this.own = own;
  }

  /** A neighbouring edition in which a fact has the number. */
  Optional<FactSheet> otherYear(Quantity number, String fact) {
    return in(years(), number, fact);
  }

  Optional<FactSheet> otherTown(Quantity number, String fact) {
    return in(towns(), number, fact);
  }

  /** The fact of another year of the town. */
  Optional<Fact> ofYear(int year, String fact) {
    return years().stream()
        .filter(sheet -> sheet.year() == year)
        .map(sheet -> sheet.facts().get(fact))
        .filter(one -> one != null)
        .findFirst();
  }

  private static Optional<FactSheet> in(List<FactSheet> sheets, Quantity number, String fact) {
    return sheets.stream()
        .filter(sheet -> sheet.facts().containsKey(fact))
        .filter(
            sheet ->
                Agreement.of(number, sheet.facts().get(fact), null) == Agreement.SAME
                    || sheet.facts().get(fact).text().equals(text(number)))
        .findFirst();
  }

  private static String text(Quantity number) {
    return number.value().toPlainString() + number.unit();
  }

  private List<FactSheet> years() {
    if (years == null) {
      years =
          read(editions.resolve(own.town())).stream()
              .filter(sheet -> sheet.year() != own.year())
              .toList();
    }
    return years;
  }

  private List<FactSheet> towns() {
    if (towns == null) {
      towns = new ArrayList<>();
      for (Path town : folders(editions)) {
        Path year = town.resolve(String.valueOf(own.year())).resolve(FactSheet.FILE);
        if (!town.endsWith(own.town()) && Files.isRegularFile(year)) {
          sheet(year).ifPresent(towns::add);
        }
      }
    }
    return towns;
  }

  private static List<FactSheet> read(Path town) {
    List<FactSheet> sheets = new ArrayList<>();
    for (Path year : folders(town)) {
      Path file = year.resolve(FactSheet.FILE);
      if (Files.isRegularFile(file)) {
        sheet(file).ifPresent(sheets::add);
      }
    }
    return sheets;
  }

  /** A neighbour that cannot be read explains nothing; it is no reason to stop. */
  private static Optional<FactSheet> sheet(Path file) {
    try {
      return Optional.of(FactSheet.read(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static List<Path> folders(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
