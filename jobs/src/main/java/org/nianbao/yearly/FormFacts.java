package org.nianbao.yearly;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.nianbao.table.Shared.MEASURE;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.table.DeclaredFigures;
import org.nianbao.table.Field;

/**
 * What the yearly tables know, in one shape: a number of a town-year by source, item and member of
 * a second breakdown. Every fact stands also under {@link #ALL} items and members.
 */
final class FormFacts {
  static final String ALL = "*";

  /** The member of what is not broken down a second time. */
  static final String WHOLE = "whole";

  static final Field SOURCE = Field.text("source", "来源", "What is counted");
  static final Field ITEM = Field.text("item", "项目", "Member of the source");
  static final Field MEMBER = Field.text("member", "分项", "Member of its second breakdown");
  static final Field UNIT = DeclaredFigures.UNIT;
  static final Field VALUE = DeclaredFigures.VALUE;
  static final Field DECLARED = Field.flag("declared", "填报", "Whether a town typed it in");

  private static final Column NONE = lit(null).cast("string");
  private static final Column NO = lit(false);

  private FormFacts() {}

  static Dataset<Row> of(Inputs archive) {
    return List.of(
            requests(archive),
            disputes(archive),
            channelsOfRequests(archive),
            handling(archive),
            channelsOfPublications(archive),
            categories(archive),
            publications(archive),
            fees(archive),
            declared(archive))
        .stream()
        .reduce(Dataset::union)
        .orElseThrow()
        .withColumn(ITEM.name(), explode(array(ITEM.col(), lit(ALL))))
        .withColumn(MEMBER.name(), explode(array(MEMBER.col(), lit(ALL))));
  }

  /** Decisions apart from what comes in and what is left: these two have no total. */
  private static Dataset<Row> requests(Inputs archive) {
    Column moves =
        RequestsByOutcome.ROW
            .col()
            .isin(RequestLife.RECEIVED, RequestLife.CARRIED_IN, RequestLife.CARRIED_OUT);
    return facts(
        archive.table(new RequestsByOutcome()),
        when(moves, "requests").otherwise("decisions"),
        RequestsByOutcome.ROW.col(),
        RequestsByOutcome.APPLICANT_KIND.col(),
        RequestsByOutcome.REQUESTS,
        NO);
  }

  private static Dataset<Row> disputes(Inputs archive) {
    return facts(
        archive.table(new DisputesByOutcome()),
        lit("disputes"),
        DisputesByOutcome.KIND.col(),
        DisputesByOutcome.OUTCOME.col(),
        DisputesByOutcome.CASES,
        NO);
  }

  private static Dataset<Row> channelsOfRequests(Inputs archive) {
    return facts(
        archive.table(new RequestsByChannel()),
        lit("request_channels"),
        RequestsByChannel.CHANNEL.col(),
        lit(WHOLE),
        RequestsByChannel.REQUESTS,
        NO);
  }

  /** On time in the ordinary term, and in an extended one; nothing where nothing can be judged. */
  private static Dataset<Row> handling(Inputs archive) {
    Column extended = RequestHandling.EXTENDED.col();
    Column ordinary =
        when(
            RequestHandling.ON_TIME_BASE.col().gt(0),
            RequestHandling.ON_TIME.col().minus(coalesce(extended, lit(0))));
    Column items =
        array(
            struct(lit("in_time").as(ITEM.name()), ordinary.as(VALUE.name())),
            struct(lit("extended").as(ITEM.name()), extended.as(VALUE.name())));
    return facts(
        archive
            .table(new RequestHandling())
            .select(TOWN_CODE.col(), YEAR.col(), explode(items).as("judged"))
            .select(TOWN_CODE.col(), YEAR.col(), col("judged.*")),
        lit("request_handling"),
        ITEM.col(),
        lit(WHOLE),
        VALUE,
        NO);
  }

  private static Dataset<Row> channelsOfPublications(Inputs archive) {
    return facts(
        archive.table(new PublicationsByChannel()),
        lit("publication_channels"),
        PublicationsByChannel.CHANNEL.col(),
        lit(WHOLE),
        PublicationsByChannel.ITEMS,
        PublicationsByChannel.BASIS.col().equalTo(PublicationsByChannel.DECLARED));
  }

  private static Dataset<Row> categories(Inputs archive) {
    return facts(
        archive.table(new PublicationsByCategory()),
        lit("publication_categories"),
        PublicationsByCategory.CATEGORY.col(),
        PublicationsByCategory.CHANNEL.col(),
        PublicationsByCategory.ITEMS,
        NO);
  }

  private static Dataset<Row> publications(Inputs archive) {
    return facts(
        archive.table(new Measures()).filter(MEASURE.col().equalTo(Measures.PUBLICATION_ITEMS)),
        lit("measures"),
        MEASURE.col(),
        lit(WHOLE),
        VALUE,
        NO);
  }

  private static Dataset<Row> fees(Inputs archive) {
    return rows(
        Fees.decisive(archive),
        lit("fees"),
        lit(Measures.FEES),
        lit(WHOLE),
        lit(Fees.YUAN),
        Fees.VALUE,
        Fees.BASIS.col().equalTo(Fees.DECLARED));
  }

  private static Dataset<Row> declared(Inputs archive) {
    return rows(
        archive.table(new Declared()),
        lit("declared"),
        MEASURE.col(),
        coalesce(Declared.MEMBER.col(), lit(WHOLE)),
        UNIT.col(),
        VALUE,
        lit(true));
  }

  private static Dataset<Row> facts(
      Dataset<Row> rows, Column source, Column item, Column member, Field value, Column declared) {
    return rows(rows, source, item, member, NONE, value, declared);
  }

  private static Dataset<Row> rows(
      Dataset<Row> rows,
      Column source,
      Column item,
      Column member,
      Column unit,
      Field value,
      Column declared) {
    return rows.select(
        TOWN_CODE.col(),
        YEAR.col(),
        SOURCE.of(source),
        ITEM.of(item),
        MEMBER.of(member),
        UNIT.of(unit),
        VALUE.of(value.col()),
        DECLARED.of(declared));
  }
}
