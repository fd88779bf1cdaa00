package org.nianbao.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.nianbao.job.Results;
import org.nianbao.table.Field;
import org.nianbao.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints a result table in the terminal. */
@Command(name = "show", mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
  private final Clock clock;

  @Mixin private Options options;

  @Parameters(paramLabel = "TABLE", descriptionKey = "table", completionCandidates = Names.class)
  private String name;

  ShowCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Table table =
        Results.table(name)
            .orElseThrow(
                () ->
                    new UsageException(
                        "Cannot show '%s': there is no such table; there are %s"
                            .formatted(name, String.join(", ", new Names()))));
    return Desk.with(options, clock, desk -> print(table, desk));
  }

  private static int print(Table table, Desk desk) {
    desk.demandTownYears();
    List<List<String>> lines = new ArrayList<>();
    lines.add(table.fields().stream().map(Field::name).toList());
    Iterator<Row> rows = desk.results().rows(table).iterator();
    while (rows.hasNext()) {
      Row row = rows.next();
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        cells.add(Columns.text(row.get(i)));
      }
      lines.add(cells);
    }
    Columns.print(lines, System.out);
    return Status.DONE;
  }

  /** What can be shown, also for a shell that completes words. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Results.tables().stream().map(Table::name).iterator();
    }
  }
}
