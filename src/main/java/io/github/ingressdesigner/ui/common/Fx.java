package io.github.ingressdesigner.ui.common;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The only door to the JavaFX thread. */
public final class Fx {
  private Fx() {}

  /** Runs at once when called on the JavaFX thread, else as soon as that thread is free. */
  public static void run(Runnable action) {
    if (Platform.isFxApplicationThread()) {
      action.run();
    } else {
      Platform.runLater(action);
    }
  }

  /** Runs after the events that already wait, also when called on the JavaFX thread. */
  public static void later(Runnable action) {
    Platform.runLater(action);
  }

  /** Delivers to the JavaFX thread; for workers that bring results. */
  public static Executor executor() {
    return Fx::run;
  }
}
