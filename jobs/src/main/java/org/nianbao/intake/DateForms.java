package org.nianbao.intake;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nianbao.mapping.DatePattern;
import org.nianbao.source.Export;
import org.nianbao.source.SourceFile;

/**
 * The forms of dates in one export: where its mapping gives patterns these alone, else the known
 * forms. Real dates of workbooks and Parquet files are no text, and need no pattern.
 */
final class DateForms {
  private final Map<String, List<DateTimeFormatter>> patterns = new HashMap<>();
  private final ZoneId zone;
  private final boolean textOnly;

  DateForms(Export export) {
    this.zone = export.mapping().zone();
    this.textOnly = export.file().format() == SourceFile.Format.CSV;
    export
        .mapping()
        .columns()
        .forEach(
            (column, mapped) ->
                patterns.put(column, mapped.formats().stream().map(DatePattern::reader).toList()));
  }

  /** The date of a cell; empty if no form fits. */
  Optional<CivilTime> read(String column, String text) {
    List<DateTimeFormatter> own = patterns.getOrDefault(column, List.of());
    for (DateTimeFormatter pattern : own) {
      Optional<CivilTime> read = read(text, pattern);
      if (read.isPresent()) {
        return read;
      }
    }
    return own.isEmpty() || !textOnly ? CivilTime.parse(text, zone) : Optional.empty();
  }

  private Optional<CivilTime> read(String text, DateTimeFormatter pattern) {
    // That a text is written otherwise is common, and must not cost an exception.
    ParsePosition position = new ParsePosition(0);
    if (pattern.parseUnresolved(text, position) == null || position.getIndex() < text.length()) {
      return Optional.empty();
    }
    try {
      return Optional.of(CivilTime.of(pattern.parse(text), zone));
    } catch (DateTimeException e) {
      // The calendar lacks the day; another pattern may read another one.
      return Optional.empty();
    }
  }
}
