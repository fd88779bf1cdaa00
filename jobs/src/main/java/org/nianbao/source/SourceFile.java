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

  /** The file formats that exports come in. */
  public enum Format {
    CSV,
    PARQUET
  }
}
