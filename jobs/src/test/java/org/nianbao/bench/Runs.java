package org.nianbao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.nianbao.testing.CsvRows;

/**
 * The measured runs, kept in a file to which each is added: a measurement goes on where it was
 * broken off.
 */
final class Runs {
  private static final String HEADER = "case,contender,seconds,cpu_seconds,peak_mb,load,agrees\n";

  private final Path file;

  Runs(Path file) {
    this.file = file;
  }

  /**
   * Adds a run.
   *
   * @param load how many processes wanted a processor when it began
   */
  void add(String name, Contender contender, Run run, double load, String agrees)
      throws IOException {
    if (!Files.exists(file)) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, HEADER);
    }
    String line =
        "\"%s\",%s,%.2f,%.1f,%d,%.1f,%s%n"
            .formatted(
                name,
                contender.label(),
                run.seconds(),
                run.cpuSeconds(),
                run.peakMb(),
                load,
                agrees);
    Files.writeString(file, line, StandardOpenOption.APPEND);
  }

  /** The runs of a contender in a case. */
  List<Map<String, String>> of(String name, String contender) {
    return Files.exists(file)
        ? CsvRows.of(file).stream()
            .filter(row -> row.get("case").equals(name))
            .filter(row -> row.get("contender").equals(contender))
            .toList()
        : List.of();
  }

  /** The median of a quantity; of none, nothing. */
  OptionalDouble median(String name, String contender, String quantity) {
    double[] values =
        of(name, contender).stream()
            .mapToDouble(row -> Double.parseDouble(row.get(quantity)))
            .sorted()
            .toArray();
    return values.length == 0
        ? OptionalDouble.empty()
        : DoubleStream.of(values)
            .skip((values.length - 1) / 2)
            .limit(values.length % 2 == 1 ? 1 : 2)
            .average();
  }
}
