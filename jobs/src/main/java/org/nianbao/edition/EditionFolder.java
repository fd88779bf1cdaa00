package org.nianbao.edition;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.nianbao.draft.Draft;
import org.nianbao.draft.Drafting;
import org.nianbao.fact.CellFacts;
import org.nianbao.fact.Facts;
import org.nianbao.fact.TownResults;
import org.nianbao.seed.Seeds;

/**
 * {@code OUT/editions/<town>/<year>/}: the documents of a town and year. A document is written only
 * when something that goes into it has changed.
 */
public final class EditionFolder {
  private final Path editions;
  private final Drafting drafting;
  private final CellFacts cellFacts;
  private final List<Document<Edition>> documents;
  private final String ground;

  /**
   * Writes below a folder.
   *
   * @param strictRounding whether printed shares have to add up to 100 %
   * @param ground what documents depend on beside a town's results: version, lists, template
   */
  public EditionFolder(
      Path editions,
      Seeds seeds,
      boolean strictRounding,
      List<Document<Edition>> documents,
      String ground) {
    this.editions = editions;
    this.drafting = new Drafting(seeds);
    this.cellFacts = new CellFacts(seeds, strictRounding);
    this.documents = List.copyOf(documents);
    this.ground = ground + strictRounding;
  }

  /**
   * Brings one edition up to date.
   *
   * @return whether anything had to be written
   */
  public boolean write(TownResults town, int year) {
    Path folder = editions.resolve(folderName(town.town())).resolve(String.valueOf(year));
    Path facts = folder.resolve(FactsFile.NAME);
    String digest = digest(town, year);
    if (digest.equals(FactsFile.digest(facts)) && isWhole(folder)) {
      return false;
    }
    Edition edition = edition(town, year, digest);
    for (Document<Edition> document : documents) {
      Delivery.replace(folder.resolve(document.fileName()), file -> document.write(edition, file));
    }
    FactsFile factsFile = new FactsFile();
    Delivery.replace(facts, file -> factsFile.write(edition, file));
    return true;
  }

  private Edition edition(TownResults town, int year, String digest) {
    Facts facts = cellFacts.of(town, year);
    Draft draft = drafting.draft(town, year, facts);
    return new Edition(town, year, facts, draft, digest);
  }

  private boolean isWhole(Path folder) {
    return documents.stream()
        .allMatch(document -> Files.isRegularFile(folder.resolve(document.fileName())));
  }

  private String digest(TownResults town, int year) {
    StringBuilder text = new StringBuilder(ground).append(town.town()).append(year);
    new TreeMap<>(town.rows())
        .forEach(
            (table, rows) -> {
              text.append('\n').append(table);
              rows.forEach(row -> text.append('\n').append(row.values()));
            });
    return DigestUtils.sha256Hex(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** A town's name as that of its folder, without anything that could lead out of the folder. */
  public static String folderName(String town) {
    String name = town.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", "_").strip();
    return name.isEmpty() || name.startsWith(".") ? "_" + name : name;
  }
}
