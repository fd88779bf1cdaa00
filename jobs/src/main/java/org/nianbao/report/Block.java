package org.nianbao.report;

import java.util.function.UnaryOperator;

/** What stands in a report one below the other. */
public sealed interface Block permits Paragraph, Grid {

  /** The same with every text of it changed. */
  Block with(UnaryOperator<String> change);
}
