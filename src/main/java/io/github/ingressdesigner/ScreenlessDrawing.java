package io.github.ingressdesigner;

import io.github.ingressdesigner.cli.PngDrawing;
import io.github.ingressdesigner.graph.Layout;
import io.github.ingressdesigner.graph.TraceMarks;
import io.github.ingressdesigner.ui.canvas.GraphPicture;
import io.github.ingressdesigner.ui.common.Fx;
import io.github.ingressdesigner.ui.common.Theme;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;

/** Draws on the platform of JavaFX that needs no screen. */
final class ScreenlessDrawing implements PngDrawing {
  @Override
  public byte[] draw(Layout layout, Optional<TraceMarks> trace, boolean dark, double scale) {
    // Both must be set before JavaFX starts, and hold for the one picture of this run.
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    CompletableFuture<Void> started = new CompletableFuture<>();
    Platform.startup(() -> started.complete(null));
    byte[] png =
        started
            .thenApplyAsync(
                nothing -> {
                  Theme.loadFonts();
                  return GraphPicture.png(layout, trace, dark, scale);
                },
                Fx.executor())
            .join();
    Platform.exit();
    return png;
  }
}
