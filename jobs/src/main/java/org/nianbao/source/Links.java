package org.nianbao.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.fs.FileStatus;

/**
 * Symbolic links below a folder of exports: what they lead to may be anybody's. File systems other
 * than the machine's own have none.
 *
 * @param root the folder that the user named, without links in its path; null elsewhere
 */
record Links(Path root) {
  private static final String LOCAL = "file";

  static Links below(FileStatus named) throws IOException {
    return new Links(isLocal(named) ? path(named).toRealPath() : null);
  }

  /** Whether a file or folder is a link to a place outside. */
  boolean leadsOut(FileStatus status) throws IOException {
    return isLink(status) && !path(status).toRealPath().startsWith(root);
  }

  /** Whether a folder is a link to another place inside, perhaps to a folder that it is in. */
  boolean isFolderFoundElsewhere(FileStatus status) {
    return status.isDirectory() && isLink(status);
  }

  private boolean isLink(FileStatus status) {
    return root != null && Files.isSymbolicLink(path(status));
  }

  private static boolean isLocal(FileStatus status) {
    return LOCAL.equals(status.getPath().toUri().getScheme());
  }

  private static Path path(FileStatus status) {
    return Path.of(status.getPath().toUri().getPath());
  }
}
