package org.nianbao.yearly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.seed.Seeds;
import org.nianbao.testing.Markdown;
import org.nianbao.testing.Project;
import org.nianbao.testing.Tables;

/** The walk of CONTRIBUTING.md from no yearly table to one more. */
class ContributingTest {
  private static final Markdown STEPS = Markdown.of("CONTRIBUTING.md").section("How to add …");

  @TempDir private Path folder;

  @Test
  void shouldComputeTheTableOfTheExample() throws Exception {
    Seeds seeds = Project.seeds();
    YearlyTable table =
        (YearlyTable) MethodHandles.lookup().defineClass(compiled()).getConstructor().newInstance();
    Dataset<Row> rows =
        table.contract().labelled(table.compute(YearlyTablesTest.archive(seeds)), seeds::labels);
    assertThat(Tables.text(table.contract(), rows).lines())
        .containsExactlyElementsOf(STEPS.code("csv"));
  }

  private byte[] compiled() throws IOException {
    List<String> lines = STEPS.code("java");
    assertThat(lines).contains("public final class TicketsByWeekday implements YearlyTable {");
    Path source = folder.resolve("TicketsByWeekday.java");
    Files.write(source, lines);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int status =
        compiler.run(
            null,
            null,
            null,
            "-proc:none",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "-d",
            folder.toString(),
            source.toString());
    assertThat(status).isZero();
    return Files.readAllBytes(folder.resolve("org/nianbao/yearly/TicketsByWeekday.class"));
  }
}
