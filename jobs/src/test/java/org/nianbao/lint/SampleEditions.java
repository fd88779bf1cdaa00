package org.nianbao.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nianbao.draft.Draft;
import org.nianbao.draft.Drafting;
import org.nianbao.edition.Edition;
import org.nianbao.edition.FactsFile;
import org.nianbao.fact.CellFacts;
import org.nianbao.fact.Facts;
import org.nianbao.fact.TownResults;
import org.nianbao.report.Wording;
import org.nianbao.seed.Seeds;
import org.nianbao.testing.Project;

/** Editions of towns as a run leaves them, with their drafts. */
final class SampleEditions {
  private final Seeds seeds = Project.seeds();
  private final Path editions;
  private final Wording wording = Wording.of(seeds);
  private final Map<String, One> all = new TreeMap<>();

  /** One edition. */
  record One(Draft draft, Facts facts, FactSheet sheet) {}

  SampleEditions(Path editions, List<TownResults> towns, boolean strict) throws IOException {
    this.editions = editions;
    for (TownResults town : towns) {
      for (int year : town.years()) {
        Facts facts = new CellFacts(seeds, strict).of(town, year);
        Draft draft = new Drafting(seeds).draft(town, year, facts);
        Path file = editions.resolve(town.town()).resolve("" + year).resolve(FactSheet.FILE);
        Files.createDirectories(file.getParent());
        new FactsFile().write(new Edition(town, year, facts, draft, ""), file);
        all.put(town.town() + year, new One(draft, facts, FactSheet.read(file)));
      }
    }
  }

  Map<String, One> all() {
    return all;
  }

  One of(String name) {
    return all.get(name);
  }

  List<Facts> othersThan(One edition) {
    List<Facts> others = new ArrayList<>();
    all.values().stream()
        .filter(one -> !one.draft().equals(edition.draft()))
        .forEach(one -> others.add(one.facts()));
    return others;
  }

  Linter linter(One edition) {
    return new Linter(edition.sheet(), new Neighbours(editions, edition.sheet()), wording);
  }
}
