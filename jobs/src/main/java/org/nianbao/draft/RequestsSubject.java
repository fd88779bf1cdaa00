package org.nianbao.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nianbao.fact.Fact;
import org.nianbao.table.Requests;
import org.nianbao.table.ResultRow;
import org.nianbao.table.Shared;
import org.nianbao.yearly.Measures;
import org.nianbao.yearly.RequestsByChannel;

/** 依申请公开政府信息情况: requests by how they came in, and how they were answered. */
final class RequestsSubject implements Subject {
  @Override
  public List<Block> blocks(Material material) {
    List<Block> blocks = new ArrayList<>();
    Optional<Fact> received = material.total(Measures.REQUESTS_RECEIVED);
    if (received.isPresent() && received.get().isZero()) {
      Passage.Writer writer =
          new Passage.Writer()
              .words("%d年，%s未收到政府信息公开申请。".formatted(material.year(), material.self()));
      blocks.add(writer.done());
    } else {
      received.ifPresent(fact -> blocks.add(received(material, fact)));
    }
    answered(material).ifPresent(blocks::add);
    material.doubt(Requests.ARCHIVE.dataset(), "依申请公开").ifPresent(blocks::add);
    return blocks;
  }

  private static Passage received(Material material, Fact received) {
    Passage.Writer writer = new Passage.Writer();
    writer.words("%d年，%s收到政府信息公开申请".formatted(material.year(), material.self()));
    writer.figure(received);
    new Change(material, Measures.REQUESTS_RECEIVED).tell(writer);
    String between = "。其中，";
    for (ResultRow row : material.town().rows(RequestsByChannel.TABLE, material.year())) {
      String channel = row.text(Requests.CHANNEL);
      Optional<Fact> requests =
          material.facts().get(RequestsByChannel.TABLE, RequestsByChannel.REQUESTS, channel);
      if (requests.isPresent() && !requests.get().isZero()) {
        writer.words(between + row.shown(Requests.CHANNEL)).figure(requests.get());
        between = "、";
      }
    }
    return writer.words("。").done();
  }

  /** The rate with what it is made of; the count alone where no limit is known. */
  private static Optional<Passage> answered(Material material) {
    Optional<Fact> decided =
        material.total(Measures.REQUESTS_DECIDED).filter(fact -> !fact.isZero());
    if (decided.isEmpty()) {
      return Optional.empty();
    }
    Passage.Writer writer = new Passage.Writer();
    writer.words("%d年答复政府信息公开申请".formatted(material.year())).figure(decided.get());
    Optional<Fact> rate = material.total(Measures.REQUEST_ON_TIME_RATE);
    Optional<Fact> base = material.measure(Measures.REQUEST_ON_TIME_RATE, Shared.DENOMINATOR);
    Optional<Fact> inTime = material.measure(Measures.REQUEST_ON_TIME_RATE, Shared.NUMERATOR);
    if (rate.isPresent() && base.isPresent() && inTime.isPresent()) {
      String unit = decided.get().unit();
      writer.words("，有答复期限的").figure(base.get(), base.get().text() + unit);
      writer.words("中在期限内答复").figure(inTime.get(), inTime.get().text() + unit);
      writer.words("，按时答复率为").figure(rate.get());
      new Change(material, Measures.REQUEST_ON_TIME_RATE).tell(writer);
    }
    return Optional.of(writer.words("。").done());
  }

  @Override
  public List<String> measures() {
    return List.of(Measures.REQUESTS_RECEIVED, Measures.REQUEST_ON_TIME_RATE);
  }
}
