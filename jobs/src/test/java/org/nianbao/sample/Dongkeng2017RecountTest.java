package org.nianbao.sample;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Counts 东坑镇 2017 from the raw files, and holds it against what its report printed. */
class Dongkeng2017RecountTest {
  private static final Path HOME = Path.of(System.getProperty("nianbao.home", ".."));
  private static final Path EXPORTS = HOME.resolve("data-samples/exports");
  private static final String[] TICKET_ID = {"工单编号", "受理编号", "工单号", "诉求编号", "案件编号"};
  private static final String[] RECEIVED = {"受理时间", "登记时间", "来电时间", "诉求时间"};
  private static final String[] PUBLISHED = {"发布日期", "公开日期", "上网日期", "发布时间"};
  private static final String[] TITLE = {"信息名称", "名称", "标题", "信息标题"};

  @Test
  void shouldHaveThePrintedItemsByCategoryAndChannel() throws IOException {
    Map<String, Long> counted = new TreeMap<>();
    for (RawRow row : publications("信息公开目录")) {
      String category = row.any("信息类别", "栏目").replaceAll("(及规范性文件)?(类信息|信息类)$", "");
      String name = category.equals("财政信息") ? category : category.replaceAll("信息$", "");
      counted.merge(name, 1L, Long::sum);
      counted.merge("市政府网站", 1L, Long::sum);
    }
    counted.put("镇门户网站", (long) publications("镇门户网站").size());
    counted.put("官方微博", (long) publications("新媒体/东坑镇/2017/官方微博.csv").size());
    counted.put("微信", (long) publications("新媒体/东坑镇/2017/微信公众号.csv").size());
    counted.put("电视报刊", declared("主动公开政府信息", "电视报刊"));
    Map<String, Long> printed = printed("publications", "category");
    printed.putAll(printed("publications", "channel"));
    assertThat(counted).isEqualTo(printed);
    assertThat(publications("新媒体/政务新媒体2015-2021.csv")).isEmpty();
  }

  @Test
  void shouldMirrorMostItemsOnThePortal() throws IOException {
    Set<String> known = new HashSet<>();
    for (RawRow row : publications("信息公开目录")) {
      known.add(row.any("索引号", "索引编号"));
      known.add(row.any(TITLE) + row.day(PUBLISHED));
    }
    known.remove("");
    long mirrored =
        publications("镇门户网站").stream()
            .filter(
                row ->
                    known.contains(row.any("索引号"))
                        || known.contains(row.any(TITLE) + row.day(PUBLISHED)))
            .count();
    assertThat(mirrored).isBetween(1290L, 1298L);
  }

  @Test
  void shouldHaveThePrintedTicketsAllClosed() throws IOException {
    Collection<RawRow> tickets = latestTickets();
    Map<String, Long> counted =
        tickets.stream()
            .collect(
                groupingBy(
                    row -> row.any("工单类型").replace("类", "") + "×" + row.any("工单来源"),
                    TreeMap::new,
                    counting()));
    assertThat(counted).isEqualTo(printed("tickets", "type×source"));
    assertThat(printed("tickets", "total")).containsEntry("总计", (long) tickets.size());
    assertThat(tickets).allMatch(row -> row.any("工单状态").equals("已办结"));
    assertThat(tickets)
        .filteredOn(row -> row.day("办结时间").getYear() > Dongkeng2017.YEAR)
        .as("tickets closed after the year's end")
        .hasSizeBetween(5, 40);
  }

  @Test
  void shouldCarryOpenTicketsUnchangedIntoTheNextQuarter() throws IOException {
    List<RawRow> quarter =
        ticketRows().stream().filter(row -> row.file().contains("2018年第一季度")).toList();
    assertThat(quarter).anyMatch(row -> row.any("工单状态").equals("已办结"));
    assertThat(quarter).anyMatch(row -> row.any("工单状态").equals("办理中"));
  }

  @Test
  void shouldHaveThePrintedRequestsDisputesAndFees() throws IOException {
    List<RawRow> requests = of2017(RawRow.below(EXPORTS, "依申请公开"), "收到日期", "申请日期", "受理日期");
    assertThat(requests).allMatch(row -> row.any("申请方式").equals("网上申请"));
    assertThat(printed("requests_received", "channel"))
        .containsEntry("网上申请", (long) requests.size());
    List<RawRow> disputes = RawRow.below(EXPORTS, "行政复议和行政诉讼");
    assertThat(of2017(disputes, "立案日期", "受理日期")).isEmpty();
    assertThat(disputes)
        .filteredOn(row -> row.isOf("东坑"))
        .extracting(row -> row.day("立案日期", "受理日期").getYear())
        .contains(2016, 2018);
    assertThat(declared("政府信息公开收费", "")).isEqualTo(printed("fees", "total").get("总计"));
  }

  private static List<RawRow> of2017(List<RawRow> rows, String... dates) {
    return rows.stream()
        .filter(row -> row.isOf("东坑"))
        .filter(row -> row.day(dates) != null && row.day(dates).getYear() == Dongkeng2017.YEAR)
        .toList();
  }

  /** The last statement about each item of a folder or file. */
  private static Collection<RawRow> publications(String folder) throws IOException {
    Map<String, RawRow> items = new LinkedHashMap<>();
    for (RawRow row : of2017(RawRow.below(EXPORTS, folder), PUBLISHED)) {
      String id = row.any("索引号", "索引编号");
      items.put(id.isEmpty() ? row.any(TITLE) + row.day(PUBLISHED) : id, row);
    }
    return items.values();
  }

  private static List<RawRow> ticketRows() throws IOException {
    return of2017(RawRow.below(EXPORTS, "12345热线"), RECEIVED);
  }

  /** The state of each ticket in the export whose newest date is latest. */
  private static Collection<RawRow> latestTickets() throws IOException {
    Map<String, LocalDate> newest = new HashMap<>();
    for (RawRow row : RawRow.below(EXPORTS, "12345热线")) {
      for (LocalDate day : new LocalDate[] {row.day(RECEIVED), row.day("办结时间")}) {
        if (day != null) {
          newest.merge(row.file(), day, (one, other) -> one.isAfter(other) ? one : other);
        }
      }
    }
    List<RawRow> rows = new ArrayList<>(ticketRows());
    rows.sort(Comparator.comparing((RawRow row) -> newest.get(row.file())));
    Map<String, RawRow> tickets = new HashMap<>();
    rows.forEach(row -> tickets.put(row.any(TICKET_ID), row));
    return tickets.values();
  }

  private static long declared(String measure, String member) throws IOException {
    return RawRow.below(EXPORTS, "填报数据").stream()
        .filter(row -> row.isOf("东坑") && row.any("年度").equals("2017"))
        .filter(row -> row.any("指标").equals(measure) && row.any("分项").equals(member))
        .mapToLong(row -> Long.parseLong(row.any("数值")))
        .sum();
  }

  /** Printed figures of a measure by member. */
  private static Map<String, Long> printed(String measure, String dimension) throws IOException {
    Map<String, Long> figures = new TreeMap<>();
    for (String line : Files.readAllLines(HOME.resolve("seeds/published_figures.csv"))) {
      String[] cells = line.split(",", -1);
      boolean wanted = cells[0].equals("441900109") && cells[1].equals("2017");
      if (wanted && cells[3].equals(measure) && cells[4].equals(dimension)) {
        figures.put(cells[5], Long.valueOf(cells[6]));
      }
    }
    return figures;
  }
}
