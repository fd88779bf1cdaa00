package org.nianbao.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.nianbao.source.SourceFile.Format;
import org.nianbao.source.SourceFile.Packing;

/**
 * Finds the exports below files and folders of any Hadoop file system. Every export in an archive
 * is a file of its own.
 *
 * @param files the exports, by name
 * @param ignored names of files of formats that no export has
 */
public record Discovery(List<SourceFile> files, List<String> ignored) {
  private static final Map<String, Format> FORMATS =
      Map.of(
          ".csv", Format.CSV,
          ".tsv", Format.CSV,
          ".txt", Format.CSV,
          ".xlsx", Format.XLSX,
          // Known so that it can be refused with advice.
          ".xls", Format.XLSX,
          ".parquet", Format.PARQUET);

  /**
   * Searches recursively. Names that begin with a dot or an underscore, or with Excel's ~$, are no
   * exports: systems leave such files beside the data.
   *
   * @throws MissingPathException if a path does not exist
   * @throws ClosedPathException if a path cannot be looked into
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
        FileStatus named = fileSystem.getFileStatus(path);
        discovery.add(fileSystem, named, "", Links.below(named));
      } catch (IOException e) {
        throw new ClosedPathException(text, e);
      }
    }
    // A folder and a file in it may both be named.
    Set<String> seen = new HashSet<>();
    discovery.files.removeIf(file -> !seen.add(file.uri()));
    discovery.files.sort(Comparator.comparing(SourceFile::name).thenComparing(SourceFile::uri));
    return discovery;
  }

  private void add(FileSystem fileSystem, FileStatus status, String name, Links links)
      throws IOException {
    if (status.isDirectory()) {
      for (FileStatus child : fileSystem.listStatus(status.getPath())) {
        String part = child.getPath().getName();
        String below = name.isEmpty() ? part : name + "/" + part;
        if (links.leadsOut(child)) {
          files.add(SourceFile.stored(below, child, Format.LINK, Packing.NONE));
        } else if (!isHidden(part) && !links.isFolderFoundElsewhere(child)) {
          add(fileSystem, child, below, links);
        }
      }
      return;
    }
    String file = name.isEmpty() ? status.getPath().getName() : name;
    String lower = file.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".zip")) {
      addEntries(file, status, fileSystem.getConf());
    } else if (lower.endsWith(".gz")) {
      String inner = lower.substring(0, lower.length() - ".gz".length());
      add(file, format(inner), f -> SourceFile.stored(file, status, f, Packing.GZIP));
    } else {
      add(file, format(lower), f -> SourceFile.stored(file, status, f, Packing.NONE));
    }
  }

  private void add(String name, Optional<Format> format, Function<Format, SourceFile> asFile) {
    format.map(asFile).ifPresentOrElse(files::add, () -> ignored.add(name));
  }

  private void addEntries(String archive, FileStatus status, Configuration configuration) {
    Map<String, Long> entries;
    try {
      entries = ZipArchive.list(status.getPath(), configuration);
    } catch (IOException e) {
      // Recognition meets the same error, and says it of this file.
      files.add(SourceFile.entry(archive, status, "", status.getLen(), Format.CSV));
      return;
    }
    entries.forEach(
        (entry, bytes) -> {
          List<String> parts = safeParts(entry);
          if (parts.stream().noneMatch(Discovery::isHidden)) {
            String name = archive + "/" + String.join("/", parts);
            add(
                name,
                format(name.toLowerCase(Locale.ROOT)),
                f -> SourceFile.entry(name, status, entry, bytes, f));
          }
        });
  }

  /** Names of entries become names of delivered files: none may lead out of their folder. */
  private static List<String> safeParts(String entry) {
    return List.of(entry.split("/", -1)).stream()
        .map(part -> part.replaceAll("[\\p{Cntrl}:]", ""))
        .filter(part -> !part.isBlank() && !part.equals(".") && !part.equals(".."))
        .toList();
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.startsWith("_") || name.startsWith("~$");
  }

  private static Optional<Format> format(String lower) {
    int dot = lower.lastIndexOf('.');
    return dot < 0 ? Optional.empty() : Optional.ofNullable(FORMATS.get(lower.substring(dot)));
  }
}
