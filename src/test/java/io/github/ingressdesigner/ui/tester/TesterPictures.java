package io.github.ingressdesigner.ui.tester;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.render.PngWriter;
import io.github.ingressdesigner.ui.common.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** Draws the tester in its states into a folder; for developers, to look at. */
public final class TesterPictures {
  private TesterPictures() {}

  public static void main(String[] args) {
    Application.launch(Show.class, args);
  }

  /** The JavaFX side. */
  public static final class Show extends Application {
    private Path folder;
    private Scene scene;
    private Stage stage;
    private TesterView view;
    private SampleModel sample;

    @Override
    public void start(Stage stage) throws Exception {
      this.stage = stage;
      folder = Path.of(getParameters().getRaw().getFirst());
      Files.createDirectories(folder);
      Theme theme = new Theme(false);
      sample = new SampleModel(theme);
      view = new TesterView(sample.model);
      VBox root = new VBox(view.requestRow(), view.answerPane());
      VBox.setVgrow(view.answerPane(), Priority.ALWAYS);
      scene = new Scene(root, 1440, 196);
      theme.install(scene);
      stage.setScene(scene);
      stage.show();
      new Thread(this::run).start();
    }

    private void run() {
      try {
        Theme theme = sample.model.theme();
        shot("nofile", () -> {});
        shot("empty", () -> sample.open());
        shot("api", () -> set("https://shop.example.com/api/v1/items?x=1"));
        shot("api-selected", () -> select(1));
        shot("api-dark", () -> theme.setDark(true));
        shot("api-1280", () -> stage.setWidth(1280));
        shot("light", () -> theme.setDark(false));
        shot("404", () -> set("https://nowhere.org/x"));
        shot("apiary", () -> set("shop.example.com/apiary"));
        shot("error", () -> set("https://shop.example.com:x/api"));
        shot(
            "compact",
            () -> {
              view.compactProperty().set(true);
              view.setOnWhy(() -> {});
              set("https://acme.example.com/");
            });
        shot(
            "admin",
            () -> {
              view.compactProperty().set(false);
              set("http://admin.example.com/grafana/x");
            });
        shot(
            "stale",
            () -> {
              set("https://shop.example.com/api/v1");
              sample.replace("pathType: Prefix", "pathType: [Prefix");
            });
        shot("mended", () -> sample.replace("pathType: [Prefix", "pathType: Prefix"));
        shot("missing", () -> sample.replace("name: web", "name: shop-frontend-with-a-long-name"));
        shot(
            "missing2",
            () ->
                set(
                    "https://shop.example.com/some/very/long/path/that/goes/on/and/on/forever/and/ever?with=a&query=also"));
        shot("text125", () -> theme.textScaleProperty().set(1.25));
      } catch (Exception e) {
        e.printStackTrace();
      }
      Platform.exit();
    }

    private void set(String url) {
      view.urlProperty().set(url);
    }

    private void select(int path) {
      Location at =
          sample
              .model
              .snapshot()
              .resources()
              .ingresses()
              .findFirst()
              .map(l -> new Location(l.id(), FieldPath.path(0, path + 1)))
              .orElseThrow();
      sample.model.select(at, "me");
    }

    private void shot(String name, Runnable action) throws Exception {
      var done = new java.util.concurrent.CountDownLatch(1);
      Platform.runLater(action);
      Thread.sleep(500);
      Platform.runLater(
          () -> {
            try {
              save(folder.resolve(name + ".png"));
            } catch (IOException e) {
              e.printStackTrace();
            }
            done.countDown();
          });
      done.await();
    }

    private void save(Path file) throws IOException {
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
