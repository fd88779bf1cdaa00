package org.nianbao.testing;

import java.util.ArrayList;
import java.util.List;
import org.nianbao.intake.Verdict;
import org.nianbao.intake.Verdict.Accepted;
import org.nianbao.intake.Verdict.Rejected;
import org.nianbao.table.Archive;
import org.nianbao.table.Field;

/** Says in one line what became of a record. */
public final class Verdicts {
  private Verdicts() {}

  public static String say(String dataset, Verdict verdict) {
    if (verdict instanceof Rejected reject) {
      return String.join(" ", reject.rule().code(), reject.column(), reject.value()).strip();
    }
    Accepted row = (Accepted) verdict;
    List<Field> fields = Archive.of(dataset).table().fields();
    List<String> told = new ArrayList<>();
    for (int i = 0; i < row.values().size(); i++) {
      if (row.values().get(i) != null) {
        told.add(fields.get(i).name() + "=" + row.values().get(i));
      }
    }
    return String.join(" ", told);
  }
}
