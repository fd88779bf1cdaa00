package org.nianbao.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.testing.Container;
import org.nianbao.testing.Nianbao;
import org.nianbao.testing.Spark;
import org.nianbao.testing.Trial;

/**
 * Names, addresses, numbers and complaints that stand in exports, wherever a clerk or a system may
 * put them, are in nothing that a run leaves behind.
 */
class PrivacyTest {
  /** All are invented; the numbers of identity cards have wrong check digits. */
  private static final List<String> PRIVATE =
      List.of(
          "欧阳测样",
          "13900139001",
          "00139001",
          "0769-83380002",
          "83380002",
          "83380003",
          "441900199001011230",
          "99001011230",
          "private.person@example.org",
          "幸福路99",
          "801房",
          "油烟扰民");

  private static final String COMPLAINT = "欧阳测样反映幸福路99号801房楼下油烟扰民，电话13900139001或83380003。";

  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE,
          Charset.forName("GB18030"));

  @TempDir private static Path folder;
  private static final List<Nianbao> SAID = new ArrayList<>();

  @BeforeAll
  static void runOnExportsFullOfPrivateData() throws IOException {
    tickets();
    publications();
    write(
        "依申请公开/东坑镇/2017.csv",
        """
        申请编号,申请人,证件号码,联系电话,申请人类型,申请方式,收到日期,答复日期,办理结果,收费金额
        R1,欧阳测样,441900199001011230,13900139001,自然人,网络,2017-03-01,2017-03-10,予以公开,欧阳测样20元
        R2,欧阳测样,441900199001011230,13900139001,%s,%s,2017-03-02,2017-03-10,%s,0
        欧阳测样,欧阳测样,,,自然人,网络,2017-03-03,%s,予以公开,0
        """
            .formatted(COMPLAINT, "83380003号来电", "已答复private.person@example.org", COMPLAINT));
    write(
        "填报/东坑镇/2017.csv",
        "年度,指标,分项,数值,计量单位,约数,说明\n"
            + "2017,主动公开信息数,电视台、报刊等,250,条,否,来源：private.person@example.org 0769-83380002\n"
            + "2017,主动公开信息数,"
            + COMPLAINT
            + ",260,条,否,\n");
    write(
        "units.csv",
        "case,unit,in\n"
            + "U1,综合科13900139001,2017-05-01\nU2,\""
            + COMPLAINT
            + "\",2017-05-02\n"
            + "U3,综合科,2017-05-03\nU4,综合科,"
            + COMPLAINT
            + "\n");
    Files.writeString(
        folder.resolve("sources.yaml"),
        """
        sources:
          - name: units
            dataset: tickets
            files: ["units.csv"]
            columns:
              ticket_id: case
              town: {column: unit, default: 东坑镇}
              ticket_type: unit
              ticket_source: unit
              received_at: {column: in, formats: ["yyyy-MM-dd"]}
            open: [town, ticket_type, ticket_source]
        """);
    for (String command : List.of("plan", "run", "check")) {
      SAID.add(nianbao(command));
    }
    SAID.add(nianbao("show", "rejects"));
    SAID.add(nianbao("show", "checks"));
  }

  private static void tickets() throws IOException {
    String header = "工单编号,镇街,工单类型,工单来源,受理时间,满意度,诉求标题,来电人,联系电话,联系地址,办理单位意见\n";
    String rest = "," + "油烟扰民,欧阳测样,13900139001,东坑镇幸福路99号801房,已联系欧阳测样\n";
    write(
        "12345热线/2017.csv",
        header
            + "A1,东坑,投诉,电话,2017-03-01,满意"
            + rest
            + "A2,东坑,"
            + COMPLAINT
            + ",来电13900139001,2017-03-02,欧阳测样：不满意。"
            + rest
            + "13900139001,东坑,投诉,电话,2017-03-03,满意"
            + rest
            + "441900199001011230,东坑,投诉,电话,2017-03-04,满意"
            + rest
            + "A5,东坑镇幸福路99号801房,投诉,电话,2017-03-05,满意"
            + rest
            + "A6,东坑,投诉,电话,"
            + COMPLAINT
            + ",满意"
            + rest
            + "A7,东坑,投诉,电话,欧阳测样,满意"
            + rest
            + "A8,东坑,投诉,电话,83380003,满意"
            + rest
            + "A9,东坑,投诉,电话,1999-03-09 "
            + COMPLAINT
            + ",满意"
            + rest
            + "合计,,,,8,83380003"
            + rest
            + "欧阳测样,东坑,投诉\n"
            + "欧阳测样,\"幸福路99号801房\"油烟扰民,13900139001,b,c,d,e,f,g,h,i\n"
            + "A12,东坑,投诉,\"电话,2017-03-05,满意"
            + rest);
  }

  private static void publications() throws IOException {
    write(
        "信息公开目录/东坑镇/2017.csv",
        "索引号,信息名称,信息类别,发布日期,文号,解读对象,发布机构,链接\n"
            + "P1,关于欧阳测样（441900199001011230）低保的公示,其他,2017-03-01,13900139001,"
            + "private.person@example.org,欧阳测样,http://a/13900139001\n"
            + ",%s,%s,2017-03-02,,,,\n".formatted(COMPLAINT, COMPLAINT)
            + "P3,通知,其他,2017-03-03,"
            + COMPLAINT
            + ","
            + COMPLAINT
            + ",,\n");
  }

  @Test
  void shouldKeepNoneOfItInTheWarehouse() throws IOException {
    Path warehouse = folder.resolve("warehouse");
    Set<String> found = new TreeSet<>(Container.holding(warehouse, PRIVATE, CHARSETS));
    StringBuilder rows = new StringBuilder();
    for (Path file : files(warehouse)) {
      if (file.toString().endsWith(".parquet")) {
        for (Row row : Spark.session().read().parquet("file://" + file).collectAsList()) {
          rows.append(row).append('\n');
        }
      }
    }
    assertThat(rows).contains("441900109").contains("tickets").contains("A1");
    PRIVATE.stream().filter(rows.toString()::contains).forEach(found::add);
    assertThat(found).isEmpty();
    Trial.keep(
        "privacy",
        "PrivacyTest#shouldKeepNoneOfItInTheWarehouse",
        "exports with names, addresses, telephone and identity numbers in every column",
        PRIVATE.size(),
        "none in %d files of the warehouse, read as bytes in %d charsets and as Parquet"
            .formatted(files(warehouse).size(), CHARSETS.size()));
  }

  @Test
  void shouldDeliverNoneOfIt() throws IOException {
    Path out = folder.resolve("out");
    List<String> public_ = List.of("东坑镇");
    assertThat(Container.holding(out, public_, CHARSETS))
        .anyMatch(place -> place.contains(".docx"))
        .anyMatch(place -> place.contains(".xlsx"))
        .anyMatch(place -> place.contains(".html"))
        .anyMatch(place -> place.contains(".csv"));
    assertThat(Container.holding(out, PRIVATE, CHARSETS)).isEmpty();
    Trial.keep(
        "privacy",
        "PrivacyTest#shouldDeliverNoneOfIt",
        "the same",
        PRIVATE.size(),
        "none in %d delivered files, nor in the parts of drafts and workbooks"
            .formatted(files(out).size()));
  }

  @Test
  void shouldSayNoneOfIt() {
    for (Nianbao said : SAID) {
      assertThat(said.out() + said.err()).isNotEmpty().doesNotContain(PRIVATE);
    }
  }

  @Test
  void shouldLeadTheClerkToEveryRejectedRow() throws IOException {
    String rejects = Files.readString(folder.resolve("out/rejects/12345热线/2017.csv.csv"));
    assertThat(rejects.lines().skip(1).map(line -> line.substring(0, line.indexOf(','))))
        .containsExactly("6", "7", "8", "9", "10", "11", "12", "13", "14");
  }

  @Test
  void shouldOpenWarehouseAndRejectsToTheirOwnerOnly() throws IOException {
    assertThat(permissions("warehouse")).isEqualTo("rwx------");
    assertThat(permissions("out/rejects")).isEqualTo("rwx------");
    assertThat(permissions("out/rejects/12345热线")).isEqualTo("rwx------");
    assertThat(permissions("out/rejects/12345热线/2017.csv.csv")).isEqualTo("rw-------");
    assertThat(permissions("out/tables/rejects.csv")).isEqualTo("rw-------");
    assertThat(permissions("out/tables/trends.csv")).isNotEqualTo("rw-------");
  }

  private static String permissions(String path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(path)));
  }

  private static List<Path> files(Path below) throws IOException {
    try (Stream<Path> all = Files.walk(below)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void write(String name, String text) throws IOException {
    Path file = folder.resolve("exports").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static Nianbao nianbao(String... words) {
    List<Object> args = new ArrayList<>(List.of(words));
    args.addAll(
        List.of(
            "--exports",
            folder.resolve("exports"),
            "--sources",
            folder.resolve("sources.yaml"),
            "--warehouse",
            folder.resolve("warehouse"),
            "--out",
            folder.resolve("out")));
    return Nianbao.run(args.toArray());
  }
}
