package org.nianbao.draft;

import java.util.List;
import java.util.Optional;
import org.nianbao.fact.Fact;
import org.nianbao.yearly.Measures;

/** 政府信息公开相关费用情况. */
final class FeesSubject implements Subject {
  @Override
  public List<Block> blocks(Material material) {
    Optional<Fact> fees = material.total(Measures.FEES);
    if (fees.isEmpty()) {
      return List.of(new Gap("没有%d年的收费数据，请在申报数中填写".formatted(material.year())));
    }
    Passage.Writer writer = new Passage.Writer();
    if (fees.get().isZero()) {
      writer.words("%d年，%s未收取政府信息公开相关费用。".formatted(material.year(), material.self()));
    } else {
      writer.words("%d年，%s收取政府信息公开相关费用".formatted(material.year(), material.self()));
      writer.figure(fees.get());
      new Change(material, Measures.FEES).tell(writer);
      writer.words("。");
    }
    return List.of(writer.done());
  }

  @Override
  public List<String> measures() {
    return List.of(Measures.FEES);
  }
}
