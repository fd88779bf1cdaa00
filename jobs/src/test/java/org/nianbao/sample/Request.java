package org.nianbao.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An application for information.
 *
 * @param decidedOn null while pending
 */
record Request(
    String town,
    String id,
    String applicantKind,
    String channel,
    LocalDate receivedOn,
    LocalDate decidedOn,
    String outcome) {
  private static final Mix KINDS = Mix.of("自然人 70|商业企业 18|法律服务机构 6|社会公益组织 3|科研机构 2|其他 1");
  private static final Mix CHANNELS = Mix.of("网上申请 70|信函 15|当面 12|传真 3");
  private static final Mix OUTCOMES = Mix.of("同意公开 60|部分公开 12|不属于本行政机关公开 18|申请内容不明确 10");
  private static final Mix OUTCOMES_SINCE_2019 =
      Mix.of("予以公开 52|部分公开 14|本机关不掌握相关政府信息 18|没有现成信息需要另行制作 6|重复申请 5|属于四类过程性信息 5");

  /** Makes the requests that one town received in one year. */
  static List<Request> of(Volume volume) {
    Draws draws = Draws.of(volume.town(), volume.year(), "requests");
    List<LocalDate> days =
        YearDays.of(draws, volume.year(), 12, volume.requests(), YearDays.CALLING);
    boolean busy = days.size() > 5;
    if (busy) {
      // One comes in so late that it is pending at the end of the year.
      days.set(days.size() - 1, LocalDate.of(volume.year(), 12, draws.between(20, 28)));
    }
    List<Request> requests = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      requests.add(
          new Request(
              volume.town(),
              "SQ" + volume.year() + volume.townDigits() + (101 + i),
              KINDS.draw(draws),
              volume.isReal() ? "网上申请" : CHANNELS.draw(draws),
              days.get(i),
              days.get(i).plusDays(busy && i == days.size() - 1 ? 20 : draws.between(4, 34)),
              (volume.year() < 2019 ? OUTCOMES : OUTCOMES_SINCE_2019).draw(draws)));
    }
    return requests;
  }

  /** The request as people saw it on a day. */
  Request asOf(LocalDate day) {
    return decidedOn != null && decidedOn.isAfter(day)
        ? new Request(town, id, applicantKind, channel, receivedOn, null, "")
        : this;
  }
}
