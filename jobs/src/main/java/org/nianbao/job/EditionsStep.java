package org.nianbao.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nianbao.edition.CsvTable;
import org.nianbao.edition.DataPackage;
import org.nianbao.edition.RejectFiles;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Rejects;
import org.nianbao.table.Table;

/** From result tables to the files that people open. */
public final class EditionsStep {
  private final Results results;
  private final Seeds seeds;
  private final Progress progress;

  public EditionsStep(Results results, Seeds seeds, Progress progress) {
    this.results = results;
    this.seeds = seeds;
    this.progress = progress;
  }

  /**
   * Writes every deliverable.
   *
   * @return rows by file
   */
  public Map<Path, Long> write(Path out) {
    return progress.step("写出结果文件", () -> writeAll(out));
  }

  private Map<Path, Long> writeAll(Path out) {
    Path folder = out.resolve("tables");
    Map<Path, Long> written = new TreeMap<>();
    List<Runnable> writes = new ArrayList<>();
    for (Table table : results.delivered()) {
      writes.add(
          () -> {
            long rows = CsvTable.write(folder, table, results.rows(table).iterator());
            synchronized (written) {
              written.put(folder.resolve(table.name() + ".csv"), rows);
            }
          });
    }
    writes.add(() -> DataPackage.write(folder, results.delivered(), results.suppressedBelow()));
    if (results.delivered().contains(Rejects.TABLE)) {
      writes.add(
          () ->
              RejectFiles.write(
                  out.resolve("rejects"), results.rows(Rejects.TABLE).iterator(), ruleLabels()));
    }
    SideBySide.run(writes);
    return written;
  }

  private Map<String, String> ruleLabels() {
    return seeds.rows(Rejects.RULE.vocabulary()).stream()
        .collect(Collectors.toMap(row -> row.get("rule"), row -> row.get("label")));
  }
}
