package org.nianbao.report;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.nianbao.seed.LabelText;
import org.nianbao.seed.SeedRow;

/**
 * A row of the request table in the forms since 2019.
 *
 * @param keys its names without numbers and punctuation
 */
record RequestRow(String code, String label, String form, List<String> keys)
    implements Serializable {
  private static final Pattern NUMBER =
      Pattern.compile("^(?:[一二三四五六七八九十]+[、.]|\\([一二三四五六七八九十]+\\)|\\(?\\d+[.、)])");
  private static final Pattern PUNCTUATION = Pattern.compile("[\\p{P}\\p{S}\\s]+");

  static RequestRow of(SeedRow row) {
    List<String> names = new ArrayList<>(List.of(row.get("label")));
    names.addAll(row.list("aliases"));
    return new RequestRow(
        row.get("code"),
        row.get("label"),
        row.get("form"),
        names.stream().map(RequestRow::key).toList());
  }

  /** A label without its number and punctuation, which towns change. */
  static String key(String label) {
    String clean = LabelText.clean(label).replaceAll("\\s+", "");
    return PUNCTUATION.matcher(NUMBER.matcher(clean).replaceFirst("")).replaceAll("");
  }

  boolean isNamed(String label) {
    return keys.contains(key(label));
  }

  boolean isOf(String year) {
    return form.equals("both") || form.equals(year);
  }
}
