package org.nianbao.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.table.Coverage;
import org.nianbao.table.Disputes;
import org.nianbao.table.Table;
import org.nianbao.testing.CsvRows;
import org.nianbao.testing.Spark;

class LeftoversTest {
  private static final List<Table> TABLES = List.of(Coverage.TABLE, Disputes.ARCHIVE.table());

  @TempDir private Path folder;

  @Test
  void shouldKeepEveryVersionAndDeleteWhatNoneNames() throws IOException {
    Warehouse warehouse = new Warehouse(Spark.session(), folder.toString());
    for (int month = 1; month <= 12; month++) {
      warehouse.overwrite(Coverage.TABLE, List.of(covered(month)));
    }
    var before = CsvRows.hashes(folder);
    write("coverage/part-00000-a.parquet");
    write("coverage/_delta_log/.00000000000000000012.json.b.tmp");
    write("disputes/year=2017/part-00000-c.snappy.parquet");
    Files.createDirectories(folder.resolve("disputes/_delta_log"));

    assertThat(
            new Leftovers(
                    Spark.session().sparkContext().hadoopConfiguration(), folder.toString(), TABLES)
                .sweep())
        .isEqualTo(3);

    assertThat(CsvRows.hashes(folder)).isEqualTo(before);
    assertThat(folder.resolve("disputes")).doesNotExist();
    assertThat(warehouse.read(Coverage.TABLE, 2).collectAsList()).hasSize(1);
  }

  @Test
  void shouldLeaveAloneWhatIsNoTableOfAWarehouse() throws IOException {
    write("photos/part-1.parquet");
    write("coverage/notes.txt");

    assertThat(
            new Leftovers(
                    Spark.session().sparkContext().hadoopConfiguration(), folder.toString(), TABLES)
                .sweep())
        .isZero();

    assertThat(folder.resolve("photos/part-1.parquet")).exists();
    assertThat(folder.resolve("coverage/notes.txt")).exists();
  }

  private void write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "half");
  }

  private static Row covered(int month) {
    return RowFactory.create(
        "镇", "镇", 2017, "tickets", "partial", LocalDate.of(2017, month, 2), null, 1, 3L);
  }
}
