package org.nianbao.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes workbooks part by part, so that tests can say exactly what Excel would have stored. */
public final class Workbook {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";

  private final Map<String, String> sheets = new LinkedHashMap<>();
  private boolean from1904;

  /** Adds a sheet by the XML of its rows. */
  public Workbook sheet(String name, String... rows) {
    sheets.put(name, String.join("", rows));
    return this;
  }

  Workbook from1904() {
    from1904 = true;
    return this;
  }

  /** A row of texts; an empty text is no cell at all. */
  public static String texts(int row, String... texts) {
    StringBuilder cells = new StringBuilder();
    for (int i = 0; i < texts.length; i++) {
      if (!texts[i].isEmpty()) {
        cells.append(cell(row, i, "inlineStr", "<is><t>" + texts[i] + "</t></is>"));
      }
    }
    return row(row, cells.toString());
  }

  static String row(int row, String cells) {
    return "<row r=\"" + row + "\">" + cells + "</row>";
  }

  static String cell(int row, int column, String type, String content) {
    return "<c r=\"" + (char) ('A' + column) + row + "\" t=\"" + type + "\">" + content + "</c>";
  }

  public Path write(Path file) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      StringBuilder types = new StringBuilder();
      StringBuilder entries = new StringBuilder();
      StringBuilder relations = new StringBuilder();
      int number = 0;
      for (Map.Entry<String, String> sheet : sheets.entrySet()) {
        number++;
        String part = "xl/worksheets/sheet" + number + ".xml";
        String kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
        types.append(override(part, kind));
        entries.append(
            "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>"
                .formatted(sheet.getKey(), number, number));
        relations.append(
            relation("rId" + number, "worksheet", "worksheets/sheet" + number + ".xml"));
        put(
            zip,
            part,
            "<worksheet xmlns=\""
                + MAIN
                + "\"><sheetData>"
                + sheet.getValue()
                + "</sheetData></worksheet>");
      }
      String kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
      put(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\""
              + PACKAGE
              + "/content-types\">"
              + override("xl/workbook.xml", kind)
              + types
              + "</Types>");
      put(zip, "_rels/.rels", relationships(relation("rId1", "officeDocument", "xl/workbook.xml")));
      put(zip, "xl/_rels/workbook.xml.rels", relationships(relations.toString()));
      put(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\""
              + MAIN
              + "\" xmlns:r=\""
              + OFFICE
              + "\"><workbookPr date1904=\""
              + (from1904 ? 1 : 0)
              + "\"/><sheets>"
              + entries
              + "</sheets></workbook>");
    }
    return file;
  }

  private static String override(String part, String kind) {
    return "<Override PartName=\"/" + part + "\" ContentType=\"" + kind + "\"/>";
  }

  private static String relation(String id, String kind, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, OFFICE, kind, target);
  }

  private static String relationships(String relations) {
    return "<Relationships xmlns=\""
        + PACKAGE
        + "/relationships\">"
        + relations
        + "</Relationships>";
  }

  private static void put(ZipOutputStream zip, String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(
        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(StandardCharsets.UTF_8));
  }
}
