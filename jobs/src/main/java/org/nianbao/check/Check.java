package org.nianbao.check;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One thing that must hold, or that is suspicious where it is found. */
public interface Check {

  /** The stable name; {@code seeds/checks.csv} has its label, its severity and what to do. */
  String code();

  /** The names of what it finds, where it holds several things at once; else its own. */
  default List<String> codes() {
    return List.of(code());
  }

  /**
   * What it finds: every failure, and of identities also where they hold.
   *
   * @return the columns of {@link Findings#FIELDS}
   */
  Dataset<Row> find(Evidence evidence);
}
