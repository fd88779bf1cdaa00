package org.nianbao.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nianbao.edition.word.Template;
import org.nianbao.edition.word.TemplateException;
import org.nianbao.intake.Corrections;
import org.nianbao.job.Results;
import org.nianbao.mapping.SourceMappings;
import org.nianbao.seed.LabelText;
import org.nianbao.seed.SeedFiles;
import org.nianbao.seed.Seeds;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Options that commands share. */
final class Options {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(names = "--exports", paramLabel = "PATH", arity = "1..*")
  List<String> exports = new ArrayList<>(List.of("data-samples/exports"));

  @Option(names = "--warehouse", paramLabel = "PATH")
  String warehouse = "build/warehouse";

  @Option(names = "--out", paramLabel = "DIR")
  Path out = Path.of("build", "out");

  @Option(names = "--years", paramLabel = "YEARS", converter = Years.class)
  SortedSet<Integer> years = new TreeSet<>();

  @Option(names = "--town", paramLabel = "NAME-OR-CODE", arity = "1..*")
  List<String> towns = new ArrayList<>();

  @Option(names = "--base-year", paramLabel = "YEAR", converter = Year.class)
  Integer baseYear;

  @Option(names = "--sources", paramLabel = "FILE")
  Path sources;

  @Option(names = "--seeds", paramLabel = "DIR")
  Path seeds;

  @Option(names = "--as-of", paramLabel = "DATE", converter = Day.class)
  LocalDate asOf;

  @Option(names = "--corrections", paramLabel = "DIR")
  Path corrections;

  @Option(names = "--strict")
  boolean strict;

  @Option(names = "--strict-rounding")
  boolean strictRounding;

  @Option(names = "--template", paramLabel = "FILE.docx")
  Path template;

  @Option(names = "--suppress", paramLabel = "N", converter = Threshold.class)
  int suppress;

  @Option(names = "--debug")
  boolean debug;

  /** What was asked for, such as {@code nianbao run}. */
  String command() {
    return command.qualifiedName();
  }

  /**
   * The reference lists of the run.
   *
   * @throws UsageException if there is no such folder
   */
  Seeds readSeeds() {
    return readSeeds(seeds);
  }

  /**
   * The reference lists in a folder; those of the project where none is named.
   *
   * @throws UsageException if there is no such folder
   */
  static Seeds readSeeds(Path seeds) {
    String home = System.getProperty("nianbao.home");
    if (seeds != null && !Files.isDirectory(seeds)) {
      throw new UsageException("Cannot read the seeds: " + seeds + " is no folder; check --seeds");
    }
    if (seeds != null) {
      return Seeds.read(SeedFiles.in(seeds));
    }
    return Seeds.read(
        home == null ? SeedFiles.inJar() : SeedFiles.in(Path.of(home).resolve("seeds")));
  }

  /**
   * What clerks corrected; nothing where no folder is named.
   *
   * @throws UsageException if there is no such folder
   */
  Corrections readCorrections() {
    if (corrections == null) {
      return Corrections.NONE;
    }
    if (!Files.isDirectory(corrections)) {
      throw new UsageException(
          "Cannot read the corrections: " + corrections + " is no folder; check --corrections");
    }
    return Corrections.read(corrections);
  }

  /**
   * The mapping of foreign exports; none if none is named.
   *
   * @throws UsageException if there is no such file
   */
  SourceMappings readSources(Seeds lists) {
    if (sources == null) {
      return SourceMappings.NONE;
    }
    if (!Files.isRegularFile(sources)) {
      throw new UsageException(
          "Cannot use %s: there is no such file; check --sources".formatted(sources));
    }
    return SourceMappings.read(sources, lists);
  }

  /**
   * What drafts look like; as the job's own template says where none is named.
   *
   * @throws UsageException if the file cannot be a template
   */
  Template readTemplate() {
    if (template == null) {
      return Template.standard();
    }
    if (!Files.isRegularFile(template)) {
      throw new UsageException(
          "Cannot use %s: there is no such file; check --template".formatted(template));
    }
    try {
      return Template.of(Files.readAllBytes(template));
    } catch (TemplateException | IOException e) {
      throw new UsageException("Cannot use %s as template: %s".formatted(template, e.getMessage()));
    }
  }

  /**
   * The towns and years to deliver.
   *
   * @param held the towns that the warehouse has; asked only for a town that the seeds do not have
   * @throws UsageException if neither has such a town
   */
  Results.Scope scope(Seeds lists, Supplier<Set<String>> held) {
    Set<String> codes = new TreeSet<>();
    for (String town : towns) {
      Optional<String> code = lists.towns().code(town);
      String own = LabelText.oneLine(town);
      if (code.isEmpty() && !held.get().contains(own)) {
        throw unknownTown("deliver the town", town, lists);
      }
      codes.add(code.orElse(own));
    }
    return new Results.Scope(codes, years);
  }

  /**
   * The code of a town by its name, other spelling or code.
   *
   * @param task what cannot be done without it, such as "deliver the town"
   * @throws UsageException if the seeds have no such town; it names those that are spelt alike
   */
  static String townCode(String task, String town, Seeds lists) {
    return lists.towns().code(town).orElseThrow(() -> unknownTown(task, town, lists));
  }

  private static UsageException unknownTown(String task, String town, Seeds lists) {
    List<String> alike = lists.towns().like(town);
    return new UsageException(
        "Cannot %s '%s': seeds/towns.csv has no such name or code; %scheck --town"
            .formatted(
                task, town, alike.isEmpty() ? "" : "is it " + String.join(" or ", alike) + "? "));
  }

  /** Reads {@code 2017} and {@code 2015..2018}. */
  static final class Years implements ITypeConverter<SortedSet<Integer>> {
    private static final Pattern FORM = Pattern.compile("(20\\d\\d)(?:\\.\\.(20\\d\\d))?");

    @Override
    public SortedSet<Integer> convert(String text) {
      Matcher matcher = FORM.matcher(text);
      if (!matcher.matches()) {
        throw new TypeConversionException(
            "'%s' is no year and no span of years; write 2017 or 2015..2018".formatted(text));
      }
      int first = Integer.parseInt(matcher.group(1));
      int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
      if (last < first) {
        throw new TypeConversionException(
            "'%s' ends before it begins; write %d..%d".formatted(text, last, first));
      }
      SortedSet<Integer> years = new TreeSet<>();
      for (int year = first; year <= last; year++) {
        years.add(year);
      }
      return years;
    }
  }

  /** Reads {@code 2017}. */
  static final class Year implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      if (!text.matches("20\\d\\d")) {
        throw new TypeConversionException(
            "'%s' is no year; write one such as 2017".formatted(text));
      }
      return Integer.valueOf(text);
    }
  }

  /** Reads below which count figures are hidden. */
  static final class Threshold implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      if (!text.matches("[2-9]|[1-9]\\d")) {
        throw new TypeConversionException(
            "'%s' is no threshold; write one from 2 to 99, such as 5".formatted(text));
      }
      return Integer.valueOf(text);
    }
  }

  /** Reads a date as ISO 8601 writes it. */
  static final class Day implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException("'%s' is no date; write 2018-01-31".formatted(text));
      }
    }
  }
}
