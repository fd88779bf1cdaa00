package org.nianbao.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipException;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.nianbao.mapping.SourceMapping;
import org.nianbao.seed.ColumnAliases;

/**
 * Tells what a file holds: its encoding, its delimiter, and by the names in its header, never by
 * position, its dataset and columns.
 */
public final class Recognition {
  /** The byte order mark of UTF-32. */
  private static final int LONGEST_MARK = 4;

  static final String NO_RECORDS = "has a header but no records below it; export it again";

  private final SparkSession spark;
  private final Configuration configuration;
  private final ColumnAliases aliases;

  public Recognition(SparkSession spark, ColumnAliases aliases) {
    this.spark = spark;
    this.configuration = spark.sparkContext().hadoopConfiguration();
    this.aliases = aliases;
  }

  /**
   * Recognises a file by the names that the seeds know.
   *
   * @throws UnreadableFileException if it cannot be read or no dataset has such a header
   */
  public Export recognise(SourceFile file) throws UnreadableFileException {
    return recognise(file, SourceMapping.NONE);
  }

  /**
   * Recognises a file.
   *
   * @param mapping the one that claims it, or {@link SourceMapping#NONE}
   * @throws MissingColumnsException if it lacks columns of the mapping
   * @throws UnreadableFileException if it cannot be read, or no dataset has such a header
   */
  public Export recognise(SourceFile file, SourceMapping mapping) throws UnreadableFileException {
    boolean mapped = !mapping.equals(SourceMapping.NONE);
    Headers headers = mapped ? new MappedHeaders(mapping) : new AliasedHeaders(aliases);
    try {
      if (file.bytes() == 0 && file.format() != SourceFile.Format.LINK) {
        throw new UnreadableFileException("is empty; export it again");
      }
      Export export =
          switch (file.format()) {
            case CSV -> csv(file, headers, mapping.encoding());
            case XLSX -> workbook(file, headers, mapping.sheet());
            case PARQUET -> parquet(file, headers);
            case LINK ->
                throw new UnreadableFileException(
                    "is a link that leads out of its folder; copy there what it leads to, or name"
                        + " that place with --exports");
          };
      return export.by(mapping);
    } catch (OversizedRecordException e) {
      throw new UnreadableFileException(
          "cannot be cut into records: "
              + e.getMessage()
              + "; a quote may be left open or line ends lost");
    } catch (ZipException e) {
      throw new UnreadableFileException(
          "cannot be read: " + e.getMessage() + "; pack it again, or unpack it first");
    } catch (IOException e) {
      throw new UnreadableFileException(
          "cannot be read: " + e.getMessage() + "; check its permissions and the disk");
    }
  }

  /** Each is held in memory whole: one at a time, however many files are looked at. */
  private synchronized Export workbook(SourceFile file, Headers headers, String sheet)
      throws IOException, UnreadableFileException {
    return new XlsxRecognition(configuration, headers, sheet).recognise(file);
  }

  private Export csv(SourceFile file, Headers headers, String encoding)
      throws IOException, UnreadableFileException {
    byte[] head = head(file);
    Foreign.refuse(head);
    List<String> tried = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    NotTextException failure = null;
    for (Dialect dialect : Charsets.of(head, encoding)) {
      try {
        CsvHead found = CsvHead.find(text(head, dialect), dialect, headers, seen);
        if (found != null) {
          return export(file, found);
        }
        tried.add(dialect.charset());
      } catch (NotTextException e) {
        // Another charset may have the same bytes for the header.
        failure = failure == null ? e : failure;
      }
    }
    throw unreadable(failure, tried, seen, headers);
  }

  private Export export(SourceFile file, CsvHead head) throws IOException, UnreadableFileException {
    CsvScan scan = scan(file, head, head.dialect());
    if (scan.dialect().strayQuotes()) {
      scan = scan(file, head, scan.dialect());
    }
    if (scan.records() == 0) {
      throw new UnreadableFileException(NO_RECORDS);
    }
    return new Export(
        file, scan.sha256(), scan.dialect(), head.header(), head.records(), scan.chunks());
  }

  private CsvScan scan(SourceFile file, CsvHead head, Dialect dialect) throws IOException {
    int columns = head.header().cells().size();
    boolean splittable = file.seekable() && dialect.seekable();
    long chunkBytes = splittable ? CsvScan.CHUNK_BYTES : Long.MAX_VALUE;
    try (InputStream stream = file.open(configuration)) {
      return CsvScan.of(stream, dialect, head.dataOffset(), columns, chunkBytes);
    }
  }

  private byte[] head(SourceFile file) throws IOException {
    try (InputStream stream = file.open(configuration)) {
      return stream.readNBytes(CsvHead.BYTES);
    }
  }

  private static byte[] text(byte[] head, Dialect dialect) throws IOException {
    // A head may end within a character; the mark at its beginning is whole.
    int whole =
        dialect.seekable()
            ? head.length
            : Math.max(head.length / 4 * 4, Math.min(head.length, LONGEST_MARK));
    return dialect.text(new ByteArrayInputStream(head, 0, whole)).readAllBytes();
  }

  private Export parquet(SourceFile file, Headers headers)
      throws IOException, UnreadableFileException {
    if (!file.seekable()) {
      throw new UnreadableFileException("is a Parquet file in an archive; unpack it first");
    }
    if (!Foreign.isParquet(head(file))) {
      throw new UnreadableFileException("is not a Parquet file; export it again");
    }
    ParquetRows rows;
    try {
      rows = ParquetRows.of(file, spark);
    } catch (Exception e) {
      // Spark throws checked exceptions that it does not declare.
      throw new UnreadableFileException("is a damaged Parquet file; export it again");
    }
    List<String> columns = Arrays.asList(rows.rows().columns());
    Header header = headers.find(columns);
    if (header == null) {
      throw headers.unknown(columns, "read as Parquet");
    }
    if (rows.none()) {
      throw new UnreadableFileException(NO_RECORDS);
    }
    return new Export(file, sha256(file), null, header, 0);
  }

  private String sha256(SourceFile file) throws IOException {
    try (Checked stream = new Checked(file.open(configuration), null)) {
      stream.transferTo(OutputStream.nullOutputStream());
      return stream.sha256();
    }
  }

  private static UnreadableFileException unreadable(
      NotTextException failure, List<String> tried, List<String> seen, Headers headers) {
    String how = "read as " + String.join(" and ", tried);
    if (failure == null) {
      return seen.isEmpty()
          ? new UnreadableFileException("has no text; export it again")
          : headers.unknown(seen, how);
    }
    return new UnreadableFileException(
        failure.getMessage()
            + (tried.isEmpty() ? "" : ", and has no known header when " + how)
            + "; export it again");
  }

  /** How a file was read, and what it looks like. */
  static String attempt(List<String> cells, String how) {
    String shown = String.join(",", cells.subList(0, Math.min(cells.size(), 8)));
    return how
        + ", it begins with: "
        + (shown.length() > 80 ? shown.substring(0, 80) + "…" : shown);
  }
}
