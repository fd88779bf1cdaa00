package org.nianbao.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nianbao.testing.CsvRows;
import org.nianbao.testing.Project;

/**
 * Tickets of the thirty towns that lead the list, 2014 to 2018, a file a year: towns differ in how
 * much their people call and in how much is settled, and some years are not whole.
 */
final class ThirtyTowns {
  private static final int TOWNS = 30;
  private static final Mix TYPES = Mix.of("投诉 70|咨询 14|建议 8|举报 8");
  private static final List<String> HEADER =
      List.of("工单编号", "所属镇街", "工单类型", "工单来源", "受理时间", "办结时间", "工单状态");

  /** Years without any ticket. */
  private static final Map<String, List<Integer>> MISSING =
      Map.of("横沥镇", List.of(2016), "樟木头镇", List.of(2014, 2015));

  private ThirtyTowns() {}

  /** The texts of the files, by name. */
  static Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    for (int year = 2014; year <= 2018; year++) {
      List<String> rows = new ArrayList<>();
      for (Map<String, String> town : towns()) {
        List<String> own = rows(town.get("town"), population(town), year);
        if (isHalf(town.get("town"), year)) {
          files.put("桥头镇2018年1-6月工单.csv.gz", text(own));
        } else {
          rows.addAll(own);
        }
      }
      files.put("全市12345工单" + year + ".csv.gz", text(rows));
    }
    return files;
  }

  private static String text(List<String> rows) {
    String sorted = rows.stream().sorted().collect(Collectors.joining("\n"));
    return String.join(",", HEADER) + "\n" + sorted + "\n";
  }

  private static int population(Map<String, String> town) {
    return Integer.parseInt(town.get("population_2020"));
  }

  /** A town that sent an export of its own, which ends in June. */
  private static boolean isHalf(String town, int year) {
    return town.equals("桥头镇") && year == 2018;
  }

  private static List<Map<String, String>> towns() {
    return CsvRows.of(Project.folder().resolve("seeds/towns.csv")).stream().limit(TOWNS).toList();
  }

  private static List<String> rows(String town, int population, int year) {
    if (MISSING.getOrDefault(town, List.of()).contains(year)) {
      return List.of();
    }
    Draws manner = Draws.of(town, 0, "manner");
    double perTenThousand = manner.between(12, 34) / 10.0;
    double growth = manner.between(-6, 16) / 100.0;
    int settled = manner.between(72, 100);
    double expected = population / 10_000.0 * perTenThousand * Math.pow(1 + growth, year - 2014);
    Draws draws = Draws.of(town, year, "thirty");
    List<String> rows = new ArrayList<>();
    int lastMonth = isHalf(town, year) ? 6 : 12;
    long tickets = Math.round(byChance(expected, draws) * lastMonth / 12.0);
    for (int i = 0; i < tickets; i++) {
      rows.add(row(town, year, LocalDate.of(year, draws.between(1, lastMonth), 1), settled, draws));
    }
    return rows;
  }

  /** About as many as expected; uniform draws stand in for a bell. */
  private static long byChance(double expected, Draws draws) {
    double bell = 0;
    for (int i = 0; i < 12; i++) {
      bell += draws.below(1000) / 1000.0 - 0.5;
    }
    return Math.round(Math.max(1, expected + bell * Math.sqrt(expected)));
  }

  private static String row(String town, int year, LocalDate month, int settled, Draws draws) {
    LocalDate received = month.plusDays(draws.below(month.lengthOfMonth()));
    Mix sources =
        Mix.of("电话热线 %d|微信 %d|门户网站 10".formatted(90 - 6 * (year - 2013), 6 * (year - 2013)));
    boolean closed = draws.chance(settled);
    return String.join(
        ",",
        received.toString().replace("-", "") + (100_000 + draws.below(900_000)),
        town,
        TYPES.draw(draws),
        sources.draw(draws),
        received.toString(),
        closed ? received.plusDays(draws.between(0, 18)).toString() : "",
        closed ? "已办结" : "办理中");
  }
}
