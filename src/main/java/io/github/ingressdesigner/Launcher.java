package io.github.ingressdesigner;

import io.github.ingressdesigner.cli.CommandLineApp;
import java.util.List;
import javafx.application.Application;

/**
 * Starts the application; a class of its own because JavaFX refuses an Application as main class.
 */
public final class Launcher {
  private Launcher() {}

  /**
   * Starts the window, or the command line when the first argument names a sub-command. Where no
   * window can open, shows in the terminal what can be shown.
   */
  public static void main(String[] args) {
    if (CommandLineApp.isCommand(args)) {
      System.exit(
          CommandLineApp.forTerminal(new ScreenlessDrawing())
              .run(args, System.in, System.out, System.err));
    }
    for (String arg : args) {
      if (arg.startsWith("-") && !arg.equals(Start.SAMPLE)) {
        System.err.println("Unknown option " + arg + ". Run with --help to see what there is.");
        System.exit(CommandLineApp.BAD_INPUT);
      }
    }
    List<String> missing = Desktop.missing();
    if (missing.isEmpty()) {
      Application.launch(App.class, args);
    } else {
      System.exit(new WithoutWindow(System.out).run(missing, args));
    }
  }
}
