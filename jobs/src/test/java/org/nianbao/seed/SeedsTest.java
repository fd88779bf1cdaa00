package org.nianbao.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nianbao.testing.Project;

class SeedsTest {
  private final Seeds seeds = Project.seeds();

  @Test
  void shouldCarryTheSameListsInTheJar() {
    Seeds inJar = Seeds.read(SeedFiles.inJar());

    assertThat(inJar.digest(List.copyOf(inJar.names())))
        .isEqualTo(seeds.digest(List.copyOf(seeds.names())));
  }

  @Test
  void shouldChangeItsDigestWithTheListItIsAskedFor() {
    assertThat(seeds.digest(List.of("towns"))).isNotEqualTo(seeds.digest(List.of("ticket_types")));
  }

  @Test
  void shouldKnowEveryTownByCodeNameAndShortName() {
    seeds
        .rows("towns")
        .forEach(
            row ->
                assertThat(List.of(row.get("town_code"), row.get("town"), row.get("short_name")))
                    .allSatisfy(
                        name ->
                            assertThat(seeds.towns().code(name)).contains(row.get("town_code"))));
  }

  @Test
  void shouldFindTheTownThatAPathNames() {
    assertThat(seeds.towns().namedIn("东坑镇/2017年工单.csv")).contains("441900109");
    assertThat(seeds.towns().namedIn("大岭山/长安镇2017.csv")).contains("441900119");
    assertThat(seeds.towns().namedIn("东坑/大朗和常平.csv")).contains("441900109");
    assertThat(seeds.towns().namedIn("2017/大朗和常平.csv")).isEmpty();
    assertThat(seeds.towns().namedIn("2017.csv")).isEmpty();
  }

  @Test
  void shouldNotTakeALongerChannelNameForTheShorterOneInIt() {
    Vocabulary channels = seeds.vocabulary("publication_channels");

    assertThat(channels.namedIn("市政府门户网站2017.csv")).contains("city_portal");
    assertThat(channels.namedIn("政府门户网站2017.csv")).contains("town_portal");
  }

  @Test
  void shouldSayThatAListIsNotDescribed() {
    assertThatExceptionOfType(SeedException.class)
        .isThrownBy(() -> seeds.rows("planets"))
        .withMessage("Cannot use the seeds: datapackage.json describes no list named planets");
  }
}
