package org.nianbao.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a delivered CSV file, by column. */
public final class CsvRows {
  private CsvRows() {}

  public static List<Map<String, String>> of(Path file) {
    try {
      String text = Files.readString(file).replace("\uFEFF", "");
      try (CSVParser parser =
          CSVParser.parse(text, CSVFormat.RFC4180.builder().setHeader().get())) {
        return parser.stream().map(CSVRecord::toMap).toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes of every file below a folder, by name. */
  public static Map<String, String> hashes(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .collect(
              java.util.stream.Collectors.toMap(
                  file -> folder.relativize(file).toString(), CsvRows::hash));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(Path file) {
    try {
      return org.apache.commons.codec.digest.DigestUtils.sha256Hex(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
