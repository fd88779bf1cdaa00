package org.nianbao.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nianbao.testing.Project;

/** Who gets the figures out of exports. */
enum Contender {
  NIANBAO {
    @Override
    List<String> command(Path folder) {
      return List.of(
          Project.folder().resolve("nianbao").toAbsolutePath().normalize().toString(),
          "run",
          "--warehouse",
          folder.resolve("warehouse").toString());
    }
  },
  SPARK {
    @Override
    List<String> command(Path folder) throws IOException {
      List<String> command = java();
      Path options = Project.folder().resolve("jobs/target/java.options");
      command.add(1, "@" + options.toAbsolutePath().normalize());
      return command;
    }
  },
  DUCKDB {
    @Override
    List<String> command(Path folder) {
      return java();
    }
  };

  /** Everybody judges as of the same day. */
  private static final String AS_OF = "2023-06-01";

  abstract List<String> command(Path folder) throws IOException;

  /** The whole command: from exports to tables below {@code folder/out}. */
  List<String> command(List<Path> exports, Path folder) throws IOException {
    List<String> command = new ArrayList<>(command(folder));
    command.add("--exports");
    exports.forEach(path -> command.add(path.toString()));
    command.addAll(List.of("--out", folder.resolve("out").toString(), "--as-of", AS_OF));
    return command;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<String> java() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ArrayList<>(
        List.of(
            java,
            "-Dnianbao.home=" + Project.folder().toAbsolutePath().normalize(),
            "-cp",
            System.getProperty("java.class.path"),
            Bench.class.getName(),
            label()));
  }
}
