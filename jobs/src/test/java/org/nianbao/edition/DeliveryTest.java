package org.nianbao.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryTest {
  @TempDir private Path folder;

  @Test
  void shouldKeepTheEarlierFileAndNoHalfOneWhereWritingFails() throws IOException {
    Path file = folder.resolve("tables/fees.csv");
    Delivery.replace(file, part -> Files.writeString(part, "whole"));

    assertThatThrownBy(
            () ->
                Delivery.replace(
                    file,
                    part -> {
                      Files.writeString(part, "ha");
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            "Cannot write %s: No space left on device; is it open elsewhere, or the disk full? Mend that and run again"
                .formatted(file));

    assertThat(file).hasContent("whole");
    assertThat(file.getParent().toFile().list()).containsExactly("fees.csv");
  }

  @Test
  void shouldReplaceAFolderAsAWholeAndCloseItToOthers() throws IOException {
    Path rejects = folder.resolve("rejects");
    Delivery.replaceFolder(rejects, part -> Files.writeString(part.resolve("a.csv"), "1"));
    Delivery.replaceFolder(
        rejects,
        part -> {
          assertThat(rejects.resolve("a.csv")).exists();
          Files.createDirectories(part.resolve("东坑镇"));
          Files.writeString(part.resolve("东坑镇/b.csv"), "2");
        });

    assertThat(rejects.toFile().list()).containsExactly("东坑镇");
    assertThat(folder.toFile().list()).containsExactly("rejects");
    assertThat(permissions(rejects)).isEqualTo("rwx------");
    assertThat(permissions(rejects.resolve("东坑镇"))).isEqualTo("rwx------");
    assertThat(permissions(rejects.resolve("东坑镇/b.csv"))).isEqualTo("rw-------");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
