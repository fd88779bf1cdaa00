package org.nianbao.bench;

import java.io.IOException;
import java.time.LocalDate;

/**
 * What one town made public in a year, as its site exports the catalogue; the last row is a total.
 */
final class PublicationRows {
  private static final String HEADER = "索引号,信息名称,公开类别,发布机构,公开日期\r\n";

  private final long seed;
  private final ArchivePlan.Part part;
  private final Lines lines;

  PublicationRows(long seed, ArchivePlan.Part part, Lines lines) {
    this.seed = seed;
    this.part = part;
    this.lines = lines;
  }

  void write() throws IOException {
    lines.text(HEADER);
    for (long row = 0; row < part.publications(); row++) {
      Draws draws = new Draws(~seed, part, part.year(), row);
      lines.number(part.year(), 4).text("-").number(part.town(), 2).text("-").number(row, 8);
      lines
          .text(",\"关于第")
          .number(row, 8)
          .text("号事项的")
          .text(draws.any("通知", "公告", "公示"))
          .text("\",");
      lines.text(draws.often("业务工作", "财政信息", "组织机构", "政策文件", "规划计划")).text(",镇党政办,");
      lines.day(LocalDate.ofYearDay(part.year(), 1 + draws.below(365))).text("\r\n");
    }
    lines.text("合计,").number(part.publications(), 9).text(",,,\r\n");
  }
}
