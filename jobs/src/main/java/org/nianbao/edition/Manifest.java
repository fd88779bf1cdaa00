package org.nianbao.edition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * {@code OUT/SHA256SUMS}: the digest of every delivered file, in the form that {@code sha256sum -c}
 * reads. A file that this run did not write keeps the digest of the run that did: what somebody
 * changed in between shows.
 */
public final class Manifest {
  public static final String NAME = "SHA256SUMS";

  /**
   * Where deliverables go; beside these a town may keep files of its own. {@code run.json} tells of
   * a run, and differs between runs that deliver the same.
   */
  private static final List<String> DELIVERED = List.of("tables", "rejects", "editions", "compare");

  /** Written whole by every delivery: what is gone from there was repaired. */
  private static final String REJECTS = "rejects/";

  private static final String SEPARATOR = "  ";

  private final Path out;
  private final Map<String, String> earlier;
  private final FileTime since;

  private Manifest(Path out, Map<String, String> earlier, FileTime since) {
    this.out = out;
    this.earlier = earlier;
    this.since = since;
  }

  /** Notes where a run begins to write, by the clock of the file system. */
  public static Manifest begin(Path out) {
    Path mark = out.resolve("." + NAME + ".begun");
    try {
      Files.createDirectories(out);
      Files.writeString(mark, "");
      Manifest manifest = new Manifest(out, read(out), Files.getLastModifiedTime(mark));
      Files.delete(mark);
      return manifest;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write into " + out + ": " + e.getMessage(), e);
    }
  }

  /** Writes the manifest of all that lies there now. */
  public void write() {
    Map<String, String> sums = new TreeMap<>(earlier);
    Map<String, Path> files = delivered(out);
    sums.keySet().removeIf(name -> name.startsWith(REJECTS) && !files.containsKey(name));
    try {
      for (Map.Entry<String, Path> file : files.entrySet()) {
        boolean written = Files.getLastModifiedTime(file.getValue()).compareTo(since) >= 0;
        if (written || !earlier.containsKey(file.getKey())) {
          sums.put(file.getKey(), sha256(file.getValue()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read what was written: " + e.getMessage(), e);
    }
    String text =
        sums.entrySet().stream()
            .map(sum -> sum.getValue() + SEPARATOR + sum.getKey() + "\n")
            .collect(Collectors.joining());
    Delivery.replace(out.resolve(NAME), part -> Files.writeString(part, text));
  }

  /** Digest by file, as the last run left it; empty where there is no manifest. */
  public static Map<String, String> read(Path out) {
    Map<String, String> sums = new TreeMap<>();
    try {
      if (Files.isRegularFile(out.resolve(NAME))) {
        for (String line : Files.readAllLines(out.resolve(NAME))) {
          int separator = line.indexOf(SEPARATOR);
          if (separator > 0) {
            sums.put(line.substring(separator + SEPARATOR.length()), line.substring(0, separator));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + out.resolve(NAME), e);
    }
    return sums;
  }

  /** The files that lie where runs write, by their name below the folder. */
  public static Map<String, Path> delivered(Path out) {
    Map<String, Path> files = new TreeMap<>();
    for (String part : DELIVERED) {
      Path path = out.resolve(part);
      if (Files.exists(path)) {
        try (Stream<Path> all = Files.walk(path)) {
          all.filter(Files::isRegularFile)
              .filter(file -> !file.getFileName().toString().endsWith(".part"))
              .forEach(file -> files.put(out.relativize(file).toString().replace('\\', '/'), file));
        } catch (IOException e) {
          throw new UncheckedIOException("Cannot list " + path, e);
        }
      }
    }
    return files;
  }

  public static String sha256(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return DigestUtils.sha256Hex(stream);
    }
  }
}
