package org.nianbao.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nianbao.intake.Verdict.Accepted;
import org.nianbao.intake.Verdict.Rejected;
import org.nianbao.seed.LabelText;
import org.nianbao.source.Export;
import org.nianbao.table.Archive;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.Content;
import org.nianbao.table.ExportColumn;
import org.nianbao.table.Publications;
import org.nianbao.table.Shared;

/**
 * Judges the records of one export: text becomes typed and coded values, or the record is rejected
 * with the first rule it breaks. Not thread-safe; one per task and export.
 */
public final class RecordIntake {
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

  private final IntakeRules rules;
  private final ArchiveTable table;
  private final List<String> header;
  private final Map<String, Integer> positions;
  private final Set<String> required;
  private final Optional<String> townOfPath;
  private final Optional<String> channelOfPath;

  /** Labels repeat: what a text means is looked up once. */
  private final Map<String, Map<String, Optional<String>>> known = new HashMap<>();

  public RecordIntake(Export export, IntakeRules rules) {
    this.rules = rules;
    this.table = Archive.of(export.dataset());
    this.header = export.header().cells();
    this.positions = export.header().positions();
    this.required = rules.required().get(export.dataset());
    this.townOfPath = rules.townOf(export);
    this.channelOfPath =
        export.dataset().equals(Publications.ARCHIVE.dataset())
            ? Optional.of(rules.channelOf(export))
            : Optional.empty();
  }

  /** Judges one record. */
  public Verdict judge(List<String> cells) {
    try {
      checkShape(cells);
      return accept(cells);
    } catch (RejectedException e) {
      return e.rejected;
    }
  }

  private void checkShape(List<String> cells) throws RejectedException {
    String total = totalMark(cells);
    if (total != null) {
      throw new RejectedException(Rule.TOTAL_ROW, "", String.join(" ", filled(cells)));
    }
    if (header.equals(cells)) {
      throw new RejectedException(Rule.REPEATED_HEADER, "", "");
    }
    if (cells.size() != header.size()) {
      throw new RejectedException(Rule.RAGGED_ROW, "", cells.size() + " / " + header.size());
    }
  }

  /** The first filled cell, a label or an identifier that says the row is a total. */
  private String totalMark(List<String> cells) {
    List<String> filled = filled(cells);
    if (!filled.isEmpty() && rules.totals().contains(LabelText.key(filled.get(0)))) {
      return filled.get(0);
    }
    for (ExportColumn column : table.columns()) {
      String text = cell(cells, column.name());
      boolean telling = column.content() == Content.LABEL || column.content() == Content.IDENTIFIER;
      if (telling && !text.isEmpty() && rules.totals().contains(LabelText.key(text))) {
        return text;
      }
    }
    return null;
  }

  private static List<String> filled(List<String> cells) {
    List<String> filled = new ArrayList<>();
    for (String cell : cells) {
      if (cell != null && !cell.isBlank()) {
        filled.add(LabelText.clean(cell));
      }
    }
    return filled;
  }

  private Accepted accept(List<String> cells) throws RejectedException {
    List<Object> values = new ArrayList<>();
    Map<String, Object> byName = new HashMap<>();
    String town = town(cells);
    for (ExportColumn column : table.columns()) {
      String text = cell(cells, column.name());
      if (column.content() == Content.LABEL) {
        Optional<String> code = code(column, text);
        values.add(code.orElse(null));
        values.add(code.filter(ArchiveTable.UNMAPPED::equals).isPresent() ? text : null);
        continue;
      }
      Object value = value(column, text);
      byName.put(column.name(), value);
      if (column.content() != Content.YEAR) {
        values.add(value);
      }
    }
    LocalDate counted = day(byName.get(table.counted()));
    int year = counted == null ? (Integer) byName.get(Shared.YEAR.name()) : counted.getYear();
    values.add(0, year);
    values.add(0, town);
    return new Accepted(town, year, counted, latest(byName), values);
  }

  private LocalDate latest(Map<String, Object> values) {
    LocalDate latest = null;
    for (ExportColumn column : table.columns()) {
      LocalDate day = column.bounded() ? day(values.get(column.name())) : null;
      if (day != null && (latest == null || day.isAfter(latest))) {
        latest = day;
      }
    }
    return latest;
  }

  private static LocalDate day(Object value) {
    if (value instanceof LocalDateTime time) {
      return time.toLocalDate();
    }
    return value instanceof LocalDate date ? date : null;
  }

  private String town(List<String> cells) throws RejectedException {
    String text = cell(cells, Shared.TOWN.name());
    if (!text.isEmpty()) {
      return lookUp(Shared.TOWN.name(), text, rules.towns()::code)
          .orElseThrow(
              () -> new RejectedException(Rule.UNKNOWN_TOWN, headerOf(Shared.TOWN.name()), text));
    }
    return townOfPath.orElseThrow(
        () -> new RejectedException(Rule.MISSING_TOWN, headerOf(Shared.TOWN.name()), ""));
  }

  private Optional<String> code(ExportColumn column, String text) {
    if (text.isEmpty()) {
      if (column.name().equals(Publications.CHANNEL.name()) && channelOfPath.isPresent()) {
        return channelOfPath;
      }
      return required.contains(column.name())
          ? Optional.of(ArchiveTable.UNMAPPED)
          : Optional.empty();
    }
    return lookUp(
            column.name(), text, label -> rules.vocabularies().get(column.vocabulary()).code(label))
        .or(() -> Optional.of(ArchiveTable.UNMAPPED));
  }

  private Optional<String> lookUp(
      String column, String text, java.util.function.Function<String, Optional<String>> meaning) {
    return known.computeIfAbsent(column, name -> new HashMap<>()).computeIfAbsent(text, meaning);
  }

  private Object value(ExportColumn column, String text) throws RejectedException {
    if (text.isEmpty()) {
      if (required.contains(column.name())) {
        throw new RejectedException(missing(column.content()), headerOf(column.name()), "");
      }
      return null;
    }
    return switch (column.content()) {
      case IDENTIFIER, TEXT, LABEL -> text;
      case DATE -> {
        LocalDateTime time = time(column, text);
        yield time.toLocalDate();
      }
      case TIME -> time(column, text);
      case YEAR -> year(column, text);
      case NUMBER -> number(column, text);
      case FLAG -> flag(text);
    };
  }

  private static Rule missing(Content content) {
    return switch (content) {
      case IDENTIFIER -> Rule.MISSING_ID;
      case DATE, TIME -> Rule.MISSING_DATE;
      case TEXT, LABEL, YEAR, NUMBER, FLAG -> Rule.MISSING_VALUE;
    };
  }

  private LocalDateTime time(ExportColumn column, String text) throws RejectedException {
    LocalDateTime time =
        CivilTime.parse(text, rules.zone())
            .orElseThrow(() -> new RejectedException(Rule.BAD_DATE, headerOf(column.name()), text));
    LocalDate day = time.toLocalDate();
    if (column.bounded() && day.isBefore(EARLIEST)) {
      throw new RejectedException(Rule.DATE_OUT_OF_RANGE, headerOf(column.name()), text);
    }
    if (column.bounded() && day.isAfter(rules.asOf())) {
      throw new RejectedException(
          new Rejected(Rule.DATE_OUT_OF_RANGE, headerOf(column.name()), text, day));
    }
    return time;
  }

  private Integer year(ExportColumn column, String text) throws RejectedException {
    String digits = text.endsWith("年") ? text.substring(0, text.length() - 1) : text;
    if (!digits.matches("20\\d\\d")) {
      throw new RejectedException(Rule.BAD_YEAR, headerOf(column.name()), text);
    }
    return Integer.valueOf(digits);
  }

  private BigDecimal number(ExportColumn column, String text) throws RejectedException {
    try {
      return new BigDecimal(text.replace(",", ""));
    } catch (NumberFormatException e) {
      throw new RejectedException(Rule.BAD_NUMBER, headerOf(column.name()), text);
    }
  }

  private Boolean flag(String text) {
    String key = LabelText.key(text);
    if (rules.yes().contains(key)) {
      return true;
    }
    return rules.no().contains(key) ? false : null;
  }

  /** The text of a column's cell; empty where the export has no such column or nothing in it. */
  private String cell(List<String> cells, String column) {
    Integer position = positions.get(column);
    if (position == null || position >= cells.size() || cells.get(position) == null) {
      return "";
    }
    String text = LabelText.clean(cells.get(position));
    return rules.blanks().contains(LabelText.key(text)) ? "" : text;
  }

  private String headerOf(String column) {
    Integer position = positions.get(column);
    return position == null ? column : header.get(position);
  }

  /** Leaves the judgement of a record at the first rule it breaks. */
  private static final class RejectedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Rejected rejected;

    RejectedException(Rejected rejected) {
      super(rejected.rule().code(), null, false, false);
      this.rejected = rejected;
    }

    RejectedException(Rule rule, String column, String value) {
      this(new Rejected(rule, column, value));
    }
  }
}
