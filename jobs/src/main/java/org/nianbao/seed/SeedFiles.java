package org.nianbao.seed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the reference lists are read from. */
@FunctionalInterface
public interface SeedFiles {

  /** The text of a file, or empty if there is none of that name. */
  Optional<String> text(String name);

  /** The lists in a folder, as edited by a town. */
  static SeedFiles in(Path folder) {
    return name -> {
      Path file = folder.resolve(name);
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      try {
        return Optional.of(Files.readString(file));
      } catch (IOException e) {
        throw new SeedException(
            List.of(file + " cannot be read as UTF-8 text (" + e.getMessage() + ")"));
      }
    };
  }

  /** The lists that the jar carries, for a cluster where the project's folder is not at hand. */
  static SeedFiles inJar() {
    return name -> {
      try (InputStream stream = SeedFiles.class.getResourceAsStream("/seeds/" + name)) {
        return stream == null
            ? Optional.empty()
            : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new SeedException(List.of(name + " cannot be read from the jar"));
      }
    };
  }
}
