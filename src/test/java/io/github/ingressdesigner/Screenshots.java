package io.github.ingressdesigner;

import io.github.ingressdesigner.render.PngWriter;
import io.github.ingressdesigner.ui.common.ControlGallery;
import io.github.ingressdesigner.ui.common.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

/** Draws the real window in its states into a folder; for developers, to look at. */
public final class Screenshots {
  private Screenshots() {}

  public static void main(String[] args) {
    Application.launch(Show.class, args);
  }

  /** The JavaFX side. */
  public static final class Show extends Application {
    @Override
    public void start(Stage stage) throws IOException {
      Path folder = Path.of(getParameters().getRaw().getFirst());
      Files.createDirectories(folder);
      Theme theme = new Theme(false);
      Scene scene = new Scene(ControlGallery.create(), 1280, 560);
      theme.install(scene);
      stage.setScene(scene);
      stage.show();
      save(scene, folder.resolve("controls-light.png"));
      theme.setDark(true);
      save(scene, folder.resolve("controls-dark.png"));
      theme.textScaleProperty().set(1.25);
      save(scene, folder.resolve("controls-dark-125.png"));
      Platform.exit();
    }

    private static void save(Scene scene, Path file) throws IOException {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      WritableImage image = scene.snapshot(null);
      int width = (int) image.getWidth();
      int height = (int) image.getHeight();
      int[] pixels = new int[width * height];
      image
          .getPixelReader()
          .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
      Files.write(file, PngWriter.bytes(width, height, pixels));
    }
  }
}
