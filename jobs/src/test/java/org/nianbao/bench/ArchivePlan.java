package org.nianbao.bench;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What an archive holds. Rows are spread over towns and years; the same plan gives the same bytes.
 *
 * @param tickets distinct tickets of all towns and years
 * @param publications distinct publications of all towns and years
 * @param towns how many towns of the list
 * @param years in their order, without a gap
 * @param skew the share of the first town in all rows; 0 if all are alike
 * @param seed what the draws start from
 */
record ArchivePlan(
    long tickets,
    long publications,
    int towns,
    List<Integer> years,
    double skew,
    Encoding encoding,
    long seed) {
  /** In what files are written. */
  enum Encoding {
    UTF_8,
    GB18030,
    MIXED
  }

  /**
   * The rows of one town and year.
   *
   * @param town its place in the list
   * @param carried tickets of the year before that its files may repeat
   */
  record Part(int town, int year, long tickets, long publications, long carried) {}

  /** The parts of the archive. */
  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (int year = 0; year < years.size(); year++) {
      for (int town = 0; town < towns; town++) {
        parts.add(part(town, year));
      }
    }
    return parts;
  }

  /** The year after the last of the first town, as large as the last. */
  Part next() {
    Part last = part(0, years.size() - 1);
    return new Part(0, last.year() + 1, last.tickets(), last.publications(), last.tickets());
  }

  Charset charset(Part part) {
    boolean utf8 =
        switch (encoding) {
          case UTF_8 -> true;
          case GB18030 -> false;
          case MIXED -> (part.town() + part.year()) % 2 == 0;
        };
    return utf8 ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
  }

  private Part part(int town, int year) {
    long before = year == 0 ? 0 : share(share(tickets, town), years.size(), year - 1);
    return new Part(
        town,
        years.get(year),
        share(share(tickets, town), years.size(), year),
        share(share(publications, town), years.size(), year),
        before);
  }

  private long share(long all, int town) {
    if (skew == 0) {
      return share(all, towns, town);
    }
    long first = Math.round(all * skew);
    return town == 0 ? first : share(all - first, towns - 1, town - 1);
  }

  /** Whole numbers that add up to all. */
  private static long share(long all, int of, int index) {
    return all * (index + 1) / of - all * index / of;
  }
}
