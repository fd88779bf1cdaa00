package org.nianbao.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.io.file.PathUtils;
import org.nianbao.seed.SeedRow;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Archive;

/**
 * A folder that collects the exports of a town: where they go, what is typed in, and how the job is
 * started. All of it appears at once or nothing does.
 */
final class TownFolder {
  private static final String DECLARED = "declared_figures";

  /** Excel knows UTF-8 by it. */
  private static final String MARK = "\uFEFF";

  private final Path folder;
  private final Path exports;
  private final Map<String, String> words;
  private final Seeds seeds;

  TownFolder(Path folder, String town, int year, Seeds seeds) {
    this.folder = folder.toAbsolutePath().normalize();
    this.exports = Path.of("exports", town, String.valueOf(year));
    this.seeds = seeds;
    this.words =
        Map.of(
            "{town}", town,
            "{year}", String.valueOf(year),
            "{folder}", this.folder.toString(),
            "{nianbao}", launcher(),
            "{headers}", headers());
  }

  /** Where the first exports go. */
  Path exports() {
    return folder.resolve(exports);
  }

  /** What is laid out, relative to the folder. */
  Set<Path> files() {
    return contents().keySet();
  }

  /**
   * Writes everything beside the folder, or inside it if it is there already, and then moves it to
   * its place.
   *
   * @throws IOException if nothing was laid out
   */
  void write() throws IOException {
    boolean there = Files.exists(folder);
    Path beside = there ? folder : folder.getParent();
    Files.createDirectories(beside);
    Path stage = beside.resolve(".nianbao-init-" + ProcessHandle.current().pid());
    List<Path> moved = new ArrayList<>();
    try {
      for (Map.Entry<Path, String> file : contents().entrySet()) {
        Path target = stage.resolve(file.getKey());
        Files.createDirectories(target.getParent());
        Files.writeString(target, file.getValue());
      }
      if (there) {
        moveInto(stage, moved);
      } else {
        Files.move(stage, folder, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      for (Path file : moved) {
        PathUtils.delete(file);
      }
      throw e;
    } finally {
      if (Files.exists(stage)) {
        PathUtils.deleteDirectory(stage);
      }
    }
  }

  private void moveInto(Path stage, List<Path> moved) throws IOException {
    try (var children = Files.list(stage)) {
      for (Path child : children.toList()) {
        Path target = folder.resolve(child.getFileName());
        Files.move(child, target, StandardCopyOption.ATOMIC_MOVE);
        moved.add(target);
      }
    }
  }

  private Map<Path, String> contents() {
    Map<Path, String> contents = new LinkedHashMap<>();
    contents.put(Path.of("README.md"), text("README.md"));
    contents.put(exports.resolve("_放在这里.txt"), text("here.txt"));
    contents.put(Path.of("declared.csv"), MARK + declaredHeader() + "\r\n");
    contents.put(Path.of("sources.yaml"), text("sources.yaml"));
    contents.put(Path.of("schedule.cron"), text("schedule.cron"));
    return contents;
  }

  private String text(String name) {
    try (InputStream in = TownFolder.class.getResourceAsStream("init/" + name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (Map.Entry<String, String> word : words.entrySet()) {
        text = text.replace(word.getKey(), word.getValue());
      }
      return text;
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read " + name + " of the job itself", e);
    }
  }

  /** The first name of each column of the table of declared figures. */
  private String declaredHeader() {
    return columns(DECLARED).values().stream()
        .map(rows -> rows.get(0).get("alias"))
        .collect(Collectors.joining(","));
  }

  private String headers() {
    StringBuilder headers = new StringBuilder();
    for (String dataset : seeds.columnAliases().datasets()) {
      headers.append(Archive.of(dataset).label()).append('\n');
      columns(dataset).values().forEach(rows -> headers.append("  ").append(line(rows)));
      headers.append('\n');
    }
    return headers.toString();
  }

  private static String line(List<SeedRow> rows) {
    List<String> names = rows.stream().map(row -> row.get("alias")).toList();
    String mark = rows.get(0).get("required").equals("yes") ? "*" : "";
    String others = String.join("、", names.subList(1, names.size()));
    return mark + names.get(0) + (others.isEmpty() ? "" : "（" + others + "）") + "\n";
  }

  private Map<String, List<SeedRow>> columns(String dataset) {
    return seeds.rows("column_aliases").stream()
        .filter(row -> row.get("dataset").equals(dataset))
        .collect(
            Collectors.groupingBy(
                row -> row.get("column"), LinkedHashMap::new, Collectors.toList()));
  }

  /** As the person at the terminal starts it: the launcher, where there is one. */
  private static String launcher() {
    String home = System.getProperty("nianbao.home");
    return home == null
        ? "nianbao"
        : Path.of(home).toAbsolutePath().normalize().resolve("nianbao").toString();
  }
}
