package org.nianbao.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Serializable;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.nianbao.source.Export;
import org.nianbao.source.RawRecord;
import org.nianbao.source.SourceFile;
import org.nianbao.table.Rejects;

/**
 * What clerks wrote into copies of the files of rejects: cells that count instead of those in the
 * export, which stays as it is.
 *
 * @param cells by export name, row from the top of the file and header: the text that counts
 */
public record Corrections(Map<String, Map<Long, Map<String, String>>> cells)
    implements Serializable {

  public static final Corrections NONE = new Corrections(Map.of());

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String CORRECTED = Rejects.CORRECTED.label();

  /**
   * Reads every file of a folder that mirrors the exports.
   *
   * @throws CorrectionException naming the file and line that cannot be understood
   */
  public static Corrections read(Path folder) {
    Map<String, Map<Long, Map<String, String>>> cells = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (name.endsWith(".csv")) {
          cells.put(name.substring(0, name.length() - ".csv".length()), cells(file));
        }
      }
    } catch (IOException e) {
      throw new CorrectionException(
          "Cannot read the corrections in " + folder + ": " + e.getMessage());
    }
    return new Corrections(cells);
  }

  private static Map<Long, Map<String, String>> cells(Path file) throws IOException {
    Map<Long, Map<String, String>> cells = new TreeMap<>();
    String text = text(Files.readAllBytes(file)).replace("\uFEFF", "");
    try (CSVParser parser =
        CSVFormat.RFC4180.builder().setHeader().get().parse(new StringReader(text))) {
      for (String column : List.of(Rejects.LINE.label(), Rejects.COLUMN.label(), CORRECTED)) {
        if (!parser.getHeaderMap().containsKey(column)) {
          throw new CorrectionException(
              "Cannot use the corrections in %s: it has no column %s; copy the file from rejects/"
                  .formatted(file, column));
        }
      }
      for (CSVRecord record : parser) {
        String corrected = record.get(CORRECTED).strip();
        String column = record.get(Rejects.COLUMN.label());
        if (!corrected.isEmpty() && !column.isEmpty()) {
          cells
              .computeIfAbsent(line(file, parser, record), line -> new TreeMap<>())
              .put(column, corrected);
        }
      }
    }
    return cells;
  }

  /** What is not UTF-8 was saved by a spreadsheet in the character set of its machine. */
  private static String text(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, GB18030);
    }
  }

  private static long line(Path file, CSVParser parser, CSVRecord record) {
    try {
      return Long.parseLong(record.get(Rejects.LINE.label()).strip());
    } catch (NumberFormatException e) {
      throw new CorrectionException(
          "Cannot use the corrections in %s line %d: '%s' is no row number"
              .formatted(file, parser.getCurrentLineNumber(), record.get(Rejects.LINE.label())));
    }
  }

  /** A record as corrected: the same where nobody corrected it. */
  RawRecord apply(Export export, RawRecord record) {
    Map<Long, Map<String, String>> ofFile = cells.get(export.file().name());
    Map<String, String> ofRecord =
        ofFile == null ? null : ofFile.get(record.number() + export.headerRecords());
    if (ofRecord == null || record.broken()) {
      return record;
    }
    List<String> corrected = new ArrayList<>(record.cells());
    for (int i = 0; i < corrected.size() && i < export.header().cells().size(); i++) {
      corrected.set(i, ofRecord.getOrDefault(export.header().cells().get(i), corrected.get(i)));
    }
    return new RawRecord(record.number(), corrected, false);
  }

  /** What was corrected of a file, for its fingerprint. */
  String of(SourceFile file) {
    Map<Long, Map<String, String>> ofFile = cells.getOrDefault(file.name(), Map.of());
    return ofFile.isEmpty() ? "" : Integer.toHexString(ofFile.hashCode());
  }
}
