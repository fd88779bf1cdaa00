package org.nianbao.table;

import static org.nianbao.table.Shared.DATASET;
import static org.nianbao.table.Shared.SOURCE_FILE;

import java.util.ArrayList;
import java.util.List;

/** Rejects: one row per record that was kept out. */
public final class Rejects {
  public static final Field COLUMN = Field.text("column", "列", "Header of the cell at fault");
  public static final Field VALUE = Field.text("value", "原值", "Text of the cell at fault");
  public static final Field RULE = Field.text("rule", "规则", "Rule, from seeds/reject_rules.csv");
  public static final Field ADVICE = Field.text("advice", "建议", "What to do about it");

  /** What is delivered. */
  public static final Table TABLE =
      new Table(
          "rejects",
          "退回的行",
          "One row per record that was kept out",
          List.of(SOURCE_FILE, ArchiveTable.RECORD),
          List.of(SOURCE_FILE, ArchiveTable.RECORD, DATASET, COLUMN, VALUE, RULE, ADVICE));

  /** What is logged: the same by load, so that rejects of replaced files drop out. */
  public static final Table LOG = log();

  private Rejects() {}

  private static Table log() {
    List<Field> fields = new ArrayList<>(TABLE.fields());
    fields.add(ArchiveTable.LOAD);
    return new Table(
        "reject_log",
        "退回行日志",
        "One row per load and record that was kept out",
        List.of(ArchiveTable.LOAD, ArchiveTable.RECORD),
        fields);
  }
}
