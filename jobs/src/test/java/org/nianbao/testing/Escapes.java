package org.nianbao.testing;

import java.util.regex.Pattern;

/** Writes characters that nobody can see in a data file: {@code \ufeff} stands for one. */
public final class Escapes {
  private static final Pattern CODE_UNIT = Pattern.compile("\\\\u([0-9a-f]{4})");

  private Escapes() {}

  public static String read(String text) {
    return CODE_UNIT
        .matcher(text)
        .replaceAll(unit -> Character.toString(Integer.parseInt(unit.group(1), 16)));
  }
}
