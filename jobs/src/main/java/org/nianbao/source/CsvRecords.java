package org.nianbao.source;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.hadoop.conf.Configuration;

/** The records of a chunk of one CSV export, in order. */
public final class CsvRecords implements Iterator<RawRecord>, Closeable {
  /** Sound records are parsed many at a time: a parser is dear to set up. */
  private static final int BATCH_BYTES = 1 << 18;

  /** What is kept of a broken record: enough to find it in the file. */
  private static final int SHOWN_BYTES = 240;

  private final InputStream text;
  private final Dialect dialect;
  private final CharsetDecoder decoder;
  private final RecordCutter cutter;
  private final ArrayDeque<RawRecord> parsed = new ArrayDeque<>();
  private ByteBuffer batch = ByteBuffer.allocate(BATCH_BYTES);
  private int inBatch;
  private long number;
  private boolean ended;

  private CsvRecords(InputStream text, Export export, Chunk chunk) {
    this.text = text;
    this.dialect = export.dialect();
    this.decoder = dialect.decoder();
    this.number = chunk.firstRecord();
    this.cutter =
        new RecordCutter(
            text, dialect.delimiter(), export.header().cells().size(), dialect.strayQuotes());
  }

  /**
   * Opens a chunk of an export.
   *
   * @throws UncheckedIOException if the file is gone
   */
  public static CsvRecords open(Export export, Chunk chunk, Configuration configuration) {
    try {
      InputStream text = export.file().text(export.dialect(), chunk.start(), configuration);
      return new CsvRecords(new Limited(text, chunk.end() - chunk.start()), export, chunk);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean hasNext() {
    try {
      while (parsed.isEmpty() && !ended) {
        readBatch();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return !parsed.isEmpty();
  }

  @Override
  public RawRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return parsed.remove();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  /** Collects sound records until there are enough of them, one is broken, or the text ends. */
  private void readBatch() throws IOException {
    while (batch.position() < BATCH_BYTES) {
      if (!cutter.advance()) {
        ended = true;
        break;
      }
      if (cutter.broken()) {
        parseBatch();
        parsed.add(broken(cutter.bytes(), cutter.start(), cutter.length()));
        return;
      }
      add(cutter.bytes(), cutter.start(), cutter.length());
    }
    parseBatch();
  }

  private void add(byte[] bytes, int from, int length) {
    if (batch.remaining() < length) {
      batch = ByteBuffer.allocate(batch.position() + length + BATCH_BYTES).put(batch.flip());
    }
    batch.put(bytes, from, length);
    inBatch++;
  }

  private void parseBatch() throws IOException {
    if (inBatch == 0) {
      return;
    }
    batch.flip();
    try {
      parse(decoder.decode(batch.duplicate()).toString(), inBatch);
    } catch (CharacterCodingException e) {
      parseOneByOne();
    }
    batch.clear();
    inBatch = 0;
  }

  /** What is parsed must be what was cut, or every number after it would be wrong. */
  private void parse(String records, int count) throws IOException {
    try (CSVParser parser = dialect.format().parse(new StringReader(records))) {
      int found = 0;
      for (CSVRecord record : parser) {
        parsed.add(new RawRecord(number++, Arrays.asList(record.values())));
        found++;
      }
      if (found != count) {
        throw new IOException(
            "records "
                + (number - found)
                + " to "
                + (number - 1)
                + " were cut into "
                + count
                + " but read as "
                + found);
      }
    }
  }

  /** A character was cut off by the end of the file: its record is broken. */
  private void parseOneByOne() throws IOException {
    byte[] bytes = Arrays.copyOf(batch.array(), batch.limit());
    RecordCutter again =
        new RecordCutter(new ByteArrayInputStream(bytes), dialect.delimiter(), 0, false);
    while (again.advance()) {
      ByteBuffer record = ByteBuffer.wrap(again.bytes(), again.start(), again.length());
      try {
        parse(decoder.decode(record.duplicate()).toString(), 1);
      } catch (CharacterCodingException e) {
        parsed.add(broken(again.bytes(), again.start(), again.length()));
      }
    }
  }

  private RawRecord broken(byte[] bytes, int from, int length) throws IOException {
    CharsetDecoder lenient =
        dialect
            .decoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    ByteBuffer shown = ByteBuffer.wrap(bytes, from, Math.min(length, SHOWN_BYTES));
    String text = lenient.decode(shown).toString();
    return new RawRecord(number++, List.of(text.strip()), true);
  }
}
