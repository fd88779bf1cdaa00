package org.nianbao.job;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.nianbao.source.MissingPathException;

/**
 * A report of the past, on any Hadoop file system.
 *
 * @param name the path that the user named, with its path below that folder
 * @param uri where it lies
 */
public record ReportFile(String name, String uri, long bytes) implements Serializable {
  /** Formats of reports, and those that are refused with advice. */
  private static final Set<String> FORMATS =
      Set.of("txt", "md", "htm", "html", "shtml", "docx", "doc", "pdf");

  /**
   * The named files, whatever they are called, and those below the named folders that may be
   * reports; each once, by name.
   *
   * @throws MissingPathException if a path does not exist
   */
  public static List<ReportFile> find(List<String> paths, Configuration configuration) {
    List<ReportFile> files = new ArrayList<>();
    for (String text : paths) {
      try {
        Path path = new Path(text);
        FileSystem fileSystem = path.getFileSystem(configuration);
        FileStatus status = fileSystem.getFileStatus(path);
        if (status.isDirectory()) {
          files.addAll(below(fileSystem, status, text));
        } else {
          files.add(new ReportFile(text, status.getPath().toString(), status.getLen()));
        }
      } catch (FileNotFoundException e) {
        throw new MissingPathException("reports", text, "check the path");
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot list " + text + ": " + e.getMessage(), e);
      }
    }
    files.sort(Comparator.comparing(ReportFile::name).thenComparing(ReportFile::uri));
    // A folder and a file in it may both be named.
    Set<String> seen = new HashSet<>();
    return files.stream().filter(file -> seen.add(file.uri())).toList();
  }

  private static List<ReportFile> below(FileSystem fileSystem, FileStatus folder, String name)
      throws IOException {
    List<ReportFile> files = new ArrayList<>();
    for (FileStatus child : fileSystem.listStatus(folder.getPath())) {
      String part = child.getPath().getName();
      String path = name.endsWith("/") ? name + part : name + "/" + part;
      if (part.startsWith(".") || part.startsWith("_") || part.startsWith("~$")) {
        continue;
      }
      if (child.isDirectory()) {
        files.addAll(below(fileSystem, child, path));
      } else if (FORMATS.contains(extension(part))) {
        files.add(new ReportFile(path, child.getPath().toString(), child.getLen()));
      }
    }
    return files;
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
