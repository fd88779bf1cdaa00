package org.nianbao.edition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/** How files are put where people open them: whole or not at all. */
public final class Delivery {
  private static final String PART = ".part";
  private static final String EARLIER = ".earlier";

  /** What a run writes below a folder of deliverables, beside single files. */
  private static final List<String> FOLDERS = List.of("tables", "editions", "compare");

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
    Path part = beside(file, PART);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      content.writeTo(part);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | UncheckedIOException e) {
      throw failed(file, part, e);
    }
  }

  /**
   * The same for a file that nobody but its owner may read, where the file system knows owners.
   *
   * @throws UncheckedIOException naming the file that cannot be written
   */
  static void replaceClosed(Path file, Content content) {
    replace(
        file,
        part -> {
          Files.deleteIfExists(part);
          restrict(Files.createFile(part), "rw-------");
          content.writeTo(part);
        });
  }

  /**
   * Writes a folder beside the one there is and then takes its place. Nobody but its owner may look
   * into it, where the file system knows owners.
   *
   * @throws UncheckedIOException naming the folder that cannot be written
   */
  static void replaceFolder(Path folder, Content content) {
    Path part = beside(folder, PART);
    Path earlier = beside(folder, EARLIER);
    try {
      delete(part);
      delete(earlier);
      Files.createDirectories(part);
      restrict(part, "rwx------");
      content.writeTo(part);
      restrictAll(part);
      if (Files.exists(folder)) {
        Files.move(folder, earlier);
      }
      Files.move(part, folder);
      delete(earlier);
    } catch (IOException | UncheckedIOException e) {
      throw failed(folder, part, e);
    }
  }

  /**
   * Deletes what a process that was killed has left unfinished below a folder of deliverables.
   *
   * @return how many files and folders there were
   */
  public static int sweep(Path out) {
    try {
      List<Path> left = new ArrayList<>(unfinished(out, 1));
      for (String folder : FOLDERS) {
        left.addAll(unfinished(out.resolve(folder), Integer.MAX_VALUE));
      }
      for (Path path : left) {
        delete(path);
      }
      return left.size();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot clean up " + out + ": " + e.getMessage(), e);
    }
  }

  private static List<Path> unfinished(Path folder, int depth) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder, depth)) {
      return paths.filter(path -> isUnfinished(path.getFileName().toString())).toList();
    }
  }

  private static boolean isUnfinished(String name) {
    return name.startsWith(".") && (name.endsWith(PART) || name.endsWith(EARLIER));
  }

  private static Path beside(Path file, String kind) {
    return file.resolveSibling("." + file.getFileName() + kind);
  }

  private static UncheckedIOException failed(Path file, Path part, Exception e) {
    try {
      delete(part);
    } catch (IOException left) {
      e.addSuppressed(left);
    }
    IOException cause = e instanceof IOException io ? io : new IOException(e.getMessage(), e);
    return new UncheckedIOException(
        "Cannot write "
            + file
            + ": "
            + e.getMessage()
            + "; is it open elsewhere, or the disk full? Mend that and run again",
        cause);
  }

  private static void restrictAll(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.toList()) {
        restrict(path, Files.isDirectory(path) ? "rwx------" : "rw-------");
      }
    }
  }

  private static void restrict(Path path, String permissions) {
    PosixFileAttributeView view =
        Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    try {
      if (view != null) {
        view.setPermissions(PosixFilePermissions.fromString(permissions));
      }
    } catch (IOException e) {
      // A share of another system knows no such permissions; it has its own.
      return;
    }
  }

  private static void delete(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      PathUtils.deleteDirectory(path);
    } else {
      Files.deleteIfExists(path);
    }
  }
}
