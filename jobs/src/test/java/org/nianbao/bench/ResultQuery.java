package org.nianbao.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A query of {@code tables.sql}, which both rivals run in its order.
 *
 * @param name the name under which later ones find its rows
 * @param delivered whether it is a result table, or a step to one
 */
record ResultQuery(String name, boolean delivered, String sql) {
  private static final Pattern STATEMENT =
      Pattern.compile("^-- (file|view): (\\w+)\\n([^;]+);", Pattern.MULTILINE);

  static List<ResultQuery> all() throws IOException {
    return STATEMENT
        .matcher(resource("tables.sql"))
        .results()
        .map(
            found -> new ResultQuery(found.group(2), found.group(1).equals("file"), found.group(3)))
        .toList();
  }

  static String resource(String name) throws IOException {
    try (InputStream stream = ResultQuery.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
