package org.nianbao.source;

import java.util.List;
import org.nianbao.seed.ColumnAliases;

/** Headers by the names that the seeds know. */
record AliasedHeaders(ColumnAliases aliases) implements Headers {
  @Override
  public Header find(List<String> cells) throws UnreadableFileException {
    return Header.only(cells, aliases);
  }

  @Override
  public UnreadableFileException unknown(List<String> seen, String how) {
    return new UnreadableFileException(
        "has no header that seeds/column_aliases.csv knows ("
            + Recognition.attempt(seen, how)
            + "); add its column names there");
  }
}
