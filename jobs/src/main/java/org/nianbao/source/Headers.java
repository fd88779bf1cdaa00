package org.nianbao.source;

import java.util.List;

/** Tells which record of a file names its columns. */
interface Headers {
  /**
   * The header that some cells are.
   *
   * @return null if they are none
   * @throws UnreadableFileException if they can be read in several ways
   */
  Header find(List<String> cells) throws UnreadableFileException;

  /**
   * Why a file is refused in which no header was found.
   *
   * @param seen the record that looks most like a header
   * @param how the file was read
   */
  UnreadableFileException unknown(List<String> seen, String how);
}
