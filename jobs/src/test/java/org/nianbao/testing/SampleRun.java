package org.nianbao.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.commons.io.file.PathUtils;

/** The main job over the sample exports, run once for all tests that look at what came out. */
public final class SampleRun {
  private SampleRun() {}

  /** The folder of deliverables. */
  public static Path out() {
    return Holder.FOLDER.resolve("out");
  }

  /** The warehouse; whoever writes to it takes a copy. */
  public static Path warehouse() {
    return Holder.FOLDER.resolve("warehouse");
  }

  public static Path exports() {
    return Project.folder().resolve("data-samples/exports");
  }

  private static final class Holder {
    static final Path FOLDER = run();

    private static Path run() {
      try {
        Path folder =
            Project.folder().resolve("jobs/target/sample-run").toAbsolutePath().normalize();
        if (folder.toFile().exists()) {
          PathUtils.deleteDirectory(folder);
        }
        Nianbao run =
            Nianbao.run(
                "run",
                "--exports",
                exports(),
                "--warehouse",
                folder.resolve("warehouse"),
                "--out",
                folder.resolve("out"));
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        return folder;
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
