package org.nianbao.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the project: what a test can hold against the program.
 *
 * @param file its path
 * @param lines its text
 */
public record Markdown(Path file, List<String> lines) {
  private static final Pattern LINK = Pattern.compile("(?<!\\\\)\\]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  public static Markdown of(String name) {
    Path file = Project.folder().resolve(name).normalize();
    try {
      return new Markdown(file, Files.readAllLines(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The part below a heading of the second level that begins with a text. */
  public Markdown section(String heading) {
    int from = lines.indexOf("## " + heading);
    if (from < 0) {
      throw new IllegalArgumentException(file + " has no section " + heading);
    }
    int to = from + 1;
    while (to < lines.size() && !lines.get(to).startsWith("## ")) {
      to++;
    }
    return new Markdown(file, lines.subList(from + 1, to));
  }

  /** The lines of blocks of code of one language; blocks without one have none. */
  public List<String> code(String language) {
    List<String> code = new ArrayList<>();
    boolean inside = false;
    boolean taken = false;
    for (String line : lines) {
      String text = line.strip();
      if (text.startsWith("```")) {
        inside = !inside;
        taken = inside && text.substring(3).equals(language);
      } else if (taken && !text.isEmpty()) {
        code.add(text);
      }
    }
    return code;
  }

  /** Pieces of code inside sentences and tables. */
  public List<String> codeInText() {
    return outsideBlocks().flatMap(Markdown::pieces).toList();
  }

  /** The pieces of code in the first cell of each row of its tables. */
  public List<String> codeInFirstCells() {
    return outsideBlocks()
        .filter(line -> line.startsWith("| "))
        .flatMap(line -> pieces(line.split("(?<!\\\\)\\|", -1)[1]))
        .toList();
  }

  /** What its links and pictures point to. */
  public List<String> links() {
    return outsideBlocks()
        .map(line -> CODE.matcher(line).replaceAll(""))
        .flatMap(line -> LINK.matcher(line).results().map(link -> link.group(1)))
        .toList();
  }

  /** The anchors that GitHub gives its headings. */
  public List<String> anchors() {
    return outsideBlocks()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
        .map(text -> text.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }

  private Stream<String> outsideBlocks() {
    List<String> outside = new ArrayList<>();
    boolean inside = false;
    for (String line : lines) {
      if (line.strip().startsWith("```")) {
        inside = !inside;
      } else if (!inside) {
        outside.add(line);
      }
    }
    return outside.stream();
  }

  private static Stream<String> pieces(String text) {
    Matcher matcher = CODE.matcher(text);
    return matcher.results().map(code -> code.group(1));
  }
}
