package org.nianbao.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** The data records of one CSV export, in order. */
public final class CsvRecords implements Iterator<RawRecord>, Closeable {
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private long number;

  private CsvRecords(CSVParser parser, int headerRecords) {
    this.parser = parser;
    this.records = parser.iterator();
    for (int i = 0; i < headerRecords; i++) {
      records.next();
    }
  }

  /**
   * Opens an export.
   *
   * @throws UncheckedIOException if the file is gone or its bytes are not of its charset
   */
  public static CsvRecords open(Export export, Configuration configuration) {
    try {
      Path path = new Path(export.file().uri());
      InputStream stream = path.getFileSystem(configuration).open(path);
      Dialect dialect = export.dialect();
      return new CsvRecords(dialect.format().parse(dialect.reader(stream)), export.headerRecords());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean hasNext() {
    return records.hasNext();
  }

  @Override
  public RawRecord next() {
    return new RawRecord(++number, Arrays.asList(records.next().values()));
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
