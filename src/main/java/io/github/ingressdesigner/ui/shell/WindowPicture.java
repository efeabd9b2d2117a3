package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.render.PngWriter;
import io.github.ingressdesigner.ui.common.Theme;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;

/** A picture of the whole window, of any size, whether or not it is on a screen. */
public final class WindowPicture {
  private WindowPicture() {}

  /**
   * Draws what a scene holds, as if its window had this size. The Headless platform's screen is
   * smaller than that, so the content moves to a scene without a window meanwhile.
   *
   * @return the bytes of a PNG file
   */
  public static byte[] png(Scene scene, Theme theme, int width, int height) {
    Parent root = scene.getRoot();
    scene.setRoot(new Pane());
    Scene canvas = new Scene(root, width, height);
    theme.install(canvas);
    root.applyCss();
    root.layout();
    WritableImage image = canvas.snapshot(null);
    canvas.setRoot(new Pane());
    scene.setRoot(root);
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return PngWriter.bytes(width, height, pixels);
  }
}
