package org.nianbao.sample;

/**
 * The figures that 东坑镇 printed in its report of 2017. The rows of that town and year are made up,
 * but they add up to these; {@link Dongkeng2017RecountTest} holds them against the seeds.
 */
final class Dongkeng2017 {
  static final String TOWN = "东坑镇";
  static final int YEAR = 2017;

  /** Items on the platform of record. */
  static final Mix CATEGORIES =
      Mix.of("组织机构 57|政策文件 16|财政信息 150|规划计划 3|应急管理 27|统计数据 12|业务工作 178|其他 928");

  /** Tickets by type and source; no 举报 came in by the 门户网站. */
  static final Mix TICKETS =
      Mix.of(
          "投诉×门户网站 17|投诉×微信 25|投诉×电话热线 157|建议×门户网站 3|建议×微信 1|建议×电话热线 2"
              + "|举报×微信 1|举报×电话热线 10|咨询×门户网站 3|咨询×微信 1|咨询×电话热线 8");

  private Dongkeng2017() {}
}
