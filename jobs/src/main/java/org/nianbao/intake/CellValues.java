package org.nianbao.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.intake.Verdict.Rejected;
import org.nianbao.seed.LabelText;
import org.nianbao.source.Export;
import org.nianbao.table.ExportColumn;
import org.nianbao.table.Tickets;

/** Turns the text of a cell into a value of its column's type. */
final class CellValues {
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final Pattern YEAR = Pattern.compile("(20\\d\\d)(?:年度?|\\.0)?");

  /**
   * What Excel makes of a long number; its last digits are lost, so that two numbers look equal.
   */
  private static final Pattern SCIENTIFIC = Pattern.compile("\\d(?:\\.\\d+)?[Ee]\\+\\d+");

  /** What the archive's decimal holds: 18 digits before the point, six behind it. */
  private static final int INTEGER_DIGITS = 18;

  private static final int DECIMALS = 6;

  private final IntakeRules rules;
  private final DateForms dates;

  CellValues(IntakeRules rules, Export export) {
    this.rules = rules;
    this.dates = new DateForms(export);
  }

  /**
   * The value of a filled cell.
   *
   * @param heading the header of the cell, for the reject
   * @return null for a flag that is neither yes nor no
   */
  Object of(ExportColumn column, String text, String heading) throws RejectedException {
    return switch (column.content()) {
      case IDENTIFIER -> identifier(text, heading);
      case TEXT -> Redaction.shortText(text);
      case LABEL -> text;
      case FINGERPRINT -> Redaction.fingerprint(text);
      case PROSE -> Redaction.of(text);
      case DATE -> date(column, text, heading).day();
      case TIME -> time(column, text, heading);
      case YEAR -> year(text, heading);
      case NUMBER -> number(text, heading);
      case FLAG -> flag(text);
    };
  }

  private static String identifier(String text, String heading) throws RejectedException {
    if (SCIENTIFIC.matcher(text).matches()) {
      throw new RejectedException(Rule.DAMAGED_ID, heading, text);
    }
    return Redaction.identifier(text);
  }

  private LocalDateTime time(ExportColumn column, String text, String heading)
      throws RejectedException {
    CivilTime time = date(column, text, heading);
    boolean deadline = column.name().equals(Tickets.DUE_AT.name());
    return deadline ? time.end() : time.start();
  }

  private CivilTime date(ExportColumn column, String text, String heading)
      throws RejectedException {
    CivilTime time =
        dates
            .read(column.name(), text)
            .orElseThrow(() -> new RejectedException(Rule.BAD_DATE, heading, text));
    if (column.bounded() && time.day().isBefore(EARLIEST)) {
      throw new RejectedException(Rule.DATE_OUT_OF_RANGE, heading, text);
    }
    if (column.bounded() && time.day().isAfter(rules.asOf())) {
      throw new RejectedException(new Rejected(Rule.DATE_OUT_OF_RANGE, heading, text, time.day()));
    }
    return time;
  }

  private Integer year(String text, String heading) throws RejectedException {
    Matcher digits = YEAR.matcher(text);
    if (!digits.matches()) {
      throw new RejectedException(Rule.BAD_YEAR, heading, text);
    }
    int year = Integer.parseInt(digits.group(1));
    if (year > rules.asOf().getYear()) {
      throw new RejectedException(
          new Rejected(Rule.DATE_OUT_OF_RANGE, heading, text, LocalDate.of(year, 1, 1)));
    }
    return year;
  }

  private static BigDecimal number(String text, String heading) throws RejectedException {
    BigDecimal number;
    try {
      number = new BigDecimal(text.replace(",", ""));
    } catch (NumberFormatException e) {
      throw new RejectedException(Rule.BAD_NUMBER, heading, text);
    }
    // The difference overflows for absurd exponents.
    if ((long) number.precision() - number.scale() > INTEGER_DIGITS) {
      throw new RejectedException(Rule.BAD_NUMBER, heading, text);
    }
    return number.scale() > DECIMALS ? number.setScale(DECIMALS, RoundingMode.HALF_UP) : number;
  }

  private Boolean flag(String text) {
    String key = LabelText.key(text);
    if (rules.yes().contains(key)) {
      return true;
    }
    return rules.no().contains(key) ? false : null;
  }
}
