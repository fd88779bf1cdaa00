package org.nianbao.yearly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.Coverage;
import org.nianbao.table.Disputes;
import org.nianbao.table.ExportLog;
import org.nianbao.table.Holding;
import org.nianbao.table.Requests;
import org.nianbao.table.Tickets;

class CoverageCalendarTest {
  private static final String TOWN = "441900109";
  private static final String OTHER = "441900111";
  private static final LocalDate AFTER = LocalDate.of(2026, 1, 1);

  @Test
  void shouldCallAYearWithRowsInEveryMonthComplete() {
    Coverage.Year year = tickets(AFTER, export(held(TOWN, 2017, 1, 12, 228))).year(2017, 228);
    assertThat(year.status()).isEqualTo(Coverage.COMPLETE);
    assertThat(year.months()).isEqualTo(12);
    assertThat(year.firstOn()).isEqualTo("2017-01-01");
    assertThat(year.lastOn()).isEqualTo("2017-12-28");
  }

  @Test
  void shouldCallHalfAYearPartial() {
    Coverage.Year year = tickets(AFTER, export(held(TOWN, 2017, 1, 6, 90))).year(2017, 90);
    assertThat(year.status()).isEqualTo(Coverage.PARTIAL);
    assertThat(year.months()).isEqualTo(6);
  }

  @Test
  void shouldAddUpTheMonthsOfSeveralExports() {
    CoverageCalendar calendar =
        tickets(AFTER, export(held(TOWN, 2017, 1, 6, 90)), export(held(TOWN, 2017, 7, 12, 80)));
    assertThat(calendar.year(2017, 170).status()).isEqualTo(Coverage.COMPLETE);
  }

  @Test
  void shouldCallAYearThatIsNotOverPartial() {
    CoverageCalendar calendar =
        tickets(LocalDate.of(2017, 12, 31), export(held(TOWN, 2017, 1, 12, 228)));
    assertThat(calendar.year(2017, 228).status()).isEqualTo(Coverage.PARTIAL);
  }

  @Test
  void shouldCallAYearWithoutRowsMissing() {
    Coverage.Year year = tickets(AFTER, export(held(TOWN, 2017, 1, 12, 228))).year(2018, 0);
    assertThat(year).isEqualTo(new Coverage.Year(Coverage.MISSING, null, null, 0, 0));
  }

  @Test
  void shouldNotTakeAnotherTownsTicketsForAZero() {
    CoverageCalendar calendar =
        tickets(AFTER, export(held(OTHER, 2017, 1, 12, 500), held(TOWN, 2018, 1, 12, 300)));
    assertThat(calendar.year(2017, 0).status()).isEqualTo(Coverage.MISSING);
  }

  @Test
  void shouldTakeTheMonthsOfACityWideExportForEachOfItsTowns() {
    CoverageCalendar calendar =
        tickets(AFTER, export(held(TOWN, 2017, 3, 10, 9), held(OTHER, 2017, 1, 12, 500)));
    assertThat(calendar.year(2017, 9).status()).isEqualTo(Coverage.COMPLETE);
  }

  @Test
  void shouldNotTakeTheMonthsOfOpenTicketsThatNextYearsExportRepeats() {
    CoverageCalendar calendar =
        tickets(
            AFTER,
            export(held(TOWN, 2019, 1, 6, 90)),
            export(
                held(TOWN, 2019, 5, 6, 2),
                held(OTHER, 2019, 10, 12, 9),
                held(TOWN, 2020, 1, 12, 200),
                held(OTHER, 2020, 1, 12, 300)));
    assertThat(calendar.year(2019, 92).status()).isEqualTo(Coverage.PARTIAL);
    assertThat(calendar.year(2019, 92).months()).isEqualTo(6);
  }

  @Test
  void shouldNotTakeOneRepeatedCaseForAYearOfALedger() {
    CoverageCalendar calendar =
        calendar(
            Requests.ARCHIVE,
            AFTER,
            export(held(TOWN, 2018, 1, 12, 20), held(OTHER, 2017, 12, 12, 1)));
    assertThat(calendar.year(2017, 0).status()).isEqualTo(Coverage.MISSING);
    assertThat(calendar.year(2018, 20).status()).isEqualTo(Coverage.COMPLETE);
  }

  @Test
  void shouldSeeTheGapBetweenMonthsOfManyRows() {
    Coverage.Year year =
        tickets(AFTER, export(held(TOWN, 2017, 1, 4, 100), held(TOWN, 2017, 6, 12, 100)))
            .year(2017, 200);
    assertThat(year.status()).isEqualTo(Coverage.PARTIAL);
    assertThat(year.months()).isEqualTo(11);
  }

  @Test
  void shouldTakeYearsWithoutRareRowsForZero() {
    CoverageCalendar calendar =
        calendar(
            Disputes.ARCHIVE, AFTER, export(held(TOWN, 2015, 5, 5, 1), held(TOWN, 2019, 7, 7, 2)));
    assertThat(calendar.year(2017, 0).status()).isEqualTo(Coverage.COMPLETE);
    assertThat(calendar.year(2015, 1).status()).isEqualTo(Coverage.COMPLETE);
    assertThat(calendar.year(2020, 0).status()).isEqualTo(Coverage.MISSING);
  }

  @Test
  void shouldNotTakeAYearWithoutManyRowsForZero() {
    CoverageCalendar calendar =
        calendar(
            Disputes.ARCHIVE,
            AFTER,
            export(held(TOWN, 2016, 1, 12, 40), held(TOWN, 2018, 1, 12, 40)));
    assertThat(calendar.year(2017, 0).status()).isEqualTo(Coverage.MISSING);
  }

  @ParameterizedTest(name = "{0} rows a month, in months {1} to {2}, rare: {3}")
  @CsvSource({
    // A quiet end of a year is likely where rows are rare, and unlikely where they are not.
    "0.2, 3, 9, true, 0",
    "5, 1, 6, true, 6",
    "5, 1, 6, false, 6",
    // Of what comes in every month, the months before the first and after the last are missing.
    "0.2, 3, 9, false, 5",
    "0.1, 12, 12, false, 11",
  })
  void shouldCountMonthsThatAreMissing(double rate, int from, int to, boolean rare, int missing) {
    assertThat(CoverageCalendar.uncovered(months(from, to), rate, rare)).isEqualTo(missing);
  }

  private static CoverageCalendar tickets(LocalDate asOf, ExportLog.Entry... exports) {
    return calendar(Tickets.ARCHIVE, asOf, exports);
  }

  private static CoverageCalendar calendar(
      ArchiveTable table, LocalDate asOf, ExportLog.Entry... exports) {
    return new CoverageCalendar(table, TOWN, List.of(exports), asOf);
  }

  private static Holding held(String town, int year, int from, int to, long rows) {
    return new Holding(
        town,
        year,
        rows,
        LocalDate.of(year, from, 1),
        LocalDate.of(year, to, 28),
        months(from, to));
  }

  private static int months(int from, int to) {
    return IntStream.rangeClosed(from, to).map(month -> 1 << (month - 1)).sum();
  }

  /** An export; holdings of the same town and year are added up. */
  private static ExportLog.Entry export(Holding... holdings) {
    List<Holding> all =
        Stream.of(holdings)
            .collect(
                java.util.stream.Collectors.toMap(
                    Holding::townYear, one -> one, Holding::plus, java.util.TreeMap::new))
            .values()
            .stream()
            .toList();
    LocalDate first = all.stream().map(Holding::firstOn).min(LocalDate::compareTo).orElseThrow();
    LocalDate last = all.stream().map(Holding::lastOn).max(LocalDate::compareTo).orElseThrow();
    long rows = all.stream().mapToLong(Holding::rows).sum();
    return new ExportLog.Entry(
        1, "uri", "name", "sha", "recipe", "load", "dataset", "UTF-8", 1, 1, null, rows, 0, first,
        last, last, null, all);
  }
}
