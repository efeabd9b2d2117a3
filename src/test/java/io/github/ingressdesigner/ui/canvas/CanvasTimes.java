package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Layout;
import io.github.ingressdesigner.ui.common.Fx;
import java.util.Arrays;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** Prints how long one repaint of 10,000 paths takes to record at several zooms; run by hand. */
public final class CanvasTimes {
  private static final int ROUNDS = 200;

  private CanvasTimes() {}

  public static void main(String[] args) {
    Application.launch(Show.class, args);
  }

  /** The JavaFX side. */
  public static final class Show extends Application {
    @Override
    public void start(Stage stage) {
      io.github.ingressdesigner.ui.common.Theme.loadFonts();
      Desk desk = Desk.of(CanvasShots.Show.many(10_000));
      Fonts fonts = new Fonts();
      long t0 = cpu();
      Layout layout = Layout.of(desk.bench.snapshot().graph(), fonts, new Layout.Room(1200, 700));
      System.out.printf("first layout %.1f ms%n", (cpu() - t0) / 1e6);
      long[] layouts = new long[ROUNDS];
      for (int i = 0; i < ROUNDS; i++) {
        long start = cpu();
        Layout.of(desk.bench.snapshot().graph(), fonts, new Layout.Room(1200, 700));
        layouts[i] = cpu() - start;
      }
      print("layout", layouts);
      desk.model.resize(1200, 700);
      desk.model.show(layout);
      Canvas canvas = new Canvas(1200, 700);
      stage.setScene(new Scene(new StackPane(canvas)));
      stage.show();
      GraphPainter painter = new GraphPainter(fonts);
      for (double zoom : new double[] {1, 0.5, 0.25, 0.08, 0.03}) {
        desk.model.zoomTo(zoom, 0, 0);
        for (boolean tracing : new boolean[] {false, true}) {
          desk.model.setTrace(
              tracing
                  ? Optional.of(desk.bench.trace("https://h5.example.com/part3"))
                  : Optional.empty());
          long[] times = new long[ROUNDS];
          for (int i = 0; i < ROUNDS; i++) {
            desk.model.pan(0, i % 2 == 0 ? -7000 * zoom : 40);
            long start = cpu();
            painter.paint(canvas.getGraphicsContext2D(), desk.model, layout, false, false);
            times[i] = cpu() - start;
            pulse();
          }
          print(Math.round(zoom * 100) + " %" + (tracing ? ", traced" : ""), times);
        }
      }
      Platform.exit();
    }

    /** Lets the recorded frame be drawn. */
    private static void pulse() {
      Object key = new Object();
      Platform.requestNextPulse();
      Fx.later(() -> Fx.later(() -> Platform.exitNestedEventLoop(key, null)));
      Platform.enterNestedEventLoop(key);
    }

    private static void print(String what, long[] nanos) {
      long[] sorted = nanos.clone();
      Arrays.sort(sorted);
      System.out.printf(
          "%s: median %.2f ms, 99th percentile %.2f ms%n",
          what, sorted[sorted.length / 2] / 1e6, sorted[sorted.length * 99 / 100] / 1e6);
    }

    /** Processor time of this thread, which other programs on the machine do not lengthen. */
    private static long cpu() {
      return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
  }
}
