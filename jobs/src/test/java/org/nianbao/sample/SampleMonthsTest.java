package org.nianbao.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every town and year has all its months, but for the two gaps that are there on purpose. */
class SampleMonthsTest {
  private static final Path EXPORTS =
      Path.of(System.getProperty("nianbao.home", ".."), "data-samples/exports");

  @Test
  void shouldHaveTicketsOfEveryMonthButForTheGaps() throws IOException {
    Map<String, Set<Integer>> months = months("12345热线", "受理时间", "登记时间", "来电时间", "诉求时间");
    assertThat(months).doesNotContainKey("寮步2016").hasSize(27);
    assertThat(months.remove("高埗2019")).containsExactlyElementsOf(until(6));
    assertThat(months.values()).allMatch(found -> List.copyOf(found).equals(until(12)));
  }

  @Test
  void shouldHavePublicationsOfEveryMonth() throws IOException {
    Map<String, Set<Integer>> months = months("信息公开目录", "发布日期", "公开日期", "上网日期", "发布时间");
    assertThat(months).hasSize(28);
    assertThat(months.values()).allMatch(found -> List.copyOf(found).equals(until(12)));
  }

  private static List<Integer> until(int last) {
    return IntStream.rangeClosed(1, last).boxed().toList();
  }

  private static Map<String, Set<Integer>> months(String folder, String... dates)
      throws IOException {
    Map<String, Set<Integer>> months = new TreeMap<>();
    for (RawRow row : RawRow.below(EXPORTS, folder)) {
      LocalDate day = row.day(dates);
      for (String town : List.of("东坑", "寮步", "高埗", "常平")) {
        if (day != null && row.isOf(town)) {
          months
              .computeIfAbsent(town + day.getYear(), key -> new TreeSet<>())
              .add(day.getMonthValue());
        }
      }
    }
    return months;
  }
}
