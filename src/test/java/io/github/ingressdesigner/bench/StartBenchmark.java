package io.github.ingressdesigner.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * Time from the start of the process to the second frame of the first window, of the application
 * with its sample and of an empty JavaFX window, in turns; prints JSON lines. Needs a display:
 * {@code xvfb-run mvn -q test-compile exec:exec@bench
 * -Dbench=io.github.ingressdesigner.bench.StartBenchmark}.
 */
public final class StartBenchmark {
  private static final int RUNS = 5;

  private StartBenchmark() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    List<Long> empty = new ArrayList<>();
    List<Long> sample = new ArrayList<>();
    Path home = Files.createTempDirectory("start-benchmark");
    for (int run = 0; run <= RUNS; run++) {
      long emptyMillis = start(home, Empty.class.getName());
      long sampleMillis = start(home, Child.class.getName());
      if (run > 0) {
        empty.add(emptyMillis);
        sample.add(sampleMillis);
      }
    }
    long emptyMedian = median(empty);
    long sampleMedian = median(sample);
    System.out.printf(
        Locale.ROOT,
        "{\"benchmark\":\"start\",\"runs\":%d,\"emptyWindowMillis\":%d,\"applicationMillis\":%d,\"ratio\":%.2f}%n",
        RUNS,
        emptyMedian,
        sampleMedian,
        (double) sampleMedian / emptyMedian);
  }

  private static long start(Path home, String main) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dprism.order=sw",
            "-cp",
            System.getProperty("java.class.path"),
            main);
    for (String folder :
        List.of("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")) {
      builder.environment().put(folder, home.resolve(folder).toString());
    }
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    long started = System.nanoTime();
    Process process = builder.start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.equals("second frame")) {
          long millis = (System.nanoTime() - started) / 1_000_000;
          process.destroyForcibly().waitFor();
          return millis;
        }
      }
    }
    throw new IllegalStateException(
        main + " ended without a window, exit code " + process.waitFor());
  }

  private static long median(List<Long> values) {
    return LongStream.of(values.stream().mapToLong(Long::longValue).sorted().toArray())
        .skip(values.size() / 2)
        .findFirst()
        .orElseThrow();
  }

  /** Says when the first window has drawn its second frame. */
  private static void watch() {
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              while (true) {
                java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
                try {
                  Platform.runLater(StartBenchmark::waitForFrames);
                  return;
                } catch (IllegalStateException toolkitNotYetStarted) {
                  continue;
                }
              }
            });
  }

  private static void waitForFrames() {
    Window.getWindows().stream()
        .filter(Window::isShowing)
        .findFirst()
        .ifPresentOrElse(
            window -> {
              int[] frames = {0};
              window
                  .getScene()
                  .addPostLayoutPulseListener(
                      () -> {
                        if (++frames[0] == 2) {
                          System.out.println("second frame");
                        }
                        Platform.requestNextPulse();
                      });
              Platform.requestNextPulse();
            },
            () -> Platform.runLater(StartBenchmark::waitForFrames));
  }

  /** The application as its users start it. */
  static final class Child {
    private Child() {}

    public static void main(String[] args) {
      watch();
      io.github.ingressdesigner.Launcher.main(new String[] {"--sample"});
    }
  }

  /** Starts the window with nothing in it; JavaFX refuses an Application as main class. */
  static final class Empty {
    private Empty() {}

    public static void main(String[] args) {
      watch();
      Application.launch(EmptyWindow.class);
    }
  }

  /** A window with nothing in it. */
  public static final class EmptyWindow extends Application {
    @Override
    public void start(Stage stage) {
      stage.setScene(new Scene(new Region(), 1280, 800));
      stage.show();
    }
  }
}
