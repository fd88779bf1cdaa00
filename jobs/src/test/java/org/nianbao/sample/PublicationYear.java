package org.nianbao.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Makes what one town published in one year, on every channel. */
final class PublicationYear {
  static final String PLATFORM = "市政府网站";
  static final String PORTAL = "镇门户网站";
  static final String WEIBO = "官方微博";
  static final String WECHAT = "微信";

  static final String POLICY = "政策文件";
  static final String OTHER = "其他";

  private static final Mix CATEGORIES =
      Mix.of("组织机构 5|政策文件 4|财政信息 12|规划计划 1|应急管理 3|统计数据 2|业务工作 18|其他 55");
  private static final Map<String, List<String>> SUBJECTS =
      Map.of(
          "组织机构",
          List.of("内设机构调整", "领导分工", "机构职能"),
          POLICY,
          List.of("环境整治", "人才引进", "消防管理", "住房保障"),
          "财政信息",
          List.of("部门预算", "部门决算", "三公经费", "专项资金"),
          "规划计划",
          List.of("年度计划", "控规调整"),
          "应急管理",
          List.of("台风防御", "消防安全", "食品安全"),
          "统计数据",
          List.of("经济运行", "人口数据"),
          "业务工作",
          List.of("政府采购", "用地审批", "社会救助", "招生入学", "办事指南"),
          OTHER,
          List.of("文明创建", "社区活动", "志愿服务", "水电检修", "招聘", "文体赛事"));
  private static final List<String> GENRES = List.of("通知", "公告", "公示", "通报");

  private final Volume volume;
  private final Draws draws;

  private PublicationYear(Volume volume) {
    this.volume = volume;
    this.draws = Draws.of(volume.town(), volume.year(), "publications");
  }

  static List<Publication> of(Volume volume) {
    return new PublicationYear(volume).channels();
  }

  private List<Publication> channels() {
    List<Publication> platform = platform();
    List<Publication> all = new ArrayList<>(platform);
    all.addAll(mirrored(platform, PORTAL, "网", volume.portal(), 95));
    all.addAll(mirrored(platform, WEIBO, "博", volume.weibo(), 35));
    all.addAll(mirrored(platform, WECHAT, "信", volume.wechat(), 50));
    return all;
  }

  private List<Publication> platform() {
    List<String> categories =
        volume.isReal() ? Dongkeng2017.CATEGORIES.all() : CATEGORIES.draw(draws, volume.platform());
    draws.shuffle(categories);
    List<LocalDate> days = days(categories.size());
    List<Publication> items = new ArrayList<>();
    for (int i = 0; i < categories.size(); i++) {
      items.add(item(PLATFORM, "", i + 1, categories.get(i), days.get(i)));
    }
    interpret(items);
    return items;
  }

  private List<LocalDate> days(int count) {
    return YearDays.of(draws, volume.year(), 12, count, YearDays.PUBLISHING);
  }

  /** A channel that repeats a share of the platform's items and has its own besides. */
  private List<Publication> mirrored(
      List<Publication> platform, String channel, String mark, int count, int percent) {
    List<Publication> chosen = new ArrayList<>(platform);
    draws.shuffle(chosen);
    int repeated = Math.min(count * percent / 100, chosen.size());
    List<Publication> items = new ArrayList<>();
    for (Publication item : chosen.subList(0, repeated)) {
      items.add(item.on(channel, channel.equals(PORTAL) && draws.chance(88)));
    }
    List<LocalDate> days = days(count - repeated);
    for (int i = 0; i < days.size(); i++) {
      items.add(item(channel, mark, i + 1, OTHER, days.get(i)));
    }
    items.sort(Comparator.comparing(Publication::publishedOn));
    return items;
  }

  /** A number in the title keeps items of one day apart where there is no index number. */
  private Publication item(String channel, String mark, int number, String category, LocalDate on) {
    String subject = draws.pick(SUBJECTS.get(category));
    boolean document = category.equals(POLICY);
    boolean repost = draws.chance(channel.equals(PLATFORM) ? 4 : 30);
    return new Publication(
        volume.town(),
        channel,
        channel.equals(PLATFORM) ? id(number, document) : "",
        "关于" + subject + "的" + draws.pick(GENRES) + "（" + mark + number + "）",
        category,
        on,
        on.minusDays(draws.chance(60) ? 0 : draws.between(1, 25)),
        document && !repost ? volume.shortTown() + "府〔" + volume.year() + "〕" + number + "号" : "",
        "",
        repost);
  }

  /** One in fifty lacks the agency's code, one in fifty has no index number at all. */
  private String id(int number, boolean document) {
    String rest = "/" + volume.year() + "-" + String.valueOf(100_000 + number).substring(1);
    int luck = document ? 100 : draws.below(100);
    if (luck < 2) {
      return "";
    }
    return luck < 4 ? rest : AgencyCode.of(volume) + rest;
  }

  /**
   * Turns later items into the interpretations of most documents, and one earlier item into one
   * that came out before its document.
   */
  private void interpret(List<Publication> items) {
    int step = -1;
    for (int i = 0; i < items.size(); i++) {
      Publication document = items.get(i);
      if (!document.category().equals(POLICY) || document.repost() || draws.chance(25)) {
        continue;
      }
      int other = i + step * draws.between(1, 7);
      while (isWithin(items, other) && !isFree(items.get(other))) {
        other += step;
      }
      if (isWithin(items, other)) {
        items.set(other, items.get(other).interpreting(document));
        step = 1;
      }
    }
  }

  private static boolean isWithin(List<Publication> items, int index) {
    return 0 <= index && index < items.size();
  }

  private static boolean isFree(Publication item) {
    return item.category().equals(OTHER) && item.interprets().isEmpty();
  }
}
