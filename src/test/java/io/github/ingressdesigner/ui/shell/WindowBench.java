package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.workspace.settings.AppFolders;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window for a test: with settings of its own, and everything on one thread. */
final class WindowBench {
  private static final int SECONDS = 30;

  private WindowBench() {}

  /**
   * A window that is not shown yet.
   *
   * @param folder for settings, state and cache
   */
  static AppWiring window(Stage stage, Path folder, Optional<FilePicker> picker) {
    AppFolders own = new AppFolders(folder.resolve("c"), folder.resolve("s"), folder.resolve("x"));
    return new AppWiring(stage, new Surroundings(Threads.direct(), own, picker));
  }

  /** Opens files or folders and shows the window. */
  static void show(FxRobot robot, AppWiring app, Path... paths) {
    robot.interact(
        () -> {
          app.open(List.of(paths));
          app.show();
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  /**
   * Waits until something holds, and then for what it brings to the screen: a robot that looks for
   * the place of a node while the JavaFX thread lays it out breaks the bounds of its parent.
   *
   * @param condition asked on the JavaFX thread
   */
  static void await(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    WaitForAsyncUtils.waitForFxEvents();
  }
}
