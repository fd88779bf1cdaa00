package org.nianbao.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.seed.FormTable;
import org.nianbao.seed.Seeds;
import org.nianbao.testing.Project;

/** The tables of the three forms as they are printed; a number is shown as its line and place. */
class FormGridTest {
  private static final Seeds SEEDS = Project.seeds();

  @ParameterizedTest
  @ValueSource(ints = {2014, 2019, 2021})
  void shouldPrintTheTablesOfAForm(int year) throws IOException {
    Path expected =
        Project.folder()
            .resolve("jobs/src/test/resources/org/nianbao/draft/form-%d.txt".formatted(year));

    assertThat(
            List.of("statistics", "2", "3", "4").stream()
                .flatMap(table -> FormTable.of(SEEDS, year, table).stream())
                .map(FormGridTest::text)
                .collect(Collectors.joining("\n")))
        .isEqualTo(Files.readString(expected));
  }

  private static String text(FormTable form) {
    Grid grid =
        FormGrid.of(
            form,
            (line, column) -> Grid.Cell.of("%d.%d".formatted(line.position(), column.position())),
            SEEDS);
    assertThat(grid.rows().stream().mapToInt(FormGridTest::area).sum())
        .as("every place belongs to one cell")
        .isEqualTo(grid.width() * grid.rows().size());
    return "%s（表头%d行）\n".formatted(grid.caption(), grid.headerRows())
        + grid.rows().stream()
            .map(row -> row.stream().map(FormGridTest::text).collect(Collectors.joining(" | ")))
            .collect(Collectors.joining("\n", "", "\n"));
  }

  private static int area(List<Grid.Cell> row) {
    return row.stream().mapToInt(cell -> cell.rowSpan() * cell.columnSpan()).sum();
  }

  /** A cell; in brackets rows × columns where it takes more than one. */
  private static String text(Grid.Cell cell) {
    return cell.rowSpan() * cell.columnSpan() == 1
        ? cell.text()
        : "%s [%d×%d]".formatted(cell.text(), cell.rowSpan(), cell.columnSpan());
  }
}
