package org.nianbao.intake;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nianbao.mapping.SourceMapping;
import org.nianbao.seed.SeedRow;
import org.nianbao.seed.Seeds;
import org.nianbao.seed.Towns;
import org.nianbao.seed.Vocabulary;
import org.nianbao.source.Export;
import org.nianbao.source.SourceFile;
import org.nianbao.table.Archive;
import org.nianbao.table.ArchiveTable;
import org.nianbao.table.Content;
import org.nianbao.table.ExportColumn;
import org.nianbao.table.Publications;

/**
 * What a task must know to judge records: the seeds that give text its meaning, and the day.
 *
 * @param required by dataset, the columns a record cannot be without
 * @param totals label keys that mark a total row
 * @param blanks label keys that mean nothing was entered
 * @param shown what is shown of a cell at fault
 * @param advice by rule, what a clerk should do
 * @param platformOfRecord the channel of publications that name none
 * @param corrections cells that count instead of those in the exports
 * @param asOf the day of the run: later events have not happened
 */
public record IntakeRules(
    Towns towns,
    Map<String, Vocabulary> vocabularies,
    Map<String, Set<String>> required,
    Set<String> totals,
    Set<String> blanks,
    Set<String> yes,
    Set<String> no,
    ShownValue shown,
    Map<String, String> advice,
    String platformOfRecord,
    LocalDate asOf,
    Corrections corrections)
    implements Serializable {

  private static final String CHANNELS = "publication_channels";

  /** Changes when the same bytes and seeds would give other rows than before. */
  private static final String VERSION = "6";

  public static IntakeRules of(Seeds seeds, LocalDate asOf) {
    return of(seeds, asOf, Corrections.NONE);
  }

  /** The rules of a run whose exports were corrected. */
  public static IntakeRules of(Seeds seeds, LocalDate asOf, Corrections corrections) {
    Map<String, Vocabulary> vocabularies = new HashMap<>();
    for (ArchiveTable table : Archive.TABLES) {
      for (String name : vocabularyNames(table)) {
        vocabularies.put(name, seeds.vocabulary(name));
      }
    }
    return new IntakeRules(
        seeds.towns(),
        vocabularies,
        seeds.columnAliases().required(),
        seeds.marks("total"),
        seeds.marks("blank"),
        seeds.marks("yes"),
        seeds.marks("no"),
        new ShownValue(seeds.marks("plain")),
        seeds.rows("reject_rules").stream()
            .collect(Collectors.toMap(row -> row.get("rule"), row -> row.get("advice"))),
        seeds.marked(CHANNELS, "of_record"),
        asOf,
        corrections);
  }

  /**
   * A fingerprint of all that decides how an export is read: the rules, the seeds, the town and
   * channel that its path names, and the mapping that claims it. As long as it stays the same,
   * bytes that are in the archive need not be read again.
   */
  public static String recipe(Seeds seeds, Export export) {
    return recipe(seeds, export, Corrections.NONE);
  }

  /** The same for an export that was corrected. */
  public static String recipe(Seeds seeds, Export export, Corrections corrections) {
    return recipe(seeds, export.dataset(), export.file(), export.mapping(), corrections);
  }

  /** The same for a file of a known dataset. */
  public static String recipe(
      Seeds seeds,
      String dataset,
      SourceFile file,
      SourceMapping mapping,
      Corrections corrections) {
    List<String> lists = new ArrayList<>(List.of("towns", "column_aliases", "cell_marks"));
    lists.addAll(vocabularyNames(Archive.of(dataset)));
    String town = townOf(file, seeds.towns()).orElse("");
    String channel =
        dataset.equals(Publications.ARCHIVE.dataset())
            ? channelOf(file, seeds.vocabulary(CHANNELS)).orElse("")
            : "";
    String recipe =
        String.join("-", VERSION, seeds.digest(lists), town, channel, corrections.of(file));
    String mapped = mapping.fingerprint();
    return mapped.isEmpty() ? recipe : recipe + "-" + mapped;
  }

  private static List<String> vocabularyNames(ArchiveTable table) {
    return table.columns().stream()
        .filter(column -> column.content() == Content.LABEL)
        .map(ExportColumn::vocabulary)
        .toList();
  }

  /** The town that an export's path names, for rows without a town of their own. */
  Optional<String> townOf(Export export) {
    return townOf(export.file(), towns);
  }

  /** The channel of an export's publications that name none. */
  String channelOf(Export export) {
    return channelOf(export.file(), vocabularies.get(CHANNELS)).orElse(platformOfRecord);
  }

  private static Optional<String> townOf(SourceFile file, Towns towns) {
    return towns.namedIn(file.path()).or(() -> towns.namedIn(file.uri()));
  }

  /**
   * Only folders that belong to the exports count: chat programs keep the files they receive in
   * folders of their own name, and 微信 is a channel.
   */
  private static Optional<String> channelOf(SourceFile file, Vocabulary channels) {
    return channels.namedIn(file.path());
  }

  /** Rules that the seeds do not explain to clerks. */
  public static List<String> unexplained(List<SeedRow> rules) {
    Set<String> explained = rules.stream().map(row -> row.get("rule")).collect(Collectors.toSet());
    return List.of(Rule.values()).stream()
        .map(Rule::code)
        .filter(code -> !explained.contains(code))
        .toList();
  }
}
