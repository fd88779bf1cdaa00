package org.nianbao.testing;

import java.nio.file.Path;
import org.nianbao.seed.SeedFiles;
import org.nianbao.seed.Seeds;

/** The project's own files, wherever the tests run. */
public final class Project {
  private Project() {}

  public static Path folder() {
    return Path.of(System.getProperty("nianbao.home", ".."));
  }

  public static SeedFiles seedFiles() {
    return SeedFiles.in(folder().resolve("seeds"));
  }

  public static Seeds seeds() {
    return Seeds.read(seedFiles());
  }
}
