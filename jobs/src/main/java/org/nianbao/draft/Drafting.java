package org.nianbao.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nianbao.fact.Fact;
import org.nianbao.fact.Facts;
import org.nianbao.fact.TownResults;
import org.nianbao.seed.SeedRow;
import org.nianbao.seed.Seeds;
import org.nianbao.table.Shared;
import org.nianbao.table.Trends;

/** Writes the text of an edition in the sections that {@code seeds/forms/sections.csv} gives. */
public final class Drafting {
  private static final String TABLE_OF_THE_FORM = "table_";

  private static final Map<String, Subject> SUBJECTS =
      Map.of(
          "platform", new PlatformSubject(),
          "channels", new ChannelsSubject(),
          "hotline", new HotlineSubject(),
          "requests", new RequestsSubject(),
          "fees", new FeesSubject(),
          "disputes", new DisputesSubject());

  private static final Map<String, String> GAPS =
      Map.of(
          "overview", "本年度工作的总体情况、主要做法",
          "outlook", "存在的主要问题及改进情况",
          "other", "其他需要报告的事项；没有的，写明没有");

  private final Seeds seeds;

  public Drafting(Seeds seeds) {
    this.seeds = seeds;
  }

  public Draft draft(TownResults town, int year, Facts facts) {
    Material material = new Material(seeds, town, year, facts);
    List<Draft.Section> sections = new ArrayList<>();
    List<Draft.Unsaid> unsaid = new ArrayList<>();
    for (SeedRow section : sections(year)) {
      List<Block> blocks = new ArrayList<>();
      for (String content : section.list("content")) {
        blocks.addAll(blocks(content, material));
        Optional.ofNullable(SUBJECTS.get(content))
            .ifPresent(subject -> unsaid.addAll(unsaid(subject, material)));
      }
      sections.add(
          new Draft.Section(
              section.get("heading"), Integer.parseInt(section.get("level")), blocks));
    }
    String title = "%s%d年政府信息公开工作年度报告".formatted(town.town(), year);
    return new Draft(town.townCode(), town.town(), year, title, sections, unsaid);
  }

  private List<SeedRow> sections(int year) {
    return seeds.rows("form_sections").stream()
        .filter(row -> Integer.parseInt(row.get("first_year")) <= year)
        .filter(
            row -> row.get("last_year").isEmpty() || year <= Integer.parseInt(row.get("last_year")))
        .toList();
  }

  private static List<Block> blocks(String content, Material material) {
    if (content.startsWith(TABLE_OF_THE_FORM)) {
      return new StatutoryGrid(material).of(content.substring(TABLE_OF_THE_FORM.length()));
    }
    Subject subject = SUBJECTS.get(content);
    return subject == null ? List.of(new Gap(GAPS.get(content))) : subject.blocks(material);
  }

  /** The changes of totals that a subject would have told. */
  private List<Draft.Unsaid> unsaid(Subject subject, Material material) {
    Map<String, SeedRow> reasons =
        seeds.rows("reasons").stream()
            .collect(Collectors.toMap(row -> row.get("code"), row -> row));
    Map<String, String> labels = seeds.labels(Shared.MEASURE.vocabulary());
    List<Draft.Unsaid> unsaid = new ArrayList<>();
    for (String measure : subject.measures()) {
      Optional<Fact> value = material.trend(Trends.VALUE, measure, null, null);
      if (value.isPresent() && value.get().reason() != null) {
        SeedRow reason = reasons.get(value.get().reason());
        unsaid.add(
            new Draft.Unsaid(labels.get(measure), reason.get("label"), reason.get("advice")));
      }
    }
    return unsaid;
  }
}
