package org.nianbao.edition.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.nianbao.edition.TimelessZip;

class TemplateTest {
  @Test
  void shouldBringAllStylesItself() {
    Template template = Template.standard();

    for (Style style : Style.values()) {
      assertThat(template.id(style)).as(style.shown()).isNotEmpty();
    }
    assertThat(template.digest()).isEqualTo(Template.standard().digest());
  }

  @Test
  void shouldNameTheStylesThatAFileLacks() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XWPFDocument word = new XWPFDocument()) {
      word.createStyles();
      word.write(bytes);
    }

    refused(bytes.toByteArray(), "it lacks the styles 标题、标题 1、标题 2、年报正文、题注");
  }

  @Test
  void shouldRefuseWhatIsNoWordDocument() throws IOException {
    refused("<html>".getBytes(StandardCharsets.UTF_8), "it is no Word document");
    refused(new byte[0], "it is no Word document");
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (TimelessZip parts = new TimelessZip(zip)) {
      parts.add("notes.txt", new byte[] {1});
    }
    refused(zip.toByteArray(), "it is no Word document");
  }

  private static void refused(byte[] bytes, String sentence) {
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> Template.of(bytes))
        .withMessageStartingWith(sentence);
  }
}
