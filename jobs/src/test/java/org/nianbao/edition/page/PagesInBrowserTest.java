package org.nianbao.edition.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nianbao.testing.Browser;
import org.nianbao.testing.SampleRun;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** Pages of the sample in a browser that draws them. */
class PagesInBrowserTest {
  private static final String EDITION = "editions/东坑镇/2017/index.html";
  private static final String GAPS = "editions/高埗镇/2019/index.html";
  private static final String COMPARISON = "compare/index.html";

  private static Browser browser;

  @TempDir Path folder;

  static Stream<String> pages() {
    return Stream.of(EDITION, GAPS, COMPARISON);
  }

  @BeforeAll
  static void start() {
    assumeTrue(Browser.isInstalled(), "chromium or chromium-driver is not installed");
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void shouldDrawEveryChartWithoutAnyComplaint(String page) {
    open(page, 1600);

    List<WebElement> charts = browser.all("figure[data-chart]");
    assertThat(charts).isNotEmpty();
    for (WebElement chart : charts) {
      assertThat(chart.findElements(By.cssSelector("svg path[fill]")))
          .as(chart.getText())
          .hasSizeGreaterThan(2);
    }
    assertThat(browser.complaints()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    EDITION + ",400",
    EDITION + ",1600",
    GAPS + ",400",
    COMPARISON + ",400",
    COMPARISON + ",1600"
  })
  void shouldFitItsWidthWithoutOverlap(String page, int width) {
    open(page, width);

    assertThat(browser.<Long>run("return document.documentElement.scrollWidth"))
        .isEqualTo(browser.<Long>run("return document.documentElement.clientWidth"))
        .isLessThanOrEqualTo(width);
    assertThat(browser.<List<String>>run(OVERLAPPING)).isEmpty();
    assertThat(browser.<List<String>>run(OUTSIDE)).isEmpty();
  }

  @Test
  void shouldSortByNumbersAndKeepWhatHasNoneBelow() {
    open(EDITION, 1600);
    WebElement table = browser.one("#all-changes");
    WebElement head = table.findElements(By.cssSelector("thead th")).get(6);
    WebElement button = head.findElement(By.tagName("button"));
    assertThat(head.getText()).startsWith("同比");

    button.sendKeys(Keys.ENTER);
    assertThat(head.getDomAttribute("aria-sort")).isEqualTo("descending");
    List<Double> falling = numbers(7);
    assertThat(falling).isSortedAccordingTo((one, other) -> Double.compare(other, one));

    button.sendKeys(Keys.SPACE);
    assertThat(head.getDomAttribute("aria-sort")).isEqualTo("ascending");
    assertThat(numbers(7)).isSorted().hasSameSizeAs(falling);
    assertThat(browser.all("#all-changes tbody tr:last-child td:nth-child(7)[data-value]"))
        .isEmpty();
    assertThat(browser.all("#all-changes th[aria-sort]")).hasSize(1);
  }

  @Test
  void shouldFilterByWordsAndByChoice() {
    open(EDITION, 1600);
    WebElement form = browser.one("form[data-for=all-changes]");

    form.findElement(By.tagName("input")).sendKeys("工单类型 投诉");
    assertThat(visible("all-changes")).hasSize(2).allMatch(row -> row.contains("投诉"));
    assertThat(form.findElement(By.tagName("output")).getText()).startsWith("显示 2 行");

    new Select(form.findElement(By.tagName("select"))).selectByVisibleText("已办结工单");
    assertThat(visible("all-changes")).hasSize(1).allMatch(row -> row.startsWith("已办结工单"));

    form.findElement(By.tagName("input")).sendKeys("没有这个词");
    assertThat(visible("all-changes")).isEmpty();
  }

  @Test
  void shouldDrawTheComparisonThatTheReaderChooses() {
    open(COMPARISON, 1600);
    assertThat(visible("comparison")).isNotEmpty().allMatch(row -> row.contains("2021"));
    assertThat(browser.all("#ranking tbody tr")).hasSize(4);

    new Select(browser.one("#choice [name=measure]")).selectByVisibleText("12345热线工单（每万人）");
    new Select(browser.one("#choice [name=year]")).selectByValue("2017");

    assertThat(browser.one("#ranking figcaption").getText()).contains("2017年", "12345热线工单");
    String ranking = browser.text("#ranking table");
    assertThat(ranking).contains("1 东坑镇", "12.14", "1–2", "常平镇（不参评）", "本年数据不完整");
    assertThat(browser.all("#over-years thead th")).hasSize(5);
    assertThat(browser.text("#over-years table")).contains("本年数据不完整");
    assertThat(browser.complaints()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    EDITION + ",false",
    EDITION + ",true",
    GAPS + ",false",
    COMPARISON + ",false",
    COMPARISON + ",true"
  })
  void shouldBeReadableByScreenReadersLightAndDark(String page, boolean dark) {
    browser.dark(dark);
    open(page, 1600);
    browser.run("document.querySelectorAll('details').forEach(one => { one.open = true; })");

    assertThat(browser.<String>run("return getComputedStyle(document.body).backgroundColor"))
        .isEqualTo(dark ? "rgb(18, 24, 31)" : "rgb(255, 255, 255)");
    List<Rule> violations = browser.judge(new AxeBuilder()).getViolations();
    browser.dark(false);

    assertThat(violations).extracting(Rule::getId, rule -> rule.getNodes().toString()).isEmpty();
  }

  @Test
  void shouldLeadThroughThePageByKeyboard() {
    open(EDITION, 1600);

    browser.press(Keys.TAB);
    assertThat(browser.focused().getText()).isEqualTo("跳到正文");
    assertThat(browser.focused().getRect().getX()).isPositive();
    browser.press(Keys.TAB);
    assertThat(browser.focused().getDomAttribute("href")).isEqualTo("#figures");
    browser.one("summary").sendKeys(Keys.ENTER);
    assertThat(browser.one("details").getDomAttribute("open")).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({GAPS + ",工单完结率（%）", COMPARISON + ",位次和镇街"})
  void shouldOpenTheTablesOfChartsOnPaper(String page, String header) throws Exception {
    assumeTrue(Browser.isOnPath("pdftotext"), "poppler-utils is not installed");
    browser.dark(true);
    open(page, 1600);
    Object printed =
        browser.command("Page.printToPDF", Map.of("printBackground", true)).get("data");
    browser.dark(false);
    Path pdf = folder.resolve("page.pdf");
    Files.write(pdf, Base64.getDecoder().decode(printed.toString()));

    String text = text(pdf);

    assertThat(text).contains("数据覆盖", "缺", header).doesNotContain("显示 ", "跳到正文");
    assertThat(text.split("\f")).hasSizeBetween(3, 14);
    assertThat(browser.complaints()).isEmpty();
  }

  private static String text(Path pdf) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("pdftotext", "-layout", pdf.toString(), "-")
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return text;
  }

  private static void open(String page, int width) {
    browser.open(SampleRun.out().resolve(page), width, 1000);
  }

  private static List<Double> numbers(int column) {
    return browser
        .<List<String>>run(
            "return [...document.querySelectorAll('#all-changes tbody td:nth-child("
                + column
                + ")[data-value]')].map(cell => cell.dataset.value)")
        .stream()
        .map(Double::valueOf)
        .toList();
  }

  private static List<String> visible(String table) {
    return browser.all("#" + table + " tbody tr:not([hidden])").stream()
        .map(WebElement::getText)
        .toList();
  }

  /** Blocks of the page that lie over each other. */
  private static final String OVERLAPPING =
      """
      const found = [];
      const boxes = [...document.querySelectorAll(
        'header, nav, section > *, .cards > li, .figures > *, .matrices > *, form > *')]
        .filter(one => one.offsetParent !== null && getComputedStyle(one).position !== 'sticky')
        .map(one => [one, one.getBoundingClientRect()])
        .filter(([one, box]) => box.width > 0 && box.height > 0);
      boxes.forEach(([one, a], i) => boxes.slice(i + 1).forEach(([other, b]) => {
        if (one.contains(other) || other.contains(one)) return;
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (wide > 1 && high > 1) found.push(one.outerHTML.slice(0, 80) + ' / ' + other.outerHTML.slice(0, 80));
      }));
      // Texts of one chart.
      document.querySelectorAll('figure svg').forEach(svg => {
        const texts = [...svg.querySelectorAll('text')].filter(one => one.textContent.trim())
          .map(one => [one, one.getBoundingClientRect()]);
        texts.forEach(([one, a], i) => texts.slice(i + 1).forEach(([other, b]) => {
          const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          if (wide > 2 && high > 4) found.push(one.textContent + ' / ' + other.textContent);
        }));
      });
      return found;
      """;

  /** What reaches beyond the page without a frame of its own that scrolls. */
  private static final String OUTSIDE =
      """
      const width = document.documentElement.clientWidth;
      return [...document.querySelectorAll('main *')]
        .filter(one => !one.closest('.frame') && !one.closest('svg'))
        .filter(one => one.getBoundingClientRect().right > width + 1)
        .map(one => one.outerHTML.slice(0, 80));
      """;
}
