package org.nianbao.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One run of a process and all that it starts.
 *
 * @param seconds from its start to its end
 * @param cpuSeconds of all processors; to a tenth
 * @param peakMb most memory resident, of the whole tree; 0 where there is no {@code /proc}
 */
record Run(int status, double seconds, double cpuSeconds, long peakMb) {
  private static final int SAMPLE_MILLIS = 200;
  private static final double TICKS = 100;

  /** Runs a command to its end. */
  static Run of(List<String> command, Map<String, String> environment, Path folder, File log)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log);
    builder.environment().putAll(environment);
    long start = System.nanoTime();
    Process process = builder.start();
    long peak = 0;
    double cpu = 0;
    try {
      while (!process.waitFor(SAMPLE_MILLIS, TimeUnit.MILLISECONDS)) {
        List<Usage> tree = Usage.ofTree(process);
        peak = Math.max(peak, Usage.kb(tree));
        cpu = Math.max(cpu, Usage.ticks(tree) / TICKS);
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Run(process.exitValue(), seconds, cpu, peak / 1024);
  }
}
