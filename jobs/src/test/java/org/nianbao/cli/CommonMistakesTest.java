package org.nianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.testing.Markdown;
import org.nianbao.testing.Nianbao;
import org.nianbao.testing.Project;
import org.nianbao.testing.Spark;
import org.nianbao.warehouse.Holder;
import org.nianbao.warehouse.Lease;

/**
 * The mistakes of newcomers, made one by one: what is said stands in both READMEs, word by word.
 */
class CommonMistakesTest {
  private static final String TICKETS = "工单编号,工单类型,工单来源,受理时间,镇街\n";
  private static final String OLD_WORKBOOK = "d0cf11e0a1b11ae1";

  @TempDir private Path folder;

  @Test
  void shouldSayWhatTheReadmesSay() throws IOException {
    List<String> said = new ArrayList<>(provoked());
    List<String> english = messages("README.md", "When something goes wrong");

    assertThat(messages("README.zh-CN.md", "出错时")).isEqualTo(english);
    for (String message : english) {
      if (!isOfTheLauncher(message)) {
        assertThat(said).as(message).anyMatch(pattern(message).asMatchPredicate());
      }
    }
    assertThat(said)
        .allSatisfy(
            line ->
                assertThat(english).anyMatch(message -> pattern(message).matcher(line).matches()));
  }

  private static List<String> messages(String readme, String heading) {
    List<String> messages = Markdown.of(readme).section(heading).codeInFirstCells();
    assertThat(messages).hasSizeGreaterThan(12);
    return messages;
  }

  /** What the launcher says has a test of its own; here its text must have the sentence. */
  private static boolean isOfTheLauncher(String message) throws IOException {
    String launcher =
        Files.readString(Project.folder().resolve("nianbao"))
            .replace("$java", "java")
            .replace("$jar", "…")
            .replace("${version:-?}", "8");
    return launcher.contains("fail \"" + message + "\"");
  }

  private static Pattern pattern(String message) {
    return Pattern.compile(
        Stream.of(message.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".+")));
  }

  /** The first line of standard error of each mistake. */
  private List<String> provoked() throws IOException {
    Path good = export("good/a.csv", TICKETS + "1,投诉,微信,2017-03-05,东坑镇\n");
    Path rejected = export("rejected/a.csv", TICKETS + "1,投诉,微信,2017-02-30,东坑镇\n");
    Path unknown = export("unknown/a.csv", "甲,乙,丙\n1,2,3\n");
    Path page = export("page/a.csv", "<html><body><table></table></body></html>\n");
    Path old = Files.createDirectories(folder.resolve("old"));
    Files.write(old.resolve("a.xls"), HexFormat.of().parseHex(OLD_WORKBOOK + "00".repeat(600)));
    Path notes = export("notes/a.md", "no export");
    Path mapping = folder.resolve("gbk.yaml");
    Files.writeString(mapping, "sources: # 映射\n", Charset.forName("GBK"));
    Path foreign = folder.resolve("foreign");
    Spark.session().sql("select 1 as ticket").write().format("delta").save(foreign + "/tickets");
    Path file =
        Files.writeString(Files.createDirectory(folder.resolve("out")).resolve("tables"), "");

    return List.of(
        first("plan", "--exports", folder.resolve("nowhere")),
        first("plan", "--exports", notes),
        first("plan", "--exports", "shelf://a/b"),
        first("plan", "--exports", old),
        first("plan", "--exports", page),
        first("plan", "--exports", unknown),
        first("run", "--exports", good, "--town", "东抗镇"),
        first("run", "--exports", good, "--years", "2035"),
        first("show", "trends"),
        first("run", "--stict"),
        first("init", good, "--town", "东坑镇"),
        first("plan", "--exports", good, "--sources", mapping),
        first("run", "--exports", rejected, "--strict"),
        first("run", "--exports", good, "--warehouse", foreign),
        first("run", "--exports", good, "--out", file.getParent()),
        whileAnotherWrites("run", "--exports", good, "--warehouse", folder.resolve("held")));
  }

  private String whileAnotherWrites(Object... words) throws IOException {
    Holder other = Holder.ofThisProcess(Instant.EPOCH, "nianbao run");
    org.apache.hadoop.fs.Path held = new org.apache.hadoop.fs.Path(words[4].toString());
    try (Lease lease = Lease.take(new Configuration(), held, other, true)) {
      assertThat(lease.abandonedBy()).isEmpty();
      return first(words);
    }
  }

  private Path export(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return file.getParent();
  }

  private String first(Object... words) throws IOException {
    List<Object> all = new ArrayList<>(List.of(words));
    boolean places = !words[0].equals("init");
    if (places && !all.contains("--warehouse")) {
      all.addAll(List.of("--warehouse", Files.createTempDirectory(folder, "warehouse")));
    }
    if (places && !all.contains("--out")) {
      all.addAll(List.of("--out", Files.createTempDirectory(folder, "deliverables")));
    }
    Nianbao run = Nianbao.run(all.toArray());
    assertThat(run.status()).as(all.toString()).isNotZero();
    assertThat(run.err()).as(all.toString()).isNotEmpty().doesNotContain("\tat ");
    return run.err().lines().findFirst().orElseThrow();
  }
}
