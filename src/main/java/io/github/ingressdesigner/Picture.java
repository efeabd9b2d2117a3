package io.github.ingressdesigner;

import io.github.ingressdesigner.ui.common.Theme;
import io.github.ingressdesigner.ui.shell.AppWiring;
import io.github.ingressdesigner.ui.shell.Surroundings;
import io.github.ingressdesigner.ui.shell.Threads;
import io.github.ingressdesigner.ui.shell.WindowPicture;
import io.github.ingressdesigner.workspace.disk.PrivateFiles;
import io.github.ingressdesigner.workspace.settings.AppFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
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

  @Override
  public void start(Stage stage) throws IOException {
    // The picture shows no settings and no unsaved work of anybody.
    Path folder = Files.createTempDirectory("ingress-designer-");
    AppFolders nobodys = new AppFolders(folder, folder, folder);
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
          save(png, folder);
        });
  }

  /** Only for the person who asked: the picture may show files that others must not read. */
  private static void save(byte[] png, Path folder) {
    try {
      PrivateFiles.createFolder(place().getParent());
      PrivateFiles.write(place(), png);
      remove(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot save the picture", e);
    } finally {
      Platform.exit();
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
