package org.nianbao.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.nianbao.job.Results;
import org.nianbao.table.Field;
import org.nianbao.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints a result table in the terminal. */
@Command(
    name = "show",
    description = "print a result table, filtered by --town and --years",
    mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
  private final Clock clock;

  @Mixin private Options options;

  @Parameters(paramLabel = "TABLE", description = "name of the table, such as trends")
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
                            .formatted(
                                name,
                                Results.tables().stream()
                                    .map(Table::name)
                                    .collect(Collectors.joining(", ")))));
    return Desk.with(options, clock, desk -> print(table, desk.results()));
  }

  private static int print(Table table, Results results) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(table.fields().stream().map(Field::name).toList());
    Iterator<Row> rows = results.rows(table).iterator();
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
}
