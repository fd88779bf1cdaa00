package org.nianbao.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All exports of the sample: made-up rows, the same every time. */
final class SampleExports {
  private SampleExports() {}

  static List<SampleFile> all() {
    List<Volume> volumes = Volume.all();
    List<SampleFile> files = new ArrayList<>();
    files.addAll(TicketExports.all(volumes));
    files.addAll(PublicationExports.all(volumes));
    files.addAll(LedgerExports.all(volumes));
    files.sort(Comparator.comparing(SampleFile::name));
    return files;
  }
}
