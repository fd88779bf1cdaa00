package org.nianbao.edition.book;

import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLineChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLineSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTValAx;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBodyProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.STTextVerticalType;

/** What Excel would else decide by itself: how a chart looks where POI says nothing. */
final class ChartLook {
  private static final int PALE = 0xD9D9D9;

  private ChartLook() {}

  /** Lines across the chart at the steps of an axis. */
  static void rule(XDDFValueAxis axis) {
    axis.getOrAddMajorGridProperties()
        .setLineProperties(
            new XDDFLineProperties(
                new XDDFSolidFillProperties(XDDFColor.from(Palette.bytes(PALE)))));
  }

  /** Gives the marks on a line its colour; Excel would take those of the theme. */
  static void fill(XDDFLineChartData.Series line, XDDFSolidFillProperties colour) {
    CTLineSer series = line.getCTLineSer();
    XDDFShapeProperties mark = new XDDFShapeProperties(series.getMarker().addNewSpPr());
    mark.setFillProperties(colour);
    mark.setLineProperties(new XDDFLineProperties(colour));
  }

  /**
   * Sets square corners, marks on lines, formats of the axes' own, and units to be read upright.
   */
  static void finish(XSSFChart chart) {
    chart.getCTChartSpace().addNewRoundedCorners().setVal(false);
    for (CTLineChart lines : chart.getCTChart().getPlotArea().getLineChartList()) {
      lines.addNewMarker().setVal(true);
    }
    for (CTValAx axis : chart.getCTChart().getPlotArea().getValAxList()) {
      axis.getNumFmt().setSourceLinked(false);
      if (axis.isSetTitle()) {
        CTTextBodyProperties unit = axis.getTitle().getTx().getRich().getBodyPr();
        unit.setRot(0);
        unit.setVert(STTextVerticalType.HORZ);
      }
    }
  }
}
