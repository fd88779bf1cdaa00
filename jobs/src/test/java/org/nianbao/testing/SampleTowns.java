package org.nianbao.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nianbao.fact.TownResults;
import org.nianbao.job.Results;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Shared;
import org.nianbao.table.Table;

/** What the main job delivered of the sample, town by town, read from its CSV files. */
public final class SampleTowns {
  /** 东坑镇. */
  public static final String DONGKENG = "441900109";

  private SampleTowns() {}

  public static TownResults of(String townCode) {
    return of(SampleRun.out().resolve("tables"), townCode);
  }

  /** The results of a town in a folder of delivered tables. */
  public static TownResults of(Path tables, String townCode) {
    Map<String, List<ResultRow>> rows = new TreeMap<>();
    String name = townCode;
    for (Table table : Results.tables()) {
      if (!table.fields().contains(Shared.TOWN_CODE)) {
        continue;
      }
      List<ResultRow> own = new ArrayList<>();
      for (ResultRow row : Tables.rows(table, tables.resolve(table.name() + ".csv"))) {
        if (townCode.equals(row.text(Shared.TOWN_CODE))) {
          own.add(row);
          name = row.text(Shared.TOWN);
        }
      }
      rows.put(table.name(), own);
    }
    return new TownResults(townCode, name, rows);
  }
}
