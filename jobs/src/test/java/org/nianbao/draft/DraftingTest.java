package org.nianbao.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.nianbao.testing.SampleRun;
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

  /** The job makes the same text from its warehouse as these tests from delivered files. */
  @ParameterizedTest
  @CsvSource({"441900109, 2017", "441900109, 2021", "441900129, 2019", "441900110, 2014"})
  void shouldBeWhatTheJobDelivers(String code, int year) throws IOException {
    TownResults town = SampleTowns.of(code);
    JsonNode delivered =
        new ObjectMapper()
            .readTree(
                SampleRun.out()
                    .resolve("editions")
                    .resolve(town.town())
                    .resolve(String.valueOf(year))
                    .resolve("facts.json")
                    .toFile());
    Draft draft = draft(town, year);

    List<String> passages =
        draft.sections().stream()
            .flatMap(section -> section.blocks().stream())
            .flatMap(block -> block instanceof Passage one ? Stream.of(one.text()) : Stream.empty())
            .toList();
    List<String> sentences = new ArrayList<>();
    delivered.get("sentences").forEach(one -> sentences.add(one.get("text").asText()));
    assertThat(sentences).isEqualTo(passages);
    assertThat(delivered.get("not_comparable")).hasSize(draft.unsaid().size());
    assertThat(delivered.get("facts").findValuesAsText("id"))
        .containsExactlyElementsOf(
            new CellFacts(SEEDS, false).of(town, year).all().stream().map(Fact::id).toList());
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
