package org.nianbao.source;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/**
 * One kind of work on the bytes of a stream, done in their order on a thread of its own, a few
 * buffers behind the reader. How far behind is counted in buffers and not in time: the same bytes
 * fail at the same read, however many processors there are.
 */
final class InTurn {
  private static final int MOST_BEHIND = 4;

  /** Fewer bytes are done with sooner than another thread could begin. */
  private static final int WORTH_A_THREAD = 1 << 13;

  /** Files are read one after the other, and digested and decoded at the same time. */
  private static final Executor THREADS = new ForkJoinPool(2);

  private final Work work;
  private final Queue<CompletableFuture<Void>> behind = new ArrayDeque<>();
  private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

  InTurn(Work work) {
    this.work = work;
  }

  /**
   * Hands over the next bytes, which nobody may change from now on.
   *
   * @throws IOException if the work failed on bytes before them
   */
  void take(byte[] bytes) throws IOException {
    if (bytes.length < WORTH_A_THREAD) {
      finish();
      work.on(bytes);
      return;
    }
    while (behind.size() >= MOST_BEHIND) {
      await(behind.remove());
    }
    last = last.thenRunAsync(() -> run(bytes), THREADS);
    behind.add(last);
  }

  /**
   * Waits until nothing is left to do.
   *
   * @throws IOException if the work failed
   */
  void finish() throws IOException {
    behind.clear();
    await(last);
  }

  private void run(byte[] bytes) {
    try {
      work.on(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(CompletableFuture<Void> done) throws IOException {
    try {
      done.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UncheckedIOException failure) {
        throw failure.getCause();
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the reading was interrupted");
    }
  }

  /** What is done with each buffer. */
  @FunctionalInterface
  interface Work {
    void on(byte[] bytes) throws IOException;
  }
}
