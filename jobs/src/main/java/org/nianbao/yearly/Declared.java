package org.nianbao.yearly;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.nianbao.table.DeclaredFigures.APPROXIMATE;
import static org.nianbao.table.DeclaredFigures.NOTE;
import static org.nianbao.table.DeclaredFigures.UNIT;
import static org.nianbao.table.DeclaredFigures.VALUE;
import static org.nianbao.table.Shared.MEASURE;
import static org.nianbao.table.Shared.TOWN;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.nianbao.seed.Vocabulary;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.DeclaredFigures;
import org.nianbao.table.Field;
import org.nianbao.table.Table;

/** The numbers that a town typed in, as they count: known measures, money in yuan. */
public final class Declared implements YearlyTable {
  public static final Field MEMBER =
      Field.code(
          "member",
          "declared_members",
          "分项",
          "Part of the measure, or its label where no list knows it; empty: the whole");

  public static final Table TABLE =
      new Table(
          "declared",
          "填报数据",
          "One row per town, year, measure and part that was declared",
          List.of(TOWN_CODE, YEAR, MEASURE, MEMBER),
          List.of(
              TOWN_CODE,
              TOWN,
              YEAR,
              MEASURE,
              MEMBER,
              VALUE,
              UNIT,
              APPROXIMATE,
              NOTE,
              MEASURE.shown(),
              MEMBER.shown()));

  @Override
  public Table contract() {
    return TABLE;
  }

  @Override
  public Dataset<Row> compute(Inputs archive) {
    Money money = new Money(archive.seeds());
    Vocabulary members = archive.seeds().vocabulary(MEMBER.vocabulary());
    UserDefinedFunction code =
        udf(
            (UDF1<String, String>)
                label -> label == null ? null : members.code(label).orElse(label),
            DataTypes.StringType);
    return archive
        .rows(DeclaredFigures.ARCHIVE)
        .filter(MEASURE.col().notEqual(ArchiveTable.UNMAPPED))
        .select(
            TOWN_CODE.col(),
            YEAR.col(),
            MEASURE.col(),
            code.apply(DeclaredFigures.MEMBER.col()).as(MEMBER.name()),
            VALUE.of(money.converted(VALUE.col(), UNIT.col())),
            money.convertedUnit(UNIT.col()).as(UNIT.name()),
            coalesce(APPROXIMATE.col(), lit(false)).as(APPROXIMATE.name()),
            NOTE.col());
  }
}
