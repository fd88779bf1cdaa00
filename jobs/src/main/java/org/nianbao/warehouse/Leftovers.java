package org.nianbao.warehouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.delta.kernel.Scan;
import io.delta.kernel.SnapshotBuilder;
import io.delta.kernel.TableManager;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.actions.AddFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.nianbao.table.Table;

/**
 * What a process that was killed has left in a warehouse: files that no version of any table has
 * ever named. Whoever sweeps must hold the {@link Lease}: what another process is about to commit
 * looks the same.
 */
public final class Leftovers {
  private static final String LOG = "_delta_log";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Table> tables;
  private final Path location;
  private final FileSystem files;
  private final Engine engine;

  /**
   * Looks at nothing yet.
   *
   * @param location of the warehouse
   * @param tables all that it may hold; what else lies there belongs to somebody else
   */
  public Leftovers(Configuration configuration, String location, List<Table> tables) {
    this.tables = List.copyOf(tables);
    try {
      Path path = new Path(location);
      this.files = path.getFileSystem(configuration);
      this.location = files.makeQualified(path);
      this.engine = DefaultEngine.create(configuration);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look into the warehouse " + location, e);
    }
  }

  /**
   * Deletes them.
   *
   * @return how many files there were
   */
  public int sweep() {
    try {
      int swept = 0;
      for (Table table : tables) {
        Path folder = new Path(location, table.name());
        if (files.exists(folder)) {
          swept += sweep(folder);
        }
      }
      return swept;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot clean up the warehouse " + location, e);
    }
  }

  private int sweep(Path table) throws IOException {
    Path log = new Path(table, LOG);
    Set<Path> named = hasCommit(log) ? named(table, log) : Set.of();
    int swept = 0;
    for (Path file : below(table)) {
      boolean isLog = file.getParent().equals(log);
      if (isLog ? isUnfinished(file.getName()) : isData(file.getName()) && !named.contains(file)) {
        files.delete(file, false);
        swept++;
      }
    }
    prune(table);
    return swept;
  }

  private static boolean isData(String name) {
    return name.endsWith(".parquet");
  }

  /** What becomes a commit is written under another name first. */
  private static boolean isUnfinished(String name) {
    return name.endsWith(".tmp");
  }

  private boolean hasCommit(Path log) throws IOException {
    if (!files.exists(log)) {
      return false;
    }
    for (FileStatus file : files.listStatus(log)) {
      if (Warehouse.COMMIT.matcher(file.getPath().getName()).matches()) {
        return true;
      }
    }
    return false;
  }

  /** The files of every version of which the log is kept, and of the present one in any case. */
  private Set<Path> named(Path table, Path log) throws IOException {
    Set<Path> named = new HashSet<>();
    for (FileStatus file : files.listStatus(log)) {
      Matcher commit = Warehouse.COMMIT.matcher(file.getPath().getName());
      if (commit.matches()) {
        addNamed(table, file.getPath(), named);
        // The commits before it may be gone, and what they named is named by its checkpoint alone.
        if (files.exists(new Path(log, commit.group(1) + ".checkpoint.parquet"))) {
          addFiles(table, snapshot(table).atVersion(Long.parseLong(commit.group(1))), named);
        }
      }
    }
    addFiles(table, snapshot(table), named);
    return named;
  }

  private static SnapshotBuilder snapshot(Path table) {
    return TableManager.loadSnapshot(table.toString());
  }

  private void addFiles(Path table, SnapshotBuilder version, Set<Path> named) throws IOException {
    Scan scan = version.build(engine).getScanBuilder().build();
    for (io.delta.kernel.data.Row file : DirectReader.files(engine, scan)) {
      AddFile added = new AddFile(file.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL));
      named.add(inside(table, added.getPath()));
    }
  }

  private void addNamed(Path table, Path commit, Set<Path> named) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(files.open(commit), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode action = JSON.readTree(line);
        for (String kind : List.of("add", "remove")) {
          JsonNode path = action.path(kind).path("path");
          if (path.isTextual()) {
            named.add(inside(table, path.asText()));
          }
        }
      }
    }
  }

  private static Path inside(Path table, String named) {
    return new Path(table, new Path(URI.create(named)));
  }

  private List<Path> below(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    for (FileStatus file : files.listStatus(folder)) {
      if (file.isDirectory()) {
        found.addAll(below(file.getPath()));
      } else {
        found.add(file.getPath());
      }
    }
    return found;
  }

  /** Deletes folders in which there is nothing but checksums any more, which are not listed. */
  private boolean prune(Path folder) throws IOException {
    boolean empty = true;
    for (FileStatus file : files.listStatus(folder)) {
      empty &= file.isDirectory() && prune(file.getPath());
    }
    return empty && files.delete(folder, true);
  }
}
