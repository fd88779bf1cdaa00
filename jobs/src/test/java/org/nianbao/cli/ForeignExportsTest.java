package org.nianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nianbao.source.Workbook.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.cli.HotlineExports.Case;
import org.nianbao.source.Workbook;
import org.nianbao.testing.CsvRows;
import org.nianbao.testing.Nianbao;
import org.nianbao.testing.Project;
import org.nianbao.testing.Spark;

/** Exports that only a mapping explains, from the files to the tables. */
class ForeignExportsTest {
  private static final Path EXAMPLE =
      Project.folder().resolve("jobs/src/test/resources/org/nianbao/mapping/kansas.yaml");

  @TempDir private Path folder;

  @Test
  void shouldCountForeignTicketsAsTheirFilesDo() throws IOException {
    HotlineExports exports = HotlineExports.write(folder.resolve("exports"), 2007, 2022);
    Path mapping = mapping(Files.readString(EXAMPLE));

    JsonNode report = run(mapping);

    assertThat(report.path("inputs").findValuesAsText("dataset"))
        .hasSize(16)
        .containsOnly("tickets");
    assertThat(report.path("inputs").findValuesAsText("rejected")).containsOnly("0");
    assertThat(report.path("inputs").findValuesAsText("encoding"))
        .hasSize(16)
        .startsWith("UTF-8")
        .endsWith("UTF-8 (BOM)");
    assertThat(counted("tickets", "year", "ticket_source"))
        .isEqualTo(exports.count(one -> one.year() + " " + source(one)));
    assertThat(counted("tickets", "year", "town_code", "town", "ticket_type"))
        .isEqualTo(
            exports.count(
                one -> one.year() + " " + town(one) + " " + town(one) + " " + one.category()));
    Map<String, Long> settled = exports.count(one -> one.status() + " " + one.year());
    settled.keySet().removeIf(key -> !key.startsWith("RESOL"));
    assertThat(counted("closed", "year"))
        .hasSize(16)
        .allSatisfy((year, closed) -> assertThat(closed).isEqualTo(settled.get("RESOL " + year)));
    assertThat(CsvRows.of(folder.resolve("out/tables/trends.csv")))
        .extracting(
            row -> row.get("dimension") + "=" + row.get("member") + " " + row.get("member_label"))
        .contains("ticket_type=Water Water", "ticket_source=phone 电话热线");
    readOnlyWhatTheMappingChanges(mapping);
    deliverTownsThatTheSeedsDoNotHave();
  }

  private void readOnlyWhatTheMappingChanges(Path mapping) throws IOException {
    assertThat(plan(mapping).out())
        .contains("按 " + mapping + " 的映射 kansas-311", "CASE ID→ticket_id", "已在档案中")
        .doesNotContain("新读入", "将重新计算");
    mapping(Files.readString(mapping).replace("DUP: withdrawn", "DUP: closed"));
    assertThat(plan(mapping).out()).contains("新读入").doesNotContain("已在档案中");
  }

  private void deliverTownsThatTheSeedsDoNotHave() {
    Object[] where = {"--warehouse", folder.resolve("warehouse"), "--out", folder.resolve("show")};
    Nianbao known = nianbao(where, "show", "tickets_by_month", "--town", "Old Westport");
    assertThat(known.status()).isZero();
    assertThat(known.out()).contains("Old Westport").doesNotContain("Brookside");
    Nianbao unknown = nianbao(where, "show", "tickets_by_month", "--town", "Westend");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("Cannot deliver the town 'Westend'");
  }

  @Test
  @Tag("slow")
  void shouldReadForeignWorkbooksAndParquetThroughOneMapping() throws IOException {
    Path exports = Files.createDirectory(folder.resolve("exports"));
    String[] header = {"Case", "Kind", "Way", "Opened"};
    new Workbook()
        .sheet("Notes", texts(1, header), texts(2, "9", "none", "none", "01/02/2016"))
        .sheet("Cases", texts(1, header), texts(2, "1", "Noise", "Web", "31/12/2016"))
        .write(exports.resolve("2016.xlsx"));
    Spark.session()
        .sql(
            "select 2 as `Case`, 'Noise' as Kind, 'Web' as Way, date'2017-01-01' as Opened"
                + " union all select 1, 'Noise', 'Web', date'2016-12-31'")
        .coalesce(1)
        .write()
        .parquet(exports.resolve("2017").toString());
    Path mapping =
        mapping(
            """
            sources:
              - name: calls
                dataset: tickets
                files: ["*.xlsx", "*.parquet"]
                sheet: Cases
                columns:
                  ticket_id: Case
                  town: {default: Elsewhere}
                  ticket_type: Kind
                  ticket_source: Way
                  received_at: {column: Opened, formats: [dd/MM/yyyy]}
                open: [town, ticket_type, ticket_source]
            """);

    JsonNode report = run(mapping);

    assertThat(report.path("inputs").findValuesAsText("duplicates"))
        .containsExactlyInAnyOrder("0", "1");
    assertThat(counted("tickets", "town", "year", "ticket_type", "ticket_source"))
        .isEqualTo(Map.of("Elsewhere 2016 Noise Web", 1L, "Elsewhere 2017 Noise Web", 1L));
  }

  @Test
  void shouldRefuseAMappingWhoseColumnNoFileHas() throws IOException {
    HotlineExports.write(folder.resolve("exports"), 2015, 2016);
    Path mapping = mapping(Files.readString(EXAMPLE).replace("CATEGORY", "KATEGORY"));

    Nianbao plan = plan(mapping);

    assertThat(plan.err())
        .isEqualToIgnoringNewLines(
            "Cannot use %s line 9: no file of 'kansas-311' has the column 'KATEGORY'; check its spelling"
                .formatted(mapping));
    assertThat(plan.status()).isEqualTo(2);
  }

  @Test
  void shouldRefuseAFileThatLacksAColumnOfTheOthers() throws IOException {
    HotlineExports.write(folder.resolve("exports"), 2015, 2016);
    Path odd = folder.resolve("exports/2015_neighborhood.csv");
    Files.writeString(odd, Files.readString(odd).replace(",CATEGORY,", ",KIND,"));
    Path mapping = mapping(Files.readString(EXAMPLE));

    Nianbao plan = plan(mapping);

    assertThat(plan.err())
        .startsWith(
            "Cannot use 2015_neighborhood.csv: it lacks the column 'CATEGORY' that %s line 9 maps to ticket_type"
                .formatted(mapping));
    assertThat(plan.status()).isEqualTo(3);
    assertThat(plan.out()).contains("2016_neighborhood.csv");
  }

  @Test
  void shouldSayAllThatIsWrongWithAMappingBeforeAnythingIsRead() throws IOException {
    Path mapping = mapping("sources:\n  - nam: a\n    dataset: calls\n");
    Nianbao run = plan(mapping);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines())
        .hasSize(5)
        .allMatch(line -> line.startsWith("Cannot use " + mapping + " line "));
    assertThat(plan(folder.resolve("none.yaml")).err())
        .contains("none.yaml: there is no such file; check --sources");
  }

  private static String source(Case one) {
    // The seeds know this one by its code.
    return one.source().equals("PHONE") ? one.source().toLowerCase(Locale.ROOT) : one.source();
  }

  private static String town(Case one) {
    return one.town().isEmpty() ? "unknown" : one.town();
  }

  private Map<String, Long> counted(String measure, String... columns) {
    Map<String, Long> counted = new TreeMap<>();
    for (Map<String, String> row :
        CsvRows.of(folder.resolve("out/tables/tickets_by_type_and_source.csv"))) {
      List<String> key = new ArrayList<>();
      for (String column : columns) {
        key.add(row.get(column));
      }
      counted.merge(String.join(" ", key), Long.valueOf(row.get(measure)), Long::sum);
    }
    return counted;
  }

  private Path mapping(String text) throws IOException {
    return Files.writeString(folder.resolve("sources.yaml"), text);
  }

  private JsonNode run(Path mapping) throws IOException {
    Nianbao run = nianbao(places(mapping), "run");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    return new ObjectMapper().readTree(folder.resolve("out/run.json").toFile());
  }

  private Nianbao plan(Path mapping) {
    return nianbao(places(mapping), "plan");
  }

  private Object[] places(Path mapping) {
    return new Object[] {
      "--exports", folder.resolve("exports"),
      "--warehouse", folder.resolve("warehouse"),
      "--out", folder.resolve("out"),
      "--sources", mapping
    };
  }

  private static Nianbao nianbao(Object[] places, Object... words) {
    List<Object> all = new ArrayList<>(List.of(words));
    all.addAll(List.of(places));
    return Nianbao.run(all.toArray());
  }
}
