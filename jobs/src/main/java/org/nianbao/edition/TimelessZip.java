package org.nianbao.edition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A zip archive without the moment at which it was packed: the same content, the same bytes. */
public final class TimelessZip implements AutoCloseable {
  /**
   * A moment that a zip archive can tell. Of the very first one, a month before, Java also writes
   * where it lies in the zone of the machine.
   */
  public static final LocalDateTime MOMENT = LocalDateTime.of(1980, 2, 1, 0, 0);

  private final ZipOutputStream zip;

  public TimelessZip(OutputStream out) {
    zip = new ZipOutputStream(out);
  }

  /** Packs an archive again. */
  public static void repack(byte[] archive, OutputStream out) throws IOException {
    try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(archive));
        TimelessZip zip = new TimelessZip(out)) {
      for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        zip.add(part.getName(), parts.readAllBytes());
      }
    }
  }

  /** Adds a part. */
  public void add(String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(MOMENT);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
