package org.nianbao.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileYearTest {
  @ParameterizedTest
  @CsvSource({
    "东坑镇2017年工单.csv, 2017",
    "网站信息2014-2016.csv, 2014 2015 2016",
    "2014年至2016年.xlsx, 2014 2015 2016",
    "2018年导出的2017年工单.csv, 2017 2018",
    "全市12345工单2018.parquet, 2018",
    "20170305导出.csv, ''",
    "12345诉求清单.csv, ''",
  })
  void shouldReadTheYearsThatANameGives(String name, String years) {
    assertThat(FileYear.named(name).stream().map(String::valueOf).collect(Collectors.joining(" ")))
        .isEqualTo(years);
  }
}
