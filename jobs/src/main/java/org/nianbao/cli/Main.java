package org.nianbao.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nianbao.intake.CorrectionException;
import org.nianbao.job.InputException;
import org.nianbao.mapping.MappingException;
import org.nianbao.seed.SeedException;
import org.nianbao.source.ClosedPathException;
import org.nianbao.source.MissingPathException;
import org.nianbao.warehouse.GoneException;
import org.nianbao.warehouse.HeldException;
import org.nianbao.warehouse.OutdatedWarehouseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Entry point of every command, from a terminal and under spark-submit alike. */
@Command(
    name = "nianbao",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Main {
  @Spec private CommandSpec spec;

  /** "Today" is the day in the towns, wherever the cluster stands. */
  private static final ZoneId CIVIL = ZoneId.of("Asia/Shanghai");

  private Main() {}

  /** Help in another language; picocli calls this while it reads the words. */
  @Option(
      names = "--lang",
      paramLabel = "LANG",
      converter = Lang.Named.class,
      scope = ScopeType.INHERIT)
  void speak(Lang language) {
    spec.root().commandLine().setResourceBundle(language.texts());
  }

  public static void main(String[] args) {
    // Libraries write numbers and languages as the machine's locale does: under an Arabic one Delta
    // does not find its own files, and charts say that they are English under an English one.
    Locale.setDefault(Locale.CHINA);
    int status;
    try {
      status = run(args, Clock.system(CIVIL));
    } catch (LinkageError | OutOfMemoryError | StackOverflowError e) {
      System.err.println("Failed: " + e + "; check the class path and the memory given to Java");
      status = Status.FAILED;
    }
    System.exit(status);
  }

  /** Runs one command and gives its exit status; errors are on standard error. */
  public static int run(String[] args, Clock clock) {
    return commands(clock, Lang.of(System.getenv())).execute(args);
  }

  /** Every command, with its help in a language unless {@code --lang} names another. */
  static CommandLine commands(Clock clock, Lang language) {
    return new CommandLine(new Main())
        .addSubcommand(new RunCommand(clock))
        .addSubcommand(new IntakeCommand(clock))
        .addSubcommand(new TablesCommand(clock))
        .addSubcommand(new EditionsCommand(clock))
        .addSubcommand(new CheckCommand(clock))
        .addSubcommand(new PlanCommand(clock))
        .addSubcommand(new ShowCommand(clock))
        .addSubcommand(new ReadReportCommand())
        .addSubcommand(new RevisionsCommand(clock))
        .addSubcommand(new BacktestCommand(clock))
        .addSubcommand(new VerifyCommand(clock))
        .addSubcommand(new LintCommand())
        .addSubcommand(new MaintainCommand(clock))
        .addSubcommand(new InitCommand(clock))
        .addSubcommand(new DoctorCommand())
        .addSubcommand(new CompletionCommand())
        .setResourceBundle(language.texts())
        // Or an unknown option behind --exports would be looked for as a folder.
        .setUnmatchedOptionsAllowedAsOptionParameters(false)
        .setExecutionStrategy(new CommandLine.RunLast())
        .setParameterExceptionHandler(Main::wrongUsage)
        .setExecutionExceptionHandler(Main::failure);
  }

  private static int wrongUsage(ParameterException wrong, String[] args) {
    PrintWriter err = wrong.getCommandLine().getErr();
    err.println("Cannot start: " + wrong.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
    err.printf(
        "Run '%s --help' for what there is.%n",
        wrong.getCommandLine().getCommandSpec().qualifiedName());
    return Status.USAGE;
  }

  private static int failure(Exception failure, CommandLine command, ParseResult parsed) {
    boolean debug = parsed.matchedOptionValue("--debug", false);
    if (debug) {
      failure.printStackTrace(command.getErr());
    }
    Optional<Throwable> known = known(failure);
    if (known.isPresent()) {
      command.getErr().println(known.get().getMessage());
      return known.get() instanceof InputException ? Status.INPUT : Status.USAGE;
    }
    String reason = failure instanceof UncheckedIOException io ? io.getMessage() : reason(failure);
    command.getErr().println(isFullDisk(failure) ? fullDisk(reason) : reason);
    if (!debug) {
      command.getErr().println("Run the same command with --debug for details.");
    }
    return Status.FAILED;
  }

  /** Every layer says it in its own words around those of the system. */
  private static boolean isFullDisk(Throwable failure) {
    return causes(failure).stream()
        .map(cause -> String.valueOf(cause.getMessage()))
        .anyMatch(
            message ->
                message.contains("No space left on device")
                    || message.contains("Disk quota exceeded")
                    || message.contains("There is not enough space on the disk")
                    || message.contains("The DiskSpace quota"));
  }

  private static String fullDisk(String reason) {
    return "Cannot go on: the disk is full (%s); free space where --warehouse, --out or temporary files (%s) lie and run again: what was committed before stands"
        .formatted(reason, System.getProperty("java.io.tmpdir"));
  }

  private static Optional<Throwable> known(Throwable failure) {
    return causes(failure).stream()
        .filter(
            cause ->
                cause instanceof InputException
                    || cause instanceof UsageException
                    || cause instanceof SeedException
                    || cause instanceof CorrectionException
                    || cause instanceof MappingException
                    || cause instanceof GoneException
                    || cause instanceof HeldException
                    || cause instanceof OutdatedWarehouseException
                    || cause instanceof ClosedPathException
                    || cause instanceof MissingPathException)
        .findFirst();
  }

  /** The innermost cause, in one line: what Spark wraps around it says little. */
  private static String reason(Throwable failure) {
    List<Throwable> causes = causes(failure);
    Throwable root = causes.get(causes.size() - 1);
    String message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    return "Failed: " + root.getClass().getSimpleName() + ": " + message;
  }

  private static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable cause = failure;
        cause != null && !causes.contains(cause);
        cause = cause.getCause()) {
      causes.add(cause);
    }
    return causes;
  }
}
