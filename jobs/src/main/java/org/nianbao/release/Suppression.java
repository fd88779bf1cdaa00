package org.nianbao.release;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.nianbao.table.Checks;
import org.nianbao.table.Coverage;
import org.nianbao.table.Field;
import org.nianbao.table.Hidden;
import org.nianbao.table.IngestLog;
import org.nianbao.table.Rejects;
import org.nianbao.table.Shared;
import org.nianbao.table.Table;
import org.nianbao.table.TicketEnds;
import org.nianbao.table.TicketTimes;
import org.nianbao.table.Tickets;
import org.nianbao.table.TownYear;
import org.nianbao.table.Trends;
import org.nianbao.table.YearlyMeasures;
import org.nianbao.trend.TicketBacklog;
import org.nianbao.trend.TownComparison;
import org.nianbao.trend.UnusualValues;
import org.nianbao.yearly.Measures;
import org.nianbao.yearly.RequestHandling;
import org.nianbao.yearly.RequestsByChannel;
import org.nianbao.yearly.TicketHandling;
import org.nianbao.yearly.TicketsByMonth;
import org.nianbao.yearly.TicketsByTypeAndSource;

/**
 * Hides small counts of people's concerns in result tables on their way out, and what would give
 * them away. What a regulation makes the town print (requests and disputes by outcome, fees, the
 * forms) and what counts documents stays. Tables of inner workings are not released at all.
 */
public final class Suppression {
  /** Hides nothing. */
  public static final Suppression NONE = new Suppression(0, Map.of(), List.of());

  /** What has its place inside the house: too fine to be protected cell by cell, or no result. */
  private static final Set<String> INTERNAL =
      Set.of(
          TicketHandling.TABLE.name(),
          TicketTimes.TABLE.name(),
          TicketEnds.TABLE.name(),
          RequestHandling.TABLE.name(),
          RequestsByChannel.TABLE.name(),
          TicketBacklog.TABLE.name(),
          UnusualValues.TABLE.name(),
          Checks.TABLE.name(),
          IngestLog.TABLE.name(),
          Rejects.TABLE.name());

  private static final List<Field> DERIVED =
      List.of(
          Trends.PREVIOUS_VALUE,
          Trends.CHANGE,
          Trends.CHANGE_RATE,
          Trends.SHARE,
          Trends.SHARE_CHANGE,
          Trends.CONTRIBUTION,
          Trends.CONTRIBUTION_POINTS,
          Trends.GROWTH_FROM,
          Trends.ANNUAL_GROWTH,
          Trends.CHANGE_ON_MONTH,
          Trends.RATE_ON_MONTH);

  private final long threshold;
  private final Map<TownYear, Set<String>> hidden;

  /** Town and measure, town, measure and dimension: of these some year hides something. */
  private final Set<List<String>> broken = new HashSet<>();

  private final Set<List<Object>> measuresOfYears = new HashSet<>();

  private Suppression(long threshold, Map<TownYear, Set<String>> hidden, Collection<Row> measures) {
    this.threshold = threshold;
    this.hidden = hidden;
    for (Row row : measures) {
      hideRate(row);
    }
    hidden.forEach(
        (townYear, names) -> {
          for (String name : names) {
            String[] parts = name.split("/", 3);
            String dimension = parts.length == 3 ? parts[1] : null;
            broken.add(Arrays.asList(townYear.townCode(), parts[0], dimension));
            if (parts.length == 1) {
              measuresOfYears.add(List.of(parts[0], townYear.year()));
            }
          }
        });
  }

  /**
   * Finds what to hide in all towns and years.
   *
   * @param threshold counts from one to below it are small
   * @param cells all rows of {@link TicketsByTypeAndSource}
   * @param months all rows of {@link TicketsByMonth}
   * @param measures all rows of {@link YearlyMeasures}
   */
  public static Suppression below(
      long threshold, List<Row> cells, List<Row> months, List<Row> measures) {
    return new Suppression(threshold, TicketSums.hidden(threshold, cells, months), measures);
  }

  /** The threshold; 0 where nothing is hidden. */
  public long threshold() {
    return threshold;
  }

  /** Whether a table goes out at all. */
  public boolean releases(Table table) {
    return threshold == 0 || !INTERNAL.contains(table.name());
  }

  /** Whether the figure that a row is about is shown: what is hidden is in no document. */
  public static boolean isShown(Table table, Row row) {
    return row.get(table.fields().indexOf(table.figures().get(0))) != Hidden.CELL;
  }

  /** Rows with {@link Hidden} in the cells that are not released. */
  public Stream<Row> of(Table table, Stream<Row> rows) {
    return threshold == 0 ? rows : rows.map(row -> of(table, row));
  }

  private Row of(Table table, Row row) {
    if (table.equals(TicketsByTypeAndSource.TABLE)) {
      return cell(row);
    }
    if (table.equals(TicketsByMonth.TABLE)) {
      String month = String.valueOf(row.<Integer>getAs(TicketsByMonth.MONTH.name()));
      String name = TicketSums.name(Measures.TICKETS, TicketsByMonth.MONTH.name(), month);
      return hides(row, name) ? marked(table, row, TicketsByMonth.TICKETS) : row;
    }
    if (table.equals(YearlyMeasures.TABLE)) {
      return hides(row, row.getAs(Shared.MEASURE.name()))
          ? marked(table, row, YearlyMeasures.VALUE, Shared.NUMERATOR, Shared.DENOMINATOR)
          : row;
    }
    if (table.equals(Trends.TABLE)) {
      return trend(row);
    }
    if (table.equals(TownComparison.TABLE)) {
      return comparison(row);
    }
    if (table.equals(Coverage.TABLE)) {
      boolean ofTickets = Tickets.ARCHIVE.dataset().equals(row.getAs(Shared.DATASET.name()));
      return ofTickets && hides(row, Measures.TICKETS)
          ? marked(table, row, Coverage.ROWS, Shared.FIRST_ON, Shared.LAST_ON)
          : row;
    }
    return row;
  }

  private Row cell(Row row) {
    String type = row.getAs(TicketsByTypeAndSource.TICKET_TYPE.name());
    String source = row.getAs(TicketsByTypeAndSource.TICKET_SOURCE.name());
    Table table = TicketsByTypeAndSource.TABLE;
    boolean tickets = hides(row, TicketSums.cell(Measures.TICKETS, type, source));
    boolean closed = hides(row, TicketSums.cell(Measures.TICKETS_CLOSED, type, source));
    Row shown = tickets ? marked(table, row, TicketsByTypeAndSource.TICKETS) : row;
    shown = closed ? marked(table, shown, TicketsByTypeAndSource.CLOSED) : shown;
    return tickets || closed ? marked(table, shown, TicketsByTypeAndSource.COMPLETION_RATE) : shown;
  }

  /** What rests on several years is hidden as soon as any of them hides a part of it. */
  private Row trend(Row row) {
    String town = row.getAs(Shared.TOWN_CODE.name());
    String measure = row.getAs(Shared.MEASURE.name());
    String dimension = row.getAs(Trends.DIMENSION.name());
    String member = row.getAs(Trends.MEMBER.name());
    Row shown = row;
    if (hides(row, TicketSums.name(measure, dimension, member))) {
      shown = marked(Trends.TABLE, shown, Trends.VALUE);
    }
    if (broken.contains(Arrays.asList(town, measure, dimension))
        || broken.contains(Arrays.asList(town, measure, null))) {
      shown = marked(Trends.TABLE, shown, DERIVED.toArray(Field[]::new));
      shown = with(Trends.TABLE, shown, Trends.COMPARABLE, false);
      shown = with(Trends.TABLE, shown, Trends.REASON, Trends.SMALL_BASE);
    }
    return shown;
  }

  /** Towns that merged are added up: one that is hidden hides the measure of the year. */
  private Row comparison(Row row) {
    String measure = row.getAs(Shared.MEASURE.name());
    int year = row.getAs(Shared.YEAR.name());
    if (!measuresOfYears.contains(List.of(measure, year))) {
      return row;
    }
    Field[] figures =
        TownComparison.TABLE.figures().stream()
            .filter(Field::isNumber)
            .filter(field -> !field.equals(TownComparison.POPULATION))
            .toArray(Field[]::new);
    return marked(TownComparison.TABLE, row, figures);
  }

  /** A rate gives away what is small in its numerator, or missing to its denominator. */
  private void hideRate(Row row) {
    String measure = row.getAs(Shared.MEASURE.name());
    TownYear townYear = townYear(row);
    Set<String> names = hidden.getOrDefault(townYear, Set.of());
    boolean ofTickets =
        Set.of(Measures.TICKET_COMPLETION_RATE, Measures.TICKET_MEDIAN_DAYS).contains(measure);
    boolean ofPeople = ofTickets || measure.equals(Measures.REQUEST_ON_TIME_RATE);
    boolean totalHidden =
        names.contains(Measures.TICKETS) || names.contains(Measures.TICKETS_CLOSED);
    if ((ofTickets && totalHidden) || (ofPeople && isSmall(row))) {
      hidden.computeIfAbsent(townYear, any -> new HashSet<>()).add(measure);
    }
  }

  private boolean isSmall(Row row) {
    BigDecimal numerator = decimal(row, Shared.NUMERATOR);
    BigDecimal denominator = decimal(row, Shared.DENOMINATOR);
    return isSmall(numerator)
        || isSmall(denominator)
        || (numerator != null && denominator != null && isSmall(denominator.subtract(numerator)));
  }

  private boolean isSmall(BigDecimal number) {
    return number != null
        && number.signum() > 0
        && number.compareTo(BigDecimal.valueOf(threshold)) < 0;
  }

  private static BigDecimal decimal(Row row, Field field) {
    Object value = row.getAs(field.name());
    return value == null ? null : new BigDecimal(value.toString());
  }

  private boolean hides(Row row, String name) {
    return hidden.getOrDefault(townYear(row), Set.of()).contains(name);
  }

  static TownYear townYear(Row row) {
    return new TownYear(row.getAs(Shared.TOWN_CODE.name()), row.getAs(Shared.YEAR.name()));
  }

  /** Cells that are empty anyway stay empty. */
  private static Row marked(Table table, Row row, Field... fields) {
    Row marked = row;
    for (Field field : fields) {
      if (row.getAs(field.name()) != null) {
        marked = with(table, marked, field, Hidden.CELL);
      }
    }
    return marked;
  }

  private static Row with(Table table, Row row, Field field, Object value) {
    Object[] values = new Object[row.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.get(i);
    }
    values[table.fields().indexOf(field)] = value;
    return table.row(values);
  }
}
