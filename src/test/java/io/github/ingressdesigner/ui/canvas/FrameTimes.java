package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Layout;
import io.github.ingressdesigner.ui.common.Fx;
import io.github.ingressdesigner.ui.common.Theme;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * Frame times while a large graph is panned and zoomed with software rendering, as JSON; run by
 * hand with the number of paths as argument. The times are processor time of the JavaFX thread and
 * of the one that renders, which other programs on the machine do not lengthen much.
 */
public final class FrameTimes {
  private static final int FRAMES = 80;

  private FrameTimes() {}

  public static void main(String[] args) {
    Application.launch(Show.class, args);
  }

  /** The JavaFX side. */
  public static final class Show extends Application {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    @Override
    public void start(Stage stage) {
      Theme.loadFonts();
      int paths = Integer.parseInt(getParameters().getRaw().getFirst());
      Desk desk = Desk.of(ManyNamespaces.text(paths, 40, 7));
      Fonts fonts = new Fonts();
      Layout.Room room = new Layout.Room(1200, 700);
      long before = CLOCK.getCurrentThreadCpuTime();
      Layout layout = Layout.of(desk.bench.snapshot().graph(), fonts, room);
      double first = (CLOCK.getCurrentThreadCpuTime() - before) / 1e6;
      before = CLOCK.getCurrentThreadCpuTime();
      Layout.of(desk.bench.snapshot().graph(), fonts, room, layout);
      double again = (CLOCK.getCurrentThreadCpuTime() - before) / 1e6;
      System.out.printf(
          Locale.ROOT,
          "{\"paths\": %d, \"tracks\": %d, \"firstLayoutMs\": %.1f, \"layoutAfterEditMs\": %.1f,"
              + " \"frames\": [%n",
          desk.bench.snapshot().graph().pathCount(),
          layout.tracks().size(),
          first,
          again);
      desk.model.resize(1200, 700);
      desk.model.show(layout);
      Canvas canvas = new Canvas(1200, 700);
      stage.setScene(new Scene(new StackPane(canvas)));
      stage.show();
      GraphPainter painter = new GraphPainter(fonts);
      String end = ",";
      for (double zoom : new double[] {1, 0.5, 0.25, 0.08, 0.03}) {
        desk.model.zoomTo(zoom, 0, 0);
        measure(desk, canvas, painter, "pan at " + Math.round(zoom * 100) + " %", zoom, false, end);
      }
      measure(desk, canvas, painter, "zoom from 100 % to 3 %", 1, true, "");
      System.out.println("]}");
      Platform.exit();
    }

    private static void measure(
        Desk desk,
        Canvas canvas,
        GraphPainter painter,
        String what,
        double zoom,
        boolean zooming,
        String end) {
      long[] fx = new long[FRAMES];
      long[] render = new long[FRAMES];
      for (int i = -10; i < FRAMES; i++) {
        if (zooming) {
          desk.model.zoomTo(Math.pow(0.03, (i + 10) / (FRAMES + 10.0)), 600, 350);
        } else {
          desk.model.pan(i % 3 == 0 ? 23 : -40, i % 2 == 0 ? -700 * zoom : 61);
        }
        long start = CLOCK.getCurrentThreadCpuTime();
        long drawing = renderer();
        painter.paint(
            canvas.getGraphicsContext2D(), desk.model, desk.model.picture().layout(), false, false);
        pulse();
        if (i >= 0) {
          fx[i] = CLOCK.getCurrentThreadCpuTime() - start;
          render[i] = renderer() - drawing;
        }
      }
      System.out.printf(
          Locale.ROOT,
          "  {\"what\": \"%s\", \"fxMedianMs\": %.2f, \"fx99Ms\": %.2f, \"renderMedianMs\": %.2f,"
              + " \"render99Ms\": %.2f}%s%n",
          what,
          at(fx, 50),
          at(fx, 99),
          at(render, 50),
          at(render, 99),
          end);
    }

    /** Processor time so far of the thread that renders. */
    private static long renderer() {
      for (long id : CLOCK.getAllThreadIds()) {
        if (CLOCK.getThreadInfo(id) != null
            && CLOCK.getThreadInfo(id).getThreadName().startsWith("QuantumRenderer")) {
          return CLOCK.getThreadCpuTime(id);
        }
      }
      return 0;
    }

    private static double at(long[] nanos, int percent) {
      long[] sorted = nanos.clone();
      Arrays.sort(sorted);
      return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }

    /** Lets the recorded frame be drawn: it is before the pulse after the next begins. */
    private static void pulse() {
      Object key = new Object();
      new AnimationTimer() {
        private int pulses;

        @Override
        public void handle(long now) {
          if (++pulses == 3) {
            stop();
            Fx.later(() -> Platform.exitNestedEventLoop(key, null));
          }
        }
      }.start();
      Platform.requestNextPulse();
      Platform.enterNestedEventLoop(key);
    }
  }
}
