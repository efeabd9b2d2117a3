package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.render.PngWriter;
import io.github.ingressdesigner.ui.common.Theme;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.util.Duration;

/** A picture of the whole window, of any size, whether or not it is on a screen. */
public final class WindowPicture {
  /** What is drawn, traced and laid out on other threads has arrived by then. */
  private static final Duration SETTLED = Duration.millis(600);

  private WindowPicture() {}

  /**
   * Draws what a scene holds, as if its window had this size. The Headless platform's screen is
   * smaller than that, so the content moves to a scene without a window meanwhile.
   *
   * @param done takes the bytes of a PNG file, on the JavaFX thread
   */
  public static void draw(Scene scene, Theme theme, int width, int height, Consumer<byte[]> done) {
    Parent root = scene.getRoot();
    scene.setRoot(new Pane());
    Scene large = new Scene(root, width, height);
    theme.install(large);
    layOut(root);
    PauseTransition pause = new PauseTransition(SETTLED);
    pause.setOnFinished(
        event -> {
          layOut(root);
          byte[] png = png(large.snapshot(null), width, height);
          large.setRoot(new Pane());
          scene.setRoot(root);
          done.accept(png);
        });
    pause.play();
  }

  private static void layOut(Parent root) {
    root.applyCss();
    root.layout();
  }

  private static byte[] png(WritableImage image, int width, int height) {
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return PngWriter.bytes(width, height, pixels);
  }
}
