package org.nianbao.sample;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An archive in the manner of a US city's 311 line, 2015 to 2018, a file a year: headers, labels
 * and dates that the lists do not know, addresses that break the line, towns that are
 * neighbourhoods.
 */
final class ForeignHotline {
  private static final List<String> HEADER =
      List.of(
          "CASE ID",
          "SOURCE",
          "CATEGORY",
          "CREATION DATE",
          "STATUS",
          "CLOSED DATE",
          "ADDRESS WITH GEOCODE",
          "nbh_name");
  private static final Mix PLACES = Mix.of("Old Westport 45|Brookside 35|Pendleton Heights 20");
  private static final Mix STATES = Mix.of("RESOL 86|OPEN 8|CANC 4|DUP 2");

  private ForeignHotline() {}

  /** The texts of the files, by name. */
  static Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    for (int year = 2015; year <= 2018; year++) {
      files.put(year + "_neighborhood.csv", file(year));
    }
    return files;
  }

  private static String file(int year) {
    Draws draws = Draws.of("311", year, "foreign");
    // The last file was saved by another program: a mark in front, short dates.
    boolean odd = year == 2018;
    DateTimeFormatter form = DateTimeFormatter.ofPattern(odd ? "M/d/yy" : "MM/dd/yyyy");
    List<LocalDate> days = new ArrayList<>();
    int cases = 180 + 30 * (year - 2015) + draws.below(20);
    for (int i = 0; i < cases; i++) {
      days.add(LocalDate.of(year, 1, 1).plusDays(draws.below(365)));
    }
    days.sort(Comparator.naturalOrder());
    StringBuilder text = new StringBuilder(odd ? "\uFEFF" : "");
    text.append(String.join(",", HEADER)).append("\r\n");
    for (int i = 0; i < cases; i++) {
      text.append(record(year * 100_000 + i, days.get(i), form, draws)).append("\r\n");
    }
    return text.toString();
  }

  private static String record(int number, LocalDate day, DateTimeFormatter form, Draws draws) {
    int since = day.getYear() - 2014;
    Mix sources = Mix.of("PHONE %d|WEB %d|EMAIL 8".formatted(80 - 12 * since, 12 + 12 * since));
    Mix categories =
        Mix.of(
            "Trash / Recycling %d|Water 25|Street Light 20|Pothole %d"
                .formatted(20 + 6 * since, 30 - 4 * since));
    String state = STATES.draw(draws);
    boolean closed = state.equals("RESOL");
    return String.join(
        ",",
        String.valueOf(number),
        sources.draw(draws),
        categories.draw(draws),
        form.format(day),
        state,
        closed ? form.format(day.plusDays(draws.between(0, 30))) : "",
        "\"%d Main St, Kansas City\n(39.1, -94.5)\"".formatted(draws.between(1, 99) * 100),
        PLACES.draw(draws));
  }
}
