package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.render.PngWriter;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.problems.ProblemsView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;

/** Saves pictures of the editor in the folder given, to be looked at: FOLDER NAME [dark]. */
public final class EditorPictures {
  private static final Map<String, Scenario> SCENARIOS =
      Map.of(
          "traced", EditorPictures::traced,
          "selected", EditorPictures::selected,
          "find", EditorPictures::find,
          "completion", EditorPictures::completion,
          "secrets", EditorPictures::secrets,
          "problems", EditorPictures::problems,
          "list", (bench, view) -> {},
          "template", EditorPictures::template);

  private interface Scenario {
    void play(Bench bench, EditorView view);
  }

  public static void main(String[] args) {
    Application.launch(App.class, args);
  }

  static void traced(Bench bench, EditorView view) {
    bench.trace("https://shop.example.com/api/v1/items?x=1");
    view.reveal(TextRange.at(bench.at(bench.file("ingress.yaml"), "/api").end()));
    view.editor(bench.file("ingress.yaml")).orElseThrow().area().showParagraphAtTop(7);
  }

  static void selected(Bench bench, EditorView view) {
    FileId file = bench.file("ingress.yaml");
    ResourceId shop = bench.model.snapshot().resources().all().getFirst().id();
    bench.model.select(new Location(shop, FieldPath.path(0, 1)), "test");
    view.editor(file).orElseThrow().area().requestFocus();
  }

  static void completion(Bench bench, EditorView view) {
    bench.openSample("admin.yaml");
    FileId file = bench.file("ingress.yaml");
    FileEditor editor = view.editor(file).orElseThrow();
    editor.area().requestFocus();
    editor.goTo(TextRange.at(bench.at(file, "shop-tls").end()));
    editor.completion().open();
  }

  static void find(Bench bench, EditorView view) {
    view.showReplace();
    FileEditor editor = view.editor(bench.file("ingress.yaml")).orElseThrow();
    editor.goTo(bench.at(bench.file("ingress.yaml"), "example.com"));
    view.showReplace();
  }

  static void secrets(Bench bench, EditorView view) {
    bench
        .model
        .activeFileProperty()
        .set(
            java.util.Optional.of(
                bench.open(
                    "secret.yaml",
                    "apiVersion: v1\n"
                        + "kind: Secret\n"
                        + "metadata:\n"
                        + "  name: shop-tls\n"
                        + "type: kubernetes.io/tls\n"
                        + "data:\n"
                        + "  tls.crt: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCg==\n"
                        + "  tls.key: LS0tLS1=\n")));
  }

  static void problems(Bench bench, EditorView view) {
    FileId file =
        bench.open(
            "broken.yaml",
            "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: x\nspec:\n"
                + "  rules:\n    - host: 5\n      http:\n        paths: 7\n    - host: a b c\n"
                + "  tls: [{hosts: [a.b], secretName: 7}]\n---\nkind: Ingress\nspec: [\n");
    bench.model.activeFileProperty().set(java.util.Optional.of(file));
    view.focusEditor();
  }

  static void template(Bench bench, EditorView view) {
    FileId file =
        bench.open(
            "template.yaml",
            "{{- if .Values.ingress.enabled -}}\napiVersion: networking.k8s.io/v1\nkind: Ingress\n"
                + "metadata:\n  name: {{ .Release.Name }}\n{{- end }}\n");
    bench.model.activeFileProperty().set(java.util.Optional.of(file));
  }

  /** The window with one editor. */
  public static final class App extends Application {
    @Override
    public void start(Stage stage) {
      String name = getParameters().getRaw().get(1);
      boolean dark = getParameters().getRaw().contains("dark");
      Bench bench = new Bench(dark);
      bench.openSample("ingress.yaml");
      bench.openSample("services.yaml");
      EditorView view = new EditorView(bench.model);
      Parent shown = (Parent) view.node();
      if (name.equals("list")) {
        shown = (Parent) new ProblemsView(bench.model).node();
        problems(bench, view);
      }
      Scene scene = new Scene(shown, 534, name.equals("list") ? 230 : 608);
      bench.model.theme().install(scene);
      stage.setScene(scene);
      stage.show();
      after(
          800,
          () -> {
            SCENARIOS.get(name).play(bench, view);
            after(
                1500,
                () -> {
                  save(scene, name + (dark ? "-dark" : "-light") + ".png");
                  Platform.exit();
                });
          });
    }

    private static void after(int millis, Runnable action) {
      PauseTransition pause = new PauseTransition(Duration.millis(millis));
      pause.setOnFinished(event -> action.run());
      pause.play();
    }

    private void save(Scene scene, String name) {
      WritableImage image = scene.snapshot(null);
      for (Window window : Window.getWindows()) {
        if (window instanceof PopupWindow) {
          WritableImage over = window.getScene().snapshot(null);
          int x = (int) (window.getX() - scene.getWindow().getX() - scene.getX());
          int y = (int) (window.getY() - scene.getWindow().getY() - scene.getY());
          int w = (int) Math.min(over.getWidth(), image.getWidth() - x);
          int h = (int) Math.min(over.getHeight(), image.getHeight() - y);
          image.getPixelWriter().setPixels(x, y, w, h, over.getPixelReader(), 0, 0);
        }
      }
      int width = (int) image.getWidth();
      int height = (int) image.getHeight();
      int[] argb = new int[width * height];
      image
          .getPixelReader()
          .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
      try {
        Files.write(
            Path.of(getParameters().getRaw().getFirst(), name),
            PngWriter.bytes(width, height, argb));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
