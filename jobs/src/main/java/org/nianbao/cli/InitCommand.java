package org.nianbao.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Year;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.nianbao.seed.Seeds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lays out a folder for a town; starts no Spark. */
@Command(name = "init", mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
  private final Clock clock;
  private final PrintStream out = System.out;

  @Parameters(paramLabel = "DIR", descriptionKey = "dir")
  private Path folder;

  @Option(names = "--town", paramLabel = "NAME-OR-CODE", required = true)
  private String town;

  @Option(names = "--year", paramLabel = "YEAR", converter = Options.Year.class)
  private Integer year;

  @Option(names = "--seeds", paramLabel = "DIR")
  private Path seeds;

  InitCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Seeds lists = Options.readSeeds(seeds);
    String code = Options.townCode("lay out a folder for the town", town, lists);
    demandEmpty();
    int reportYear = year == null ? Year.now(clock).getValue() - 1 : year;
    TownFolder laidOut = new TownFolder(folder, lists.towns().names().get(code), reportYear, lists);
    try {
      laidOut.write();
    } catch (IOException e) {
      throw new UsageException(
          "Cannot lay out %s: %s; choose a place where you may write".formatted(folder, e));
    }
    laidOut.files().forEach(file -> out.println(folder.resolve(file)));
    out.printf("下一步：把导出文件放入 %s，再看 %s%n", laidOut.exports(), folder.resolve("README.md"));
    return Status.DONE;
  }

  private void demandEmpty() {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> children = Files.list(folder)) {
      if (children.findAny().isPresent()) {
        throw new UsageException(
            "Cannot lay out %s: the folder is not empty; name a new one".formatted(folder));
      }
    } catch (IOException e) {
      throw new UsageException(
          "Cannot lay out %s: it is no folder that can be read; name a new one".formatted(folder));
    }
  }
}
