package org.nianbao.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.nianbao.edition.CellText;
import org.nianbao.edition.CsvTable;
import org.nianbao.job.InputException;
import org.nianbao.job.ReportFile;
import org.nianbao.job.ReportsStep;
import org.nianbao.report.Figure;
import org.nianbao.report.PublishedReport;
import org.nianbao.report.Unplaced;
import org.nianbao.report.Wording;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Field;
import org.nianbao.table.PublishedFigures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads the figures of reports already published, and lists what it cannot place. */
@Command(name = "read-report", mixinStandardHelpOptions = true)
final class ReadReportCommand implements Callable<Integer> {
  private final PrintStream out = System.out;

  @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "files")
  private List<String> files;

  @Option(names = "--out", paramLabel = "FILE.csv", required = true)
  private Path target;

  @Option(names = "--town", paramLabel = "NAME-OR-CODE")
  private String town;

  @Option(names = "--year", paramLabel = "YEAR")
  private Integer year;

  @Option(names = "--seeds", paramLabel = "DIR")
  private Path seeds;

  @Option(names = "--debug")
  private boolean debug;

  @Override
  public Integer call() {
    Seeds lists = Options.readSeeds(seeds);
    PublishedReport.Told told = new PublishedReport.Told(townCode(lists, town), year);
    return Session.with(
        debug,
        spark -> {
          List<ReportFile> found =
              ReportFile.find(files, spark.sparkContext().hadoopConfiguration());
          demandReports(found, told);
          return report(new ReportsStep(spark, Wording.of(lists)).read(found, told));
        });
  }

  private void demandReports(List<ReportFile> found, PublishedReport.Told told) {
    if (found.isEmpty()) {
      throw new InputException(
          "Cannot find reports: there is no text, HTML or .docx file in %s; check the paths"
              .formatted(String.join(", ", files)));
    }
    if (found.size() > 1 && !told.equals(PublishedReport.Told.NOTHING)) {
      throw new UsageException(
          "Cannot read %d reports with --town or --year: these are for a single report; name one"
              .formatted(found.size()));
    }
  }

  /** The code of a town that an option names; null where it names none. */
  static String townCode(Seeds lists, String town) {
    return town == null ? null : Options.townCode("read a report of", town, lists);
  }

  private int report(List<ReportsStep.Outcome> outcomes) {
    List<PublishedReport> reports =
        outcomes.stream().map(ReportsStep.Outcome::report).filter(Objects::nonNull).toList();
    List<String> problems =
        outcomes.stream().map(ReportsStep.Outcome::problem).filter(Objects::nonNull).toList();
    if (!reports.isEmpty()) {
      CsvTable.write(target, header(), reports.stream().flatMap(r -> rows(r).stream()).iterator());
    }
    reports.forEach(this::print);
    if (!reports.isEmpty()) {
      out.printf("已写入 %s，请核对后放入 seeds/%n", target);
    }
    problems.forEach(System.err::println);
    return problems.isEmpty() ? Status.DONE : Status.INPUT;
  }

  private static List<String> header() {
    return PublishedFigures.TABLE.fields().stream().map(Field::name).toList();
  }

  private static List<List<String>> rows(PublishedReport report) {
    return report.figures().stream().map(figure -> row(report, figure)).toList();
  }

  private static List<String> row(PublishedReport report, Figure figure) {
    return List.of(
        report.townCode(),
        String.valueOf(report.year()),
        figure.section(),
        figure.measure(),
        figure.dimension(),
        figure.member(),
        figure.value().toPlainString(),
        figure.unit(),
        String.valueOf(figure.approximate()),
        "%s%d年度报告".formatted(report.town(), report.year()),
        CellText.guarded(figure.evidence()),
        figure.confidence().code(),
        CellText.guarded(report.file()));
  }

  private void print(PublishedReport report) {
    out.printf(
        "%s%n  %s %d 年度报告：%d 个数字，%d 处放不进去%n",
        report.file(),
        report.town(),
        report.year(),
        report.figures().size(),
        report.unplaced().size());
    if (!report.unplaced().isEmpty()) {
      List<List<String>> lines = new ArrayList<>();
      report.unplaced().forEach(one -> lines.add(line(one)));
      Columns.print(lines, out);
    }
  }

  private static List<String> line(Unplaced one) {
    return List.of("  放不进去", one.section(), one.text(), one.reason(), one.evidence());
  }
}
