package org.nianbao.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;

/**
 * A file below an exports folder.
 *
 * @param name its path below the folder that the user named, with / between parts
 * @param uri where it lies, for any Hadoop file system
 * @param bytes its size
 * @param format how its bytes are read
 */
public record SourceFile(String name, String uri, long bytes, Format format)
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
    PARQUET
  }

  /** Whether a task can begin in the middle of its bytes. */
  boolean seekable() {
    return true;
  }

  /** Its bytes, from the first on. */
  InputStream open(Configuration configuration) throws IOException {
    Path path = new Path(uri);
    return path.getFileSystem(configuration).open(path);
  }

  /** Its text from an offset on, behind the byte order mark. */
  InputStream text(Dialect dialect, long offset, Configuration configuration) throws IOException {
    if (seekable() && dialect.seekable()) {
      Path path = new Path(uri);
      FSDataInputStream stream = path.getFileSystem(configuration).open(path);
      stream.seek(dialect.markBytes() + offset);
      return stream;
    }
    InputStream text = dialect.text(open(configuration));
    text.skipNBytes(offset);
    return text;
  }
}
