package org.nianbao.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One export of the sample.
 *
 * @param name its path below the exports folder
 * @param odd what is odd about it, for the README
 */
record SampleFile(String name, FileForm form, Sheet sheet, String odd) {

  void writeBelow(Path folder) {
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      if (form == FileForm.PARQUET) {
        ParquetFiles.write(file, form.bytes(sheet), sheet);
      } else {
        Files.write(file, form.bytes(sheet));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String readmeRow() {
    return "| `" + name + "` | " + sheet.size() + " | " + form.shown() + " | " + odd + " |";
  }
}
