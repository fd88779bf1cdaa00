package org.nianbao.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.nianbao.job.IntakeStep;
import org.nianbao.job.Reading;
import org.nianbao.mapping.SourceMapping;
import org.nianbao.source.Header;
import org.nianbao.table.Archive;
import org.nianbao.table.TownYear;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reads and recognises as a run would, and writes nothing. */
@Command(name = "plan", mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
  private final Clock clock;
  private final PrintStream out = System.out;

  @Mixin private Options options;

  PlanCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    return Desk.with(options, clock, this::work);
  }

  private int work(Desk desk) {
    IntakeStep step = desk.intake();
    try (Reading reading = step.look(options.exports)) {
      reading.files().stream().filter(seen -> seen.problem() == null).forEach(this::file);
      reading.ignored().forEach(file -> out.println("不读取（不是导出文件格式）：" + file));
      reading.unreadSheets().forEach(sheet -> out.println(Job.UNREAD_SHEET + sheet));
      townYears(desk, desk.tables().plan(step.unlogged(reading), step.linksOf(reading)));
      if (options.strict) {
        step.demandNoRejects(reading);
      }
      reading.problems().forEach(System.err::println);
      return reading.problems().isEmpty() ? Status.DONE : Status.INPUT;
    }
  }

  private void file(Reading.Seen seen) {
    out.printf(
        "%s%n  %s  %s  读取 %,d 行  退回 %,d 行  %s%n",
        seen.file().name(),
        Archive.of(seen.entry().dataset()).label(),
        seen.entry().encoding(),
        seen.entry().rowsRead(),
        seen.entry().rejected(),
        seen.isNew() ? "新读入" : "已在档案中");
    SourceMapping mapping = seen.export().mapping();
    if (!mapping.equals(SourceMapping.NONE)) {
      out.printf("  按 %s 的映射 %s%n", mapping.place(), mapping.name());
    }
    out.println("  " + mapping(seen.export().header()));
  }

  /** Each cell of the header with the column it stands for; what is not kept stands alone. */
  private static String mapping(Header header) {
    Map<Integer, String> columns =
        header.positions().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getValue,
                    Map.Entry::getKey,
                    (one, other) -> one + "、" + other,
                    TreeMap::new));
    StringBuilder mapping = new StringBuilder();
    List<String> cells = header.cells();
    for (int i = 0; i < cells.size(); i++) {
      mapping.append(i == 0 ? "" : "，").append(cells.get(i).strip());
      mapping.append(columns.containsKey(i) ? "→" + columns.get(i) : "（不取）");
    }
    return mapping.toString();
  }

  private void townYears(Desk desk, Iterable<TownYear> stale) {
    for (TownYear townYear : stale) {
      String code = townYear.townCode();
      out.printf(
          "将重新计算：%s %d%n", desk.seeds().towns().names().getOrDefault(code, code), townYear.year());
    }
  }
}
