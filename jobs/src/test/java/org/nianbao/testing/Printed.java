package org.nianbao.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Office documents as LibreOffice prints them. Where it is missing, a test is left out. */
public final class Printed {
  private static final int LONGEST_SECONDS = 180;

  private final Path folder;

  /**
   * Prints into a folder of a test's own.
   *
   * @param folder of the pages, and of LibreOffice's profile
   */
  public Printed(Path folder) {
    this.folder = folder;
  }

  /**
   * The text of each page, laid out as it is printed; single blanks, which fonts may add, left out.
   *
   * @param program of LibreOffice that must be there: writer or calc
   */
  public List<String> pages(Path document, String program) throws Exception {
    assumeOnPath(program);
    run(
        "soffice",
        "-env:UserInstallation=" + folder.resolve("office").toUri(),
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder.toString(),
        document.toString());
    String name = document.getFileName().toString();
    Path pdf = folder.resolve(name.substring(0, name.lastIndexOf('.')) + ".pdf");
    String text = run("pdftotext", "-layout", pdf.toString(), "-");
    return List.of(text.replaceAll("(?<=\\S) (?=\\S)", "").split("\f"));
  }

  private String run(String... command) throws IOException, InterruptedException {
    assumeOnPath(command[0]);
    Path log = folder.resolve(command[0] + ".log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    String said = Files.readString(log, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }

  private static void assumeOnPath(String program) {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(path -> Files.isExecutable(Path.of(path, program))),
        program + " is not installed");
  }
}
