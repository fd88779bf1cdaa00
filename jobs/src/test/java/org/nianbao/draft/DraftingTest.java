package org.nianbao.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nianbao.fact.CellFacts;
import org.nianbao.fact.Fact;
import org.nianbao.fact.TownResults;
import org.nianbao.seed.Seeds;
import org.nianbao.testing.DraftText;
import org.nianbao.testing.Project;
import org.nianbao.testing.SampleTowns;

/** The text of editions of the sample, era by era. */
class DraftingTest {
  private static final Seeds SEEDS = Project.seeds();

  /** A year of each form; one whose exports break off in June, and one without exports. */
  @ParameterizedTest
  @CsvSource({
    "441900109, 2017",
    "441900109, 2019",
    "441900109, 2021",
    "441900129, 2019",
    "441900110, 2014",
  })
  void shouldSayWhatTheTablesSayAndNoMore(String town, int year) throws IOException {
    Path expected =
        Project.folder()
            .resolve("jobs/src/test/resources/org/nianbao/draft/%s-%d.txt".formatted(town, year));

    assertThat(text(draft(SampleTowns.of(town), year))).isEqualTo(Files.readString(expected));
  }

  @Test
  void shouldTieEveryNumberOfItsSentencesToAFact() {
    Draft draft = draft(SampleTowns.of(SampleTowns.DONGKENG), 2017);

    List<String> words =
        draft.sections().stream()
            .flatMap(section -> section.blocks().stream())
            .flatMap(block -> block instanceof Passage one ? one.pieces().stream() : Stream.empty())
            .filter(piece -> piece instanceof Piece.Words)
            .map(Piece::text)
            .map(text -> text.replace("2017年", "").replace("12345政府服务热线", ""))
            .toList();
    assertThat(words).isNotEmpty().noneMatch(text -> text.matches(".*\\d.*"));
  }

  @Test
  void shouldPrintFactsAsTheyAre() {
    TownResults town = SampleTowns.of(SampleTowns.DONGKENG);
    var facts = new CellFacts(SEEDS, false).of(town, 2017);
    Draft draft = new Drafting(SEEDS).draft(town, 2017, facts);

    for (Draft.Section section : draft.sections()) {
      for (Block block : section.blocks()) {
        if (block instanceof Passage passage) {
          for (Fact fact : passage.facts()) {
            assertThat(facts.get(fact.id())).contains(fact);
          }
        }
      }
    }
  }

  private static Draft draft(TownResults town, int year) {
    return new Drafting(SEEDS).draft(town, year, new CellFacts(SEEDS, false).of(town, year));
  }

  /** The text without the tables of the form, which have tests of their own. */
  private static String text(Draft draft) {
    List<Draft.Section> sections =
        draft.sections().stream()
            .map(
                section ->
                    new Draft.Section(
                        section.heading(),
                        section.level(),
                        section.blocks().stream().filter(DraftingTest::isOurs).toList()))
            .toList();
    Draft ours =
        new Draft(
            draft.townCode(), draft.town(), draft.year(), draft.title(), sections, draft.unsaid());
    StringBuilder text = new StringBuilder(DraftText.of(ours)).append("不写同比：\n");
    draft
        .unsaid()
        .forEach(
            unsaid -> text.append(unsaid.label()).append('：').append(unsaid.reason()).append('\n'));
    return text.toString();
  }

  private static boolean isOurs(Block block) {
    return !(block instanceof Grid grid) || grid.caption().contains("热线");
  }
}
