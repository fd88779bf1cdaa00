package org.nianbao.yearly;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.nianbao.table.Shared.DENOMINATOR;
import static org.nianbao.table.Shared.MEASURE;
import static org.nianbao.table.Shared.NUMERATOR;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;
import static org.nianbao.table.YearlyMeasures.UNIT;
import static org.nianbao.table.YearlyMeasures.VALUE;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.nianbao.table.Disputes;
import org.nianbao.table.Publications;
import org.nianbao.table.Requests;
import org.nianbao.table.Table;
import org.nianbao.table.Tickets;
import org.nianbao.table.YearlyMeasures;

/**
 * The totals and rates of a year: one row per town, year and measure. A dataset that is not known
 * for a year has no rows here; one that is known and has nothing to count has zeros.
 */
public final class Measures implements YearlyTable {
  public static final String PUBLICATIONS = "publications";
  public static final String PUBLICATION_EVENTS = "publication_events";
  public static final String PUBLICATION_ITEMS = "publication_items";
  public static final String TICKETS = "tickets";
  public static final String TICKETS_CLOSED = "tickets_closed";
  public static final String TICKET_COMPLETION_RATE = "ticket_completion_rate";
  public static final String TICKET_MEDIAN_DAYS = "ticket_median_days";
  public static final String REQUESTS_RECEIVED = "requests_received";
  public static final String REQUESTS_DECIDED = "requests_decided";
  public static final String REQUEST_ON_TIME_RATE = "request_on_time_rate";
  public static final String INTERPRETATION_COVERAGE = "interpretation_coverage";
  public static final String REVIEWS = "reviews";
  public static final String LAWSUITS = "lawsuits";
  public static final String FEES = "fees";

  private static final String[] TOWN_YEAR = {TOWN_CODE.name(), YEAR.name()};

  @Override
  public Table contract() {
    return YearlyMeasures.TABLE;
  }

  @Override
  public Dataset<Row> compute(Inputs archive) {
    Map<String, String> units = new HashMap<>();
    archive
        .seeds()
        .rows(MEASURE.vocabulary())
        .forEach(row -> units.put(row.get("code"), row.get("unit")));
    return publications(archive)
        .unionByName(interpretation(archive))
        .unionByName(tickets(archive))
        .unionByName(requests(archive))
        .unionByName(disputes(archive))
        .unionByName(fees(archive))
        .withColumn(UNIT.name(), Table.label(MEASURE.col(), units));
  }

  private static Dataset<Row> publications(Inputs archive) {
    Dataset<Row> events =
        archive
            .table(new PublicationsByChannel())
            .groupBy(TOWN_CODE.col(), YEAR.col())
            .agg(sum(PublicationsByChannel.ITEMS.col()).as(PUBLICATION_EVENTS));
    return measures(
        archive
            .covered(Publications.ARCHIVE)
            .join(publicationCounts(archive), TOWN_YEAR, "left")
            .join(events, TOWN_YEAR, "left"),
        total(PUBLICATIONS),
        total(PUBLICATION_EVENTS),
        total(PUBLICATION_ITEMS));
  }

  /** What is on the platform of record, and distinct items; of years with any publication. */
  private static Dataset<Row> publicationCounts(Inputs archive) {
    String ofRecord = archive.seeds().marked(Publications.CHANNEL.vocabulary(), "of_record");
    return archive
        .rows(Publications.ARCHIVE)
        .withColumn("item", item())
        .groupBy(TOWN_CODE.col(), YEAR.col())
        .agg(
            count_if(Publications.CHANNEL.col().equalTo(ofRecord)).as(PUBLICATIONS),
            countDistinct(col("item")).as(PUBLICATION_ITEMS));
  }

  /**
   * What two channels that carry the same item have in common: its index number, or where one of
   * them gives none, its title and day.
   */
  private static Column item() {
    Column day = concat_ws("\u0000", Publications.TITLE.col(), Publications.PUBLISHED_ON.col());
    Column id = Publications.PUBLICATION_ID.col();
    Column idOfTheDay = min(id).over(Window.partitionBy(TOWN_CODE.col(), day));
    return coalesce(id, idOfTheDay, day);
  }

  private static Dataset<Row> interpretation(Inputs archive) {
    Dataset<Row> documents = archive.table(new Interpretation());
    return measures(
        archive.covered(Publications.ARCHIVE).join(documents, TOWN_YEAR, "left"),
        rate(
            INTERPRETATION_COVERAGE,
            zeroIfNone(Interpretation.INTERPRETED.col()),
            zeroIfNone(Interpretation.DOCUMENTS.col())));
  }

  private static Dataset<Row> tickets(Inputs archive) {
    Dataset<Row> counts =
        archive
            .ticketCounts()
            .unionByName(archive.handlingTimes().filter(col(HandlingTimes.ALL_TYPES)), true)
            .groupBy(TOWN_CODE.col(), YEAR.col())
            .agg(
                sum(col(TicketCounts.TICKETS)).as(TICKETS),
                sum(col(TicketCounts.CLOSED)).as(TICKETS_CLOSED),
                max(col(HandlingTimes.MEDIAN)).as(TICKET_MEDIAN_DAYS),
                max(col(HandlingTimes.TIMED)).as(HandlingTimes.TIMED));
    return measures(
        archive.covered(Tickets.ARCHIVE).join(counts, TOWN_YEAR, "left"),
        total(TICKETS),
        total(TICKETS_CLOSED),
        rate(TICKET_COMPLETION_RATE, zeroIfNone(col(TICKETS_CLOSED)), zeroIfNone(col(TICKETS))),
        measure(
            TICKET_MEDIAN_DAYS,
            functions.round(col(TICKET_MEDIAN_DAYS), 2),
            lit(null),
            zeroIfNone(col(HandlingTimes.TIMED))));
  }

  /** A request counts as received in one year and as decided in the year of its decision. */
  private static Dataset<Row> requests(Inputs archive) {
    Dataset<Row> rows = archive.rows(Requests.ARCHIVE);
    Dataset<Row> received =
        rows.groupBy(TOWN_CODE.col(), YEAR.col()).agg(count("*").as(REQUESTS_RECEIVED));
    Dataset<Row> decisionsOfYear =
        rows.withColumn(YEAR.name(), RequestLife.decidedIn(archive.seeds()))
            .filter(YEAR.col().isNotNull())
            .groupBy(TOWN_CODE.col(), YEAR.col())
            .agg(
                count("*").as(REQUESTS_DECIDED),
                count_if(RequestTerm.kept(archive.seeds())).as("on_time"),
                count(RequestTerm.kept(archive.seeds())).as("limited"));
    return measures(
        archive
            .covered(Requests.ARCHIVE)
            .join(received, TOWN_YEAR, "left")
            .join(decisionsOfYear, TOWN_YEAR, "left"),
        total(REQUESTS_RECEIVED),
        total(REQUESTS_DECIDED),
        rate(REQUEST_ON_TIME_RATE, zeroIfNone(col("on_time")), zeroIfNone(col("limited"))));
  }

  private static Dataset<Row> disputes(Inputs archive) {
    Column kind = Disputes.KIND.col();
    Dataset<Row> counts =
        archive
            .rows(Disputes.ARCHIVE)
            .groupBy(TOWN_CODE.col(), YEAR.col())
            .agg(
                count_if(kind.isin(kinds(archive, REVIEWS))).as(REVIEWS),
                count_if(kind.isin(kinds(archive, LAWSUITS))).as(LAWSUITS));
    return measures(
        archive.covered(Disputes.ARCHIVE).join(counts, TOWN_YEAR, "left"),
        total(REVIEWS),
        total(LAWSUITS));
  }

  private static Object[] kinds(Inputs archive, String measure) {
    return archive.seeds().rows(Disputes.KIND.vocabulary()).stream()
        .filter(row -> row.get("measure").equals(measure))
        .map(row -> row.get("code"))
        .toArray();
  }

  /** Empty where the requests of a year are known and neither they nor the town give a number. */
  private static Dataset<Row> fees(Inputs archive) {
    Dataset<Row> fees = Fees.decisive(archive);
    return measures(
        archive
            .covered(Requests.ARCHIVE)
            .union(fees.select(TOWN_CODE.col(), YEAR.col()))
            .distinct()
            .join(fees, TOWN_YEAR, "left"),
        measure(FEES, Fees.VALUE.col(), lit(null), lit(null)));
  }

  private static Dataset<Row> measures(Dataset<Row> perTownYear, Column... measures) {
    return perTownYear
        .select(TOWN_CODE.col(), YEAR.col(), explode(array(measures)).as("measured"))
        .select(TOWN_CODE.col(), YEAR.col(), col("measured.*"));
  }

  private static Column total(String measure) {
    return measure(measure, zeroIfNone(col(measure)), lit(null), lit(null));
  }

  private static Column rate(String measure, Column numerator, Column denominator) {
    return measure(
        measure, functions.round(try_divide(numerator, denominator), 6), numerator, denominator);
  }

  /** Nothing counted in a year that is known: zero, and not unknown. */
  private static Column zeroIfNone(Column counted) {
    return coalesce(counted, lit(0));
  }

  private static Column measure(String code, Column value, Column numerator, Column denominator) {
    return struct(
        lit(code).as(MEASURE.name()),
        VALUE.of(value),
        NUMERATOR.of(numerator),
        DENOMINATOR.of(denominator));
  }
}
