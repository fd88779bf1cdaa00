package org.nianbao.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.testing.CsvRows;
import org.nianbao.testing.Nianbao;
import org.nianbao.testing.Trial;

/** Labels that stay as exports have them are text wherever they come out, whatever they say. */
class EscapingTest {
  private static final List<String> LABELS =
      List.of(
          "<script>alert(1)</script>",
          "<img src=x onerror=alert(1)>",
          "\"><svg onload=alert(1)>",
          "=HYPERLINK(\"http://a.example\")",
          "+cmd|' /C calc'!A0",
          "-2+3",
          "@SUM(1)",
          "javascript:alert(1)",
          "]]>&lt;b",
          "../../out of here");

  @TempDir private static Path folder;

  @BeforeAll
  static void run() throws IOException {
    StringBuilder rows = new StringBuilder("case,town,type,in\n");
    for (int i = 0; i < LABELS.size(); i++) {
      String label = '"' + LABELS.get(i).replace("\"", "\"\"") + '"';
      rows.append("U%d,%s,%s,2017-05-01\n".formatted(i, label, label));
    }
    rows.append("U99,=1+1,x,no date\n");
    Path exports = Files.createDirectories(folder.resolve("exports"));
    Files.writeString(exports.resolve("=HYPERLINK(x) <script>.csv"), rows);
    Files.writeString(
        folder.resolve("sources.yaml"),
        """
        sources:
          - name: labels
            dataset: tickets
            files: ["*.csv"]
            columns:
              ticket_id: case
              town: town
              ticket_type: type
              ticket_source: type
              received_at: {column: in, formats: ["yyyy-MM-dd"]}
            open: [town, ticket_type, ticket_source]
        """);
    Nianbao run =
        Nianbao.run(
            "run",
            "--exports",
            exports,
            "--sources",
            folder.resolve("sources.yaml"),
            "--warehouse",
            folder.resolve("inner/warehouse"),
            "--out",
            folder.resolve("inner/out"));
    assertThat(run.err()).isEmpty();
  }

  @Test
  void shouldCountEveryLabelAsItself() {
    assertThat(CsvRows.of(folder.resolve("inner/out/tables/tickets_by_type_and_source.csv")))
        .hasSize(LABELS.size());
  }

  @Test
  void shouldGiveSpreadsheetsNoFormula() throws IOException {
    for (Path csv : files(".csv")) {
      CsvRows.of(csv)
          .forEach(
              row ->
                  assertThat(row.values())
                      .as("%s", csv)
                      .noneMatch(
                          cell -> cell.matches("[=+@\t\r][\\s\\S]*|-[^\\d][\\s\\S]*|-2\\+3")));
    }
    for (Path book : files(".xlsx")) {
      for (String part : parts(book)) {
        assertThat(part).as("%s", book).doesNotContain("<f>HYPERLINK", "<f>SUM", "<f>1+1", "DDE");
      }
    }
    Trial.keep(
        "escaping",
        "EscapingTest#shouldGiveSpreadsheetsNoFormula",
        "the same labels",
        LABELS.size(),
        "no cell of %d CSV files and %d workbooks is a formula"
            .formatted(files(".csv").size(), files(".xlsx").size()));
  }

  @Test
  void shouldGiveBrowsersTextAlone() throws IOException {
    List<Path> pages = files(".html");
    assertThat(pages).hasSizeGreaterThan(LABELS.size());
    for (Path page : pages) {
      Document document = Jsoup.parse(Files.readString(page));
      assertThat(document.select("img[src=x], svg[onload], [onerror], [href^=javascript:]"))
          .as("%s", page)
          .isEmpty();
      for (Element script : document.select("script")) {
        assertThat(script.data().strip()).as("%s", page).doesNotStartWith("alert(1)");
      }
    }
    Trial.keep(
        "escaping",
        "EscapingTest#shouldGiveBrowsersTextAlone",
        "labels such as `<script>`, `=HYPERLINK(…)` and `javascript:` in exports",
        LABELS.size(),
        "text in each of %d pages".formatted(pages.size()));
  }

  @Test
  void shouldWriteLabelsAsTextIntoDrafts() throws IOException {
    for (Path draft : files(".docx")) {
      for (String part : parts(draft)) {
        assertThat(part).as("%s", draft).doesNotContain("<script>", "<img src", "<svg", "DDEAUTO");
      }
    }
  }

  @Test
  void shouldLeaveNothingOutsideOfItsFolders() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("exports", "sources.yaml", "inner");
    }
    try (Stream<Path> all = Files.list(folder.resolve("inner"))) {
      assertThat(all.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("out", "warehouse");
    }
    try (Stream<Path> all = Files.list(folder.resolve("inner/out/editions"))) {
      assertThat(all).hasSize(LABELS.size());
    }
  }

  private static List<Path> files(String extension) throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("inner/out"))) {
      List<Path> files = all.filter(path -> path.toString().endsWith(extension)).toList();
      assertThat(files).isNotEmpty();
      return files;
    }
  }

  private static List<String> parts(Path file) throws IOException {
    List<String> parts = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith(".xml")) {
          parts.add(new String(zip.readAllBytes(), UTF_8));
        }
      }
    }
    return parts;
  }
}
