package io.github.ingressdesigner;

import io.github.ingressdesigner.ui.common.Theme;
import io.github.ingressdesigner.ui.shell.AppWiring;
import io.github.ingressdesigner.ui.shell.Surroundings;
import io.github.ingressdesigner.ui.shell.Threads;
import io.github.ingressdesigner.ui.shell.WindowPicture;
import io.github.ingressdesigner.workspace.settings.AppFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Starts the window where nobody sees it, and saves a picture of it. */
public final class Picture extends Application {
  private static final int WIDTH = 1440;
  private static final int HEIGHT = 900;

  /** Where the picture goes. */
  static Path place() {
    return AppFolders.system().state().resolve("window.png");
  }

  /** The picture shows no settings and no unsaved work of anybody. */
  private static Path folder() {
    return Path.of(System.getProperty("java.io.tmpdir"), "ingress-designer-" + pid());
  }

  private static long pid() {
    return ProcessHandle.current().pid();
  }

  @Override
  public void start(Stage stage) {
    AppFolders nobodys = new AppFolders(folder(), folder(), folder());
    AppWiring wiring =
        new AppWiring(stage, new Surroundings(Threads.direct(), nobodys, Optional.empty()));
    wiring.theme().choose(Theme.Choice.LIGHT);
    stage.setX(0);
    stage.setY(0);
    Start start = Start.of(getParameters().getRaw());
    if (start.paths().isEmpty()) {
      wiring.openSample();
    } else {
      wiring.open(start.paths());
    }
    wiring.show();
    WindowPicture.draw(
        stage,
        WIDTH,
        HEIGHT,
        png -> {
          wiring.close();
          save(png);
        });
  }

  private static void save(byte[] png) {
    try {
      Files.createDirectories(place().getParent());
      Files.write(place(), png);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot save the picture", e);
    } finally {
      Platform.exit();
    }
  }
}
