package org.nianbao.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Finds the exports below files and folders of any Hadoop file system.
 *
 * @param files the exports, by name
 * @param ignored names of files of formats that no export has
 */
public record Discovery(List<SourceFile> files, List<String> ignored) {

  /**
   * Searches recursively. Names that begin with a dot or an underscore, or with Excel's ~$, are no
   * exports: systems leave such files beside the data.
   *
   * @throws MissingPathException if a path does not exist
   */
  public static Discovery of(List<String> paths, Configuration configuration) {
    Discovery discovery = new Discovery(new ArrayList<>(), new ArrayList<>());
    for (String text : paths) {
      try {
        Path path = new Path(text);
        FileSystem fileSystem = path.getFileSystem(configuration);
        if (!fileSystem.exists(path)) {
          throw new MissingPathException(text);
        }
        discovery.add(fileSystem, fileSystem.getFileStatus(path), "");
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot list " + text + ": " + e.getMessage(), e);
      }
    }
    // A folder and a file in it may both be named.
    Set<String> seen = new HashSet<>();
    discovery.files.removeIf(file -> !seen.add(file.uri()));
    discovery.files.sort(Comparator.comparing(SourceFile::name).thenComparing(SourceFile::uri));
    return discovery;
  }

  private void add(FileSystem fileSystem, FileStatus status, String name) throws IOException {
    if (status.isDirectory()) {
      for (FileStatus child : fileSystem.listStatus(status.getPath())) {
        String part = child.getPath().getName();
        if (!isHidden(part)) {
          add(fileSystem, child, name.isEmpty() ? part : name + "/" + part);
        }
      }
      return;
    }
    String file = name.isEmpty() ? status.getPath().getName() : name;
    format(file)
        .ifPresentOrElse(
            format ->
                files.add(
                    new SourceFile(file, status.getPath().toString(), status.getLen(), format)),
            () -> ignored.add(file));
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.startsWith("_") || name.startsWith("~$");
  }

  private static Optional<SourceFile.Format> format(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".csv")) {
      return Optional.of(SourceFile.Format.CSV);
    }
    return lower.endsWith(".parquet") ? Optional.of(SourceFile.Format.PARQUET) : Optional.empty();
  }
}
