package org.nianbao.job;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/**
 * Says which step is under way, one line each, and keeps how long each took. A person at a terminal
 * sees the lines; a log does not.
 */
public final class Progress {
  private final PrintStream terminal;
  private final Clock clock;
  private final SparkSession spark;
  private final Instant started;
  private final Map<String, Duration> timings = new LinkedHashMap<>();

  /**
   * Starts a report of progress.
   *
   * @param terminal where lines go, or null to stay quiet
   */
  public Progress(PrintStream terminal, Clock clock, SparkSession spark) {
    this.terminal = terminal;
    this.clock = clock;
    this.spark = spark;
    this.started = clock.instant();
  }

  /** When the run began. */
  Instant started() {
    return started;
  }

  /** Runs a step under its name, which Spark's own pages show too. */
  public <T> T step(String name, Supplier<T> work) {
    spark.sparkContext().setJobDescription(name);
    Instant start = clock.instant();
    say("… " + name);
    T result = work.get();
    Duration duration = Duration.between(start, clock.instant());
    timings.merge(name, duration, Duration::plus);
    say("✓ %s  %.1f s%n".formatted(name, duration.toMillis() / 1000.0));
    spark.sparkContext().setJobDescription(null);
    return result;
  }

  /** Shows how far a step of many equal parts has come. */
  public void part(String name, int done, int all) {
    int tenths = all == 0 ? 10 : done * 10 / all;
    say("… %s  %s%s %d/%d".formatted(name, "■".repeat(tenths), "□".repeat(10 - tenths), done, all));
  }

  /** Seconds by step, in order. */
  public Map<String, Duration> timings() {
    return timings;
  }

  private void say(String line) {
    if (terminal != null) {
      terminal.print("\r\u001b[K" + line);
      terminal.flush();
    }
  }
}
