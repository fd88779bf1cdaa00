package org.nianbao.sample;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A record of a file of the sample, read without the job's own readers and lists, so that a mistake
 * there does not hide here.
 *
 * @param file its path below the exports folder
 * @param cells text by header
 */
record RawRow(String file, Map<String, String> cells) {
  private static final Pattern DAY =
      Pattern.compile("(20\\d\\d)[-/年]?(\\d{1,2})[-/月]?(\\d{1,2})日?( .*)?");

  /** Every record below a folder of the exports. */
  static List<RawRow> below(Path exports, String folder) throws IOException {
    List<Path> files;
    try (Stream<Path> paths = Files.walk(exports.resolve(folder))) {
      files = paths.filter(Files::isRegularFile).sorted().toList();
    }
    List<RawRow> rows = new ArrayList<>();
    for (Path file : files) {
      String name = exports.relativize(file).toString();
      List<List<String>> lines = name.endsWith(".parquet") ? parquet(file) : csv(file);
      List<String> header = lines.get(0);
      for (List<String> line : lines.subList(1, lines.size())) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
          cells.put(header.get(i), line.get(i) == null ? "" : line.get(i));
        }
        rows.add(new RawRow(name, cells));
      }
    }
    return rows;
  }

  private static List<List<String>> parquet(Path file) throws IOException {
    List<List<String>> lines = new ArrayList<>(ParquetFiles.read(file));
    lines.remove(1);
    return lines;
  }

  private static List<List<String>> csv(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Charset charset = charset(bytes);
    char delimiter = new String(bytes, 0, 60, charset).contains(";") ? ';' : ',';
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
    List<List<String>> lines = new ArrayList<>();
    try (CSVParser parser =
        format.parse(new InputStreamReader(new ByteArrayInputStream(bytes), charset))) {
      for (CSVRecord record : parser) {
        List<String> cells = record.stream().map(cell -> cell.replace("\uFEFF", "")).toList();
        boolean title = lines.isEmpty() && cells.get(1).isEmpty();
        if (!title) {
          lines.add(cells);
        }
      }
    }
    return lines;
  }

  private static Charset charset(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException e) {
      return Charset.forName("GB18030");
    }
  }

  /** The text below whichever of these headers the file has; empty if it has none. */
  String any(String... headers) {
    return List.of(headers).stream().map(h -> cells.getOrDefault(h, "")).reduce("", String::concat);
  }

  /** The day below whichever of these headers the file has; null if there is none. */
  LocalDate day(String... headers) {
    Matcher day = DAY.matcher(any(headers));
    try {
      return day.matches() ? LocalDate.of(number(day, 1), number(day, 2), number(day, 3)) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  /** Whether its town column, or else its path, names a town. */
  boolean isOf(String shortTown) {
    String town = any("镇街", "所属镇街", "区域", "诉求区域", "单位");
    return (town.isEmpty() ? file : town.replace("高步", "高埗")).contains(shortTown);
  }
}
