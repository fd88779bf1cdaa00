package org.nianbao.draft;

import java.util.List;

/** One subject of a report: its paragraphs and tables. */
interface Subject {

  /** What the facts have to say of it; a gap where there are none. */
  List<Block> blocks(Material material);

  /** Measures whose change the paragraphs tell, if it can be told. */
  List<String> measures();
}
