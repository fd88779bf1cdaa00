package org.nianbao.edition.book;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A workbook read back without the library that wrote it. */
final class ReadBook {
  private final Map<String, Map<Integer, Map<Integer, Cell>>> sheets = new LinkedHashMap<>();
  private final Map<String, Document> charts = new TreeMap<>();
  private final Map<String, Document> parts = new TreeMap<>();

  /**
   * A reference of a chart to cells.
   *
   * @param values what the chart keeps of them, by place; a place that is left out has none
   */
  record Drawn(String cells, Map<Integer, String> values) {}

  ReadBook(Path file) throws Exception {
    try (InputStream in = Files.newInputStream(file);
        ReadableWorkbook workbook = new ReadableWorkbook(in);
        Stream<Sheet> all = workbook.getSheets()) {
      for (Sheet sheet : all.toList()) {
        sheets.put(sheet.getName(), cells(sheet));
      }
    }
    DocumentBuilderFactory documents = DocumentBuilderFactory.newInstance();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry part : zip.stream().toList()) {
        boolean chart = part.getName().startsWith("xl/charts/chart");
        if (chart || part.getName().startsWith("xl/worksheets/sheet")) {
          Document xml = documents.newDocumentBuilder().parse(zip.getInputStream(part));
          (chart ? charts : parts).put(part.getName(), xml);
        }
      }
    }
  }

  private static Map<Integer, Map<Integer, Cell>> cells(Sheet sheet) throws IOException {
    Map<Integer, Map<Integer, Cell>> rows = new TreeMap<>();
    sheet
        .read()
        .forEach(
            row ->
                row.stream()
                    .filter(cell -> cell != null)
                    .forEach(
                        cell ->
                            rows.computeIfAbsent(row.getRowNum() - 1, any -> new TreeMap<>())
                                .put(cell.getColumnIndex(), cell)));
    return rows;
  }

  List<String> sheets() {
    return List.copyOf(sheets.keySet());
  }

  /** The number of rows up to the last one with a cell. */
  int height(String sheet) {
    return sheets.get(sheet).keySet().stream().mapToInt(row -> row + 1).max().orElse(0);
  }

  /** A cell, or null. */
  Cell at(String sheet, int row, int column) {
    return sheets.get(sheet).getOrDefault(row, Map.of()).get(column);
  }

  String text(String sheet, int row, int column) {
    Cell cell = at(sheet, row, column);
    return cell == null ? "" : cell.getText();
  }

  /** The texts of a row. */
  List<String> texts(String sheet, int row) {
    return sheets.get(sheet).getOrDefault(row, Map.of()).values().stream()
        .map(Cell::getText)
        .toList();
  }

  Map<String, Document> charts() {
    return charts;
  }

  /** The elements of a name in all sheets. */
  List<Element> inSheets(String name) {
    return parts.values().stream().flatMap(part -> elements(part, name).stream()).toList();
  }

  static List<Element> elements(Document xml, String name) {
    NodeList found = xml.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  /** What a chart draws from. */
  List<Drawn> drawn(Document chart) {
    List<Drawn> all = new ArrayList<>();
    for (Element formula : elements(chart, "c:f")) {
      Element reference = (Element) formula.getParentNode();
      Map<Integer, String> values = new TreeMap<>();
      NodeList points = reference.getElementsByTagName("c:pt");
      for (int i = 0; i < points.getLength(); i++) {
        Element point = (Element) points.item(i);
        values.put(Integer.valueOf(point.getAttribute("idx")), point.getTextContent());
      }
      all.add(new Drawn(formula.getTextContent(), values));
    }
    return all;
  }

  /** The cells of a reference, in their order; null where there is none. */
  List<Cell> cells(String reference) {
    List<Cell> cells = new ArrayList<>();
    AreaReference area = new AreaReference(reference, SpreadsheetVersion.EXCEL2007);
    for (CellReference one : area.getAllReferencedCells()) {
      cells.add(at(one.getSheetName(), one.getRow(), one.getCol()));
    }
    return cells;
  }
}
