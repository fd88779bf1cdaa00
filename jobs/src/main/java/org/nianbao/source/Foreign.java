package org.nianbao.source;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Formats that hide behind the name of another one, known by their first bytes. */
final class Foreign {
  private static final int SIGHT = 512;

  private Foreign() {}

  /** Refuses what is no text, or a web page. */
  static void refuse(byte[] head) throws UnreadableFileException {
    String found = nameOf(head);
    if (found != null) {
      throw new UnreadableFileException(found);
    }
  }

  private static String nameOf(byte[] head) {
    if (Charsets.startsWith(head, 0x1F, 0x8B)) {
      return "is a gzip archive; let its name end in .gz";
    }
    if (Charsets.startsWith(head, 'P', 'K', 3, 4)) {
      return "is a ZIP archive or an Excel workbook; let its name end in .zip or .xlsx";
    }
    if (isOldOffice(head)) {
      return "is an old Excel workbook (.xls); save it as .xlsx or CSV (UTF-8)";
    }
    if (isParquet(head)) {
      return "is a Parquet file; let its name end in .parquet";
    }
    return isWebPage(head) ? "is a web page (HTML), not a table; export it as CSV or .xlsx" : null;
  }

  /** OLE 2, the container of old Office files and of encrypted new ones. */
  static boolean isOldOffice(byte[] head) {
    return Charsets.startsWith(head, 0xD0, 0xCF, 0x11, 0xE0);
  }

  static boolean isParquet(byte[] head) {
    return Charsets.startsWith(head, 'P', 'A', 'R', '1');
  }

  private static boolean isWebPage(byte[] head) {
    String start =
        new String(head, 0, Math.min(head.length, SIGHT), StandardCharsets.ISO_8859_1)
            .replace("\u00EF\u00BB\u00BF", "")
            .strip()
            .toLowerCase(Locale.ROOT);
    return start.startsWith("<");
  }
}
