package io.github.ingressdesigner.cli;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.Setting;
import io.github.ingressdesigner.suite.SuiteRunner;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code controllers}: which controllers are known, and what can be set for one. */
@Command(
    name = ControllersCommand.NAME,
    mixinStandardHelpOptions = true,
    description = "Lists the controllers that are known, or the settings of one.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:listed", "2:no such controller"})
final class ControllersCommand implements Callable<Integer> {
  static final String NAME = "controllers";

  private final Terminal terminal;

  @Parameters(arity = "0..1", paramLabel = "C", description = "Lists its settings.")
  private Optional<String> controller = Optional.empty();

  ControllersCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (controller.isEmpty()) {
      Dialects.all().forEach(d -> terminal.out().printf("%-18s %s%n", d.id(), d.displayName()));
      return CommandLineApp.OK;
    }
    Optional<Dialect> dialect = Dialects.find(controller.get());
    if (dialect.isEmpty()) {
      terminal.err().println(SuiteRunner.unknown(controller.get()));
      return CommandLineApp.BAD_INPUT;
    }
    terminal.out().println(terminal.strong(dialect.get().displayName()));
    if (dialect.get().settings().isEmpty()) {
      terminal.out().println("  No setting of this controller changes routing.");
    }
    dialect.get().settings().forEach(this::print);
    return CommandLineApp.OK;
  }

  private void print(Setting setting) {
    String values =
        switch (setting.kind()) {
          case FLAG -> "true or false";
          case NUMBER -> "a number";
          case TEXT -> "text";
          case CHOICE -> String.join(", ", setting.choices());
        };
    String initial = setting.initial().isEmpty() ? "not set" : setting.initial();
    terminal.out().println("  " + setting.key() + terminal.faint("  " + values));
    terminal.out().println("      " + setting.help() + " Default: " + initial + ".");
  }
}
