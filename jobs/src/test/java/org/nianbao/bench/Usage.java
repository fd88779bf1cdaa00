package org.nianbao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a process has used so far, as {@code /proc} tells.
 *
 * @param command its command line
 * @param kb the most memory that it had resident
 * @param ticks processor time in hundredths of a second, with that of children waited for
 */
record Usage(String command, long kb, long ticks) {
  /** The usage of a process and all that it started. */
  static List<Usage> ofTree(Process process) {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .map(Usage::of)
        .filter(Objects::nonNull)
        .toList();
  }

  /**
   * The memory of all. A process that has forked and not yet begun another program shares its
   * parent's memory and has its command line: it counts once.
   */
  static long kb(List<Usage> tree) {
    return tree.stream()
        .collect(Collectors.toMap(Usage::command, Usage::kb, Math::max))
        .values()
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  static long ticks(List<Usage> tree) {
    return tree.stream().mapToLong(Usage::ticks).sum();
  }

  /** Null if the process has ended, or nobody tells. */
  private static Usage of(ProcessHandle handle) {
    Path process = Path.of("/proc", Long.toString(handle.pid()));
    try {
      String status = Files.readString(process.resolve("status"));
      String stat = Files.readString(process.resolve("stat"));
      return new Usage(
          Files.readString(process.resolve("cmdline")), highWater(status), ticks(stat));
    } catch (IOException e) {
      return null;
    }
  }

  private static long highWater(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }

  /** User and system time, its own and of children: fields 14 to 17, the second is the name. */
  private static long ticks(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Stream.of(11, 12, 13, 14).mapToLong(field -> Long.parseLong(fields[field])).sum();
  }
}
