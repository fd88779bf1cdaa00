package org.nianbao.edition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLDocument;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackageProperties;

/** Office documents as files: the same content, the same bytes. */
public final class OfficeFile {
  private OfficeFile() {}

  /** Writes what a document holds. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes a document under a title, and without the moment at which it was made. */
  public static void write(POIXMLDocument document, String title, Path file) throws IOException {
    write(document, document::write, title, file);
  }

  /**
   * Writes a document of which some parts are not kept in it.
   *
   * @param content all of it
   */
  public static void write(POIXMLDocument document, Content content, String title, Path file)
      throws IOException {
    describe(document, title);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    content.writeTo(bytes);
    try (OutputStream out = Files.newOutputStream(file)) {
      TimelessZip.repack(bytes.toByteArray(), out);
    }
  }

  private static void describe(POIXMLDocument document, String title) throws IOException {
    Optional<Date> moment = Optional.of(Date.from(TimelessZip.MOMENT.toInstant(ZoneOffset.UTC)));
    try {
      PackageProperties properties = document.getPackage().getPackageProperties();
      properties.setTitleProperty(title);
      properties.setCreatedProperty(moment);
      properties.setModifiedProperty(moment);
    } catch (InvalidFormatException e) {
      throw new IOException(e);
    }
  }
}
