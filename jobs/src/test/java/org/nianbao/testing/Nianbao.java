package org.nianbao.testing;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.nianbao.cli.Main;

/**
 * One command, run as a user would, in the session that all tests share.
 *
 * @param status its exit status
 * @param out what it said on standard output
 * @param err what it said on standard error
 */
public record Nianbao(int status, String out, String err) {
  /** A day after all samples, so that every year is over. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2023-06-01T00:00:00Z"), ZoneOffset.UTC);

  public static synchronized Nianbao run(Object... args) {
    Spark.session();
    PrintStream systemOut = System.out;
    PrintStream systemErr = System.err;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      List<String> words = new ArrayList<>();
      for (Object arg : args) {
        words.add(arg.toString());
      }
      int status = Main.run(words.toArray(String[]::new), CLOCK);
      return new Nianbao(
          status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(systemOut);
      System.setErr(systemErr);
    }
  }
}
