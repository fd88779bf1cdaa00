package org.nianbao;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.nianbao.check.Check;
import org.nianbao.check.CheckList;
import org.nianbao.yearly.YearlyTable;
import org.nianbao.yearly.YearlyTables;

/** The arrows between packages, and what may stand where. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.nianbao");

  @Test
  void shouldDependInOneDirectionOnly() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("cli")
        .definedBy("..nianbao.cli..")
        .layer("job")
        .definedBy("..nianbao.job..")
        .layer("edition")
        .definedBy("..nianbao.edition..")
        .layer("draft")
        .definedBy("..nianbao.draft..")
        .layer("fact")
        .definedBy("..nianbao.fact..")
        .layer("lint")
        .definedBy("..nianbao.lint..")
        .layer("check")
        .definedBy("..nianbao.check..")
        .layer("trend")
        .definedBy("..nianbao.trend..")
        .layer("release")
        .definedBy("..nianbao.release..")
        .layer("revision")
        .definedBy("..nianbao.revision..")
        .layer("yearly")
        .definedBy("..nianbao.yearly..")
        .layer("intake")
        .definedBy("..nianbao.intake..")
        .layer("source")
        .definedBy("..nianbao.source..")
        .layer("mapping")
        .definedBy("..nianbao.mapping..")
        .layer("report")
        .definedBy("..nianbao.report..")
        .layer("warehouse")
        .definedBy("..nianbao.warehouse..")
        .layer("notebook")
        .definedBy("..nianbao.notebook..")
        .whereLayer("notebook")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("job")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("edition")
        .mayOnlyBeAccessedByLayers("cli", "job")
        .whereLayer("draft")
        .mayOnlyBeAccessedByLayers("edition", "lint", "job", "cli")
        .whereLayer("fact")
        .mayOnlyBeAccessedByLayers("draft", "edition", "lint", "job", "cli")
        .whereLayer("lint")
        .mayOnlyBeAccessedByLayers("job", "cli")
        .whereLayer("check")
        .mayOnlyBeAccessedByLayers("job")
        .whereLayer("trend")
        .mayOnlyBeAccessedByLayers("release", "draft", "edition", "job")
        .whereLayer("release")
        .mayOnlyBeAccessedByLayers("job")
        .whereLayer("revision")
        .mayOnlyBeAccessedByLayers("job")
        .whereLayer("yearly")
        .mayOnlyBeAccessedByLayers("release", "draft", "edition", "job")
        .whereLayer("intake")
        .mayOnlyBeAccessedByLayers("job", "cli")
        .whereLayer("source")
        .mayOnlyBeAccessedByLayers("intake", "job", "cli")
        .whereLayer("mapping")
        .mayOnlyBeAccessedByLayers("source", "intake", "job", "cli")
        .whereLayer("report")
        .mayOnlyBeAccessedByLayers("lint", "job", "cli")
        .whereLayer("warehouse")
        .mayOnlyBeAccessedByLayers("job", "cli")
        .check(CLASSES);
    slices().matching("org.nianbao.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void shouldKeepContractsAndSeedsBelowEverything() {
    noClasses()
        .that()
        .resideInAnyPackage("..nianbao.table..", "..nianbao.seed..")
        .should()
        .dependOnClassesThat(
            new DescribedPredicate<JavaClass>("stand above them") {
              @Override
              public boolean test(JavaClass used) {
                return used.getPackageName().startsWith("org.nianbao")
                    && !used.getPackageName().equals("org.nianbao.table")
                    && !used.getPackageName().equals("org.nianbao.seed");
              }
            })
        .check(CLASSES);
  }

  @Test
  void shouldReadReportsWithoutSpark() {
    noClasses()
        .that()
        .resideInAPackage("..nianbao.report..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.spark..",
            "org.apache.hadoop..",
            "..nianbao.source..",
            "..nianbao.intake..",
            "..nianbao.table..",
            "..nianbao.edition..")
        .because("one report is read alike in a task, in a test and on a desk")
        .check(CLASSES);
  }

  @Test
  void shouldReadResultsInNotebooksByTheirDescriptionAlone() {
    noClasses()
        .that()
        .resideInAPackage("..nianbao.notebook..")
        .should()
        .dependOnClassesThat(
            new DescribedPredicate<JavaClass>("are Spark's, or of another package") {
              @Override
              public boolean test(JavaClass used) {
                String name = used.getPackageName();
                return name.startsWith("org.apache.spark")
                    || name.startsWith("org.apache.hadoop")
                    || (name.startsWith("org.nianbao") && !name.equals("org.nianbao.notebook"));
              }
            })
        .because("a notebook starts in a moment, and sees what any reader of the CSV files sees")
        .check(CLASSES);
  }

  @Test
  void shouldOpenSessionsAndReadTheClockInCliAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..nianbao.cli..")
        .should()
        .callMethod("org.apache.spark.sql.SparkSession", "builder")
        .orShould()
        .callMethod("java.time.LocalDate", "now")
        .orShould()
        .callMethod("java.time.Instant", "now")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CLASSES);
  }

  @Test
  void shouldNameNoClassForWhatItIsNot() {
    noClasses()
        .should()
        .haveNameMatching(".*(Utils|Util|Helper|Manager|Impl)")
        .orShould()
        .haveSimpleNameStartingWith("Abstract")
        .because("a name says what a thing is; a grab bag has none")
        .check(CLASSES);
  }

  @Test
  void shouldListEveryYearlyTable() {
    List<String> listed =
        YearlyTables.ALL.stream().map(table -> table.getClass().getName()).toList();
    List<String> written =
        CLASSES.stream()
            .filter(type -> type.isAssignableTo(YearlyTable.class) && !type.isInterface())
            .map(JavaClass::getName)
            .collect(Collectors.toList());
    assertThat(listed).containsExactlyInAnyOrderElementsOf(written);
  }

  @Test
  void shouldCheckWithoutKnowingHowTablesAreComputed() {
    noClasses()
        .that()
        .resideInAPackage("..nianbao.check..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..nianbao.yearly..", "..nianbao.trend..")
        .because("a check that shares code with what it checks is wrong where that is wrong")
        .check(CLASSES);
  }

  @Test
  void shouldListEveryCheck() {
    assertThat(CheckList.ALL.stream().map(check -> check.getClass().getName()).toList())
        .containsExactlyInAnyOrderElementsOf(
            CLASSES.stream()
                .filter(type -> type.isAssignableTo(Check.class) && !type.isInterface())
                .map(JavaClass::getName)
                .toList());
  }

  @Test
  void shouldComputeTablesAndChecksWithoutReadingOrWriting() {
    classes()
        .that()
        .resideInAnyPackage(
            "..nianbao.yearly..", "..nianbao.trend..", "..nianbao.revision..", "..nianbao.check..")
        .should()
        .onlyDependOnClassesThat(
            new DescribedPredicate<JavaClass>(
                "are contracts, seeds, Spark's columns and rows, or statistics") {
              @Override
              public boolean test(JavaClass used) {
                String name = used.getPackageName();
                return name.startsWith("java.")
                    || name.isEmpty()
                    || name.startsWith("scala")
                    || name.startsWith("org.apache.spark.sql")
                    || name.startsWith("org.apache.commons.math3")
                    || List.of(
                            "org.apache.spark.api.java",
                            "org.apache.spark.api.java.function",
                            "org.apache.spark.rdd",
                            "org.apache.spark.unsafe.types",
                            "org.nianbao.table",
                            "org.nianbao.seed",
                            "org.nianbao.yearly",
                            "org.nianbao.trend",
                            "org.nianbao.revision",
                            "org.nianbao.check")
                        .contains(name);
              }
            })
        .check(CLASSES);
  }
}
