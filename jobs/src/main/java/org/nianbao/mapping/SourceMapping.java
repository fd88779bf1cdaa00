package org.nianbao.mapping;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.nianbao.seed.LabelText;

/**
 * How the exports of one foreign source are read.
 *
 * @param place the file that describes it, as the user named it
 * @param name the source, for messages
 * @param dataset what its exports hold
 * @param files the names of its exports
 * @param encoding a character set, or {@link #AUTO}
 * @param sheet the sheet of a workbook that has its rows; empty: the first with its columns
 * @param columns by column of the archive
 * @param open the columns whose unknown labels are members of their own
 * @param zone the civil zone of its dates
 */
public record SourceMapping(
    String place,
    String name,
    String dataset,
    List<FileGlob> files,
    String encoding,
    String sheet,
    Map<String, MappedColumn> columns,
    Set<String> open,
    ZoneId zone)
    implements Serializable {

  /** The character set shows in the file. */
  public static final String AUTO = "auto";

  static final ZoneId CIVIL = ZoneId.of("Asia/Shanghai");

  /** Of exports whose headers the seeds know. */
  public static final SourceMapping NONE =
      new SourceMapping("", "", "", List.of(), AUTO, "", Map.of(), Set.of(), CIVIL);

  public SourceMapping {
    files = List.copyOf(files);
    columns = Collections.unmodifiableMap(new TreeMap<>(columns));
    open = Collections.unmodifiableSet(new TreeSet<>(open));
  }

  /** The pattern by which it claims a file. */
  Optional<FileGlob> claim(String file) {
    return files.stream().filter(glob -> glob.matches(file)).findFirst();
  }

  /** Where each mapped column stands in a header; columns that are not there are absent. */
  public Map<String, Integer> positions(List<String> header) {
    List<String> keys = header.stream().map(LabelText::headerKey).toList();
    Map<String, Integer> positions = new TreeMap<>();
    columns.forEach(
        (column, mapped) -> {
          int position = keys.indexOf(LabelText.headerKey(mapped.header()));
          if (position >= 0 && !mapped.header().isEmpty()) {
            positions.put(column, position);
          }
        });
    return positions;
  }

  /** The columns whose header is not among those found. */
  public Set<String> absent(Set<String> found) {
    Set<String> absent = new TreeSet<>();
    columns.forEach(
        (column, mapped) -> {
          if (!mapped.header().isEmpty() && !found.contains(column)) {
            absent.add(column);
          }
        });
    return absent;
  }

  public MappedColumn column(String column) {
    return columns.getOrDefault(column, MappedColumn.NONE);
  }

  /** What a label is mapped to, or empty if it is not. */
  public Optional<String> value(String column, String label) {
    Map<String, String> values = column(column).values();
    return values.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(values.get(LabelText.key(label)));
  }

  /** The member that a label is by itself, in one line; empty unless the column is open. */
  public Optional<String> own(String column, String label) {
    return open.contains(column) ? Optional.of(LabelText.oneLine(label)) : Optional.empty();
  }

  /** Says that an export has not all of the columns, in words that follow its name. */
  public String lacks(Set<String> missing) {
    List<String> parts = new ArrayList<>();
    for (String column : missing) {
      MappedColumn mapped = column(column);
      parts.add(
          "the column '%s' that %s line %d maps to %s"
              .formatted(mapped.header(), place, mapped.line(), column));
    }
    return "lacks " + String.join(", ", parts);
  }

  /** Changes with all that decides how a record is read, and with nothing else. */
  public String fingerprint() {
    if (columns.isEmpty()) {
      return "";
    }
    Map<String, List<Object>> meanings = new TreeMap<>();
    columns.forEach((column, mapped) -> meanings.put(column, mapped.meaning()));
    String text =
        String.join("\n", dataset, encoding, sheet, meanings.toString(), "" + open, zone.getId());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
