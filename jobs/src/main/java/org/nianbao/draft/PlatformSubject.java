package org.nianbao.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nianbao.fact.Fact;
import org.nianbao.table.Publications;
import org.nianbao.yearly.Measures;

/** 政府信息公开平台公开信息情况: what was published on the platform of record, by category. */
final class PlatformSubject implements Subject {
  @Override
  public List<Block> blocks(Material material) {
    List<Block> blocks = new ArrayList<>();
    Optional<Fact> total = material.total(Measures.PUBLICATIONS);
    String list = Publications.CHANNEL.vocabulary();
    String platform = material.seeds().labels(list).get(material.seeds().marked(list, "of_record"));
    Passage.Writer writer = new Passage.Writer();
    total.ifPresent(
        fact -> {
          if (fact.isZero()) {
            writer.words(
                "%d年，%s未通过%s主动公开政府信息。".formatted(material.year(), material.self(), platform));
          } else {
            writer.words(
                "%d年，%s通过%s主动公开政府信息".formatted(material.year(), material.self(), platform));
            writer.figure(fact);
            new Change(material, Measures.PUBLICATIONS).tell(writer);
            writer.words("。");
            new Members(
                    material,
                    Measures.PUBLICATIONS,
                    Publications.CATEGORY.name(),
                    Publications.CATEGORY.vocabulary())
                .tell(writer, "其中，", true);
          }
          blocks.add(writer.done());
        });
    material.doubt(Publications.ARCHIVE.dataset(), "主动公开信息").ifPresent(blocks::add);
    return blocks;
  }

  @Override
  public List<String> measures() {
    return List.of(Measures.PUBLICATIONS);
  }
}
