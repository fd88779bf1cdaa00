package org.nianbao.table;

import java.io.Serializable;

/**
 * A column that an export may bring.
 *
 * @param field the column of the archive
 * @param content how text becomes a value
 * @param vocabulary the seed that codes its labels; empty unless the content is a label
 * @param bounded whether a date must lie between 2000 and the day of the run
 */
public record ExportColumn(Field field, Content content, String vocabulary, boolean bounded)
    implements Serializable {

  static ExportColumn of(Field field, Content content) {
    return new ExportColumn(field, content, "", false);
  }

  static ExportColumn label(Field field, String vocabulary) {
    return new ExportColumn(field, Content.LABEL, vocabulary, false);
  }

  /** The date or time of an event that has happened: not before 2000, not after the run. */
  static ExportColumn event(Field field, Content content) {
    return new ExportColumn(field, content, "", true);
  }

  public String name() {
    return field.name();
  }

  /** Where the exported label is kept when the vocabulary does not know it. */
  public Field unmappedText() {
    return Field.text(
        name() + "_text", field.label() + "（原文）", "The label as exported, when no seed knows it");
  }
}
