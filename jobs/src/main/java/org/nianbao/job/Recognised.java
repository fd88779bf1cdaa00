package org.nianbao.job;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.nianbao.mapping.MappingException;
import org.nianbao.mapping.SourceMapping;
import org.nianbao.mapping.SourceMappings;
import org.nianbao.source.Export;
import org.nianbao.source.MissingColumnsException;
import org.nianbao.source.Recognition;
import org.nianbao.source.SourceFile;
import org.nianbao.source.UnreadableFileException;
import org.nianbao.table.ExportLog;

/**
 * Recognises files, each by the mapping that claims it or else by the names that the seeds know.
 */
final class Recognised {
  private final Recognition recognition;
  private final SourceMappings mappings;
  private final Unchanged unchanged;
  private final Progress progress;

  Recognised(
      Recognition recognition, SourceMappings mappings, Unchanged unchanged, Progress progress) {
    this.recognition = recognition;
    this.mappings = mappings;
    this.unchanged = unchanged;
    this.progress = progress;
  }

  /**
   * What each file is, or why it cannot be taken. Files are looked at side by side.
   *
   * @throws MappingException if two mappings claim a file, or a mapped column is in no file
   */
  List<Reading.Seen> of(List<SourceFile> files) {
    mappings.demandOneClaim(files.stream().map(SourceFile::name).toList());
    Look[] looks = new Look[files.size()];
    AtomicInteger done = new AtomicInteger();
    List<Runnable> pieces = new ArrayList<>();
    for (int i = 0; i < looks.length; i++) {
      int place = i;
      SourceFile file = files.get(i);
      pieces.add(
          () -> {
            looks[place] = of(file, mappings.claiming(file.name()));
            progress.part("识别导出文件", done.incrementAndGet(), looks.length);
          });
    }
    SideBySide.run(pieces);
    mappings.demandColumns(absent(looks));
    return Arrays.stream(looks).map(Look::seen).toList();
  }

  /** By mapping, the columns that no file has; mappings without files are absent. */
  private static Map<SourceMapping, Set<String>> absent(Look[] looks) {
    Map<SourceMapping, Set<String>> absent = new LinkedHashMap<>();
    for (Look look : looks) {
      if (look.lacking != null) {
        absent
            .computeIfAbsent(look.mapping, first -> new TreeSet<>(look.lacking))
            .retainAll(look.lacking);
      }
    }
    return absent;
  }

  /**
   * What was seen of a file.
   *
   * @param lacking columns of the mapping that it does not have; null where nobody can tell
   */
  private record Look(Reading.Seen seen, SourceMapping mapping, Set<String> lacking) {}

  private Look of(SourceFile file, SourceMapping mapping) {
    Optional<ExportLog.Entry> before = unchanged.find(file, mapping);
    // The mapping fitted when it was read.
    return before.isPresent()
        ? new Look(Reading.Seen.unread(file, before.get()), mapping, Set.of())
        : read(file, mapping);
  }

  private Look read(SourceFile file, SourceMapping mapping) {
    try {
      Export export = recognition.recognise(file, mapping);
      return new Look(
          new Reading.Seen(file, export, null, false, null),
          mapping,
          mapping.absent(export.header().positions().keySet()));
    } catch (MissingColumnsException e) {
      return new Look(Reading.Seen.problem(file, e.getMessage()), mapping, e.columns());
    } catch (UnreadableFileException e) {
      return new Look(Reading.Seen.problem(file, e.getMessage()), mapping, null);
    }
  }
}
