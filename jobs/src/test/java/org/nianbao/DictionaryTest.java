package org.nianbao;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nianbao.job.Results;
import org.nianbao.table.Archive;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.Checks;
import org.nianbao.table.Computed;
import org.nianbao.table.ContentSamples;
import org.nianbao.table.Coverage;
import org.nianbao.table.Deliveries;
import org.nianbao.table.ExportLog;
import org.nianbao.table.Field;
import org.nianbao.table.IngestLog;
import org.nianbao.table.Links;
import org.nianbao.table.PublishedFigures;
import org.nianbao.table.Rejects;
import org.nianbao.table.Revisions;
import org.nianbao.table.Table;
import org.nianbao.table.Trends;
import org.nianbao.testing.Project;
import org.nianbao.trend.TicketBacklog;
import org.nianbao.trend.TownComparison;
import org.nianbao.trend.UnusualValues;
import org.nianbao.yearly.YearlyTable;
import org.nianbao.yearly.YearlyTables;

/**
 * Holds the dictionary of tables against the contracts; with nianbao.tables.write it writes it:
 * {@code mvn -pl jobs test -Dtest=DictionaryTest -Dnianbao.tables.write=true}.
 */
class DictionaryTest {
  private static final String WRITE = "nianbao.tables.write";
  private static final Path PAGE = Project.folder().resolve("jobs/docs/tables.md");

  private static final String HEAD =
      """
      # Tables

      Every table by its contract: what a row is, its columns, and the class that makes it. The columns of the key are
      **bold**; they also give the order of rows. Types are those of the warehouse, in the words of Spark; what becomes of
      them in CSV stands in `tables/datapackage.json`, which is made of the same contracts. Codes are those of the list
      under [seeds](../../seeds/README.md) that is named, or a label itself where a mapping leaves the column open. An empty
      cell is not known: it is not zero.

      This page is generated: `mvn -pl jobs test -Dtest=DictionaryTest -Dnianbao.tables.write=true`.
      """;

  /** Who makes a table that is no yearly table. */
  private static final Map<Table, String> MADE_BY = new LinkedHashMap<>();

  static {
    MADE_BY.put(Trends.TABLE, "trend/TrendTable");
    MADE_BY.put(TownComparison.TABLE, "trend/TownComparison");
    MADE_BY.put(UnusualValues.TABLE, "trend/UnusualValues");
    MADE_BY.put(TicketBacklog.TABLE, "trend/TicketBacklog");
    MADE_BY.put(Coverage.TABLE, "job/Coverages");
    MADE_BY.put(Checks.TABLE, "check/CheckList");
    MADE_BY.put(IngestLog.TABLE, "job/Results");
    MADE_BY.put(Rejects.TABLE, "job/Results");
    MADE_BY.put(Revisions.TABLE, "revision/Comparison");
    MADE_BY.put(PublishedFigures.TABLE, "cli/ReadReportCommand");
    Archive.TABLES.forEach(archive -> MADE_BY.put(archive.table(), "intake/RecordIntake"));
    MADE_BY.put(Rejects.LOG, "intake/RecordIntake");
    MADE_BY.put(ExportLog.TABLE, "job/IntakeStep");
    MADE_BY.put(Links.TABLE, "job/Linking");
    MADE_BY.put(Computed.TABLE, "job/TablesStep");
    MADE_BY.put(ContentSamples.TABLE, "check/SameYearTwice");
    MADE_BY.put(Deliveries.TABLE, "job/DeliveryStep");
  }

  @Test
  void shouldDescribeEveryTableAsItsContractDoes() throws IOException {
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(PAGE, page());
    }
    assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
        .as("jobs/docs/tables.md; write it anew with -Dnianbao.tables.write=true")
        .isEqualTo(page());
  }

  @Test
  void shouldLeaveNoContractOut() {
    assertThat(described().map(Table::name).toList())
        .containsExactlyInAnyOrderElementsOf(
            contracts().stream().map(Table::name).collect(Collectors.toSet()));
  }

  @Test
  void shouldNameClassesThatThereAre() {
    Path sources = Project.folder().resolve("jobs/src/main/java/org/nianbao");
    assertThat(described())
        .allSatisfy(table -> assertThat(sources.resolve(maker(table) + ".java")).isRegularFile());
  }

  private static Stream<Table> described() {
    return Stream.of(Results.tables(), beside(), archive(), ledgers()).flatMap(List::stream);
  }

  /** What single commands write. */
  private static List<Table> beside() {
    return List.of(Revisions.TABLE, PublishedFigures.TABLE);
  }

  private static List<Table> archive() {
    return Archive.TABLES.stream().map(ArchiveTable::table).toList();
  }

  private static List<Table> ledgers() {
    return List.of(
        ExportLog.TABLE,
        Rejects.LOG,
        Links.TABLE,
        Computed.TABLE,
        ContentSamples.TABLE,
        Deliveries.TABLE);
  }

  /** Every contract that some class declares. */
  private static Set<Table> contracts() {
    Set<Table> contracts =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.nianbao")
                .stream()
                .map(JavaClass::getFields)
                .flatMap(Set::stream)
                .filter(field -> field.getRawType().isEquivalentTo(Table.class))
                .filter(field -> field.getModifiers().toString().contains("STATIC"))
                .map(DictionaryTest::value)
                .collect(Collectors.toSet());
    contracts.addAll(archive());
    YearlyTables.ALL.forEach(table -> contracts.add(table.contract()));
    return contracts;
  }

  private static Table value(JavaField field) {
    try {
      var reflected = field.reflect();
      reflected.setAccessible(true);
      return (Table) reflected.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String page() {
    return HEAD
        + section("Result tables", "`OUT/tables/<table>.csv`, on each run", Results.tables())
        + section("Files of single commands", "`revisions` and `read-report`", beside())
        + section("Archive", "Delta tables of the warehouse, append-only, by year", archive())
        + section(
            "Ledgers", "Delta tables of the warehouse: what a run knows of others", ledgers());
  }

  private static String section(String title, String where, List<Table> tables) {
    return tables.stream()
        .map(DictionaryTest::described)
        .collect(Collectors.joining("", "\n## " + title + "\n\n" + where + ".\n", ""));
  }

  private static String described(Table table) {
    List<String> lines = new ArrayList<>();
    lines.add("\n### `" + table.name() + "` " + table.label() + "\n");
    lines.add(table.grain() + ". Made by `" + maker(table) + "`.\n");
    lines.add("| column | label | type | unit | meaning |\n|---|---|---|---|---|");
    table.fields().forEach(field -> lines.add(row(table, field)));
    return String.join("\n", lines) + "\n";
  }

  private static String row(Table table, Field field) {
    String mark = table.key().contains(field) ? "**" : "";
    String codes = field.vocabulary().isEmpty() ? "" : ". Codes: `" + field.vocabulary() + "`";
    return "| %s`%s`%s | %s | %s | %s | %s |"
        .formatted(
            mark,
            field.name(),
            mark,
            field.label(),
            field.type().simpleString(),
            field.unit(),
            (field.description() + codes).replace("|", "\\|"));
  }

  private static String maker(Table table) {
    return YearlyTables.ALL.stream()
        .filter(yearly -> yearly.contract().equals(table))
        .map(YearlyTable::getClass)
        .map(type -> type.getName().replace("org.nianbao.", "").replace('.', '/'))
        .findFirst()
        .orElseGet(() -> MADE_BY.getOrDefault(table, "nobody"));
  }
}
