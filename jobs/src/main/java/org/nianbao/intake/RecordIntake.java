package org.nianbao.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nianbao.intake.Verdict.Accepted;
import org.nianbao.intake.Verdict.Rejected;
import org.nianbao.mapping.SourceMapping;
import org.nianbao.seed.LabelText;
import org.nianbao.seed.Vocabulary;
import org.nianbao.source.Export;
import org.nianbao.source.RawRecord;
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
  /** Labels are few; a column of free text must not fill the memory with its texts. */
  private static final int KNOWN_TEXTS = 10_000;

  /** What a text may have around or between the letters of a mark: blanks and quotes. */
  private static final int BLANKS_IN_A_MARK = 8;

  private final IntakeRules rules;
  private final Export export;
  private final CellValues values;
  private final SourceMapping mapping;
  private final ArchiveTable table;
  private final List<ExportColumn> kept;
  private final int longestMark;
  private final boolean marksHaveDigits;
  private final List<String> header;
  private final List<String> cleanHeader;

  /** Longer cells are neither marks nor part of a header. */
  private final int longestLooked;

  private final Set<Integer> read;
  private final Map<String, Integer> positions;
  private final Set<Integer> labels;
  private final Set<String> required;
  private final Optional<String> townOfPath;
  private final Optional<String> channelOfPath;

  /** Texts repeat, labels above all: what one means is found out once. */
  private final Map<String, Map<String, Optional<String>>> known = new HashMap<>();

  private final Map<String, String> cleaned = new HashMap<>();
  private final Map<String, Boolean> totals = new HashMap<>();

  public RecordIntake(Export export, IntakeRules rules) {
    this.rules = rules;
    this.export = export;
    this.values = new CellValues(rules, export);
    this.mapping = export.mapping();
    this.table = Archive.of(export.dataset());
    this.kept = table.columns().stream().filter(ExportColumn::kept).toList();
    List<String> marks = Stream.of(rules.totals(), rules.blanks()).flatMap(Set::stream).toList();
    this.longestMark = marks.stream().mapToInt(String::length).max().orElse(0) + BLANKS_IN_A_MARK;
    this.marksHaveDigits = marks.stream().anyMatch(RecordIntake::hasDigit);
    this.header = export.header().cells();
    this.positions = export.header().positions();
    this.read = Set.copyOf(positions.values());
    this.longestLooked =
        Math.max(
            longestMark,
            header.stream().mapToInt(String::length).max().orElse(0) + BLANKS_IN_A_MARK);
    this.cleanHeader = clean(header);
    this.labels =
        Stream.concat(
                Stream.of(Shared.TOWN.name()),
                table.columns().stream()
                    .filter(column -> column.content() == Content.LABEL)
                    .map(ExportColumn::name))
            .filter(positions::containsKey)
            .map(positions::get)
            .collect(Collectors.toUnmodifiableSet());
    this.required = rules.required().get(export.dataset());
    this.townOfPath = rules.townOf(export);
    this.channelOfPath =
        export.dataset().equals(Publications.ARCHIVE.dataset())
            ? Optional.of(rules.channelOf(export))
            : Optional.empty();
  }

  /** Judges one record. */
  public Verdict judge(RawRecord record) {
    RawRecord corrected = rules.corrections().apply(export, record);
    if (corrected.broken()) {
      return new Rejected(Rule.UNTERMINATED_QUOTE, "", corrected.cells().get(0));
    }
    return judge(corrected.cells());
  }

  /** Judges the cells of one sound record. */
  public Verdict judge(List<String> cells) {
    try {
      List<String> clean = clean(cells);
      checkShape(clean);
      return accept(clean);
    } catch (RejectedException e) {
      return e.rejected();
    }
  }

  /**
   * The cells as a person means them: folded and trimmed, and empty where nothing was entered. Long
   * ones that nobody reads, what a caller told for instance, are left as they are.
   */
  private List<String> clean(List<String> cells) {
    List<String> clean = new ArrayList<>(cells.size());
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      if (cell == null) {
        clean.add("");
      } else {
        clean.add(isPassedOver(i, cell) ? cell : clean(cell));
      }
    }
    return clean;
  }

  private boolean isPassedOver(int column, String cell) {
    return cell.length() > longestLooked
        && column < header.size()
        && !read.contains(column)
        && Character.isLetterOrDigit(cell.charAt(0));
  }

  private String clean(String cell) {
    if (!mayBeMark(cell)) {
      return LabelText.clean(cell);
    }
    return remembered(
        cleaned,
        cell,
        raw -> {
          String text = LabelText.clean(raw);
          return rules.blanks().contains(LabelText.key(text)) ? "" : text;
        });
  }

  private boolean isTotal(String text) {
    return mayBeMark(text)
        && remembered(totals, text, label -> rules.totals().contains(LabelText.key(label)));
  }

  /** Numbers and dates, of which no two are equal, are not worth remembering. */
  private boolean mayBeMark(String text) {
    return text.length() <= longestMark && (marksHaveDigits || !hasDigit(text));
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static <T> T remembered(Map<String, T> memory, String text, Function<String, T> meaning) {
    T known = memory.get(text);
    if (known == null) {
      known = meaning.apply(text);
      if (memory.size() < KNOWN_TEXTS) {
        memory.put(text, known);
      }
    }
    return known;
  }

  private void checkShape(List<String> cells) throws RejectedException {
    if (isTotal(cells)) {
      throw new RejectedException(Rule.TOTAL_ROW, "", shownOfTotal(cells));
    }
    if (cleanHeader.equals(cells)) {
      throw new RejectedException(Rule.REPEATED_HEADER, "", "");
    }
    if (cells.size() < header.size() || !surplus(cells).stream().allMatch(String::isEmpty)) {
      throw new RejectedException(Rule.RAGGED_ROW, "", cells.size() + " / " + header.size());
    }
  }

  /** Its mark, its labels and its numbers: other cells may hold what somebody wrote. */
  private String shownOfTotal(List<String> cells) {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      boolean label = labels.contains(i) && !Redaction.isProse(cell);
      if (!cell.isEmpty() && (label || isTotal(cell) || rules.shown().isPlain(cell))) {
        shown.add(cell);
      }
    }
    return String.join(" ", shown);
  }

  /** Cells behind the last column: spreadsheets leave empty ones there. */
  private List<String> surplus(List<String> cells) {
    return cells.subList(header.size(), cells.size());
  }

  /** Whether the first filled cell, a label or an identifier says that the row is a total. */
  private boolean isTotal(List<String> cells) {
    for (String cell : cells) {
      if (!cell.isEmpty()) {
        if (isTotal(cell)) {
          return true;
        }
        break;
      }
    }
    for (ExportColumn column : table.columns()) {
      boolean telling = column.content() == Content.LABEL || column.content() == Content.IDENTIFIER;
      if (telling && isTotal(cell(cells, column.name()))) {
        return true;
      }
    }
    return false;
  }

  private Accepted accept(List<String> cells) throws RejectedException {
    List<Object> row = new ArrayList<>();
    Map<String, Object> byName = new HashMap<>();
    String town = town(cells);
    for (ExportColumn column : kept) {
      String text = cell(cells, column.name());
      if (column.content() == Content.LABEL) {
        Optional<String> code = code(column, text);
        boolean unmapped = code.filter(ArchiveTable.UNMAPPED::equals).isPresent();
        row.add(code.orElse(null));
        row.add(unmapped ? Redaction.label(text) : null);
        continue;
      }
      Object value = value(column, text);
      byName.put(column.name(), value);
      if (column.content() != Content.YEAR) {
        row.add(value);
      }
    }
    LocalDate counted = day(byName.get(table.counted()));
    int year = counted == null ? (Integer) byName.get(Shared.YEAR.name()) : counted.getYear();
    row.add(0, year);
    row.add(0, town);
    return new Accepted(town, year, counted, latest(byName), row);
  }

  private LocalDate latest(Map<String, Object> byName) {
    LocalDate latest = null;
    for (ExportColumn column : table.columns()) {
      LocalDate day = column.bounded() ? day(byName.get(column.name())) : null;
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
    String column = Shared.TOWN.name();
    String text = cell(cells, column);
    if (text.isEmpty()) {
      return townOfPath.orElseThrow(
          () -> new RejectedException(Rule.MISSING_TOWN, headerOf(column), ""));
    }
    return lookUp(column, text, label -> coded(column, label, rules.towns()::code))
        .orElseThrow(() -> new RejectedException(Rule.UNKNOWN_TOWN, headerOf(column), text));
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
    Vocabulary vocabulary = rules.vocabularies().get(column.vocabulary());
    return lookUp(column.name(), text, label -> coded(column.name(), label, vocabulary::code))
        .or(() -> Optional.of(ArchiveTable.UNMAPPED));
  }

  /** The mapping is asked first, then the seeds; what neither knows may be its own member. */
  private Optional<String> coded(
      String column, String label, Function<String, Optional<String>> seeds) {
    return mapping
        .value(column, label)
        .or(() -> seeds.apply(label))
        .or(() -> mapping.own(column, label).filter(own -> !Redaction.isProse(own)));
  }

  private Optional<String> lookUp(
      String column, String text, Function<String, Optional<String>> meaning) {
    return remembered(known.computeIfAbsent(column, name -> new HashMap<>()), text, meaning);
  }

  private Object value(ExportColumn column, String text) throws RejectedException {
    if (!text.isEmpty()) {
      String meant = mapping.value(column.name(), text).orElse(text);
      return values.of(column, meant, headerOf(column.name()));
    }
    if (required.contains(column.name())) {
      throw new RejectedException(missing(column.content()), headerOf(column.name()), "");
    }
    return null;
  }

  private static Rule missing(Content content) {
    return switch (content) {
      case IDENTIFIER -> Rule.MISSING_ID;
      case DATE, TIME -> Rule.MISSING_DATE;
      case TEXT, FINGERPRINT, PROSE, LABEL, YEAR, NUMBER, FLAG -> Rule.MISSING_VALUE;
    };
  }

  /**
   * The text of a column's cell. Where the export has no such column or nothing in it, that which
   * the mapping puts in its place; else empty.
   */
  private String cell(List<String> cells, String column) {
    Integer position = positions.get(column);
    String text = position == null || position >= cells.size() ? "" : cells.get(position);
    return text.isEmpty() ? mapping.column(column).otherwise() : text;
  }

  private String headerOf(String column) {
    Integer position = positions.get(column);
    return position == null ? column : header.get(position);
  }
}
