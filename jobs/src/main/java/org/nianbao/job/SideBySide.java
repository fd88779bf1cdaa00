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
      RuntimeException failure = null;
      for (Future<?> piece : started) {
        try {
          piece.get();
        } catch (ExecutionException e) {
          failure = failure == null ? cause(e) : failure;
        }
      }
      if (failure != null) {
        throw failure;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    } finally {
      threads.shutdown();
    }
  }

  /** What a piece failed with. */
  static RuntimeException cause(ExecutionException e) {
    return e.getCause() instanceof RuntimeException failure
        ? failure
        : new IllegalStateException(e.getCause());
  }
}
