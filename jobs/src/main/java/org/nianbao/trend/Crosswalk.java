package org.nianbao.trend;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.nianbao.table.Shared.TOWN_CODE;
import static org.nianbao.table.Shared.YEAR;

import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.nianbao.seed.SeedRow;
import org.nianbao.seed.Seeds;

/**
 * Members that go on under another name, from {@code seeds/crosswalk.csv}: what was counted under
 * the old name before is compared with what is counted under the new one.
 */
final class Crosswalk {
  private final List<SeedRow> rows;

  Crosswalk(Seeds seeds) {
    this.rows =
        seeds.rows("crosswalk").stream()
            .sorted(Comparator.comparing((SeedRow row) -> Integer.valueOf(row.get("new_from"))))
            .toList();
  }

  /** The member as the latest years name it; a name may change several times. */
  Column latest(String dimension, Column member) {
    Column latest = member;
    for (SeedRow row : rows) {
      if (row.get("dimension").equals(dimension)) {
        String town = row.get("town_code");
        Column renamed =
            latest
                .equalTo(row.get("old_member"))
                .and(YEAR.col().lt(Integer.valueOf(row.get("new_from"))))
                .and(town.isEmpty() ? lit(true) : TOWN_CODE.col().equalTo(town));
        latest = when(renamed, lit(row.get("new_member"))).otherwise(latest);
      }
    }
    return latest;
  }
}
