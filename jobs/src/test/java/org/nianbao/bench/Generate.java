package org.nianbao.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes an archive. */
@Command(
    name = "generate",
    description = "Writes seeded exports of tickets and publications, a file per town and year",
    showDefaultValues = true,
    mixinStandardHelpOptions = true)
final class Generate implements Callable<Integer> {
  @Option(names = "--to", required = true, description = "Folder that takes the exports")
  private Path to;

  @Option(
      names = "--next",
      description = "Folder that takes one more year of the first town, for an update")
  private Path next;

  @Option(names = "--tickets", defaultValue = "3000000", description = "Tickets of all files")
  private long tickets;

  @Option(names = "--publications", defaultValue = "30000", description = "Of all files")
  private long publications;

  @Option(names = "--towns", defaultValue = "3", description = "How many, in the order of the list")
  private int towns;

  @Option(names = "--from", defaultValue = "2014", description = "First year")
  private int from;

  @Option(names = "--years", defaultValue = "5", description = "How many")
  private int years;

  @Option(
      names = "--skew",
      defaultValue = "0",
      description = "Share of the first town in all rows; 0: all towns alike")
  private double skew;

  @Option(
      names = "--encoding",
      defaultValue = "MIXED",
      description = "${COMPLETION-CANDIDATES}; mixed: one file so, the next so")
  private ArchivePlan.Encoding encoding;

  @Option(names = "--seed", defaultValue = "12345", description = "The same seed, the same bytes")
  private long seed;

  @Override
  public Integer call() throws Exception {
    List<Integer> range = IntStream.range(from, from + years).boxed().toList();
    ArchivePlan plan = new ArchivePlan(tickets, publications, towns, range, skew, encoding, seed);
    ArchiveFiles files = new ArchiveFiles(plan);
    System.out.printf("%s: %,d bytes%n", to, files.write(plan.parts(), to));
    if (next != null) {
      System.out.printf("%s: %,d bytes%n", next, files.write(List.of(plan.next()), next));
    }
    return 0;
  }
}
