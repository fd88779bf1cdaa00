package org.nianbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nianbao.table.Computed;
import org.nianbao.table.ExportLog;
import org.nianbao.table.Holding;
import org.nianbao.table.TownYear;

class CausesTest {
  private static final TownYear DONGKENG_2017 = new TownYear("441900109", 2017);
  private static final LocalDate DAY = LocalDate.of(2018, 1, 31);

  private final ExportLog.Entry file = export("a.csv", "1", "r", DONGKENG_2017);

  @Test
  void shouldNameFilesThatCameInWereReplacedOrNoLongerCount() {
    ExportLog.Entry gone = export("old.csv", "1", "r", DONGKENG_2017);
    ExportLog.Entry replaced = export("a.csv", "2", "r", DONGKENG_2017);
    ExportLog.Entry added = export("new.csv", "1", "r", DONGKENG_2017);
    ExportLog.Entry elsewhere = export("b.csv", "1", "r", new TownYear("441900111", 2017));
    assertThat(
            cause(
                footing("rules", "x", file, gone),
                footing("rules", "y", replaced, added, elsewhere)))
        .isEqualTo("新增new.csv；更换a.csv；不再计入old.csv");
  }

  @Test
  void shouldNameFilesThatWereReadAnewWithCorrections() {
    ExportLog.Entry corrected = export("a.csv", "1", "r2", DONGKENG_2017);
    assertThat(cause(footing("rules", "x", file), footing("rules", "y", corrected)))
        .isEqualTo("按更正或映射重读a.csv");
  }

  @Test
  void shouldNameTheListsRatherThanEveryFileThatWasReadAnewWithThem() {
    ExportLog.Entry read = export("a.csv", "1", "r2", DONGKENG_2017);
    assertThat(cause(footing("rules", "x", file), footing("changed", "y", read)))
        .isEqualTo("词表或计算规则有变");
  }

  @Test
  void shouldNameTheDayWhereATimeLimitHasPassed() {
    Computed.Entry until = new Computed.Entry(DONGKENG_2017, "x", null, DAY, List.of());
    Footing before =
        new Footing(List.of(file), "rules", DAY.minusDays(1), Map.of(DONGKENG_2017, until));
    assertThat(cause(before, footing("rules", "x", file))).isEqualTo("至2018-01-31有工单超过办理期限");
  }

  @Test
  void shouldKnowNoCauseWhereNothingChanged() {
    assertThat(cause(footing("rules", "x", file), footing("rules", "x", file)))
        .isEqualTo(Causes.NONE);
  }

  private static String cause(Footing before, Footing after) {
    return new Causes(before, after, Map.of()).of(DONGKENG_2017);
  }

  private static Footing footing(String rules, String inputs, ExportLog.Entry... exports) {
    return Footing.of(List.of(exports), rules, DAY, Map.of(DONGKENG_2017, inputs));
  }

  private static ExportLog.Entry export(
      String name, String sha256, String recipe, TownYear townYear) {
    LocalDate day = LocalDate.of(townYear.year(), 5, 1);
    return new ExportLog.Entry(
        1,
        name,
        name,
        sha256,
        recipe,
        "load",
        "tickets",
        "UTF-8",
        1,
        1,
        null,
        1,
        0,
        day,
        day,
        day,
        null,
        List.of(Holding.of(townYear.townCode(), townYear.year(), day)));
  }
}
