package org.nianbao.sample;

import java.util.ArrayList;
import java.util.List;

/** A yearly number that a town types in because no export yields it. */
record Declared(
    String town,
    int year,
    String measure,
    String member,
    int value,
    String unit,
    boolean approximate,
    String note) {

  /** What a town declares for a year: its newspaper, if it has one, and that it took no fees. */
  static List<Declared> of(Volume volume) {
    List<Declared> figures = new ArrayList<>();
    if (volume.press() > 0) {
      figures.add(
          new Declared(
              volume.town(),
              volume.year(),
              "主动公开政府信息",
              "电视报刊",
              volume.press(),
              "条",
              true,
              "电视台、报刊统计"));
    }
    figures.add(new Declared(volume.town(), volume.year(), "政府信息公开收费", "", 0, "元", false, "未收取费用"));
    return figures;
  }
}
