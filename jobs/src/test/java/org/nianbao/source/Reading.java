package org.nianbao.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nianbao.seed.ColumnAliases;
import org.nianbao.testing.Project;
import org.nianbao.testing.Spark;

/** Finds, recognises and reads exports as a run does, and says every record in one line. */
final class Reading {
  private static final ColumnAliases ALIASES = Project.seeds().columnAliases();

  private Reading() {}

  static Discovery find(Path path) {
    return Discovery.of(
        List.of(path.toString()), Spark.session().sparkContext().hadoopConfiguration());
  }

  static Export recognise(SourceFile file) throws UnreadableFileException {
    return new Recognition(Spark.session(), ALIASES).recognise(file);
  }

  /** The one export below a path. */
  static Export only(Path path) throws UnreadableFileException {
    List<SourceFile> files = find(path).files();
    if (files.size() != 1) {
      throw new IllegalArgumentException(files.toString());
    }
    return recognise(files.get(0));
  }

  static List<String> read(Export... exports) {
    RecordFunction<String> say =
        (export, records) -> {
          List<String> said = new ArrayList<>();
          records.forEachRemaining(
              record -> said.add(record.number() + ": " + String.join("|", record.cells())));
          return said.iterator();
        };
    return new ExportReader(Spark.session()).map(List.of(exports), say).collect();
  }
}
