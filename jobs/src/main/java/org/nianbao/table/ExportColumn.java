package org.nianbao.table;

import java.io.Serializable;

/**
 * A column that an export may bring.
 *
 * @param field the column of the archive
 * @param content how text becomes a value
 * @param bounded whether a date must lie between 2000 and the day of the run
 * @param kept whether the archive keeps it; what nothing counts is known by its header, and left
 */
public record ExportColumn(Field field, Content content, boolean bounded, boolean kept)
    implements Serializable {

  static ExportColumn of(Field field, Content content) {
    return new ExportColumn(field, content, false, true);
  }

  /** A column that exports have and no figure rests on: it stays out of the archive. */
  static ExportColumn unkept(Field field, Content content) {
    return new ExportColumn(field, content, false, false);
  }

  /** A label, coded by the list of seeds that the field names. */
  static ExportColumn label(Field field) {
    return new ExportColumn(field, Content.LABEL, false, true);
  }

  /** The date or time of an event that has happened: not before 2000, not after the run. */
  static ExportColumn event(Field field, Content content) {
    return new ExportColumn(field, content, true, true);
  }

  public String name() {
    return field.name();
  }

  /** The list of seeds that codes its labels; empty unless the content is a label. */
  public String vocabulary() {
    return field.vocabulary();
  }

  /** Where the exported label is kept when the vocabulary does not know it. */
  public Field unmappedText() {
    return Field.text(
        name() + "_text", field.label() + "（原文）", "The label as exported, when no seed knows it");
  }
}
