package org.nianbao.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.nianbao.edition.DataPackage;
import org.nianbao.edition.Manifest;
import org.nianbao.edition.RunReport;
import org.nianbao.job.EditionsStep;
import org.nianbao.job.InputException;
import org.nianbao.job.IntakeStep;
import org.nianbao.job.Reading;
import org.nianbao.job.Results;
import org.nianbao.source.ClosedPathException;
import org.nianbao.source.MissingPathException;
import org.nianbao.table.IngestLog;
import org.nianbao.table.Shared;
import org.nianbao.table.TownYear;

/** The main job or one of its parts, and the account of it in the terminal and in run.json. */
final class Job {
  /** The parts, in their order. */
  enum Part {
    INTAKE,
    TABLES,
    EDITIONS
  }

  static final String UNREAD_SHEET = "未读取（每个工作簿只读一张表，另存为单独的文件即可读取）：";

  private static final int CHECKS_SHOWN = 5;

  private final Desk desk;
  private final Results results;
  private SortedSet<TownYear> recomputed = new TreeSet<>();
  private Map<Path, Long> written = Map.of();
  private List<RunReport.Input> inputs = new ArrayList<>();
  private List<String> problems = List.of();
  private List<String> ignored = List.of();
  private List<String> unreadSheets = List.of();

  /** Null where the job ends before the checks. */
  private CheckReport checks;

  private Job(Desk desk) {
    this.desk = desk;
    this.results = desk.results();
  }

  /** Runs the parts; gives the exit status. */
  static int run(Desk desk, Set<Part> parts) {
    Job job = new Job(desk);
    if (parts.contains(Part.EDITIONS)) {
      job.demandOneKind();
    }
    try {
      return job.run(parts);
    } catch (InputException | MissingPathException | ClosedPathException | UsageException e) {
      throw e;
    } catch (RuntimeException e) {
      job.reportFailure(e);
      throw e;
    }
  }

  /** Why a run failed is told even where the account of it cannot be written either. */
  private void reportFailure(RuntimeException failure) {
    try {
      runReport(Status.FAILED).write(desk.options().out);
    } catch (UncheckedIOException e) {
      failure.addSuppressed(e);
    }
  }

  private int run(Set<Part> parts) {
    if (parts.contains(Part.INTAKE)) {
      intake(parts.contains(Part.TABLES));
    } else if (parts.contains(Part.TABLES)) {
      tables();
    }
    if (parts.contains(Part.EDITIONS)) {
      desk.demandTownYears();
      Manifest manifest = Manifest.begin(desk.options().out);
      written =
          new EditionsStep(desk.released(), desk.seeds(), desk.progress())
              .write(desk.options().out);
      desk.documents().write(desk.options().out);
      desk.delivery().note();
      manifest.write();
    }
    return report(parts);
  }

  /** What is hidden in one place must not stand beside it. */
  private void demandOneKind() {
    Path out = desk.options().out;
    long before =
        DataPackage.suppressedBelow(out.resolve("tables")).orElse(desk.options().suppress);
    if (before != desk.options().suppress) {
      throw new UsageException(
          "Cannot deliver into %s: it holds figures of a run with --suppress %d; name another --out, or empty it"
              .formatted(out, before));
    }
  }

  private void intake(boolean tablesToo) {
    IntakeStep step = desk.intake();
    try (Reading reading = step.take(desk.options().exports)) {
      if (desk.options().strict) {
        step.demandNoRejects(reading);
      }
      step.write(reading);
      if (tablesToo) {
        tables();
      }
      problems = reading.problems();
      inputs = inputs(reading);
      ignored = reading.ignored();
      unreadSheets = reading.unreadSheets();
    }
  }

  private void tables() {
    recomputed = desk.tables().run();
    desk.checks().run();
    checks = CheckReport.of(results);
  }

  private List<RunReport.Input> inputs(Reading reading) {
    Map<String, Row> accounts = new TreeMap<>();
    results
        .rows(IngestLog.TABLE)
        .forEach(
            row ->
                accounts.put(key(row.getAs(Shared.SOURCE_FILE.name()), row.getAs("sha256")), row));
    List<RunReport.Input> all = new ArrayList<>();
    for (Reading.Seen seen : reading.files()) {
      if (seen.entry() == null) {
        all.add(RunReport.Input.refused(seen.file().name(), seen.file().bytes(), seen.problem()));
        continue;
      }
      Row account = accounts.get(key(seen.entry().sourceFile(), seen.entry().sha256()));
      all.add(
          new RunReport.Input(
              seen.file().name(),
              seen.file().bytes(),
              seen.entry().sha256(),
              seen.entry().dataset(),
              seen.entry().encoding(),
              seen.isNew(),
              seen.entry().rowsRead(),
              account.getAs(IngestLog.ACCEPTED.name()),
              seen.entry().rejected(),
              account.getAs(IngestLog.DUPLICATES.name()),
              null));
    }
    return all;
  }

  private static String key(String sourceFile, String sha256) {
    return sourceFile + "|" + sha256;
  }

  /** A file that is missing may be why a check fails: it comes first. */
  private int status() {
    if (!problems.isEmpty()) {
      return Status.INPUT;
    }
    return checks == null || checks.errors() == 0 ? Status.DONE : Status.CHECK;
  }

  private int report(Set<Part> parts) {
    int status = status();
    runReport(status).write(desk.options().out);
    new Summary(System.out).print(desk, parts, inputs, recomputed, results, written);
    if (checks != null) {
      checks.print(System.out, CHECKS_SHOWN);
    }
    ignored.forEach(file -> System.out.println("未读取（不是导出文件格式）：" + file));
    unreadSheets.forEach(sheet -> System.out.println(UNREAD_SHEET + sheet));
    problems.forEach(System.err::println);
    return status;
  }

  private RunReport runReport(int status) {
    return new RunReport(
        Version.all(desk.spark()),
        desk.asOf(),
        inputs,
        Stream.concat(ignored.stream(), unreadSheets.stream()).toList(),
        recomputed,
        desk.progress().timings(),
        status);
  }
}
