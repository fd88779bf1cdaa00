package org.nianbao.check;

import java.math.BigDecimal;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.nianbao.table.Checks;
import org.nianbao.table.TownYear;

/**
 * A failure that was found without Spark.
 *
 * @param townYear null where it is about a file
 * @param sourceFile null where it is about a town and year
 * @param subject what of these it is about
 * @param expected null where no number says it
 * @param actual null where no number says it
 */
record Finding(
    String check,
    TownYear townYear,
    String sourceFile,
    String subject,
    Long expected,
    Long actual,
    String detail) {

  Row toRow() {
    return RowFactory.create(
        check,
        townYear == null ? null : townYear.townCode(),
        townYear == null ? null : townYear.year(),
        Checks.FAIL,
        decimal(expected),
        decimal(actual),
        detail,
        sourceFile,
        subject);
  }

  private static BigDecimal decimal(Long number) {
    return number == null ? null : BigDecimal.valueOf(number);
  }
}
