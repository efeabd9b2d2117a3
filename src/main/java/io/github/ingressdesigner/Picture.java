package io.github.ingressdesigner;

import io.github.ingressdesigner.ui.common.Fx;
import io.github.ingressdesigner.ui.common.Theme;
import io.github.ingressdesigner.ui.shell.AppWiring;
import io.github.ingressdesigner.ui.shell.Threads;
import io.github.ingressdesigner.ui.shell.WindowPicture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Starts the window where nobody sees it, and saves a picture of it. */
public final class Picture extends Application {
  private static final int WIDTH = 1440;
  private static final int HEIGHT = 900;

  /** Where the picture goes. */
  static Path place() {
    return Path.of(System.getProperty("java.io.tmpdir"), "ingress-designer-window.png");
  }

  @Override
  public void start(Stage stage) {
    Theme theme = new Theme(Theme.Choice.LIGHT);
    AppWiring wiring = new AppWiring(stage, Threads.direct(), theme);
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(1000);
    stage.setHeight(800);
    wiring.show();
    wiring.openSample();
    Fx.later(() -> Fx.later(() -> save(wiring, theme)));
  }

  private static void save(AppWiring wiring, Theme theme) {
    try {
      Files.write(place(), WindowPicture.png(wiring.scene(), theme, WIDTH, HEIGHT));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot save the picture", e);
    } finally {
      Platform.exit();
    }
  }
}
