package org.nianbao.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Exports in the manner of a US city's 311 line: a file a year, 32 columns, every record on two
 * lines; each file repeats, closed, what the one before had left open.
 */
final class HotlineExports {
  private static final List<String> HEADER =
      List.of(
          ("CASE ID,SOURCE,DEPARTMENT,WORK GROUP,REQUEST TYPE,CATEGORY,TYPE,DETAIL,CREATION DATE,"
                  + "CREATION TIME,CREATION MONTH,CREATION YEAR,STATUS,EXCEEDED EST TIMEFRAME,"
                  + "CLOSED DATE,CLOSED MONTH,CLOSED YEAR,DAYS TO CLOSE,STREET ADDRESS,"
                  + "ADDRESS WITH GEOCODE,ZIP CODE,NEIGHBORHOOD,COUNTY,COUNCIL DISTRICT,"
                  + "POLICE DISTRICT,PARCEL ID NO,LATITUDE,LONGITUDE,CASE URL,nbh_id,nbh_name,"
                  + "30-60-90 Days Open Window")
              .split(","));
  private static final List<String> SOURCES = List.of("PHONE", "WEB", "EMAIL", "TWIT", "WALK");
  private static final List<String> CATEGORIES = List.of("Trash, Bulky", "Water", "Potholes");
  private static final List<String> TOWNS = List.of("Old Westport", "Brookside", "O'Neil's", "");
  private static final List<String> STATES = List.of("RESOL", "OPEN", "ASSIG", "CANC", "DUP");

  private final Random draws = new Random(311);
  private final Map<String, Case> cases = new TreeMap<>();

  /** The latest state of one case. */
  record Case(String id, String source, String category, String town, LocalDate in, String status) {
    int year() {
      return in.getYear();
    }

    Case closed() {
      return new Case(id, source, category, town, in, "RESOL");
    }
  }

  /** Writes a file for each year; the last with a mark and short dates. */
  static HotlineExports write(Path folder, int first, int last) throws IOException {
    HotlineExports exports = new HotlineExports();
    Files.createDirectories(folder);
    for (int year = first; year <= last; year++) {
      boolean odd = year == last;
      DateTimeFormatter form = DateTimeFormatter.ofPattern(odd ? "M/d/yy" : "MM/dd/yyyy");
      String text =
          exports.year(year).stream()
              .map(one -> exports.line(one, form))
              .collect(Collectors.joining());
      String header = String.join(",", HEADER) + "\r\n";
      Files.writeString(
          folder.resolve(year + "_neighborhood.csv"), (odd ? "\uFEFF" : "") + header + text);
    }
    return exports;
  }

  /** How many cases there are by some key, each once in its latest state. */
  Map<String, Long> count(Function<Case, String> key) {
    return cases.values().stream()
        .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()));
  }

  private List<Case> year(int year) {
    List<Case> rows = new ArrayList<>();
    cases.values().stream()
        .filter(one -> one.year() == year - 1 && one.status().equals("OPEN"))
        .map(Case::closed)
        .forEach(rows::add);
    int news = 200 + draws.nextInt(100);
    for (int i = 0; i < news; i++) {
      LocalDate in = LocalDate.of(year, 1, 1).plusDays(draws.nextInt(365));
      rows.add(
          new Case(
              year + "%06d".formatted(i),
              any(SOURCES),
              any(CATEGORIES),
              any(TOWNS),
              in,
              any(STATES)));
    }
    rows.forEach(row -> cases.put(row.id(), row));
    return rows;
  }

  private String any(List<String> list) {
    return list.get(draws.nextInt(list.size()));
  }

  private String line(Case one, DateTimeFormatter form) {
    Map<String, String> cells = new LinkedHashMap<>();
    HEADER.forEach(column -> cells.put(column, "x" + draws.nextInt(1000)));
    cells.put("CASE ID", one.id());
    cells.put("SOURCE", one.source());
    cells.put("CATEGORY", one.category());
    cells.put("nbh_name", one.town());
    cells.put("STATUS", one.status());
    cells.put("CREATION DATE", form.format(one.in()));
    boolean closed = one.status().equals("RESOL");
    cells.put("CLOSED DATE", closed ? form.format(one.in().plusDays(draws.nextInt(30))) : "");
    cells.put("ADDRESS WITH GEOCODE", "12 \"Main\" St, Kansas City\n(39.1, -94.5)");
    return cells.values().stream().map(HotlineExports::quoted).collect(Collectors.joining(","))
        + "\r\n";
  }

  private static String quoted(String cell) {
    return cell.matches("[^\",\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
