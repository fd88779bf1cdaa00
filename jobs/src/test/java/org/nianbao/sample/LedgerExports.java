package org.nianbao.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The small ledgers: requests, disputes and declared figures, several years in a file. */
final class LedgerExports {
  private static final String REQUESTS = "依申请公开/依申请公开台账";
  private static final String DISPUTES = "行政复议和行政诉讼/案件台账";
  private static final String DECLARED = "填报数据/年度填报表";

  private final List<Volume> volumes;
  private final List<SampleFile> files = new ArrayList<>();

  private LedgerExports(List<Volume> volumes) {
    this.volumes = volumes;
  }

  static List<SampleFile> all(List<Volume> volumes) {
    LedgerExports exports = new LedgerExports(volumes);
    exports.requests();
    exports.disputes();
    exports.declared();
    return exports.files;
  }

  private void requests() {
    add(
        REQUESTS + "2014-2017.csv",
        FileForm.GB18030,
        Sheet.of(LedgerLayouts.REQUESTS_UNTIL_2017, requests(2014, 2017)),
        "**real total** (2 of 东坑镇 2017); outcomes as before 2019");
    Sheet sheet = Sheet.of(LedgerLayouts.REQUESTS_UNTIL_2019, requests(2018, 2019));
    add(
        REQUESTS + "2018-2019.csv",
        FileForm.UTF8_MARKED,
        sheet.total("合计", sheet.size()),
        "a pending request of 2017 again; 合计 row; from 2019 outcomes of the national form");
    add(
        REQUESTS + "2020-2021.csv",
        FileForm.UTF8,
        Sheet.of(LedgerLayouts.REQUESTS_UNTIL_2021, requests(2020, 2021)),
        "pending requests of 2019 again; 受理编号 and 受理日期 are also names of ticket columns");
  }

  /** What a ledger shows on 3 January after its last year, with what was pending at its start. */
  private List<Request> requests(int first, int last) {
    LocalDate start = LocalDate.of(first, 1, 3);
    return volumes.stream()
        .flatMap(volume -> Request.of(volume).stream())
        .filter(
            request -> {
              int year = request.receivedOn().getYear();
              boolean pending = year == first - 1 && request.decidedOn().isAfter(start);
              return pending || (first <= year && year <= last);
            })
        .map(request -> request.asOf(LocalDate.of(last + 1, 1, 3)))
        .toList();
  }

  private void disputes() {
    LocalDate middle = LocalDate.of(2020, 1, 3);
    add(
        DISPUTES + "2014-2019.csv",
        FileForm.GB18030,
        Sheet.of(
            LedgerLayouts.DISPUTES_UNTIL_2019,
            disputes(middle, dispute -> dispute.filedOn().isBefore(middle))),
        "**real zero**: 东坑镇 has rows before and after 2017 and none of it");
    add(
        DISPUTES + "2020-2021.csv",
        FileForm.UTF8_MARKED,
        Sheet.of(
            LedgerLayouts.DISPUTES_UNTIL_2021,
            disputes(LocalDate.of(2022, 1, 3), dispute -> !dispute.decidedBy(middle))),
        "pending cases of 2019 again; 案件编号, 类型 and 受理日期 are also names of ticket columns");
  }

  private static List<Dispute> disputes(LocalDate day, Predicate<Dispute> which) {
    return Dispute.all().stream().filter(which).map(dispute -> dispute.asOf(day)).toList();
  }

  private void declared() {
    add(
        DECLARED + "2014-2018.csv",
        FileForm.GB18030,
        Sheet.of(LedgerLayouts.DECLARED_UNTIL_2018, declared(2014, 2018)),
        "**real**: 电视报刊 约250 and fees 0 of 东坑镇 2017, which no export yields");
    add(
        DECLARED + "2019-2021.csv",
        FileForm.UTF8_MARKED,
        Sheet.of(LedgerLayouts.DECLARED_UNTIL_2021, declared(2019, 2021)),
        "years with 年");
  }

  private List<Declared> declared(int first, int last) {
    return volumes.stream()
        .filter(volume -> first <= volume.year() && volume.year() <= last)
        .flatMap(volume -> Declared.of(volume).stream())
        .toList();
  }

  private void add(String name, FileForm form, Sheet sheet, String odd) {
    files.add(new SampleFile(name, form, sheet, odd));
  }
}
