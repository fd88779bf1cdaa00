package org.nianbao.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.nianbao.job.InputException;
import org.nianbao.lint.FactSheet;
import org.nianbao.lint.Finding;
import org.nianbao.lint.Linter;
import org.nianbao.lint.Neighbours;
import org.nianbao.lint.Verdict;
import org.nianbao.report.Document;
import org.nianbao.report.PublishedReport;
import org.nianbao.report.ReportReader;
import org.nianbao.report.ReportSubject;
import org.nianbao.report.UnreadableReportException;
import org.nianbao.report.Wording;
import org.nianbao.seed.Seeds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds the numbers of an edited draft against the facts of its edition; starts no Spark. */
@Command(name = "lint", mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {
  private final PrintStream out = System.out;

  @Parameters(paramLabel = "DRAFT", descriptionKey = "draft")
  private Path draft;

  @Option(names = "--out", paramLabel = "DIR")
  private Path deliverables = Path.of("build", "out");

  @Option(names = "--town", paramLabel = "NAME-OR-CODE")
  private String town;

  @Option(names = "--year", paramLabel = "YEAR")
  private Integer year;

  @Option(names = "--seeds", paramLabel = "DIR")
  private Path seeds;

  @Option(names = "--all")
  private boolean all;

  @Option(names = "--format", paramLabel = "FORMAT")
  private LintFormat format = LintFormat.TEXT;

  @Option(names = "--debug")
  private boolean debug;

  @Override
  public Integer call() {
    Seeds lists = Options.readSeeds(seeds);
    if (!Files.isRegularFile(draft)) {
      throw new UsageException(
          "Cannot read %s: there is no such file; check DRAFT".formatted(draft));
    }
    Wording wording = Wording.of(lists);
    Document document = document();
    PublishedReport.Told told =
        new PublishedReport.Told(ReadReportCommand.townCode(lists, town), year);
    ReportSubject subject = subject(document, wording, told);
    Path editions = deliverables.resolve("editions");
    FactSheet sheet = facts(editions, subject);
    List<Finding> findings =
        new Linter(sheet, new Neighbours(editions, sheet), wording).lint(document);
    print(findings);
    return findings.stream().anyMatch(one -> one.verdict().contradicts())
        ? Status.CHECK
        : Status.DONE;
  }

  private Document document() {
    try {
      return ReportReader.read(Files.readAllBytes(draft));
    } catch (UnreadableReportException | IOException e) {
      throw new InputException("Cannot read %s: it %s".formatted(draft, e.getMessage()));
    }
  }

  private ReportSubject subject(Document document, Wording wording, PublishedReport.Told told) {
    try {
      return ReportSubject.of(document, draft.toString(), wording, told);
    } catch (UnreadableReportException e) {
      throw new UsageException("Cannot lint %s: it %s".formatted(draft, e.getMessage()));
    }
  }

  private static FactSheet facts(Path editions, ReportSubject subject) {
    Path file =
        editions
            .resolve(subject.town())
            .resolve(String.valueOf(subject.year()))
            .resolve(FactSheet.FILE);
    if (!Files.isRegularFile(file)) {
      throw new UsageException(
          "Cannot lint without facts: there is no %s; run 'nianbao run' first, or check --out, --town and --year"
              .formatted(file));
    }
    try {
      return FactSheet.read(file);
    } catch (IOException e) {
      throw new UsageException(
          "Cannot use %s: %s; run 'nianbao run' again".formatted(file, e.getMessage()));
    }
  }

  private void print(List<Finding> findings) {
    List<Finding> listed =
        findings.stream()
            .filter(
                one -> all || debug || one.verdict().isOpen() || one.verdict() == Verdict.ROUNDED)
            .toList();
    format.print(listed, findings, out);
  }
}
