package org.nianbao.edition.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nianbao.draft.Drafting;
import org.nianbao.edition.Edition;
import org.nianbao.edition.TownsCompared;
import org.nianbao.fact.CellFacts;
import org.nianbao.fact.Facts;
import org.nianbao.fact.TownResults;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Checks;
import org.nianbao.table.Coverage;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Table;
import org.nianbao.table.Trends;
import org.nianbao.testing.Project;
import org.nianbao.testing.SampleRun;
import org.nianbao.testing.Tables;
import org.nianbao.trend.TownComparison;

/** Pages of given results. */
final class SamplePages {
  private static final Seeds SEEDS = Project.seeds();
  private static final List<Table> COMPARED =
      List.of(TownComparison.TABLE, Coverage.TABLE, Checks.TABLE, Trends.TABLE);

  private SamplePages() {}

  static Edition edition(TownResults town, int year) {
    Facts facts = new CellFacts(SEEDS, false).of(town, year);
    return new Edition(town, year, facts, new Drafting(SEEDS).draft(town, year, facts), "");
  }

  /** The text of an edition's page. */
  static String page(Edition edition, Path folder) throws IOException {
    Path file = folder.resolve("edition.html");
    new EditionPage(SEEDS).write(edition, file);
    return Files.readString(file);
  }

  /** The text of a comparison's page. */
  static String page(TownsCompared compared, Path folder) throws IOException {
    Path file = folder.resolve("comparison.html");
    new ComparisonPage(SEEDS).write(compared, file);
    return Files.readString(file);
  }

  /** What the sample says of all its towns. */
  static TownsCompared compared() {
    Map<String, List<ResultRow>> rows = new HashMap<>();
    for (Table table : COMPARED) {
      Path file = SampleRun.out().resolve("tables").resolve(table.name() + ".csv");
      rows.put(
          table.name(),
          Tables.rows(table, file).stream()
              .filter(row -> !row.has(Trends.DIMENSION) || row.text(Trends.DIMENSION) == null)
              .toList());
    }
    return new TownsCompared(rows);
  }
}
