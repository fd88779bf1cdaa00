package org.nianbao.warehouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.ShutdownHookManager;

/**
 * The right to write in a folder, which one process has at a time: a file in it that names who has
 * it. A process that is killed leaves the file behind; the next one on that machine sees that it is
 * gone, and takes over.
 */
public final class Lease implements AutoCloseable {
  /** The name of the file, in plain view: what lies beside it is being written. */
  public static final String FILE = "nianbao.lock";

  /** Who creates the file fills it at once: longer, and its process must have died before. */
  private static final int MOST_LOOKS = 50;

  private static final long PAUSE_MILLIS = 100;

  /** After Spark has stopped (40), before file systems are closed (10). */
  private static final int AFTER_SPARK = 20;

  private static final FsPermission OWNER_ONLY = new FsPermission((short) 0700);

  private final FileSystem files;
  private final Path file;
  private final Deque<Path> made;
  private final Optional<String> abandonedBy;
  private final AtomicBoolean open = new AtomicBoolean(true);
  private final Thread atExit = new Thread(this::close);

  private Lease(FileSystem files, Path file, Deque<Path> made, Optional<String> abandonedBy) {
    this.files = files;
    this.file = file;
    this.made = made;
    this.abandonedBy = abandonedBy;
  }

  /** The full name of a folder, by which two names of one folder are known. */
  public static Path folder(Configuration configuration, Path place) {
    try {
      return place.getFileSystem(configuration).makeQualified(place);
    } catch (IOException e) {
      throw failed(place, e);
    }
  }

  /**
   * Takes the right to write in a folder, which is made if it is not there.
   *
   * @param place a folder of any Hadoop file system
   * @param ownerOnly whether nobody else may look into a folder that is made
   * @throws HeldException if another process has it
   * @throws UncheckedIOException if nothing can be written there
   */
  public static Lease take(
      Configuration configuration, Path place, Holder holder, boolean ownerOnly) {
    try {
      FileSystem files = place.getFileSystem(configuration);
      Path folder = files.makeQualified(place);
      Deque<Path> made = make(files, folder, ownerOnly);
      Path file = new Path(folder, FILE);
      Lease lease = new Lease(files, file, made, taken(files, file, holder));
      lease.releaseAtExit();
      return lease;
    } catch (IOException e) {
      throw failed(place, e);
    }
  }

  private static UncheckedIOException failed(Path place, IOException e) {
    return new UncheckedIOException(
        "Cannot write in %s: %s; check the path, its permissions and the space left"
            .formatted(place, e.getMessage()),
        e);
  }

  /** The process that had it before and ended without giving it back, in words. */
  public Optional<String> abandonedBy() {
    return abandonedBy;
  }

  /** Gives it back. A folder that was made for it and is empty goes, too. */
  @Override
  public void close() {
    if (!open.getAndSet(false)) {
      return;
    }
    try {
      files.delete(file, false);
      while (!made.isEmpty() && isEmpty(made.peek())) {
        files.delete(made.pop(), false);
      }
      if (!ShutdownHookManager.get().isShutdownInProgress()) {
        ShutdownHookManager.get().removeShutdownHook(atExit);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete %s; delete it by hand".formatted(file), e);
    }
  }

  private boolean isEmpty(Path folder) throws IOException {
    return files.exists(folder) && files.listStatus(folder).length == 0;
  }

  /** Of what other machines share, nobody there could tell that this process is gone. */
  private void releaseAtExit() {
    if (!isLocal(file)) {
      ShutdownHookManager.get().addShutdownHook(atExit, AFTER_SPARK);
    }
  }

  /** Makes a folder and those above it; says which were not there, the innermost first. */
  private static Deque<Path> make(FileSystem files, Path folder, boolean ownerOnly)
      throws IOException {
    Deque<Path> missing = new ArrayDeque<>();
    for (Path one = folder; one != null && !files.exists(one); one = one.getParent()) {
      missing.addLast(one);
    }
    if (isLocal(folder)) {
      // Hadoop would close it to others by its own mask.
      Files.createDirectories(java.nio.file.Path.of(folder.toUri().getPath()));
    } else {
      files.mkdirs(folder);
    }
    if (ownerOnly && !missing.isEmpty()) {
      restrict(files, folder);
    }
    return missing;
  }

  private static void restrict(FileSystem files, Path folder) {
    try {
      files.setPermission(folder, OWNER_ONLY);
    } catch (IOException e) {
      // A share of another system knows no such permissions; it has its own.
      return;
    }
  }

  private static Optional<String> taken(FileSystem files, Path file, Holder holder)
      throws IOException {
    Optional<String> gone = Optional.empty();
    for (int look = 0; look < MOST_LOOKS; look++) {
      if (create(files, file, holder.toJson())) {
        return gone;
      }
      byte[] found = read(files, file);
      Optional<Holder> other = Holder.of(found);
      if (other.isPresent() && !other.get().isGone()) {
        throw held(file, other.get());
      }
      boolean last = look == MOST_LOOKS - 2;
      if ((other.isPresent() || last) && remove(files, file, found, last)) {
        gone = other.map(Holder::described).or(() -> Optional.of("another process"));
      } else {
        pause();
      }
    }
    throw new HeldException(
        "Cannot write in %s: others take it again and again; run again when they have ended"
            .formatted(file.getParent()));
  }

  /**
   * Removes what a process that is gone has left. Of several that would, one gets to: else the
   * second would remove what the first has put in its place.
   *
   * @param last whether whoever was at it must have died, too
   */
  private static boolean remove(FileSystem files, Path file, byte[] found, boolean last)
      throws IOException {
    String one = HexFormat.of().toHexDigits(Arrays.hashCode(found));
    Path mark = file.suffix("." + one);
    if (!create(files, mark, new byte[0])) {
      if (last) {
        files.delete(mark, false);
      }
      return false;
    }
    try {
      return Arrays.equals(read(files, file), found) && files.delete(file, false);
    } finally {
      files.delete(mark, false);
    }
  }

  private static HeldException held(Path file, Holder other) {
    String advice =
        other.isHere()
            ? "wait until it has ended, or stop it"
            : "wait until it has ended; if it is no more, which cannot be seen from here, delete "
                + file;
    return new HeldException(
        "Cannot write in %s: %s does; %s".formatted(file.getParent(), other.described(), advice));
  }

  private static boolean create(FileSystem files, Path file, byte[] content) throws IOException {
    try (OutputStream out = open(files, file)) {
      out.write(content);
      return true;
    } catch (FileAlreadyExistsException | org.apache.hadoop.fs.FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      files.delete(file, false);
      throw e;
    }
  }

  /** Creates a file that is not there; Hadoop's own way does not exclude others on a local disk. */
  private static OutputStream open(FileSystem files, Path file) throws IOException {
    return isLocal(file)
        ? Files.newOutputStream(
            java.nio.file.Path.of(file.toUri().getPath()),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE)
        : files.create(file, false);
  }

  private static byte[] read(FileSystem files, Path file) throws IOException {
    try (InputStream in = files.open(file)) {
      return in.readAllBytes();
    } catch (java.io.FileNotFoundException e) {
      return new byte[0];
    }
  }

  private static boolean isLocal(Path file) {
    return "file".equals(file.toUri().getScheme());
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }
}
