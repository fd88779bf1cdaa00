package org.nianbao.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.nianbao.fact.Fact;
import org.nianbao.seed.SeedRow;
import org.nianbao.table.Publications;
import org.nianbao.table.ResultRow;
import org.nianbao.yearly.Measures;
import org.nianbao.yearly.PublicationsByChannel;

/**
 * 其他渠道主动公开政府信息情况: each channel beside the platform of record. Channels mirror each other, so they
 * are never added up; what counts each item once is told beside them.
 */
final class ChannelsSubject implements Subject {
  @Override
  public List<Block> blocks(Material material) {
    Passage.Writer writer = new Passage.Writer();
    List<ResultRow> channels = others(material);
    String between = "%d年，".formatted(material.year());
    for (ResultRow channel : channels) {
      writer.words(between + "通过" + channel.shown(Publications.CHANNEL) + "公开政府信息");
      writer.figure(
          material
              .facts()
              .get(
                  PublicationsByChannel.TABLE,
                  PublicationsByChannel.ITEMS,
                  channel.text(Publications.CHANNEL))
              .orElseThrow());
      between = "；";
    }
    Optional<Fact> items =
        material.total(Measures.PUBLICATION_ITEMS).filter(fact -> !fact.isZero());
    List<Block> blocks = new ArrayList<>();
    if (!channels.isEmpty()) {
      writer.words("。");
      items.ifPresent(
          fact -> {
            writer.words("不同渠道公开的相同信息只计一次，全年主动公开政府信息").figure(fact);
            new Change(material, Measures.PUBLICATION_ITEMS).tell(writer);
            writer.words("。");
          });
      blocks.add(writer.done());
    } else {
      blocks.add(new Gap("没有%d年其他渠道的导出或申报数，请补充".formatted(material.year())));
    }
    return blocks;
  }

  private static List<ResultRow> others(Material material) {
    String list = Publications.CHANNEL.vocabulary();
    String ofRecord = material.seeds().marked(list, "of_record");
    List<String> order =
        material.seeds().rows(list).stream().map((SeedRow row) -> row.get("code")).toList();
    return material.town().rows(PublicationsByChannel.TABLE, material.year()).stream()
        .filter(row -> !ofRecord.equals(row.text(Publications.CHANNEL)))
        .filter(row -> row.number(PublicationsByChannel.ITEMS) != null)
        .sorted(
            Comparator.comparingInt(row -> Material.place(order, row.text(Publications.CHANNEL))))
        .toList();
  }

  @Override
  public List<String> measures() {
    return List.of(Measures.PUBLICATION_ITEMS);
  }
}
