package org.nianbao.cli;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.nianbao.edition.Manifest;
import org.nianbao.job.Alteration;
import org.nianbao.job.VerifyStep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks again at exports, archive and delivered files, and says what was altered since. */
@Command(name = "verify", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  private final Clock clock;

  @Mixin private Options options;

  VerifyCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    return Desk.with(options, clock, this::work);
  }

  private int work(Desk desk) {
    if (desk.ledgers().exports().isEmpty()) {
      throw new UsageException(
          "Cannot verify: nothing was taken in at %s yet; check --warehouse"
              .formatted(options.warehouse));
    }
    VerifyStep step = desk.verify();
    List<Alteration> found =
        Stream.of(step.sources(), step.archive(), step.delivered(options.out))
            .flatMap(List::stream)
            .toList();
    found.forEach(System.out::println);
    long altered = found.stream().filter(one -> one.kind().isAltered()).count();
    System.out.printf(
        "核对 %,d 个来源文件、%,d 个交付文件：%s%n",
        desk.ledgers().exports().size(),
        Manifest.read(options.out).size(),
        altered == 0 ? "没有发现改动" : "发现 %,d 处改动".formatted(altered));
    boolean refused = options.strict ? !found.isEmpty() : altered > 0;
    return refused ? Status.CHECK : Status.DONE;
  }
}
