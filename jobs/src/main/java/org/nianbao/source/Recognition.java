package org.nianbao.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.nianbao.seed.ColumnAliases;

/**
 * Tells what a file holds: its encoding, its delimiter, and by the names in its header, never by
 * position, its dataset and columns.
 */
public final class Recognition {
  /** GB2312 lacks 滘 and 埗 and GBK lacks others; GB18030 reads all three. */
  private static final Charset GB18030 = Charset.forName("GB18030");

  /** Title lines above a header are few. */
  private static final int HEADER_WITHIN = 10;

  private final SparkSession spark;
  private final Configuration configuration;
  private final ColumnAliases aliases;

  public Recognition(SparkSession spark, ColumnAliases aliases) {
    this.spark = spark;
    this.configuration = spark.sparkContext().hadoopConfiguration();
    this.aliases = aliases;
  }

  /**
   * Recognises a file.
   *
   * @throws UnreadableFileException if it cannot be read or no dataset has such a header
   */
  public Export recognise(SourceFile file) throws UnreadableFileException {
    try {
      if (file.bytes() == 0) {
        throw new UnreadableFileException("is empty; export it again");
      }
      Fingerprint fingerprint;
      try (InputStream stream = open(file)) {
        fingerprint = Fingerprint.of(stream);
      }
      return switch (file.format()) {
        case CSV -> csv(file, fingerprint);
        case PARQUET -> parquet(file, fingerprint);
      };
    } catch (IOException e) {
      throw new UnreadableFileException("cannot be read: " + e.getMessage());
    }
  }

  private Export csv(SourceFile file, Fingerprint fingerprint)
      throws IOException, UnreadableFileException {
    Dialect dialect = charset(file, fingerprint);
    List<String> firstLine = List.of();
    for (char delimiter : Dialect.DELIMITERS) {
      Dialect candidate = dialect.with(delimiter);
      List<List<String>> head = head(file, candidate);
      for (int i = 0; i < head.size(); i++) {
        List<Header> headers = Header.recognise(head.get(i), aliases);
        if (headers.size() > 1) {
          throw ambiguous(headers);
        }
        if (headers.size() == 1) {
          return new Export(file, fingerprint.sha256(), candidate, headers.get(0), i + 1);
        }
      }
      if (!head.isEmpty() && head.get(0).size() > firstLine.size()) {
        firstLine = head.get(0);
      }
    }
    throw unknownHeader(firstLine, "read as " + dialect.charset());
  }

  private Export parquet(SourceFile file, Fingerprint fingerprint) throws UnreadableFileException {
    List<String> columns;
    try {
      columns = Arrays.asList(spark.read().parquet(ParquetText.literal(file.uri())).columns());
    } catch (RuntimeException e) {
      throw new UnreadableFileException("is not a Parquet file; export it again");
    }
    List<Header> headers = Header.recognise(columns, aliases);
    if (headers.size() > 1) {
      throw ambiguous(headers);
    }
    if (headers.isEmpty()) {
      throw unknownHeader(columns, "read as Parquet");
    }
    return new Export(file, fingerprint.sha256(), null, headers.get(0), 0);
  }

  private Dialect charset(SourceFile file, Fingerprint fingerprint)
      throws IOException, UnreadableFileException {
    byte[] mark;
    try (InputStream stream = open(file)) {
      mark = stream.readNBytes(3);
    }
    if (startsWith(mark, 0xEF, 0xBB, 0xBF) && fingerprint.utf8()) {
      return new Dialect(StandardCharsets.UTF_8.name(), 3, ',');
    }
    if (startsWith(mark, 0xFF, 0xFE) || startsWith(mark, 0xFE, 0xFF)) {
      // The charset UTF-16 reads the mark itself, and the byte order from it.
      return new Dialect(StandardCharsets.UTF_16.name(), 0, ',');
    }
    if (fingerprint.utf8()) {
      return new Dialect(StandardCharsets.UTF_8.name(), 0, ',');
    }
    try (InputStream stream = open(file)) {
      if (Fingerprint.decodes(stream, GB18030)) {
        return new Dialect(GB18030.name(), 0, ',');
      }
    }
    throw new UnreadableFileException(
        "is neither UTF-8 nor GB18030 text; save it as CSV (UTF-8) and try again");
  }

  private List<List<String>> head(SourceFile file, Dialect dialect) throws IOException {
    List<List<String>> head = new ArrayList<>();
    try (Reader reader = dialect.reader(open(file));
        CSVParser parser = dialect.format().parse(reader)) {
      for (CSVRecord record : parser) {
        head.add(record.toList());
        if (head.size() == HEADER_WITHIN) {
          break;
        }
      }
    } catch (UncheckedIOException | IllegalStateException e) {
      // Not CSV in this dialect from here on; what was read above may still hold the header.
      return head;
    }
    return head;
  }

  private InputStream open(SourceFile file) throws IOException {
    Path path = new Path(file.uri());
    FileSystem fileSystem = path.getFileSystem(configuration);
    return fileSystem.open(path);
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || Byte.toUnsignedInt(bytes[i]) != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static UnreadableFileException ambiguous(List<Header> headers) {
    return new UnreadableFileException(
        "has a header that fits "
            + String.join(" and ", headers.stream().map(Header::dataset).toList())
            + " equally well; name its columns more clearly");
  }

  private static UnreadableFileException unknownHeader(List<String> cells, String how) {
    String shown = String.join(",", cells.subList(0, Math.min(cells.size(), 8)));
    return new UnreadableFileException(
        "has no header that seeds/column_aliases.csv knows ("
            + how
            + ", it begins with: "
            + (shown.length() > 80 ? shown.substring(0, 80) + "…" : shown)
            + "); add its column names there");
  }
}
