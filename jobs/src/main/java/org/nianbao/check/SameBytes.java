package org.nianbao.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.nianbao.table.ExportLog;

/** The same bytes under two names: one of the files may stand for another that is missing. */
final class SameBytes implements Check {
  @Override
  public String code() {
    return "same_bytes";
  }

  @Override
  public Dataset<Row> find(Evidence evidence) {
    Map<String, String> first = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (ExportLog.Entry export : evidence.exports()) {
      String other = first.putIfAbsent(export.sha256(), export.sourceFile());
      if (other != null && !other.equals(export.sourceFile())) {
        findings.add(
            new Finding(
                code(),
                null,
                export.sourceFile(),
                other,
                null,
                null,
                "与 %s 的内容完全相同（%d 行）".formatted(other, export.rowsRead())));
      }
    }
    return Findings.of(evidence.spark(), findings);
  }
}
