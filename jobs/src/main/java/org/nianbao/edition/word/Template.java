package org.nianbao.edition.word;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.poi.EmptyFileException;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRelation;
import org.apache.xmlbeans.XmlException;
import org.nianbao.edition.TimelessZip;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBody;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;

/**
 * What a draft looks like: the styles, page, headers and footers of a Word document. Its text is
 * left out, so that a draft that was made before is a template, too.
 */
public final class Template {
  /** The parts of the template that comes with the job, in the order of the archive. */
  private static final List<String> PARTS =
      List.of(
          "[Content_Types].xml",
          "_rels/.rels",
          "docProps/core.xml",
          "word/document.xml",
          "word/_rels/document.xml.rels",
          "word/styles.xml",
          "word/settings.xml",
          "word/fontTable.xml",
          "word/footer1.xml");

  private final byte[] empty;
  private final String digest;
  private final Map<Style, String> styles;

  private Template(byte[] empty, String digest, Map<Style, String> styles) {
    this.empty = empty;
    this.digest = digest;
    this.styles = styles;
  }

  /** The template that comes with the job. */
  public static Template standard() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TimelessZip zip = new TimelessZip(bytes)) {
      for (String part : PARTS) {
        try (InputStream content = Template.class.getResourceAsStream("template/" + part)) {
          zip.add(part, content.readAllBytes());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      return of(bytes.toByteArray());
    } catch (TemplateException e) {
      throw new IllegalStateException("The jar's own template is broken", e);
    }
  }

  /**
   * A file as a template.
   *
   * @throws TemplateException if it is no Word document or lacks a style
   */
  public static Template of(byte[] bytes) throws TemplateException {
    try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(bytes))) {
      if (!XWPFRelation.DOCUMENT.getContentType().equals(word.getPackagePart().getContentType())) {
        throw new TemplateException("it is no plain Word document; save it as .docx");
      }
      Map<Style, String> styles = styles(word);
      leaveTextOut(word);
      ByteArrayOutputStream empty = new ByteArrayOutputStream();
      word.write(empty);
      return new Template(empty.toByteArray(), DigestUtils.sha256Hex(bytes), styles);
    } catch (IOException
        | XmlException
        | EmptyFileException
        | POIXMLException
        | OpenXML4JRuntimeException
        | UnsupportedFileFormatException e) {
      throw new TemplateException("it is no Word document; save it as .docx");
    }
  }

  private static Map<Style, String> styles(XWPFDocument word)
      throws IOException, XmlException, TemplateException {
    Map<Style, String> ids = new EnumMap<>(Style.class);
    if (word.getStyles() != null) {
      for (CTStyle style : word.getStyle().getStyleList()) {
        for (Style one : Style.values()) {
          if (style.isSetName() && one.isCalled(style.getName().getVal())) {
            ids.put(one, style.getStyleId());
          }
        }
      }
    }
    String missing =
        Stream.of(Style.values())
            .filter(style -> !ids.containsKey(style))
            .map(Style::shown)
            .collect(Collectors.joining("、"));
    if (!missing.isEmpty()) {
      throw new TemplateException(
          "it lacks the styles %s; start from a draft that was made without --template"
              .formatted(missing));
    }
    return ids;
  }

  /** Keeps the page alone: its size and margins, headers and footers. */
  private static void leaveTextOut(XWPFDocument word) {
    CTBody body = word.getDocument().getBody();
    CTSectPr page = body.isSetSectPr() ? (CTSectPr) body.getSectPr().copy() : null;
    CTBody blank = CTBody.Factory.newInstance();
    if (page != null) {
      blank.setSectPr(page);
    }
    word.getDocument().setBody(blank);
  }

  /** Equal for the same template. */
  public String digest() {
    return digest;
  }

  /** A document without text, to write into. */
  XWPFDocument open() throws IOException {
    return new XWPFDocument(new ByteArrayInputStream(empty));
  }

  String id(Style style) {
    return styles.get(style);
  }
}
