package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Layout;
import io.github.ingressdesigner.graph.TraceMarks;
import io.github.ingressdesigner.render.PngWriter;
import java.util.Optional;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** The whole graph as a picture file. Called on the JavaFX thread; no window is needed. */
public final class GraphPicture {
  /** A canvas holds no more pixels than this in each direction everywhere. */
  private static final int TILE = 2_048;

  private GraphPicture() {}

  /**
   * @param scale pixels for each pixel at 100 %
   * @return the bytes of a PNG file
   */
  public static byte[] png(Layout layout, Optional<TraceMarks> trace, boolean dark, double scale) {
    int width = Math.max(1, (int) Math.ceil(Math.max(200, layout.width()) * scale));
    int height = Math.max(1, (int) Math.ceil(Math.max(80, layout.height()) * scale));
    int[] pixels = new int[Math.multiplyExact(width, height)];
    GraphPainter painter = new GraphPainter(new Fonts());
    Canvas canvas = new Canvas(Math.min(TILE, width), Math.min(TILE, height));
    Picture picture = new Picture(layout);
    for (int y = 0; y < height; y += TILE) {
      for (int x = 0; x < width; x += TILE) {
        int wide = Math.min(TILE, width - x);
        int high = Math.min(TILE, height - y);
        Camera camera = new Camera(x / scale, y / scale, scale);
        Seen part = new Seen.Still(picture, camera, wide, high, trace);
        painter.paintStill(canvas.getGraphicsContext2D(), part, dark);
        WritableImage image = canvas.snapshot(new SnapshotParameters(), null);
        image
            .getPixelReader()
            .getPixels(
                0, 0, wide, high, PixelFormat.getIntArgbInstance(), pixels, y * width + x, width);
      }
    }
    return PngWriter.bytes(width, height, pixels);
  }
}
