package org.nianbao.intake;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.nianbao.source.Export;
import org.nianbao.source.ExportReader;
import org.nianbao.source.RawRecord;
import org.nianbao.table.ArchiveTable;

/** The valid rows of exports as the archive would keep them, for a plan, which writes none. */
public final class Loading {
  private final SparkSession spark;
  private final ExportReader reader;
  private final IntakeRules rules;

  public Loading(SparkSession spark, ExportReader reader, IntakeRules rules) {
    this.spark = spark;
    this.reader = reader;
    this.rules = rules;
  }

  /**
   * The archive rows of exports of one dataset.
   *
   * @param loads the load that each export is part of, by the URI of its file
   */
  public Dataset<Row> rows(ArchiveTable table, List<Export> exports, Map<String, String> loads) {
    IntakeRules carried = rules;
    Map<String, String> loadOf = Map.copyOf(loads);
    return spark.createDataFrame(
        reader.map(
            exports,
            (export, records) ->
                accepted(export, records, carried, loadOf.get(export.file().uri()))),
        table.table().schema());
  }

  private static Iterator<Row> accepted(
      Export export, Iterator<RawRecord> records, IntakeRules rules, String load) {
    RecordIntake intake = new RecordIntake(export, rules);
    return new Iterator<>() {
      private Row next;

      @Override
      public boolean hasNext() {
        while (next == null && records.hasNext()) {
          RawRecord record = records.next();
          if (intake.judge(record) instanceof Verdict.Accepted row) {
            next = row(row.values(), record.number());
          }
        }
        return next != null;
      }

      @Override
      public Row next() {
        Row row = next;
        next = null;
        return row;
      }

      private Row row(List<Object> values, long number) {
        Object[] cells = values.toArray(new Object[values.size() + 3]);
        cells[values.size()] = export.file().name();
        cells[values.size() + 1] = number;
        cells[values.size() + 2] = load;
        return RowFactory.create(cells);
      }
    };
  }
}
