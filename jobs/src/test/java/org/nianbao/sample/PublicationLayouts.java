package org.nianbao.sample;

import static org.nianbao.sample.Column.column;

import java.util.List;
import java.util.Map;

/** The columns of what sites and accounts export: other names, labels and dates every year. */
final class PublicationLayouts {
  /** The words of the report: 类, 信息 and 类信息 follow the names of categories at will. */
  private static final Map<String, String> REPORT_LABELS =
      Map.of(
          "组织机构", "组织机构信息",
          "政策文件", "政策文件及规范性文件类信息",
          "财政信息", "财政信息",
          "规划计划", "规划计划类信息",
          "应急管理", "应急管理信息",
          "统计数据", "统计数据类信息",
          "业务工作", "业务工作类信息",
          "其他", "其他信息类");

  static final List<Column<Publication>> OF_2014 =
      List.of(
          column("索引号", Publication::id),
          column("信息名称", Publication::title),
          column("所属镇街", Publication::town),
          column("信息类别", p -> p.category().replace("信息", "") + "类"),
          column("生成日期", p -> Written.SLASH_DAY.of(p.createdOn())),
          column("公开日期", p -> Written.SLASH_DAY.of(p.publishedOn())));

  static final List<Column<Publication>> OF_2015 =
      List.of(
          column("信息索引号", Publication::id),
          column("名称", Publication::title),
          column("镇街", Publication::town),
          column("发布机构", p -> p.town() + "人民政府"),
          column("公开类别", Publication::category),
          column("发文日期", p -> Written.COMPACT_DAY.of(p.createdOn())),
          column("上网日期", p -> Written.COMPACT_DAY.of(p.publishedOn())));

  static final List<Column<Publication>> OF_2016 =
      List.of(
          column("索引号", Publication::id),
          column("标题", Publication::title),
          column("所属镇街", PublicationLayouts::shortTown),
          column("分类", Publication::category),
          column("成文日期", p -> Written.CHINESE_DAY.of(p.createdOn())),
          column("发布日期", p -> Written.CHINESE_DAY.of(p.publishedOn())),
          column("文号", Publication::number),
          column("解读文件索引号", Publication::interprets));

  static final List<Column<Publication>> OF_2017 =
      List.of(
          column("索引号", Publication::id),
          column("信息名称", Publication::title),
          column("信息类别", p -> REPORT_LABELS.get(p.category())),
          column("成文日期", p -> Written.ISO_DAY.of(p.createdOn())),
          column("发布日期", p -> Written.ISO_DAY.of(p.publishedOn())),
          column("文号", Publication::number),
          column("解读对象", Publication::interprets),
          column("是否转载", p -> p.repost() ? "是" : "否"));

  static final List<Column<Publication>> OF_2018 =
      List.of(
          column("索引编号", Publication::id),
          column("信息标题", Publication::title),
          column("单位", Publication::town),
          column("栏目", Publication::category),
          column("产生日期", p -> Written.ISO_DAY.of(p.createdOn())),
          column("发布时间", p -> Written.ISO_TIME.of(p.publishedOn())),
          column("发文字号", Publication::number),
          column("被解读文件", Publication::interprets),
          column("转载", p -> p.repost() ? "是" : "否"));

  static final List<Column<Publication>> OF_2020 =
      List.of(
          column("索引号", Publication::id),
          column("信息名称", Publication::title),
          column("镇街", Publication::town),
          column("信息类别", Publication::category),
          Column.<Publication>column("成文日期", p -> Written.ISO_DAY.of(p.createdOn())).typed("DATE"),
          Column.<Publication>column("发布日期", p -> Written.ISO_DAY.of(p.publishedOn()))
              .typed("DATE"),
          column("文号", Publication::number),
          column("解读对象", Publication::interprets));

  static final List<Column<Publication>> OF_2021 =
      List.of(
          column("索引号", Publication::id),
          column("标题", Publication::title),
          column("镇街", Publication::town),
          column("组配分类", p -> p.category().replace("其他", "其它")),
          column("发布平台", p -> "东莞市政府网站"),
          column("成文日期", p -> Written.ISO_DAY.of(p.createdOn())),
          column("发布日期", p -> Written.ISO_DAY.of(p.publishedOn())),
          column("文号", Publication::number),
          column("解读对象", Publication::interprets));

  /** A town portal gives no kind of document; the town and the channel stand in the path. */
  static final List<Column<Publication>> PORTAL =
      List.of(
          column("索引号", Publication::id),
          column("标题", Publication::title),
          column("栏目", Publication::category),
          column("发布时间", p -> Written.ISO_TIME.of(p.publishedOn())));

  /** Two systems in one file: before 2017 days are written with slashes. */
  static final List<Column<Publication>> MERGED_PORTAL =
      List.of(
          column("索引号", Publication::id),
          column("标题", Publication::title),
          column("栏目", Publication::category),
          column(
              "发布日期",
              p ->
                  (p.publishedOn().getYear() < 2017 ? Written.SLASH_DAY : Written.ISO_DAY)
                      .of(p.publishedOn())));

  static final List<Column<Publication>> ACCOUNT =
      List.of(
          column("标题", Publication::title),
          column("分类", p -> p.category().replace("信息", "") + "信息"),
          column("发布时间", p -> Written.SLASH_TIME.of(p.publishedOn().atTime(17, 5))),
          column("转帖", p -> p.repost() ? "是" : "否"));

  static final List<Column<Publication>> ACCOUNTS =
      List.of(
          column("名称", Publication::title),
          column("镇街", Publication::town),
          column("平台", p -> p.channel().equals(PublicationYear.WECHAT) ? "微信公众号" : "政务微博"),
          column("类别", Publication::category),
          column("发布日期", p -> Written.SLASH_DAY.of(p.publishedOn())),
          column("转载", p -> p.repost() ? "是" : "否"),
          column("阅读量", p -> String.valueOf(100 + p.title().length() * 37)));

  private PublicationLayouts() {}

  private static String shortTown(Publication item) {
    return item.town().substring(0, item.town().length() - 1);
  }
}
