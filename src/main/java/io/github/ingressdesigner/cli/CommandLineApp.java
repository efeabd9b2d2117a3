package io.github.ingressdesigner.cli;

import java.io.Console;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands that run without a window. */
public final class CommandLineApp {
  /** All went well, and no test failed. */
  public static final int OK = 0;

  /** A route test failed, or an error was found. */
  public static final int FAILED = 1;

  /** What was given cannot be read or understood. */
  public static final int BAD_INPUT = 2;

  /** A cluster cannot be reached, or refuses the login. */
  public static final int NO_CLUSTER = 3;

  /** A mistake of this program. */
  public static final int BROKEN = 70;

  private static final Set<String> OPTIONS = Set.of("--help", "-h", "--version", "-V", "help");

  private final boolean colours;
  private final Optional<PngDrawing> png;

  /**
   * @param colours whether output may hold colour codes
   */
  public CommandLineApp(boolean colours) {
    this(colours, Optional.empty());
  }

  /**
   * @param png draws pictures as PNG; without it only SVG is written
   */
  public CommandLineApp(boolean colours, Optional<PngDrawing> png) {
    this.colours = colours;
    this.png = png;
  }

  /** With colours where the output goes to a terminal and {@code NO_COLOR} is not set. */
  public static CommandLineApp forTerminal(PngDrawing png) {
    Console console = System.console();
    return new CommandLineApp(
        console != null && console.isTerminal() && System.getenv("NO_COLOR") == null,
        Optional.of(png));
  }

  /** Whether these arguments are for the command line; without one the window opens. */
  public static boolean isCommand(String[] args) {
    return args.length > 0
        && (OPTIONS.contains(args[0])
            || args[0].equals(RouteCommand.NAME)
            || args[0].equals(TestCommand.NAME)
            || args[0].equals(ControllersCommand.NAME)
            || args[0].equals(CompareCommand.NAME)
            || args[0].equals(DiffCommand.NAME)
            || args[0].equals(LintCommand.NAME)
            || args[0].equals(ReplayCommand.NAME)
            || args[0].equals(PullCommand.NAME)
            || args[0].equals(ApplyCommand.NAME)
            || args[0].equals(UndoCommand.NAME)
            || args[0].equals(RenderCommand.NAME));
  }

  /** Runs a command and gives its exit code. */
  public int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
    Terminal terminal = new Terminal(in, out, err, colours);
    CommandLine line =
        new CommandLine(new Root())
            .addSubcommand(new RouteCommand(terminal))
            .addSubcommand(new TestCommand(terminal))
            .addSubcommand(new ControllersCommand(terminal))
            .addSubcommand(new CompareCommand(terminal))
            .addSubcommand(new DiffCommand(terminal))
            .addSubcommand(new LintCommand(terminal))
            .addSubcommand(new ReplayCommand(terminal))
            .addSubcommand(new PullCommand(terminal))
            .addSubcommand(new ApplyCommand(terminal))
            .addSubcommand(new UndoCommand(terminal))
            .addSubcommand(new RenderCommand(terminal, png))
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .setExpandAtFiles(false)
            .setUsageHelpWidth(100)
            .setColorScheme(CommandLine.Help.defaultColorScheme(colours ? Ansi.ON : Ansi.OFF))
            .setExecutionExceptionHandler((e, command, _) -> broken(e, command));
    int code = line.execute(args);
    out.flush();
    err.flush();
    return code;
  }

  private static int broken(Exception e, CommandLine command) {
    command.getErr().println("This is a mistake of the program, not of your input:");
    e.printStackTrace(command.getErr());
    return BROKEN;
  }

  @Command(
      name = "ingress-designer",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      description = "Design, understand and debug the HTTP routing rules of Kubernetes Ingress.",
      footer = {
        "",
        "Without a command the window opens, with the files and folders given.",
        "",
        "Example:",
        "  ingress-designer route -f shop.yaml GET https://shop.example.com/api/v1",
      },
      subcommands = CommandLine.HelpCommand.class)
  private static final class Root implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
      throw new ParameterException(spec.commandLine(), "A command is missing.");
    }
  }

  private static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version =
          Optional.ofNullable(CommandLineApp.class.getPackage().getImplementationVersion())
              .orElse("(development)");
      return new String[] {"ingress-designer " + version};
    }
  }
}
