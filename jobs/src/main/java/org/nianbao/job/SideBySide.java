package org.nianbao.job;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs independent pieces of work at the same time: small Spark jobs leave most of a machine idle
 * while they plan and commit.
 */
final class SideBySide {
  private static final int AT_ONCE = 4;

  private SideBySide() {}

  /** Runs all; if any fails, the first failure is thrown after all have ended. */
  static void run(List<Runnable> pieces) {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<?>> started = new ArrayList<>();
      pieces.forEach(piece -> started.add(threads.submit(piece)));
      for (Future<?> piece : started) {
        piece.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    } finally {
      threads.shutdown();
    }
  }
}
