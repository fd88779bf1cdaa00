package org.nianbao.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.nianbao.source.Workbook.texts;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nianbao.mapping.SourceMapping;
import org.nianbao.mapping.SourceMappings;
import org.nianbao.testing.Project;
import org.nianbao.testing.Spark;

/** Files whose header only a mapping knows. */
class MappedReadingTest {
  private static final String TEXT = "Année\nID;TYPE;AT;FROM\n1;Propreté;05/03/2017;Web\n";

  @TempDir private Path folder;

  @Test
  void shouldReadTheNamedCharacterSet() throws Exception {
    Export export = recognise(write(TEXT.getBytes(Charset.forName("windows-1252"))), "latin1");

    assertThat(export.encoding()).isEqualTo("ISO-8859-1");
    assertThat(export.dataset()).isEqualTo("tickets");
    assertThat(export.headerRecords()).isEqualTo(2);
    assertThat(Reading.read(export)).containsExactly("1: 1|Propreté|05/03/2017|Web");
  }

  @Test
  void shouldBelieveAByteOrderMarkMoreThanTheMapping() throws Exception {
    byte[] bytes = ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8);

    Export export = recognise(write(bytes), "windows-1252");

    assertThat(export.encoding()).isEqualTo("UTF-8 (BOM)");
    assertThat(Reading.read(export)).containsExactly("1: 1|Propreté|05/03/2017|Web");
  }

  @Test
  void shouldNameTheColumnsThatTheClosestHeaderLacks() throws Exception {
    Path file = write(TEXT.replace("FROM", "SOURCE").getBytes(StandardCharsets.UTF_8));

    assertThatExceptionOfType(MissingColumnsException.class)
        .isThrownBy(() -> recognise(file, "auto"))
        .satisfies(e -> assertThat(e.columns()).containsExactly("ticket_source"))
        .withMessageStartingWith("lacks the column 'FROM' that ")
        .withMessageContaining("line 9 maps to ticket_source (read as UTF-8");
  }

  @Test
  void shouldReadTheSheetThatTheMappingNames() throws Exception {
    String[] header = {"ID", "TYPE", "AT", "FROM"};
    Path file =
        new Workbook()
            .sheet("2016", texts(1, header), texts(2, "1", "Bruit", "05/03/2016", "Web"))
            .sheet("2017", texts(1, header), texts(2, "2", "Bruit", "05/03/2017", "Web"))
            .write(folder.resolve("export.xlsx"));

    assertThat(Reading.read(recognise(file, "auto\n    sheet: '2017'")))
        .containsExactly("1: 2|Bruit|05/03/2017|Web");
    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> recognise(file, "auto\n    sheet: '2018'"))
        .withMessage("has no sheet '2018' but 2016, 2017; check 'sheet' in the mapping");
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("export.csv"), bytes);
  }

  private Export recognise(Path file, String encoding) throws Exception {
    String text =
        """
        sources:
          - name: ville
            dataset: tickets
            files: "*.*"
            columns:
              ticket_id: id
              ticket_type: Type
              received_at: {column: AT, formats: [dd/MM/yyyy]}
              ticket_source: FROM
            encoding:\s"""
            + encoding
            + "\n";
    Path sources = Files.writeString(folder.resolve("sources.yaml"), text);
    SourceMapping mapping = SourceMappings.read(sources, Project.seeds()).all().get(0);
    return new Recognition(Spark.session(), Project.seeds().columnAliases())
        .recognise(Reading.find(file).files().get(0), mapping);
  }
}
