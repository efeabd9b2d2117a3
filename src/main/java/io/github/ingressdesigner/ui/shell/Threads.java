package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.ui.common.Fx;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * Where work runs.
 *
 * @param analysis one task at a time, off the JavaFX thread
 * @param io files; many at once
 * @param watch runs one task that goes on until the window closes: looking for changes on disk
 * @param ui the JavaFX thread, soon
 * @param later the JavaFX thread, a second later
 */
public record Threads(Executor analysis, Executor io, Executor watch, Executor ui, Executor later) {
  private static final Duration LATER = Duration.seconds(1);

  /** Real threads; none of them keeps the program alive. */
  public static Threads real() {
    Executor analysis =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("analysis").factory());
    Executor io = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("io-", 1).factory());
    return new Threads(analysis, io, io, Fx::later, Threads::afterAWhile);
  }

  private static void afterAWhile(Runnable task) {
    PauseTransition pause = new PauseTransition(LATER);
    pause.setOnFinished(event -> task.run());
    pause.play();
  }

  /** Everything at once on the calling thread, and nothing watched: a test is a straight line. */
  public static Threads direct() {
    return new Threads(Runnable::run, Runnable::run, task -> {}, Runnable::run, Fx::later);
  }
}
