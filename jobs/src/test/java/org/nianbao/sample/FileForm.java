package org.nianbao.sample;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** How systems write their exports. */
enum FileForm {
  GB18030("GB18030, CRLF", "GB18030", "", ",", "\r\n"),
  GB18030_SEMICOLON("GB18030, CRLF, `;`", "GB18030", "", ";", "\r\n"),
  UTF8_MARKED("UTF-8 with BOM, CRLF", "UTF-8", "\uFEFF", ",", "\r\n"),
  UTF8("UTF-8, LF", "UTF-8", "", ",", "\n"),
  PARQUET("Parquet", "UTF-8", "", ",", "\n");

  private final String shown;
  private final String charset;
  private final String mark;
  private final String delimiter;
  private final String lineEnd;

  FileForm(String shown, String charset, String mark, String delimiter, String lineEnd) {
    this.shown = shown;
    this.charset = charset;
    this.mark = mark;
    this.delimiter = delimiter;
    this.lineEnd = lineEnd;
  }

  String shown() {
    return shown;
  }

  /** The bytes of a text file; of Parquet, those of the table that it is made from. */
  byte[] bytes(Sheet sheet) {
    StringBuilder text = new StringBuilder(mark);
    for (List<String> line : sheet.lines()) {
      text.append(line.stream().map(this::quoted).collect(Collectors.joining(delimiter)));
      text.append(lineEnd);
    }
    Charset encoding = charset.equals("UTF-8") ? StandardCharsets.UTF_8 : Charset.forName(charset);
    return text.toString().getBytes(encoding);
  }

  private String quoted(String cell) {
    boolean plain = !cell.contains(delimiter) && !cell.contains("\"") && !cell.contains("\n");
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
