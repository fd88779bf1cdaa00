package org.nianbao.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimelessZipTest {
  private final TimeZone own = TimeZone.getDefault();

  @AfterEach
  void goHome() {
    TimeZone.setDefault(own);
  }

  @Test
  void shouldGiveTheSameBytesInEveryZone() throws IOException {
    byte[] here = packedIn("Asia/Shanghai");

    assertThat(packedIn("America/New_York")).isEqualTo(here);
    assertThat(packedIn("UTC")).isEqualTo(here);
  }

  private static byte[] packedIn(String zone) throws IOException {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TimelessZip zip = new TimelessZip(bytes)) {
      zip.add("part", new byte[] {1});
    }
    return bytes.toByteArray();
  }
}
