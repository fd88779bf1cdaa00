package org.nianbao.source;

import java.io.Serializable;
import java.util.Iterator;

/**
 * What is done with the records of one export, in the task that reads them.
 *
 * @param <T> what comes out
 */
@FunctionalInterface
public interface RecordFunction<T> extends Serializable {

  Iterator<T> apply(Export export, Iterator<RawRecord> records);
}
