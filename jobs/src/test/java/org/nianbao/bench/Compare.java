package org.nianbao.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the main job beside its rivals, in turn, each run a process of its own. */
@Command(
    name = "compare",
    description = "Measures runs of the main job beside rivals; goes on where it was broken off",
    showDefaultValues = true,
    mixinStandardHelpOptions = true)
final class Compare implements Callable<Integer> {
  @Option(
      names = "--cases",
      split = ",",
      description =
          "Out of: sample-first, sample-later, sample-again, cold-3, update-3, cold-12, update-12")
  private List<String> cases =
      List.of("sample-first", "sample-later", "sample-again", "cold-3", "update-3");

  @Option(names = "--who", split = ",", description = "Out of: nianbao, spark, duckdb")
  private List<Contender> contenders = List.of(Contender.values());

  @Option(names = "--rounds", defaultValue = "5", description = "Measured runs of each")
  private int rounds;

  @Option(names = "--warm-up", defaultValue = "1", description = "Runs of each before")
  private int warmUp;

  @Option(
      names = "--million",
      defaultValue = "1000000",
      description = "Tickets of a 'million'; fewer to try the measurement itself")
  private long million;

  @Option(names = "--work", defaultValue = "target/bench", description = "Folder for everything")
  private Path work;

  @Option(names = "--page", description = "Page in Markdown that takes the tables")
  private Path page;

  @Override
  public Integer call() throws Exception {
    if (!Contest.CASES.containsAll(cases)) {
      System.err.println("Cannot measure " + cases + ": the cases are " + Contest.CASES);
      return 2;
    }
    Runs runs = new Runs(work.resolve("runs.csv"));
    Contest contest = new Contest(work, million);
    boolean agree = true;
    for (String name : Contest.CASES) {
      if (cases.contains(name)) {
        agree &= measure(name, contest, runs);
      }
    }
    ResultPage results = new ResultPage(runs);
    System.out.print(results.tables());
    if (page != null) {
      results.write(page);
    }
    return agree ? 0 : 1;
  }

  private boolean measure(String name, Contest contest, Runs runs)
      throws IOException, InterruptedException {
    boolean agree = true;
    for (int round = -warmUp; round < rounds; round++) {
      for (Contender contender : contenders) {
        boolean missing =
            runs.of(name, contender.label()).size() < (round < 0 ? rounds : round + 1);
        if (Contest.takesPart(contender, name) && missing) {
          double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
          Run run = contest.run(name, contender);
          agree &= record(name, contender, run, load, round < 0, contest, runs);
        }
      }
    }
    return agree;
  }

  private static boolean record(
      String name,
      Contender contender,
      Run run,
      double load,
      boolean warmUp,
      Contest contest,
      Runs runs)
      throws IOException {
    List<String> differences =
        contender == Contender.NIANBAO ? List.of() : contest.differences(name, contender);
    differences.forEach(System.err::println);
    String agrees =
        differences.isEmpty() ? "yes" : differences.contains("not compared") ? "" : "no";
    if (!warmUp) {
      runs.add(name, contender, run, load, contender == Contender.NIANBAO ? "" : agrees);
    }
    System.out.printf("%s %s%s: %s%n", name, contender.label(), warmUp ? ", warm-up" : "", run);
    return !agrees.equals("no");
  }
}
