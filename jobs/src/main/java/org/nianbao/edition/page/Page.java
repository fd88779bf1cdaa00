package org.nianbao.edition.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;

/**
 * One page in the making: a file with everything in it. Whatever comes from exports is put in as
 * text, never as markup; and the browser is told to load nothing, and to run no script but those of
 * this package (Content Security Policy, by their digests).
 */
final class Page {
  private static final String CHARTS = resource("echarts.common.min.js");
  private static final String SCRIPT = resource("page.js");
  private static final String STYLE = resource("page.css");
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; script-src %s %s; base-uri 'none'; form-action 'none'"
          .formatted(digest(CHARTS), digest(SCRIPT));

  private final Document document = new Document("");
  private final Element contents;
  private final Element main;

  /**
   * An empty page.
   *
   * @param subject what it is about, above the title
   */
  Page(String subject, String title) {
    document.appendChild(new DocumentType("html", "", ""));
    Element html = document.appendElement("html").attr("lang", "zh-CN");
    head(html.appendElement("head"), title);
    Element body = html.appendElement("body");
    body.appendElement("a").addClass("skip").attr("href", "#main").text("跳到正文");
    Element header = body.appendElement("header");
    header.appendElement("p").addClass("subject").text(subject);
    header.appendElement("h1").text(title);
    contents = body.appendElement("nav").attr("aria-label", "本页目录").appendElement("ul");
    main = body.appendElement("main").attr("id", "main").attr("tabindex", "-1");
  }

  private static void head(Element head, String title) {
    head.appendElement("meta").attr("charset", "utf-8");
    head.appendElement("meta")
        .attr("http-equiv", "Content-Security-Policy")
        .attr("content", POLICY);
    head.appendElement("meta")
        .attr("name", "viewport")
        .attr("content", "width=device-width, initial-scale=1");
    head.appendElement("meta").attr("name", "color-scheme").attr("content", "light dark");
    head.appendElement("title").text(title);
    head.appendElement("style").appendChild(new DataNode(STYLE));
  }

  /** The part above the contents. */
  Element header() {
    return document.expectFirst("header");
  }

  /** A line below the title. */
  Element lead() {
    return header().appendElement("p").addClass("lead");
  }

  /**
   * Begins a section, to which the contents lead.
   *
   * @param id stable, so that others can link to it
   */
  Element section(String id, String heading) {
    contents.appendElement("li").appendElement("a").attr("href", "#" + id).text(heading);
    Element section = main.appendElement("section").attr("id", id);
    section.attr("aria-labelledby", id + "-heading");
    section.appendElement("h2").attr("id", id + "-heading").text(heading);
    return section;
  }

  /** Writes the page; the same content gives the same bytes. */
  void write(Path file) throws IOException {
    Element body = document.body();
    body.appendElement("script").appendChild(new DataNode(CHARTS));
    body.appendElement("script").appendChild(new DataNode(SCRIPT));
    document.outputSettings().prettyPrint(false).charset(StandardCharsets.UTF_8);
    Files.writeString(file, document.outerHtml());
  }

  private static String digest(String script) {
    byte[] digest = DigestUtils.sha256(script.getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }

  private static String resource(String name) {
    try (InputStream stream = Page.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
