package org.nianbao.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nianbao.fact.Fact;
import org.nianbao.table.Coverage;
import org.nianbao.table.Field;
import org.nianbao.table.Tickets;
import org.nianbao.trend.TicketBacklog;
import org.nianbao.yearly.Measures;

/** 12345政府服务热线工单处理情况: how many tickets came, how they came, and how they were settled. */
final class HotlineSubject implements Subject {
  @Override
  public List<Block> blocks(Material material) {
    List<Block> blocks = new ArrayList<>();
    Optional<Fact> total = material.total(Measures.TICKETS);
    if (total.isPresent() && total.get().isZero()) {
      blocks.add(
          new Passage.Writer()
              .words("%d年，12345政府服务热线没有受理%s工单。".formatted(material.year(), material.self()))
              .done());
    } else if (total.isPresent()) {
      blocks.add(received(material, total.get()));
      settled(material).ifPresent(blocks::add);
      bridge(material).ifPresent(blocks::add);
      HotlineGrid.of(material, total.get()).ifPresent(blocks::add);
    }
    material.doubt(Tickets.ARCHIVE.dataset(), "12345工单").ifPresent(blocks::add);
    return blocks;
  }

  private static Passage received(Material material, Fact total) {
    Passage.Writer writer = new Passage.Writer();
    writer.words("%d年，12345政府服务热线共受理%s工单".formatted(material.year(), material.self()));
    writer.figure(total);
    new Change(material, Measures.TICKETS).tell(writer);
    writer.words("。");
    members(material, Tickets.TICKET_TYPE).tell(writer, "按工单类型分，", false);
    members(material, Tickets.TICKET_SOURCE).tell(writer, "按工单来源分，", false);
    return writer.done();
  }

  private static Members members(Material material, Field dimension) {
    return new Members(material, Measures.TICKETS, dimension.name(), dimension.vocabulary());
  }

  /** The rate with what it is made of; none where nothing could be settled. */
  private static Optional<Passage> settled(Material material) {
    Optional<Fact> rate = material.total(Measures.TICKET_COMPLETION_RATE);
    Optional<Fact> closed = material.total(Measures.TICKETS_CLOSED);
    if (rate.isEmpty() || closed.isEmpty()) {
      return Optional.empty();
    }
    Passage.Writer writer = new Passage.Writer();
    writer.words("当年受理的工单已办结").figure(closed.get()).words("，完结率为").figure(rate.get());
    new Change(material, Measures.TICKET_COMPLETION_RATE).tell(writer);
    material
        .total(Measures.TICKET_MEDIAN_DAYS)
        .ifPresent(days -> writer.words("。办理时长的中位数为").figure(days));
    return Optional.of(writer.words("。").done());
  }

  /** Opening and closing of the year's tickets; none where the opening is not known. */
  private static Optional<Passage> bridge(Material material) {
    Optional<Fact> opening = backlog(material, TicketBacklog.OPENING);
    Optional<Fact> closing = backlog(material, TicketBacklog.CLOSING);
    if (opening.isEmpty() || closing.isEmpty()) {
      return Optional.empty();
    }
    Passage.Writer writer = new Passage.Writer();
    writer.words("上年结转未办结工单").figure(opening.get());
    writer.words("，年内办结").figure(backlog(material, TicketBacklog.CLOSED).orElseThrow());
    backlog(material, TicketBacklog.WITHDRAWN)
        .filter(fact -> !fact.isZero())
        .ifPresent(fact -> writer.words("、撤单").figure(fact));
    writer.words("，结转下年").figure(closing.get());
    return Optional.of(writer.words("。").done());
  }

  private static Optional<Fact> backlog(Material material, Field column) {
    boolean complete = material.coverage(Tickets.ARCHIVE.dataset()).equals(Coverage.COMPLETE);
    return complete ? material.facts().get(TicketBacklog.TABLE, column) : Optional.empty();
  }

  @Override
  public List<String> measures() {
    return List.of(Measures.TICKETS, Measures.TICKET_COMPLETION_RATE);
  }
}
