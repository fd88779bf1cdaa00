package org.nianbao.check;

import static org.apache.spark.sql.functions.array_size;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.Disputes;
import org.nianbao.table.ExportLog;
import org.nianbao.table.Field;
import org.nianbao.table.Requests;
import org.nianbao.table.Tickets;

/**
 * Two files that share most numbers and disagree about what never changes: what a thing is, how and
 * when it came in. Its state may well differ. Publications are not compared: a town's channels list
 * the same things under numbers of their own.
 */
final class OverlapDisagrees implements Check {
  private static final int SHARED_ONE_IN = 2;
  private static final int DISAGREE_ONE_IN = 10;

  /** Of fewer shared numbers one is already a tenth. */
  private static final int FEWEST_SHARED = 10;

  private static final String IDENTITY = "identity";
  private static final String STATED = "stated";
  private static final String SAYINGS = "sayings";

  private static final Map<ArchiveTable, List<Field>> UNCHANGING =
      Map.of(
          Tickets.ARCHIVE,
          List.of(Tickets.TICKET_TYPE, Tickets.TICKET_SOURCE, Tickets.RECEIVED_AT),
          Requests.ARCHIVE,
          List.of(Requests.APPLICANT_KIND, Requests.CHANNEL, Requests.RECEIVED_ON),
          Disputes.ARCHIVE,
          List.of(Disputes.KIND, Disputes.FILED_ON));

  @Override
  public String code() {
    return "overlap_disagrees";
  }

  /**
   * How two loads compare.
   *
   * @param shared numbers that both have
   * @param disagreeing of these, how many they say different things about
   */
  private record Overlap(long shared, long disagreeing) {}

  @Override
  public Dataset<Row> find(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    UNCHANGING.forEach(
        (table, fields) -> {
          List<Overlapping.Pair> pairs = Overlapping.among(table, evidence.exports());
          if (!pairs.isEmpty()) {
            Dataset<Row> rows = evidence.archive().get(table.dataset());
            findings.addAll(findings(pairs, overlaps(table, fields, rows, pairs)));
          }
        });
    return Findings.of(evidence.spark(), findings);
  }

  private List<Finding> findings(
      List<Overlapping.Pair> pairs, Map<List<String>, Overlap> overlaps) {
    List<Finding> findings = new ArrayList<>();
    for (Overlapping.Pair pair : pairs) {
      Overlap overlap = overlaps.get(pair.loads());
      if (overlap != null
          && overlap.shared() >= FEWEST_SHARED
          && overlap.shared() * SHARED_ONE_IN >= pair.smaller()
          && overlap.disagreeing() * DISAGREE_ONE_IN > overlap.shared()) {
        findings.add(finding(pair.one(), pair.other(), overlap));
      }
    }
    return findings;
  }

  private Finding finding(ExportLog.Entry one, ExportLog.Entry other, Overlap overlap) {
    return new Finding(
        code(),
        null,
        other.sourceFile(),
        one.sourceFile(),
        0L,
        overlap.disagreeing(),
        "与 %s 有 %d 个相同的编号，其中 %d 个的类型、来源或收到时间不一致"
            .formatted(one.sourceFile(), overlap.shared(), overlap.disagreeing()));
  }

  private static Map<List<String>, Overlap> overlaps(
      ArchiveTable table, List<Field> fields, Dataset<Row> rows, List<Overlapping.Pair> pairs) {
    Set<String> loads = new LinkedHashSet<>();
    pairs.forEach(pair -> loads.addAll(pair.loads()));
    Column load = ArchiveTable.LOAD.col();
    Column identity = struct(table.identity().get().toArray(Column[]::new));
    Column stated = xxhash64(fields.stream().map(Field::col).toArray(Column[]::new));
    Map<List<String>, Overlap> overlaps = new HashMap<>();
    rows.filter(load.isin(loads.toArray()))
        .groupBy(identity.as(IDENTITY), load)
        .agg(max(stated).as(STATED))
        .groupBy(col(IDENTITY))
        .agg(collect_list(struct(load, col(STATED))).as(SAYINGS))
        .filter(array_size(col(SAYINGS)).gt(1))
        .withColumn("one", explode(col(SAYINGS)))
        .withColumn("other", explode(col(SAYINGS)))
        .groupBy(col("one." + ArchiveTable.LOAD.name()), col("other." + ArchiveTable.LOAD.name()))
        .agg(count("*"), count_if(col("one." + STATED).notEqual(col("other." + STATED))))
        .collectAsList()
        .forEach(
            row ->
                overlaps.put(
                    List.of(row.getString(0), row.getString(1)),
                    new Overlap(row.getLong(2), row.getLong(3))));
    return overlaps;
  }
}
