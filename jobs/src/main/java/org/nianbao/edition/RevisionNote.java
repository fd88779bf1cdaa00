package org.nianbao.edition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nianbao.table.Deliveries;
import org.nianbao.table.Revisions;
import org.nianbao.table.TownYear;
import org.nianbao.table.YearlyMeasures;

/**
 * 数据修订说明: revisions in words, one paragraph for each town and year. Totals are told with what they
 * were and are; of what they are made of, how much changed in which table.
 */
public final class RevisionNote {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Deliveries.Entry before;
  private final Deliveries.Entry after;
  private final List<Revisions.Entry> revisions;

  public RevisionNote(
      Deliveries.Entry before, Deliveries.Entry after, List<Revisions.Entry> revisions) {
    this.before = before;
    this.after = after;
    this.revisions = List.copyOf(revisions);
  }

  /** Writes {@code revisions.txt} and gives its place. */
  public Path write(Path folder) {
    Path file = folder.resolve("revisions.txt");
    Delivery.replace(file, part -> Files.writeString(part, text()));
    return file;
  }

  public String text() {
    List<String> paragraphs = new ArrayList<>(List.of("数据修订说明", opening()));
    byTownYear().values().forEach(some -> paragraphs.add(paragraph(some)));
    return String.join("\n", paragraphs) + "\n";
  }

  private String opening() {
    String span = "%s与%s相比，".formatted(name(after), name(before));
    if (before.equals(after)) {
      span = "%s以来，".formatted(name(before));
    }
    return revisions.isEmpty()
        ? span + "已交付年度的数据没有修订。"
        : span + "以下%d个镇街年度的数据有修订。".formatted(byTownYear().size());
  }

  private static String name(Deliveries.Entry delivery) {
    return delivery.isDelivered()
        ? "第%d次交付的数据（统计截至%s）".formatted(delivery.number(), day(delivery))
        : "尚未交付的现有数据";
  }

  private static String day(Deliveries.Entry delivery) {
    return "%d年%d月%d日"
        .formatted(
            delivery.asOf().getYear(),
            delivery.asOf().getMonthValue(),
            delivery.asOf().getDayOfMonth());
  }

  private Map<TownYear, List<Revisions.Entry>> byTownYear() {
    return revisions.stream()
        .collect(
            Collectors.groupingBy(Revisions.Entry::townYear, TreeMap::new, Collectors.toList()));
  }

  private static String paragraph(List<Revisions.Entry> ofTownYear) {
    Revisions.Entry any = ofTownYear.get(0);
    List<String> clauses = new ArrayList<>();
    ofTownYear.stream()
        .filter(Revisions.Entry::isTotal)
        .map(RevisionNote::total)
        .forEach(clauses::add);
    // Beside a total, what it is divided from needs no word of its own.
    boolean totals = !clauses.isEmpty();
    Map<String, Long> others =
        ofTownYear.stream()
            .filter(revision -> !totals || !revision.table().equals(YearlyMeasures.TABLE.name()))
            .collect(
                Collectors.groupingBy(
                    Revisions.Entry::tableLabel, LinkedHashMap::new, Collectors.counting()));
    if (!others.isEmpty()) {
      clauses.add(
          (totals ? "相应修订的分项数据：" : "总数和比率未变，有修订的分项数据：")
              + others.entrySet().stream()
                  .map(table -> "“%s”%d处".formatted(table.getKey(), table.getValue()))
                  .collect(Collectors.joining("、")));
    }
    return "%s%d年：%s。修订原因：%s。"
        .formatted(any.town(), any.townYear().year(), String.join("；", clauses), any.cause());
  }

  private static String total(Revisions.Entry revision) {
    return "%s由%s修订为%s"
        .formatted(
            revision.memberLabel(),
            value(revision.before(), revision.unit()),
            value(revision.after(), revision.unit()));
  }

  /** A rate is kept as a fraction and read as a percentage. */
  private static String value(String text, String unit) {
    if (text == null) {
      return "空缺";
    }
    if (!unit.equals("%")) {
      return text + unit;
    }
    BigDecimal percent = new BigDecimal(text).multiply(HUNDRED).setScale(2, RoundingMode.HALF_UP);
    return percent.stripTrailingZeros().toPlainString() + unit;
  }
}
