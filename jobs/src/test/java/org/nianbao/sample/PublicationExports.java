package org.nianbao.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The exports of the city's site, of the towns' portals and of their 微博 and 微信 accounts. */
final class PublicationExports {
  private static final String CATALOGUE = "信息公开目录/";
  private static final String PORTALS = "镇门户网站/";
  private static final String ACCOUNTS = "新媒体/";

  private final List<Publication> items;
  private final List<SampleFile> files = new ArrayList<>();

  private PublicationExports(List<Volume> volumes) {
    this.items = volumes.stream().flatMap(volume -> PublicationYear.of(volume).stream()).toList();
  }

  static List<SampleFile> all(List<Volume> volumes) {
    PublicationExports exports = new PublicationExports(volumes);
    exports.catalogueUntil2016();
    exports.realCatalogue();
    exports.catalogue2017();
    exports.catalogueSince2018();
    exports.realMirrors();
    exports.portals();
    exports.accounts();
    return exports.files;
  }

  private void catalogueUntil2016() {
    add(
        CATALOGUE + "2014/信息公开目录2014.csv",
        FileForm.GB18030_SEMICOLON,
        Sheet.of(PublicationLayouts.OF_2014, catalogue(2014)),
        "categories with 类; some index numbers without the agency's code or empty");
    List<Publication> year = catalogue(2015);
    add(
        CATALOGUE + "2015/信息公开目录2015.csv",
        FileForm.UTF8_MARKED,
        Sheet.of(PublicationLayouts.OF_2015, year)
            .changed(90, "名称", "")
            .changed(91, "上网日期", "20150231")
            .total("合计", year.size()),
        "days as eight digits; a row without title, one without a possible date; 合计 row");
    add(
        CATALOGUE + "2016/信息公开目录2016（合并）.csv",
        FileForm.GB18030,
        Sheet.of(PublicationLayouts.OF_2016, catalogue(2016)).headerAgain(702),
        "header again in the middle; towns without 镇; 文号 and 解读文件索引号 are new");
  }

  private void realCatalogue() {
    List<Publication> year = catalogue(2017, "东坑镇");
    add(
        CATALOGUE + "2017/东坑镇/主动公开目录2017.csv",
        FileForm.GB18030,
        Sheet.of(PublicationLayouts.OF_2017, year)
            .numbered()
            .changed(200, "信息名称", year.get(200).title() + "\n（\"修订\"）")
            .copied(12, 340, 341, 900, 1370)
            .total("合计", year.size()),
        "**real totals**; town only in the folder; labels in the words of the report (统计数据类信息); exact"
            + " copies of five rows; a cell with quotes and a line break; 合计 row");
  }

  private void catalogue2017() {
    add(
        CATALOGUE + "2017/寮步镇/主动公开目录2017.csv",
        FileForm.UTF8_MARKED,
        Sheet.of(PublicationLayouts.OF_2017, catalogue(2017, "寮步镇")).titled("寮步镇主动公开政府信息目录（2017年）"),
        "a title line above the header");
    add(
        CATALOGUE + "2017/高埗镇/主动公开目录2017.csv",
        FileForm.GB18030,
        Sheet.of(PublicationLayouts.OF_2017, catalogue(2017, "高埗镇")),
        "a town that GB2312 cannot write");
  }

  private void catalogueSince2018() {
    List<Publication> carried = new ArrayList<>(catalogue(2018));
    List<Publication> before = catalogue(2017, "东坑镇");
    carried.addAll(before.subList(before.size() - 12, before.size()));
    add(
        CATALOGUE + "2018/信息公开目录2018.csv",
        FileForm.UTF8,
        Sheet.of(PublicationLayouts.OF_2018, carried),
        "dates with a time of day; the last twelve items of 东坑镇 of 2017 again, as exact copies");
    add(
        CATALOGUE + "2019/信息公开目录2019.csv",
        FileForm.GB18030,
        Sheet.of(PublicationLayouts.OF_2018, catalogue(2019)).changed(150, "单位", "某某镇"),
        "an unknown town");
    add(
        CATALOGUE + "2020/信息公开目录2020.parquet",
        FileForm.PARQUET,
        Sheet.of(PublicationLayouts.OF_2020, catalogue(2020)),
        "dates are dates");
    add(
        CATALOGUE + "2021/信息公开目录2021.csv",
        FileForm.UTF8_MARKED,
        Sheet.of(PublicationLayouts.OF_2021, catalogue(2021)),
        "the channel has a column; 其它 for 其他");
  }

  private void realMirrors() {
    List<Publication> portal = on(PublicationYear.PORTAL, "东坑镇", 2017, 2017);
    List<Publication> weibo = on(PublicationYear.WEIBO, "东坑镇", 2017, 2017);
    List<Publication> wechat = on(PublicationYear.WECHAT, "东坑镇", 2017, 2017);
    add(
        PORTALS + "东坑镇/东坑网2017.csv",
        FileForm.UTF8_MARKED,
        Sheet.of(PublicationLayouts.PORTAL, portal).copied(700, 701),
        "**real total**; 1298 of 1367 mirror the city's site, by index number or by title and day; exact"
            + " copies of two rows");
    add(
        ACCOUNTS + "东坑镇/2017/官方微博.csv",
        FileForm.UTF8,
        Sheet.of(PublicationLayouts.ACCOUNT, weibo),
        "**real total**; no index numbers; town and channel only in the path");
    add(
        ACCOUNTS + "东坑镇/2017/微信公众号.csv",
        FileForm.GB18030,
        Sheet.of(PublicationLayouts.ACCOUNT, wechat).numbered().total("合计", wechat.size()),
        "**real total**; town and channel only in the path; 合计 row");
  }

  private void portals() {
    add(
        PORTALS + "东坑镇/东坑网2014-2016.csv",
        FileForm.UTF8,
        Sheet.of(PublicationLayouts.PORTAL, on(PublicationYear.PORTAL, "东坑镇", 2014, 2016)),
        "channel only in the path");
    add(
        PORTALS + "东坑镇/东坑网2018-2021.csv",
        FileForm.GB18030,
        Sheet.of(PublicationLayouts.PORTAL, on(PublicationYear.PORTAL, "东坑镇", 2018, 2021)),
        "channel only in the path");
    for (String town : List.of("寮步镇", "高埗镇")) {
      add(
          PORTALS + town + "/网站信息2014-2021.csv",
          FileForm.GB18030,
          Sheet.of(PublicationLayouts.MERGED_PORTAL, on(PublicationYear.PORTAL, town, 2014, 2021)),
          "channel and town only in the folders; two ways to write dates in one column");
    }
  }

  private void accounts() {
    add(
        ACCOUNTS + "政务新媒体2015-2021.csv",
        FileForm.GB18030,
        Sheet.of(
            PublicationLayouts.ACCOUNTS,
            items.stream().filter(p -> isAccount(p.channel()) && !isReal(p)).toList()),
        "two channels in one file; 东坑镇 2017 is not in it");
  }

  private static boolean isAccount(String channel) {
    return channel.equals(PublicationYear.WEIBO) || channel.equals(PublicationYear.WECHAT);
  }

  private static boolean isReal(Publication item) {
    return item.town().equals(Dongkeng2017.TOWN)
        && item.publishedOn().getYear() == Dongkeng2017.YEAR;
  }

  private void add(String name, FileForm form, Sheet sheet, String odd) {
    files.add(new SampleFile(name, form, sheet, odd));
  }

  private List<Publication> catalogue(int year) {
    return which(p -> p.channel().equals(PublicationYear.PLATFORM) && in(p, year, year));
  }

  private List<Publication> catalogue(int year, String town) {
    return on(PublicationYear.PLATFORM, town, year, year);
  }

  private List<Publication> on(String channel, String town, int first, int last) {
    return which(p -> p.channel().equals(channel) && p.town().equals(town) && in(p, first, last));
  }

  private List<Publication> which(Predicate<Publication> condition) {
    return items.stream().filter(condition).toList();
  }

  private static boolean in(Publication item, int first, int last) {
    int year = item.publishedOn().getYear();
    return first <= year && year <= last;
  }
}
