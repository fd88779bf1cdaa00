package org.nianbao.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A .zip file on any Hadoop file system, read where it lies; nothing is ever unpacked to disk. */
final class ZipArchive {
  /** A town's exports of all years are some dozens of files. */
  private static final int MOST_ENTRIES = 1000;

  private ZipArchive() {}

  /**
   * The size of each file in an archive, by its name.
   *
   * @throws IOException if it is no archive
   */
  static Map<String, Long> list(Path archive, Configuration configuration) throws IOException {
    try (ZipFile zip = open(archive, configuration)) {
      Map<String, Long> sizes = new LinkedHashMap<>();
      zip.stream()
          .filter(entry -> !entry.isDirectory())
          .forEach(entry -> sizes.putIfAbsent(name(entry), entry.getSize()));
      if (sizes.size() > MOST_ENTRIES) {
        throw new IOException("it has more than " + MOST_ENTRIES + " files");
      }
      return sizes;
    }
  }

  /** The bytes of one file; closing them closes the archive. */
  static InputStream entry(Path archive, String name, Configuration configuration)
      throws IOException {
    ZipFile zip = open(archive, configuration);
    try {
      ZipArchiveEntry entry =
          zip.stream()
              .filter(candidate -> name(candidate).equals(name))
              .findFirst()
              .orElseThrow(() -> new IOException("the archive has no " + name));
      if (entry.getGeneralPurposeBit().usesEncryption()) {
        throw new IOException("it is encrypted; unpack it first");
      }
      return new FilterInputStream(
          new Bounded(zip.getInputStream(entry), entry.getCompressedSize())) {
        @Override
        public void close() throws IOException {
          super.close();
          zip.close();
        }
      };
    } catch (IOException e) {
      zip.close();
      throw e;
    }
  }

  private static ZipFile open(Path archive, Configuration configuration) throws IOException {
    FileSystem fileSystem = archive.getFileSystem(configuration);
    long size = fileSystem.getFileStatus(archive).getLen();
    return ZipFile.builder()
        .setSeekableByteChannel(new HadoopChannel(fileSystem.open(archive), size))
        .get();
  }

  /** Windows writes names in GBK where it does not say UTF-8, and backslashes between parts. */
  private static String name(ZipArchiveEntry entry) {
    String name;
    try {
      ByteBuffer raw = ByteBuffer.wrap(entry.getRawName());
      name = Dialect.strict(StandardCharsets.UTF_8).decode(raw).toString();
    } catch (CharacterCodingException e) {
      name = new String(entry.getRawName(), Charset.forName("GB18030"));
    }
    return name.replace('\\', '/');
  }
}
