package org.nianbao.yearly;

import static org.apache.spark.sql.functions.bit_count;
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.day;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.shiftright;
import static org.apache.spark.sql.functions.year;

import org.apache.spark.sql.Column;
import org.nianbao.seed.WorkingDays;

/**
 * Days as numbers of working days, so that a difference of two is the working days between them.
 * The calendar is one literal, a number for each month: a plan that held every day would be read,
 * compared and printed in megabytes.
 */
final class WorkdayNumber {
  private WorkdayNumber() {}

  /** How many working days there are up to a day; null outside the years that are known. */
  static Column of(Column date) {
    WorkingDays calendar = WorkingDays.official();
    Column index = year(date).minus(calendar.firstYear()).multiply(12).plus(month(date)).minus(1);
    Column packed = get(lit(calendar.months()), index);
    Column untilThen = call_function("shiftleft", lit(1L), day(date)).minus(1);
    return shiftright(packed, WorkingDays.BITS)
        .plus(bit_count(packed.bitwiseAND(untilThen)))
        .cast("int");
  }

  /** Working days after one day, up to and with another. */
  static Column between(Column from, Column to) {
    return of(to).minus(of(from));
  }
}
