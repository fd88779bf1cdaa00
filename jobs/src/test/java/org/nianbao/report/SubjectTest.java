package org.nianbao.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nianbao.testing.Project;

class SubjectTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          东坑镇2017年政府信息公开工作年度报告            |                     | 441900109 | 2017
          大朗镇政府信息公开工作年度报告（2015年）        | 东坑/2014/报告.txt   | 441900113 | 2015
          莞城街道二〇一六年政府信息公开年度报告          |                     | 441900006 | 2016
          政府信息公开工作年度报告                      | 长安镇/2019年报.docx | 441900119 | 2019
          本报告的数据自2020年1月1日起至12月31日止。石排镇人民政府。 |          | 441900104 | 2020
          政府信息公开工作年度报告                      | report.txt          |           |
          东坑镇与大朗镇开展交流。                      |                     |           |
          """)
  void shouldTellTownAndYear(String text, String path, String town, Integer year) {
    List<Block> blocks = new ArrayList<>(List.of(new Paragraph(text)));
    Wording wording = Wording.of(Project.seeds());
    Document document = new Document("", blocks).with(wording::plain);

    Subject subject = new Subject(document, Objects.requireNonNullElse(path, ""), wording.towns());

    assertThat(subject.town().orElse(null)).isEqualTo(town);
    assertThat(subject.year().orElse(null)).isEqualTo(year);
  }
}
