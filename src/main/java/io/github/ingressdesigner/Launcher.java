package io.github.ingressdesigner;

/**
 * Starts the application; a class of its own because JavaFX refuses an Application as main class.
 */
public final class Launcher {
  private Launcher() {}

  /** Starts the window, or the command line when the first argument names a sub-command. */
  public static void main(String[] args) {}
}
