package org.nianbao.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * A file below an exports folder, or an entry of an archive there.
 *
 * @param name its path below the folder that the user named, with / between parts
 * @param uri where it lies, for any Hadoop file system; of an entry, the archive, {@code !/} and
 *     the entry
 * @param bytes its size; of an entry, unpacked
 * @param modifiedMs when its file system says that it was written last, in milliseconds since 1970;
 *     of an entry, the archive
 * @param format how its bytes are read
 * @param packing how they are packed
 */
public record SourceFile(
    String name, String uri, long bytes, long modifiedMs, Format format, Packing packing)
    implements Serializable {

  /** Its name below the folder that the user named, with that folder before it. */
  public String path() {
    String folder =
        uri.endsWith("/" + name) ? uri.substring(0, uri.length() - name.length() - 1) : "";
    return folder.substring(folder.lastIndexOf('/') + 1) + "/" + name;
  }

  /** The file formats that exports come in. */
  public enum Format {
    CSV,
    XLSX,
    PARQUET,
    /** A link out of the folder of exports; it is refused. */
    LINK
  }

  /** What a file is wrapped in. */
  public enum Packing {
    NONE,
    GZIP,
    ZIP
  }

  private static final String IN_ARCHIVE = "!/";

  /** A file as it lies. */
  static SourceFile stored(String name, FileStatus status, Format format, Packing packing) {
    return new SourceFile(
        name,
        status.getPath().toString(),
        status.getLen(),
        status.getModificationTime(),
        format,
        packing);
  }

  /** A file of which only is known where it lay. */
  static SourceFile at(String uri, long bytes) {
    Packing packing =
        uri.contains(IN_ARCHIVE)
            ? Packing.ZIP
            : uri.toLowerCase(Locale.ROOT).endsWith(".gz") ? Packing.GZIP : Packing.NONE;
    return new SourceFile(uri, uri, bytes, 0, Format.CSV, packing);
  }

  /** An entry of an archive. */
  static SourceFile entry(
      String name, FileStatus archive, String entry, long bytes, Format format) {
    return new SourceFile(
        name,
        archive.getPath() + IN_ARCHIVE + entry,
        bytes,
        archive.getModificationTime(),
        format,
        Packing.ZIP);
  }

  /** Whether a task can begin in the middle of its bytes. */
  boolean seekable() {
    return packing == Packing.NONE;
  }

  /** Its bytes, unpacked, from the first on. */
  InputStream open(Configuration configuration) throws IOException {
    return switch (packing) {
      case NONE -> stored(uri, configuration);
      case GZIP -> new Bounded(new GZIPInputStream(stored(uri, configuration), 1 << 16), bytes);
      case ZIP -> {
        int entry = uri.lastIndexOf(IN_ARCHIVE);
        Path archive = new Path(uri.substring(0, entry));
        yield ZipArchive.entry(archive, uri.substring(entry + IN_ARCHIVE.length()), configuration);
      }
    };
  }

  /** Its text from an offset on, behind the byte order mark. */
  InputStream text(Dialect dialect, long offset, Configuration configuration) throws IOException {
    if (seekable() && dialect.seekable()) {
      FSDataInputStream stream = stored(uri, configuration);
      stream.seek(dialect.markBytes() + offset);
      return stream;
    }
    InputStream text = dialect.text(open(configuration));
    text.skipNBytes(offset);
    return text;
  }

  private static FSDataInputStream stored(String uri, Configuration configuration)
      throws IOException {
    Path path = new Path(uri);
    return path.getFileSystem(configuration).open(path);
  }
}
