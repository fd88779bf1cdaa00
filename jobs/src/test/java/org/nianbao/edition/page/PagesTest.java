package org.nianbao.edition.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.edition.Edition;
import org.nianbao.edition.TownsCompared;
import org.nianbao.fact.TownResults;
import org.nianbao.table.Checks;
import org.nianbao.table.Coverage;
import org.nianbao.table.Field;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Table;
import org.nianbao.table.YearlyMeasures;
import org.nianbao.testing.SampleRun;
import org.nianbao.testing.SampleTowns;
import org.nianbao.trend.TownComparison;

/** Pages as a parser of HTML reads them. */
class PagesTest {
  private static final String GAOBU = "441900129";
  private static final String CHANGPING = "441900110";

  @TempDir Path folder;

  @Test
  void shouldPrintTheKeyFiguresAsTheFactsDo() throws IOException {
    Edition edition = edition(SampleTowns.DONGKENG, 2017);

    Document page = parsed(edition);

    assertThat(page.select(".cards li")).hasSizeGreaterThan(10);
    assertThat(card(page, "主动公开政府信息（发布平台）")).isEqualTo("1371条 ▲ 增加669条，增长95.3% 上年 702条");
    assertThat(card(page, "12345热线工单")).isEqualTo("228宗 ▲ 增加56宗，增长32.6% 上年 172宗");
    assertThat(card(page, "工单完结率")).isEqualTo("100% ▲ 提高4.7个百分点 上年 95.3%");
    assertThat(card(page, "新收政府信息公开申请")).isEqualTo("2件 不与上年比较：上年基数过小");
  }

  @Test
  void shouldShowNoNumberThatNoTableHolds() throws IOException {
    for (String town : List.of(SampleTowns.DONGKENG, GAOBU, CHANGPING)) {
      for (int year : List.of(2016, 2017, 2019, 2021)) {
        Edition edition = edition(town, year);
        assertThat(values(parsed(edition))).isSubsetOf(numbers(edition.town().rows().values()));
      }
    }
    TownsCompared compared = SamplePages.compared();
    assertThat(values(parsed(compared))).isSubsetOf(numbers(compared.rows().values()));
  }

  @Test
  void shouldGiveTheReasonAndNoNumberWhereYearsAreNotComparable() throws IOException {
    for (Document page : List.of(parsed(edition(GAOBU, 2019)), parsed(SamplePages.compared()))) {
      Element table = page.expectFirst("#all-changes, #comparison");
      List<String> heads = table.select("thead th").eachText();
      int reason = heads.indexOf("不可比原因");
      List<Element> rows =
          table.select("tbody tr").stream()
              .filter(row -> !row.child(reason).text().isEmpty())
              .toList();
      assertThat(rows).hasSizeGreaterThan(20);
      for (Element row : rows) {
        for (String change : List.of("增减", "同比")) {
          assertThat(row.child(heads.indexOf(change)).text()).isEqualTo("不可比");
          assertThat(row.child(heads.indexOf(change)).hasAttr("data-value")).isFalse();
        }
      }
    }
  }

  @Test
  void shouldSayInWordsWhatIsMissing() throws IOException {
    Document partial = parsed(edition(GAOBU, 2019));
    Element months = figure(partial, "12345热线工单：各月受理");
    assertThat(months.select("tbody tr").get(5).lastElementChild().attr("data-value")).isNotEmpty();
    assertThat(months.select("tbody tr").get(6).lastElementChild().text()).isEqualTo("缺");
    assertThat(card(partial, "12345热线工单")).contains("不是全年数，覆盖6个月");
    assertThat(card(partial, "行政复议")).isEqualTo("数据不完整");

    Document missing = parsed(edition(CHANGPING, 2016));
    assertThat(card(missing, "12345热线工单")).isEqualTo("没有数据");
    assertThat(missing.select("#coverage .status").eachText()).contains("缺失", "完整", "3个月");
    assertThat(figure(missing, "2016年（缺）12345热线工单：类型和来源").text()).contains("没有可以画图的数据");
  }

  @Test
  void shouldCompareEveryTownOfTheSample() throws IOException {
    Document page = parsed(SamplePages.compared());

    for (String town : List.of("东坑镇", "常平镇", "寮步镇", "高埗镇")) {
      for (String section : List.of("all", "coverage", "downloads")) {
        assertThat(page.expectFirst("#" + section).text()).contains(town);
      }
    }
    assertThat(page.select("#coverage table caption").eachText())
        .containsExactly("主动公开信息", "12345工单", "依申请公开", "行政复议和行政诉讼");
    assertThat(page.select("#checks tbody tr")).hasSize(2);
    assertThat(page.select("#choice select[name=measure] option")).hasSizeGreaterThan(10);
  }

  @Test
  void shouldLinkToFilesThatAreDelivered() throws IOException {
    for (String page : List.of("compare/index.html", "editions/东坑镇/2017/index.html")) {
      Path file = SampleRun.out().resolve(page);
      Document read = Jsoup.parse(file.toFile(), "UTF-8", file.toUri().toString());
      List<Element> links = read.select("a[href]:not([href^=#])");
      assertThat(links).hasSizeGreaterThan(4);
      for (Element link : links) {
        assertThat(Path.of(java.net.URI.create(link.absUrl("href")))).isRegularFile();
      }
    }
  }

  @Test
  void shouldLoadNothing() throws IOException {
    for (Document page : pages()) {
      assertThat(page.select("link, img, iframe, object, embed, base, [src], [action], [srcset]"))
          .isEmpty();
      assertThat(page.select("[href]").eachAttr("href"))
          .allMatch(href -> href.startsWith("#") || !href.contains(":"));
      assertThat(page.expectFirst("style").data()).doesNotContain("url(", "@import", "http");
      assertThat(page.expectFirst("meta[http-equiv]").attr("content"))
          .startsWith("default-src 'none'");
    }
  }

  @Test
  void shouldLetTheBrowserRunItsOwnScriptsAlone() throws IOException {
    for (Document page : pages()) {
      String policy = page.expectFirst("meta[http-equiv]").attr("content");
      assertThat(page.select("script")).hasSize(2);
      for (Element script : page.select("script")) {
        byte[] digest = DigestUtils.sha256(script.data().getBytes(StandardCharsets.UTF_8));
        assertThat(policy).contains("sha256-" + Base64.getEncoder().encodeToString(digest));
      }
    }
  }

  @ParameterizedTest(name = "{index}")
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "</title></style></script><script>alert(1)</script>",
        "javascript:alert(1)",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "&lt;b&gt;<!--",
        "../../../etc"
      })
  void shouldShowAsTextWhateverExportsSay(String planted) throws IOException {
    Map<String, List<ResultRow>> rows = planted(planted);

    for (Document page :
        List.of(
            parsed(SamplePages.edition(new TownResults("1", planted, rows), 2017)),
            parsed(new TownsCompared(rows)))) {
      assertThat(page.select("script")).hasSize(2);
      assertThat(page.select("style")).hasSize(1);
      assertThat(page.select("img, b")).isEmpty();
      assertThat(page.getAllElements().stream().flatMap(one -> one.attributes().asList().stream()))
          .extracting(Attribute::getKey)
          .noneMatch(name -> name.startsWith("on"));
      assertThat(page.select("[href]").eachAttr("href"))
          .noneMatch(href -> href.contains(":") || href.contains("/../etc"));
      assertThat(page.select("th, td").eachText().stream().map(String::strip)).contains(planted);
    }
  }

  @Test
  void shouldStandWithoutAnyRow() throws IOException {
    assertThat(parsed(new TownsCompared(Map.of())).select("section")).hasSizeGreaterThan(4);
    Edition empty = SamplePages.edition(new TownResults("1", "某镇", Map.of()), 2017);
    assertThat(parsed(empty).select(".cards .value.instead")).hasSizeGreaterThan(10);
  }

  @Test
  void shouldBeReadableWithoutEyes() throws IOException {
    for (Document page : pages()) {
      assertThat(page.expectFirst("html").attr("lang")).isEqualTo("zh-CN");
      assertThat(page.title()).isNotEmpty();
      assertThat(page.select("h1")).hasSize(1);
      assertThat(page.select("table")).isNotEmpty();
      assertThat(page.select("table").stream().map(table -> table.selectFirst("caption")))
          .doesNotContainNull();
      assertThat(page.select("th")).allMatch(head -> !head.attr("scope").isEmpty());
      assertThat(page.select("figure[data-chart]"))
          .allMatch(figure -> figure.selectFirst("table") != null)
          .allMatch(figure -> figure.selectFirst("[role=img][aria-label]") != null);
      assertThat(page.select("input, select"))
          .allMatch(field -> "label".equals(field.parent().tagName()));
      assertThat(page.select("nav a").eachAttr("href"))
          .allMatch(href -> page.selectFirst("section" + href) != null);
      assertThat(page.getAllElements().eachAttr("id")).doesNotHaveDuplicates();
    }
  }

  @Test
  void shouldGiveTheSameBytesForTheSameResults() throws IOException {
    Edition edition = edition(SampleTowns.DONGKENG, 2017);

    assertThat(SamplePages.page(edition, folder)).isEqualTo(SamplePages.page(edition, folder));
    assertThat(SamplePages.page(SamplePages.compared(), folder))
        .isEqualTo(SamplePages.page(SamplePages.compared(), folder));
  }

  private List<Document> pages() throws IOException {
    return List.of(parsed(edition(SampleTowns.DONGKENG, 2017)), parsed(SamplePages.compared()));
  }

  private Document parsed(Edition edition) throws IOException {
    return Jsoup.parse(SamplePages.page(edition, folder));
  }

  private Document parsed(TownsCompared compared) throws IOException {
    return Jsoup.parse(SamplePages.page(compared, folder));
  }

  private static Edition edition(String town, int year) {
    return SamplePages.edition(SampleTowns.of(town), year);
  }

  private static String card(Document page, String measure) {
    Element card =
        page.select(".cards li").stream()
            .filter(one -> one.expectFirst("h3").text().equals(measure))
            .findFirst()
            .orElseThrow();
    return String.join(" ", card.select("p").eachText());
  }

  private static Element figure(Document page, String caption) {
    return page.select("figure").stream()
        .filter(one -> one.expectFirst("figcaption").text().equals(caption))
        .findFirst()
        .orElseThrow();
  }

  private static Set<BigDecimal> values(Document page) {
    Set<BigDecimal> values = new TreeSet<>();
    page.select("[data-value]")
        .eachAttr("data-value")
        .forEach(value -> values.add(new BigDecimal(value).stripTrailingZeros()));
    assertThat(values).hasSizeGreaterThan(10);
    return values;
  }

  private static Set<BigDecimal> numbers(Collection<List<ResultRow>> tables) {
    Set<BigDecimal> numbers = new TreeSet<>();
    for (List<ResultRow> rows : tables) {
      for (ResultRow row : rows) {
        for (Field field : row.table().fields()) {
          if (field.isNumber() && row.value(field) != null) {
            numbers.add(row.number(field));
          }
        }
      }
    }
    return numbers;
  }

  /** A town, a measure and a finding whose every text is a given one. */
  private static Map<String, List<ResultRow>> planted(String text) {
    return Map.of(
        Coverage.TABLE.name(),
        List.of(row(Coverage.TABLE, text, Map.of(Coverage.STATUS, "complete"))),
        YearlyMeasures.TABLE.name(),
        List.of(row(YearlyMeasures.TABLE, text, Map.of())),
        TownComparison.TABLE.name(),
        List.of(row(TownComparison.TABLE, text, Map.of())),
        Checks.TABLE.name(),
        List.of(row(Checks.TABLE, text, Map.of(Checks.STATUS, Checks.FAIL))));
  }

  private static ResultRow row(Table table, String text, Map<Field, Object> own) {
    List<Object> values = new ArrayList<>(Arrays.asList(new Object[table.fields().size()]));
    for (int i = 0; i < values.size(); i++) {
      Field field = table.fields().get(i);
      Object other = field.type().typeName().equals("string") ? text : null;
      values.set(i, own.getOrDefault(field, field.name().equals("year") ? (Object) 2017 : other));
    }
    return new ResultRow(table, values);
  }
}
