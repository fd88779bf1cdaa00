package org.nianbao.mapping;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of file names: {@code *} and {@code ?} stay within a part of the path, {@code **} goes
 * over several.
 *
 * @param text as written
 * @param line where it is written
 */
public record FileGlob(String text, int line) implements Serializable {
  private static final Pattern WILD = Pattern.compile("\\*\\*/|\\*\\*|\\*|\\?");

  /** Whether it fits the name of an export below its folder, or the last part of that name. */
  public boolean matches(String name) {
    Pattern pattern = pattern();
    return pattern.matcher(name).matches()
        || pattern.matcher(name.substring(name.lastIndexOf('/') + 1)).matches();
  }

  private Pattern pattern() {
    StringBuilder pattern = new StringBuilder();
    Matcher wild = WILD.matcher(text);
    int end = 0;
    while (wild.find()) {
      pattern.append(Pattern.quote(text.substring(end, wild.start())));
      pattern.append(
          switch (wild.group()) {
            case "**/" -> "(?:.*/)?";
            case "**" -> ".*";
            case "*" -> "[^/]*";
            default -> "[^/]";
          });
      end = wild.end();
    }
    return Pattern.compile(pattern + Pattern.quote(text.substring(end)), Pattern.DOTALL);
  }
}
