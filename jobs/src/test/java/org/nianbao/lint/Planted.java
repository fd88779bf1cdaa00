package org.nianbao.lint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.nianbao.draft.Block;
import org.nianbao.draft.Draft;
import org.nianbao.draft.Gap;
import org.nianbao.draft.Grid;
import org.nianbao.draft.Passage;
import org.nianbao.draft.Piece;
import org.nianbao.fact.Fact;
import org.nianbao.fact.Facts;

/** A generated draft in which some numbers were made wrong. */
final class Planted {
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

  private final Draft draft;
  private final List<Facts> others;
  private final Random random;
  private final IdentityHashMap<Piece, String> wrong = new IdentityHashMap<>();

  /**
   * Plants numbers at random places.
   *
   * @param others facts of other years and towns, whose values are wrong here
   */
  Planted(Draft draft, List<Facts> others, int count, long seed) {
    this.draft = draft;
    this.others = others;
    this.random = new Random(seed);
    List<Piece.Figure> figures = new ArrayList<>();
    for (Draft.Section section : draft.sections()) {
      section.blocks().forEach(block -> pieces(block).forEach(piece -> add(piece, figures)));
    }
    Collections.shuffle(figures, random);
    figures.stream().limit(count).forEach(figure -> wrong.put(figure, spoiled(figure)));
  }

  private static void add(Piece piece, List<Piece.Figure> figures) {
    if (piece instanceof Piece.Figure figure) {
      figures.add(figure);
    }
  }

  private static List<Piece> pieces(Block block) {
    if (block instanceof Passage passage) {
      return passage.pieces();
    }
    return block instanceof Grid grid
        ? grid.rows().stream()
            .flatMap(List::stream)
            .flatMap(cell -> cell.pieces().stream())
            .toList()
        : List.of();
  }

  /** The wrong numbers as the draft prints them, with their units. */
  List<String> texts() {
    return wrong.values().stream().map(text -> text.replace("约", "")).sorted().toList();
  }

  private String spoiled(Piece.Figure figure) {
    Matcher matcher = NUMBER.matcher(figure.text());
    if (!matcher.find()) {
      throw new IllegalStateException("No number in " + figure.text());
    }
    String right = matcher.group();
    String other = right;
    while (!isWrong(other, figure.fact())) {
      other = changed(right, figure.fact());
    }
    return figure.text().substring(0, matcher.start())
        + other
        + figure.text().substring(matcher.end());
  }

  private String changed(String right, Fact fact) {
    StringBuilder digits = new StringBuilder(right);
    int at = random.nextInt(digits.length());
    switch (random.nextInt(4)) {
      case 0 -> {
        if (at > 0 && digits.charAt(at) != '.' && digits.charAt(at - 1) != '.') {
          char swapped = digits.charAt(at);
          digits.setCharAt(at, digits.charAt(at - 1));
          digits.setCharAt(at - 1, swapped);
        }
      }
      case 1 -> {
        BigDecimal number = new BigDecimal(right);
        BigDecimal step = BigDecimal.ONE.movePointLeft(number.scale());
        return number.add(random.nextBoolean() ? step : step.negate()).abs().toPlainString();
      }
      case 2 -> {
        if (digits.charAt(at) != '.') {
          digits.setCharAt(at, (char) ('0' + random.nextInt(10)));
        }
      }
      default -> {
        Facts facts = others.get(random.nextInt(others.size()));
        return facts
            .get(fact.id())
            .map(Fact::text)
            .map(NUMBER::matcher)
            .filter(Matcher::find)
            .map(Matcher::group)
            .orElse(right);
      }
    }
    return digits.toString().matches("0\\d.*") ? right : digits.toString();
  }

  /** Neither the number nor a rounding of it. */
  private static boolean isWrong(String text, Fact fact) {
    BigDecimal number = new BigDecimal(text);
    boolean percent = fact.unit().equals("%") || fact.unit().equals("个百分点");
    BigDecimal exact = (percent ? fact.value().movePointRight(2) : fact.value()).abs();
    BigDecimal rounded = exact.setScale(number.scale(), RoundingMode.HALF_UP);
    boolean about = fact.approximate() && text.endsWith("0");
    Matcher printed = NUMBER.matcher(fact.text());
    return rounded.compareTo(number) != 0
        && !about
        && !(printed.find() && new BigDecimal(printed.group()).compareTo(number) == 0);
  }

  private String text(List<Piece> pieces) {
    return pieces.stream()
        .map(piece -> wrong.getOrDefault(piece, piece.text()))
        .collect(Collectors.joining());
  }

  /** The draft as text, with tabs between the cells of tables. */
  String asText() {
    StringBuilder text = new StringBuilder(draft.title()).append('\n');
    for (Draft.Section section : draft.sections()) {
      text.append(section.heading()).append('\n');
      for (Block block : section.blocks()) {
        if (block instanceof Grid grid) {
          text.append(grid.caption()).append('\n');
          grid.rows()
              .forEach(
                  row ->
                      text.append(
                              row.stream()
                                  .map(cell -> text(cell.pieces()))
                                  .collect(Collectors.joining("\t")))
                          .append('\n'));
        } else {
          text.append(line(block)).append('\n');
        }
      }
    }
    return text.toString();
  }

  private String line(Block block) {
    return block instanceof Gap gap ? "【待填写：" + gap.what() + "】" : text(pieces(block));
  }

  /** The draft as a Word document. */
  byte[] asWord() throws IOException {
    try (XWPFDocument word = new XWPFDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      word.createParagraph().createRun().setText(draft.title());
      for (Draft.Section section : draft.sections()) {
        word.createParagraph().createRun().setText(section.heading());
        for (Block block : section.blocks()) {
          if (block instanceof Grid grid) {
            word.createParagraph().createRun().setText(grid.caption());
            XWPFTable table = word.createTable();
            table.removeRow(0);
            for (List<Grid.Cell> row : grid.rows()) {
              XWPFTableRow line = table.createRow();
              while (!line.getTableCells().isEmpty()) {
                line.removeCell(0);
              }
              row.forEach(cell -> line.createCell().setText(text(cell.pieces())));
            }
          } else {
            word.createParagraph().createRun().setText(line(block));
          }
        }
      }
      word.write(bytes);
      return bytes.toByteArray();
    }
  }
}
