package org.nianbao.table;

import static org.nianbao.table.Shared.DATASET;
import static org.nianbao.table.Shared.SOURCE_FILE;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Ledger of what the yearly tables were computed from: one row per town and year. Written last, so
 * that a run that broke off is taken up again.
 */
public final class Computed {
  private static final ArrayType ACCOUNTS_TYPE =
      DataTypes.createArrayType(
          new StructType()
              .add(SOURCE_FILE.name(), DataTypes.StringType)
              .add(ExportLog.SHA256.name(), DataTypes.StringType)
              .add(DATASET.name(), DataTypes.StringType)
              .add(IngestLog.ACCEPTED.name(), DataTypes.LongType)
              .add(IngestLog.DUPLICATES.name(), DataTypes.LongType));

  public static final Field INPUTS =
      Field.text("inputs", "输入指纹", "Fingerprint of the exports and rules that the results rest on");
  public static final Field STABLE_FROM =
      Field.date("stable_from", "稳定起日", "No result differs for a day of judgement from here …");
  public static final Field STABLE_UNTIL =
      Field.date("stable_until", "稳定止日", "… to the day before this one; empty: for ever");
  public static final Field ACCOUNTS =
      new Field(
          "accounts", ACCOUNTS_TYPE, "行数核算", "", "What became of each export's valid rows", "");

  public static final Table TABLE =
      new Table(
          "computed",
          "计算台账",
          "One row per town and year",
          List.of(TOWN_CODE, YEAR),
          List.of(TOWN_CODE, YEAR, INPUTS, STABLE_FROM, STABLE_UNTIL, ACCOUNTS));

  private Computed() {}

  /**
   * What became of the valid rows that an export has of a town and year.
   *
   * @param accepted rows that say something no earlier row says
   * @param duplicates rows that repeat an earlier row word for word
   */
  public record Account(
      String sourceFile, String sha256, String dataset, long accepted, long duplicates)
      implements Serializable {}

  /**
   * One row of the ledger.
   *
   * @param stableFrom null: since ever
   * @param stableUntil null: for ever
   */
  public record Entry(
      TownYear townYear,
      String inputs,
      LocalDate stableFrom,
      LocalDate stableUntil,
      List<Account> accounts) {

    /** Whether a computation from these inputs on that day would give the same results. */
    public boolean holds(String otherInputs, LocalDate day) {
      return inputs.equals(otherInputs)
          && (stableFrom == null || !day.isBefore(stableFrom))
          && (stableUntil == null || day.isBefore(stableUntil));
    }

    public Row toRow() {
      return RowFactory.create(
          townYear.townCode(),
          townYear.year(),
          inputs,
          stableFrom,
          stableUntil,
          accounts.stream()
              .map(
                  account ->
                      RowFactory.create(
                          account.sourceFile(),
                          account.sha256(),
                          account.dataset(),
                          account.accepted(),
                          account.duplicates()))
              .toList());
    }

    public static Entry of(Row row) {
      List<Row> accounts = row.getList(row.fieldIndex(ACCOUNTS.name()));
      return new Entry(
          new TownYear(row.getAs(TOWN_CODE.name()), row.getAs(YEAR.name())),
          row.getAs(INPUTS.name()),
          row.getAs(STABLE_FROM.name()),
          row.getAs(STABLE_UNTIL.name()),
          accounts.stream()
              .map(
                  account ->
                      new Account(
                          account.getString(0),
                          account.getString(1),
                          account.getString(2),
                          account.getLong(3),
                          account.getLong(4)))
              .toList());
    }
  }
}
