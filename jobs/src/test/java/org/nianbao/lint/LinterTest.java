package org.nianbao.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nianbao.report.ReportReader;
import org.nianbao.report.UnreadableReportException;
import org.nianbao.report.Wording;
import org.nianbao.testing.Project;
import org.nianbao.testing.SampleRun;
import org.nianbao.testing.SampleTowns;

/** Drafts of the sample's editions, edited in many ways. */
class LinterTest {
  private static final int PLANTED = 10;
  private static final int SEEDS = 3;

  @TempDir static Path folder;
  private static SampleEditions editions;

  @BeforeAll
  static void deliver() throws IOException {
    editions =
        new SampleEditions(
            folder,
            Stream.of("441900109", "441900110", "441900111", "441900129")
                .map(SampleTowns::of)
                .toList(),
            true);
  }

  @Test
  void shouldFindNothingInADraftNobodyEdited() throws Exception {
    for (SampleEditions.One edition : editions.all().values()) {
      Planted draft = new Planted(edition.draft(), List.of(), 0, 0);
      assertThat(open(edition, draft.asText())).as(edition.draft().title()).isEmpty();
      assertThat(open(edition, draft.asWord())).as(edition.draft().title()).isEmpty();
    }
  }

  /** The documents that the job delivers, against the facts that it delivers. */
  @Test
  void shouldFindNothingInADeliveredDraftNobodyEdited() throws Exception {
    Path delivered = SampleRun.out().resolve("editions");
    for (String name : List.of("东坑镇/2014", "东坑镇/2017", "东坑镇/2019", "东坑镇/2021", "高埗镇/2019")) {
      FactSheet sheet = FactSheet.read(delivered.resolve(name).resolve(FactSheet.FILE));
      byte[] draft = Files.readAllBytes(delivered.resolve(name).resolve("report.docx"));
      List<Finding> findings =
          new Linter(sheet, new Neighbours(delivered, sheet), Wording.of(Project.seeds()))
              .lint(ReportReader.read(draft));

      assertThat(findings).as(name).filteredOn(one -> one.verdict().isOpen()).isEmpty();
      assertThat(findings).as(name).filteredOn(one -> one.verdict() == Verdict.MATCH).isNotEmpty();
    }
  }

  @Test
  void shouldNameAllPlantedNumbersAndNothingElse() throws Exception {
    for (SampleEditions.One edition : editions.all().values()) {
      for (long seed = 0; seed < SEEDS; seed++) {
        Planted draft = new Planted(edition.draft(), editions.othersThan(edition), PLANTED, seed);
        List<Finding> findings =
            seed % 2 == 0 ? open(edition, draft.asText()) : open(edition, draft.asWord());

        assertThat(findings.stream().map(Finding::number).sorted())
            .as("%s, seed %d: %s", edition.draft().title(), seed, findings)
            .isEqualTo(draft.texts());
        assertThat(findings).allMatch(finding -> finding.verdict().contradicts());
      }
    }
  }

  /** What a person may write without being wrong, and what she gets wrong. */
  @ParameterizedTest(name = "{index}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      一年来，我镇坚持以公开为常态、不公开为例外，积极推进各项工作。 |
      按照国办发〔2014〕32号文件和《条例》第二十条，2017年12月31日前公布，咨询电话0769-83381234。 |
      全年通过市政府网站主动公开政府信息1371条，同比增加669条，增长95.3%。 | 符合 符合 符合
      通过市政府网站主动公开政府信息约1400条，比上年增长95%。 | 四舍五入后一致 四舍五入后一致
      我镇通过市政府网站主动公开政府信息1300余条。通过市政府网站主动公开政府信息0.14万条。 | 四舍五入后一致 四舍五入后一致
      通过市政府网站主动公开政府信息1317条。 | 与数据不符
      我镇收到政府信息公开申请两件。 | 符合
      我镇收到政府信息公开申请三件。 | 其他年度的数字
      其中，财政信息150条，占10.9%；组织机构57条，占4.3%。 | 符合 符合 符合 与数据不符
      按工单类型分，咨询12宗、投诉199宗，两类合计211宗。 | 符合 符合 可由数据算出
      2016年通过市政府网站主动公开政府信息702条。 | 符合
      举办培训班4321期。 | 没有来源
      """)
  void shouldJudgeWhatAPersonWrites(String text, String verdicts) throws Exception {
    SampleEditions.One edition = editions.of("东坑镇2017");

    List<String> found =
        editions.linter(edition).lint(ReportReader.read(bytes(text))).stream()
            .map(Finding::verdict)
            .filter(verdict -> verdict != Verdict.NO_FIGURE)
            .map(Verdict::label)
            .toList();

    assertThat(String.join(" ", found)).isEqualTo(verdicts == null ? "" : verdicts);
  }

  /** Nothing is said to be wrong where words only resemble the generated ones. */
  @ParameterizedTest(name = "{index}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      镇门户网站全年累计发布政府信息1376条。 | 若指“镇门户网站·条数”，应为1367条
      全年热线共受理本镇各类工单231宗。 | 若指“12345热线工单”，应为228宗
      年末工单完结率达到98.2%。 | 若指“工单完结率”，应为100%
      全年办理时长中位数是6.5天。 | 若指“工单办理时长中位数”，应为5.57天
      举办培训班4321期。 | 无
      走访企业4321家，发放宣传单4321份。 | 无 无
      """)
  void shouldNameWhatARewrittenSentenceMayMean(String text, String notes) throws Exception {
    List<Finding> found =
        editions.linter(editions.of("东坑镇2017")).lint(ReportReader.read(bytes(text)));

    assertThat(found).extracting(Finding::verdict).containsOnly(Verdict.NO_SOURCE);
    assertThat(found.stream().map(Finding::note).map(note -> note.isEmpty() ? "无" : note))
        .isEqualTo(List.of(notes.split(" ")));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<Finding> open(SampleEditions.One edition, String text)
      throws UnreadableReportException {
    return open(edition, bytes(text));
  }

  private static List<Finding> open(SampleEditions.One edition, byte[] draft)
      throws UnreadableReportException {
    return editions.linter(edition).lint(ReportReader.read(draft)).stream()
        .filter(finding -> finding.verdict().isOpen())
        .toList();
  }
}
