package org.nianbao.edition;

import java.io.IOException;
import java.nio.file.Path;

/**
 * One kind of document.
 *
 * @param <T> what it is made of
 */
public interface Document<T> {

  /** The name of its file. */
  String fileName();

  /** Writes the document; the same content gives the same bytes. */
  void write(T content, Path file) throws IOException;
}
