package org.nianbao.table;

import static org.nianbao.table.Shared.DATASET;
import static org.nianbao.table.Shared.SOURCE_FILE;

import java.util.List;

/** Rejects: one row per record that was kept out. */
public final class Rejects {
  /** Rules that keep out what is no row of data. */
  public static final String TOTAL_ROW = "total_row";

  public static final String REPEATED_HEADER = "repeated_header";

  public static final Field COLUMN = Field.text("column", "列", "Header of the cell at fault");
  public static final Field VALUE = Field.text("value", "原值", "Text of the cell at fault");
  public static final Field RULE = Field.code("rule", "reject_rules", "规则", "Rule");
  public static final Field ADVICE = Field.text("advice", "建议", "What to do about it");

  public static final Field LINE =
      Field.count("line", "行号", "", "Number of the record counted from the top of the file");

  public static final Field CORRECTED =
      Field.text("corrected", "更正值", "What should stand in the cell; a clerk fills it in");

  /** What is delivered. */
  public static final Table TABLE =
      new Table(
          "rejects",
          "退回的行",
          "One row per record that was kept out",
          List.of(SOURCE_FILE, ArchiveTable.RECORD),
          List.of(SOURCE_FILE, ArchiveTable.RECORD, DATASET, COLUMN, VALUE, RULE, ADVICE, LINE));

  /** What is logged: by load, so that rejects of replaced files drop out. */
  public static final Table LOG =
      new Table(
          "reject_log",
          "退回行日志",
          "One row per load and record that was kept out",
          List.of(ArchiveTable.LOAD, ArchiveTable.RECORD),
          List.of(ArchiveTable.LOAD, ArchiveTable.RECORD, COLUMN, VALUE, RULE));

  private Rejects() {}
}
