package org.nianbao.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

  /** By mapping, the columns that no file has so far; mappings without files are absent. */
  private final Map<SourceMapping, Set<String>> absent = new LinkedHashMap<>();

  Recognised(
      Recognition recognition, SourceMappings mappings, Unchanged unchanged, Progress progress) {
    this.recognition = recognition;
    this.mappings = mappings;
    this.unchanged = unchanged;
    this.progress = progress;
  }

  /**
   * What each file is, or why it cannot be taken.
   *
   * @throws MappingException if two mappings claim a file, or a mapped column is in no file
   */
  List<Reading.Seen> of(List<SourceFile> files) {
    mappings.demandOneClaim(files.stream().map(SourceFile::name).toList());
    List<Reading.Seen> seen = new ArrayList<>();
    for (SourceFile file : files) {
      progress.part("识别导出文件", seen.size(), files.size());
      seen.add(of(file, mappings.claiming(file.name())));
    }
    mappings.demandColumns(absent);
    return seen;
  }

  private Reading.Seen of(SourceFile file, SourceMapping mapping) {
    Optional<ExportLog.Entry> before = unchanged.find(file, mapping);
    if (before.isPresent()) {
      // The mapping fitted when it was read.
      lacks(mapping, Set.of());
      return Reading.Seen.unread(file, before.get());
    }
    return read(file, mapping);
  }

  private Reading.Seen read(SourceFile file, SourceMapping mapping) {
    try {
      Export export = recognition.recognise(file, mapping);
      lacks(mapping, mapping.absent(export.header().positions().keySet()));
      return new Reading.Seen(file, export, null, false, null);
    } catch (MissingColumnsException e) {
      lacks(mapping, e.columns());
      return Reading.Seen.problem(file, e.getMessage());
    } catch (UnreadableFileException e) {
      // Nobody can tell which columns it has.
      return Reading.Seen.problem(file, e.getMessage());
    }
  }

  private void lacks(SourceMapping mapping, Set<String> columns) {
    absent.computeIfAbsent(mapping, first -> new TreeSet<>(columns)).retainAll(columns);
  }
}
