package org.nianbao.edition.book;

import java.math.BigDecimal;
import java.util.List;
import javax.xml.namespace.QName;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.Grouping;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.xmlbeans.XmlCursor;
import org.nianbao.edition.plot.Plot;
import org.nianbao.fact.Rendering;

/** A plot as a chart of Excel's own, which follows the cells that it draws from. */
final class Drawn {
  private static final int GAP_PER_CENT = 60;
  private static final double LINE_POINTS = 2.25;

  private final XSSFChart chart;
  private final String sheet;
  private final Plot plot;
  private final int header;
  private final XDDFDataSource<String> categories;

  /**
   * Draws into a chart.
   *
   * @param sheet the name of the sheet with the plot's data
   * @param header the row above the plot's data
   */
  Drawn(XSSFChart chart, String sheet, Plot plot, int header) {
    this.chart = chart;
    this.sheet = sheet;
    this.plot = plot;
    this.header = header;
    this.categories =
        XDDFDataSourcesFactory.fromArray(plot.categories().toArray(String[]::new), cells(0), 0);
  }

  void draw() {
    chart.setTitleText(plot.title());
    chart.setTitleOverlay(false);
    chart.displayBlanksAs(DisplayBlanks.GAP);
    switch (plot.kind()) {
      case STACKED_COLUMNS -> bars(BarDirection.COL);
      case BARS -> bars(BarDirection.BAR);
      case LINES -> lines();
    }
    if (plot.series().size() > 1) {
      chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
    }
    ChartLook.finish(chart);
  }

  private void bars(BarDirection direction) {
    boolean upright = direction == BarDirection.COL;
    XDDFCategoryAxis across =
        chart.createCategoryAxis(upright ? AxisPosition.BOTTOM : AxisPosition.LEFT);
    XDDFValueAxis along =
        values(upright ? AxisPosition.LEFT : AxisPosition.BOTTOM, plot.series().get(0));
    if (!upright) {
      across.setOrientation(AxisOrientation.MAX_MIN);
      along.setCrosses(AxisCrosses.MAX);
    }
    XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, across, along);
    data.setBarDirection(direction);
    data.setGapWidth(GAP_PER_CENT);
    boolean stacked = plot.kind() == Plot.Kind.STACKED_COLUMNS;
    data.setBarGrouping(stacked ? BarGrouping.STACKED : BarGrouping.CLUSTERED);
    if (stacked) {
      overlap();
    }
    for (int column = 1; column <= plot.series().size(); column++) {
      series(data, column).setFillProperties(colour(column));
    }
    plotted(data);
  }

  /**
   * Puts the parts of a column above each other; POI's smaller schemas lack the type of this
   * number.
   */
  private void overlap() {
    try (XmlCursor number =
        chart.getCTChart().getPlotArea().getBarChartArray(0).addNewOverlap().newCursor()) {
      number.setAttributeText(new QName("val"), "100");
    }
  }

  private void lines() {
    XDDFCategoryAxis across = chart.createCategoryAxis(AxisPosition.BOTTOM);
    List<Plot.Series> all = plot.series();
    int onFirst = plot.hasTwoUnits() ? all.size() - 1 : all.size();
    line(across, values(AxisPosition.LEFT, all.get(0)), 1, onFirst);
    if (onFirst < all.size()) {
      XDDFCategoryAxis hidden = chart.createCategoryAxis(AxisPosition.BOTTOM);
      hidden.setVisible(false);
      XDDFValueAxis right = values(AxisPosition.RIGHT, all.get(onFirst));
      right.setCrosses(AxisCrosses.MAX);
      hidden.crossAxis(right);
      right.crossAxis(hidden);
      line(hidden, right, all.size(), all.size());
    }
  }

  private void line(XDDFCategoryAxis across, XDDFValueAxis along, int first, int last) {
    XDDFLineChartData data = (XDDFLineChartData) chart.createData(ChartTypes.LINE, across, along);
    data.setGrouping(Grouping.STANDARD);
    for (int column = first; column <= last; column++) {
      XDDFLineChartData.Series line = (XDDFLineChartData.Series) series(data, column);
      XDDFLineProperties properties = new XDDFLineProperties(colour(column));
      properties.setWidth(LINE_POINTS);
      line.setLineProperties(properties);
      line.setSmooth(false);
      line.setMarkerStyle(column == 1 ? MarkerStyle.CIRCLE : MarkerStyle.SQUARE);
      ChartLook.fill(line, colour(column));
    }
    plotted(data);
  }

  private XDDFValueAxis values(AxisPosition position, Plot.Series series) {
    XDDFValueAxis axis = chart.createValueAxis(position);
    axis.setCrossBetween(AxisCrossBetween.BETWEEN);
    boolean percent = series.unit().equals(Rendering.PERCENT);
    axis.setNumberFormat(percent ? "0%" : "#,##0.##");
    if (percent && series.values().stream().allMatch(Drawn::isNoMoreThanAll)) {
      axis.setMaximum(1);
    }
    if (!percent && !series.unit().isEmpty()) {
      axis.setTitle(series.unit());
    }
    if (plot.kind() != Plot.Kind.LINES) {
      axis.setMinimum(0);
    }
    if (position != AxisPosition.RIGHT) {
      ChartLook.rule(axis);
    }
    return axis;
  }

  private static boolean isNoMoreThanAll(BigDecimal rate) {
    return rate == null || rate.compareTo(BigDecimal.ONE) <= 0;
  }

  private XDDFChartData.Series series(XDDFChartData data, int column) {
    XDDFChartData.Series series =
        data.addSeries(
            categories,
            XDDFDataSourcesFactory.fromArray(
                plot.series().get(column - 1).values().stream()
                    .map(value -> value == null ? null : value.doubleValue())
                    .toArray(Double[]::new),
                cells(column),
                column));
    series.setTitle(
        plot.series().get(column - 1).name(), new CellReference(sheet, header, column, true, true));
    return series;
  }

  /** The cells of one column of the plot's data. */
  private String cells(int column) {
    return ChartSheet.cells(plot, header, column).formatAsString(sheet, true);
  }

  private void plotted(XDDFChartData data) {
    data.setVaryColors(false);
    chart.plot(data);
  }

  private static XDDFSolidFillProperties colour(int column) {
    return new XDDFSolidFillProperties(XDDFColor.from(Palette.ofSeries(column - 1)));
  }
}
