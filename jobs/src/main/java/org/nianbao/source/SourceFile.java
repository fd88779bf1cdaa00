package org.nianbao.source;

import java.io.Serializable;

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
}
