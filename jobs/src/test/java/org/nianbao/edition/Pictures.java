package org.nianbao.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.testing.Browser;
import org.nianbao.testing.Project;
import org.nianbao.testing.SampleRun;

/**
 * The pictures of the README, of the sample's documents: {@code mvn -Ppictures -pl jobs test}.
 * Needs Chromium with its driver, LibreOffice and poppler.
 */
class Pictures {
  private static final Path EDITION = Path.of("editions/东坑镇/2017");
  private static final int LARGEST = 200_000;
  private static final int DOTS_PER_INCH = 75;

  @TempDir private Path folder;

  @Test
  void page() throws IOException {
    try (Browser browser = new Browser()) {
      browser.open(SampleRun.out().resolve(EDITION).resolve("index.html"), 1200, 1440);
      keep("page", browser.picture());
      browser.open(SampleRun.out().resolve("compare/index.html"), 1200, 700);
      keep("ranks", browser.picture());
      keep("coverage", browser.picture("#coverage"));
    }
  }

  @Test
  void draft() throws Exception {
    keep("draft", pageWith("report.docx", "工单类型", "总计"));
  }

  @Test
  void workbook() throws Exception {
    keep("workbook", pageWith("tables.xlsx", "各年分信息类别"));
  }

  /** The first page of a document that has some words. */
  private byte[] pageWith(String document, String... words) throws Exception {
    Path file = SampleRun.out().resolve(EDITION).resolve(document);
    String profile = "-env:UserInstallation=" + folder.resolve("office").toUri();
    run(
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        "" + folder,
        "" + file);
    Path pdf = folder.resolve(document.replaceAll("\\.\\w+$", ".pdf"));
    List<String> pages = List.of(run("pdftotext", "" + pdf, "-").split("\f"));
    int page = 1;
    while (!List.of(words).stream().allMatch(pages.get(page - 1).replaceAll("\\s", "")::contains)) {
      page++;
    }
    String number = String.valueOf(page);
    Path picture = folder.resolve("picture");
    String dots = String.valueOf(DOTS_PER_INCH);
    run(
        "pdftoppm",
        "-png",
        "-singlefile",
        "-r",
        dots,
        "-f",
        number,
        "-l",
        number,
        "" + pdf,
        "" + picture);
    return Files.readAllBytes(folder.resolve("picture.png"));
  }

  private static void keep(String name, byte[] picture) throws IOException {
    assertThat(picture).hasSizeLessThan(LARGEST);
    Path pictures = Project.folder().resolve("jobs/docs/pictures");
    Files.createDirectories(pictures);
    Files.write(pictures.resolve(name + ".png"), picture);
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
    return out;
  }
}
