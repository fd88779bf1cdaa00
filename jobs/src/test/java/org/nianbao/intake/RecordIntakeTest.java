package org.nianbao.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.nianbao.intake.Verdict.Accepted;
import org.nianbao.intake.Verdict.Rejected;
import org.nianbao.seed.Seeds;
import org.nianbao.source.Export;
import org.nianbao.source.Header;
import org.nianbao.source.SourceFile;
import org.nianbao.table.Field;
import org.nianbao.table.Tickets;
import org.nianbao.testing.Escapes;
import org.nianbao.testing.Project;
import org.nianbao.testing.Verdicts;

class RecordIntakeTest {
  private static final Seeds SEEDS = Project.seeds();
  private static final IntakeRules RULES = IntakeRules.of(SEEDS, LocalDate.of(2019, 6, 30));
  private static final List<String> TICKET = List.of("工单编号", "镇街", "工单类型", "工单来源", "受理时间", "办理时限");

  /** Headers and cells are written with a bar between them. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "records.tsv",
      delimiter = '\t',
      numLinesToSkip = 1,
      emptyValue = "",
      maxCharsPerColumn = 20_000)
  void shouldJudgeEveryRecord(
      String why, String dataset, String path, String header, String cells, String verdict) {
    Export export = export(dataset, path, bars(header));

    Verdict judged = new RecordIntake(export, RULES).judge(bars(cells));

    assertThat(Verdicts.say(dataset, judged)).as(why).isEqualTo(verdict);
  }

  /** Long cells that nobody reads are passed over; those of a known column are not. */
  @Test
  void shouldFoldLongCellsOfColumnsThatAreRead() {
    List<String> header = new ArrayList<>(TICKET);
    header.add("诉求内容");
    String blanks = " ".repeat(100);
    List<String> cells =
        List.of("Ａ１" + blanks, "东坑", "投诉" + blanks, "电话", "2017-03-05", "", "某事".repeat(100));

    Verdict judged = new RecordIntake(export("tickets", "a.csv", header), RULES).judge(cells);

    assertThat(Verdicts.say("tickets", judged)).contains("A1", "complaint").doesNotContain("Ａ");
  }

  @Test
  void shouldTakeADueDateWithoutTimeForTheWholeDay() {
    assertThat(due("2017-03-05")).isEqualTo(LocalDateTime.of(2017, 3, 5, 23, 59, 59));
    assertThat(due("42799")).isEqualTo(LocalDateTime.of(2017, 3, 5, 23, 59, 59));
    assertThat(due("2017-03-05 12:00")).isEqualTo(LocalDateTime.of(2017, 3, 5, 12, 0));
  }

  @Test
  void shouldRememberTheDayFromWhichARejectIsWorthAnotherLook() {
    Export export = export("tickets", "a.csv", TICKET);

    Verdict judged =
        new RecordIntake(export, RULES)
            .judge(List.of("A1", "东坑", "投诉", "电话", "2019-07-01 08:00", ""));

    assertThat(((Rejected) judged).afterDay()).isEqualTo(LocalDate.of(2019, 7, 1));
  }

  @Test
  void shouldChangeTheRecipeWithTheTownOrChannelThatThePathImplies() {
    List<String> header = List.of("信息名称", "信息类别", "发布日期");
    String plain = IntakeRules.recipe(SEEDS, export("publications", "2017.csv", header));

    assertThat(IntakeRules.recipe(SEEDS, export("publications", "2018.csv", header)))
        .isEqualTo(plain);
    assertThat(IntakeRules.recipe(SEEDS, export("publications", "东坑/2017.csv", header)))
        .isNotEqualTo(plain)
        .isNotEqualTo(IntakeRules.recipe(SEEDS, export("publications", "大朗/2017.csv", header)));
    assertThat(IntakeRules.recipe(SEEDS, export("publications", "微博/2017.csv", header)))
        .isNotEqualTo(plain);
    assertThat(IntakeRules.recipe(SEEDS, export("tickets", "微博/2017.csv", TICKET)))
        .isEqualTo(IntakeRules.recipe(SEEDS, export("tickets", "2017.csv", TICKET)));
  }

  @Test
  void shouldExplainEveryRuleToClerks() {
    assertThat(IntakeRules.unexplained(SEEDS.rows("reject_rules"))).isEmpty();
  }

  private static Object due(String text) {
    Export export = export("tickets", "a.csv", TICKET);
    Accepted row =
        (Accepted)
            new RecordIntake(export, RULES)
                .judge(List.of("A1", "东坑", "投诉", "电话", "2017-03-01", text));
    List<Field> fields = Tickets.ARCHIVE.table().fields();
    return row.values().get(fields.indexOf(Tickets.DUE_AT));
  }

  private static Export export(String dataset, String path, List<String> header) {
    Map<String, Integer> positions = SEEDS.columnAliases().positions(dataset, header);
    SourceFile file =
        new SourceFile(
            path, "file:/exports/" + path, 1, 0, SourceFile.Format.CSV, SourceFile.Packing.NONE);
    return new Export(file, "0".repeat(64), null, new Header(dataset, header, positions), 1);
  }

  private static List<String> bars(String text) {
    return List.of(Escapes.read(text).split("\\|", -1)).stream().collect(Collectors.toList());
  }
}
