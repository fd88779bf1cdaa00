package org.nianbao.edition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.commons.io.file.PathUtils;

/** How files are put where people open them: whole or not at all. */
public final class Delivery {
  private Delivery() {}

  /** Writes a file's content. */
  @FunctionalInterface
  public interface Content {
    void writeTo(Path file) throws IOException;
  }

  /**
   * Writes beside the file and then takes its place, so that nobody ever sees half of it.
   *
   * @throws UncheckedIOException naming the file that cannot be written
   */
  public static void replace(Path file, Content content) {
    Path part = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      content.writeTo(part);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write "
              + file
              + ": "
              + e.getMessage()
              + "; is it open elsewhere, or the disk full?",
          e);
    }
  }

  /**
   * Writes a folder beside the one there is and then takes its place.
   *
   * @throws UncheckedIOException naming the folder that cannot be written
   */
  static void replaceFolder(Path folder, Content content) {
    Path part = folder.resolveSibling("." + folder.getFileName() + ".part");
    try {
      delete(part);
      Files.createDirectories(part);
      content.writeTo(part);
      delete(folder);
      Files.move(part, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write " + folder + ": " + e.getMessage() + "; is a file in it open elsewhere?",
          e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      PathUtils.deleteDirectory(folder);
    }
  }
}
