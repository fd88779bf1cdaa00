package org.nianbao.edition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nianbao.fact.TownResults;
import org.nianbao.table.ResultRow;
import org.nianbao.table.YearlyMeasures;
import org.nianbao.testing.Project;

class EditionFolderTest {
  @TempDir Path editions;

  /** A document of one line, which counts how often it is written. */
  private static final class Counted implements Document<Edition> {
    private int written;

    @Override
    public String fileName() {
      return "counted.txt";
    }

    @Override
    public void write(Edition edition, Path file) throws IOException {
      written++;
      Files.writeString(file, edition.draft().title());
    }
  }

  private final Counted document = new Counted();

  @Test
  void shouldWriteOnlyWhatHasChanged() throws IOException {
    assertThat(folder("1").write(town("东坑镇", 228), 2017)).isTrue();
    assertThat(folder("1").write(town("东坑镇", 228), 2017)).isFalse();
    assertThat(document.written).isEqualTo(1);

    assertThat(folder("1").write(town("东坑镇", 229), 2017)).isTrue();
    assertThat(folder("2").write(town("东坑镇", 229), 2017)).isTrue();
    assertThat(document.written).isEqualTo(3);

    Files.delete(editions.resolve("东坑镇/2017/counted.txt"));
    assertThat(folder("2").write(town("东坑镇", 229), 2017)).isTrue();
    Files.writeString(editions.resolve("东坑镇/2017/facts.json"), "{spoilt");
    assertThat(folder("2").write(town("东坑镇", 229), 2017)).isTrue();
    assertThat(folder("2").write(town("东坑镇", 229), 2017)).isFalse();
  }

  @Test
  void shouldSayInFactsWhereAFigureComesFrom() throws IOException {
    folder("1").write(town("东坑镇", 228), 2017);

    JsonNode facts = new ObjectMapper().readTree(editions.resolve("东坑镇/2017/facts.json").toFile());

    assertThat(facts.get("town").asText()).isEqualTo("东坑镇");
    assertThat(facts.get("facts")).hasSize(1);
    JsonNode fact = facts.get("facts").get(0);
    assertThat(fact.get("id").asText()).isEqualTo("yearly_measures/tickets/value");
    assertThat(fact.get("text").asText()).isEqualTo("228宗");
    assertThat(fact.get("table").asText()).isEqualTo("yearly_measures");
    assertThat(facts.get("sentences").findValuesAsText("text"))
        .anyMatch(text -> text.contains("12345政府服务热线共受理我镇工单228宗"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../..", "/etc", "..\\..", ".", "a/b", ""})
  void shouldNotLeaveItsFolder(String name) throws IOException {
    folder("1").write(town(name, 228), 2017);

    try (var inside = Files.list(editions)) {
      List<Path> towns = inside.toList();
      assertThat(towns).hasSize(1);
      assertThat(towns.get(0).resolve("2017").resolve("facts.json")).isRegularFile();
      assertThat(towns.get(0).normalize().getParent()).isEqualTo(editions.normalize());
    }
  }

  private EditionFolder folder(String ground) {
    return new EditionFolder(editions, Project.seeds(), false, List.of(document), ground);
  }

  private static TownResults town(String name, long tickets) {
    ResultRow row =
        new ResultRow(
            YearlyMeasures.TABLE,
            Arrays.asList(
                "441900109",
                name,
                2017,
                "tickets",
                BigDecimal.valueOf(tickets),
                "宗",
                null,
                null,
                "12345热线工单"));
    return new TownResults("441900109", name, Map.of(row.table().name(), List.of(row)));
  }
}
