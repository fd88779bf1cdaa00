package org.nianbao.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.nianbao.table.ExportLog;
import org.nianbao.table.Holding;

/**
 * Entries of the log of exports from a readable file: one line per file, town and year. The load is
 * named as the content; {@code x} stands for a month with rows, January first.
 */
final class LoggedExports {
  private LoggedExports() {}

  static List<ExportLog.Entry> read(Path file) throws IOException {
    Map<String, List<CSVRecord>> files = new LinkedHashMap<>();
    try (CSVParser parser =
        CSVFormat.RFC4180.builder().setHeader().get().parse(Files.newBufferedReader(file))) {
      for (CSVRecord line : parser) {
        files.computeIfAbsent(line.get("source_file"), name -> new ArrayList<>()).add(line);
      }
    }
    return files.values().stream().map(LoggedExports::entry).toList();
  }

  private static ExportLog.Entry entry(List<CSVRecord> lines) {
    CSVRecord first = lines.get(0);
    List<Holding> holdings = lines.stream().map(LoggedExports::holding).toList();
    long rejected = Long.parseLong(first.get("rejected"));
    return new ExportLog.Entry(
        1,
        "file:/" + first.get("source_file"),
        first.get("source_file"),
        first.get("content"),
        "recipe",
        first.get("content"),
        first.get("dataset"),
        "UTF-8",
        1,
        1,
        null,
        holdings.stream().mapToLong(Holding::rows).sum() + rejected,
        rejected,
        null,
        null,
        null,
        null,
        holdings);
  }

  private static Holding holding(CSVRecord line) {
    int months = 0;
    for (int month = 0; month < line.get("months").length(); month++) {
      months |= line.get("months").charAt(month) == 'x' ? 1 << month : 0;
    }
    return new Holding(
        line.get("town_code"),
        Integer.parseInt(line.get("year")),
        Long.parseLong(line.get("rows")),
        null,
        null,
        months);
  }
}
