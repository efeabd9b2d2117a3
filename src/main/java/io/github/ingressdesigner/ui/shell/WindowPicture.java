package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.render.PngWriter;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.util.Duration;

/** A picture of the whole window as it is drawn. */
public final class WindowPicture {
  /** What is drawn, traced and laid out on other threads has arrived by then. */
  private static final Duration SETTLED = Duration.millis(1200);

  private WindowPicture() {}

  /**
   * Draws a window that is shown, at this size. The Headless platform's screen holds a million
   * pixels in rows of 1000, so there the window must stand at its upper left corner and be no
   * higher than 998.
   *
   * @param done takes the bytes of a PNG file, on the JavaFX thread
   */
  public static void draw(Stage stage, int width, int height, Consumer<byte[]> done) {
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(width);
    stage.setHeight(height);
    PauseTransition pause = new PauseTransition(SETTLED);
    pause.setOnFinished(event -> done.accept(png(stage.getScene())));
    pause.play();
  }

  private static byte[] png(Scene scene) {
    WritableImage image = scene.snapshot(null);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return PngWriter.bytes(width, height, pixels);
  }
}
