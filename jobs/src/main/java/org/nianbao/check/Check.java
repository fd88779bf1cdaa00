package org.nianbao.check;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One thing that must hold, or that is suspicious where it is found. */
public interface Check {

  /** The stable name; {@code seeds/checks.csv} has its label, its severity and what to do. */
  String code();

  /**
   * What it finds: every failure, and of identities also where they hold.
   *
   * @return the columns of {@link Findings#FIELDS}
   */
  Dataset<Row> find(Evidence evidence);
}
