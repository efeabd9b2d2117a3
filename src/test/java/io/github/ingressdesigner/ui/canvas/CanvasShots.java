package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.render.PngWriter;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Theme;
import io.github.ingressdesigner.ui.common.Traced;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** Draws the graph's pane alone, in its states, into a folder; for developers, to look at. */
public final class CanvasShots {
  private CanvasShots() {}

  public static void main(String[] args) {
    Application.launch(Show.class, args);
  }

  /** The JavaFX side. */
  public static final class Show extends Application {
    private Path folder;
    private Theme theme;
    private Stage stage;
    private AppModel model;
    private GraphView view;

    @Override
    public void start(Stage stage) throws Exception {
      this.stage = stage;
      folder = Path.of(getParameters().getRaw().getFirst());
      Files.createDirectories(folder);
      theme = new Theme(false);
      theme.setReducedMotion(true);
      for (boolean dark : new boolean[] {false, true}) {
        theme.setDark(dark);
        String end = dark ? "-dark" : "-light";
        if (getParameters().getRaw().contains("namespaces")) {
          namespaces(end);
          continue;
        }
        states(end);
        odd(end);
        large(end);
        namespaces(end);
      }
      Platform.exit();
    }

    private void states(String end) throws IOException {
      open(Bench.sample(), 680, 608);
      save("plain" + end);
      trace("https://shop.example.com/api/v1/items?x=1");
      save("traced" + end);
      trace("https://other.org/");
      save("default" + end);
      model.tracedProperty().set(Optional.empty());
      key(KeyCode.DOWN);
      key(KeyCode.RIGHT);
      key(KeyCode.DOWN);
      save("selected" + end);
      key(KeyCode.ENTER);
      save("edit" + end);
      key(KeyCode.A);
      ((TextField) stage.getScene().getFocusOwner()).setText("api");
      key(KeyCode.ENTER);
      save("refused" + end);
      key(KeyCode.ESCAPE);
      key(KeyCode.R);
      key(KeyCode.DOWN);
      save("reroute-keys" + end);
      key(KeyCode.ESCAPE);
      key(KeyCode.INSERT);
      save("add-path" + end);
      key(KeyCode.ESCAPE);
      mouse(MouseEvent.MOUSE_PRESSED, 476, 144, MouseButton.PRIMARY);
      mouse(MouseEvent.MOUSE_DRAGGED, 490, 150, MouseButton.PRIMARY);
      mouse(MouseEvent.MOUSE_DRAGGED, 560, 262, MouseButton.PRIMARY);
      save("drag-reroute" + end);
      key(KeyCode.ESCAPE);
      mouse(MouseEvent.MOUSE_PRESSED, 350, 144, MouseButton.PRIMARY);
      mouse(MouseEvent.MOUSE_DRAGGED, 360, 150, MouseButton.PRIMARY);
      mouse(MouseEvent.MOUSE_DRAGGED, 340, 362, MouseButton.PRIMARY);
      save("drag-move" + end);
      key(KeyCode.ESCAPE);
      open(Bench.sample(), 560, 480);
      mouse(MouseEvent.MOUSE_MOVED, 100, 110, MouseButton.NONE);
      save("narrow-hover" + end);
      open(Bench.sample(), 1100, 800);
      trace("https://shop.example.com/nothing");
      save("wide" + end);
      Bench broken = Bench.sample();
      broken.type("host: shop.example.com", "host: [shop.example.com");
      open(broken, 680, 608);
      save("stale" + end);
      open(Bench.of("kind: ConfigMap\n"), 680, 608);
      save("empty" + end);
    }

    private void odd(String end) throws IOException {
      Bench bench = Bench.of(ODD);
      open(bench, 680, 700);
      save("odd" + end);
      open(Bench.of(shared(14)), 680, 700);
      save("bundle" + end);
    }

    private void namespaces(String end) throws IOException {
      open(Bench.of(ManyNamespaces.text(60, 3, 4)), 680, 608);
      save("three-namespaces" + end);
      open(Bench.of(ManyNamespaces.text(10_000, 40, 7)), 816, 586);
      save("namespaces-100" + end);
      for (double zoom : new double[] {0.3, 0.08, 0.04}) {
        view.zoomTo(zoom);
        save("namespaces-" + Math.round(zoom * 100) + end);
      }
      view.zoomTo(0.08);
      view.search();
      ((TextField) stage.getScene().lookup("#graph-search")).setText("checkout");
      key(KeyCode.F3);
      for (int i = 0; i < 11; i++) {
        key(KeyCode.F3);
      }
      save("search-8" + end);
      view.zoomTo(1);
      save("search-100" + end);
    }

    private void large(String end) throws IOException {
      open(Bench.of(many(10_000)), 680, 608);
      save("many-100" + end);
      for (double zoom : new double[] {0.5, 0.3, 0.2, 0.08, 0.04}) {
        view.zoomTo(zoom);
        save("many-" + Math.round(zoom * 100) + end);
      }
    }

    static String shared(int paths) {
      StringBuilder yaml =
          new StringBuilder(HEAD + "    - host: shared.example.com\n      http:\n        paths:\n");
      for (int i = 0; i < paths; i++) {
        yaml.append(entry("/p" + i, i % 5 == 4 ? "other" + i % 2 : "web", 80));
      }
      return yaml.toString();
    }

    static String many(int paths) {
      StringBuilder yaml = new StringBuilder(HEAD);
      for (int h = 0; h * 10 < paths; h++) {
        yaml.append("    - host: h")
            .append(h)
            .append(".example.com\n      http:\n        paths:\n");
        for (int p = 0; p < 10; p++) {
          yaml.append(
              entry("/part" + p + "/x".repeat((p * 7 + h) % 11), "svc-" + (h * 10 + p) / 3, 80));
        }
      }
      return yaml.toString();
    }

    private static String entry(String path, String service, int port) {
      return """
                - path: %s
                  pathType: Prefix
                  backend:
                    service:
                      name: %s
                      port:
                        number: %d
      """
          .formatted(path, service, port);
    }

    private static final String HEAD =
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: big
        spec:
          rules:
        """;

    private static final String ODD =
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: odd
          annotations:
            nginx.ingress.kubernetes.io/canary: "true"
            nginx.ingress.kubernetes.io/canary-weight: "20"
            nginx.ingress.kubernetes.io/force-ssl-redirect: "true"
            nginx.ingress.kubernetes.io/app-root: /a/very/long/root/that/does/not/end
        spec:
          defaultBackend:
            resource: {apiGroup: k8s.example.com, kind: StorageBucket, name: static-assets}
          tls:
            - hosts: ["*.example.com"]
          rules:
            - host: a-very-long-name-of-a-host.department.region.example.com
              http:
                paths:
                  - path: /api/v1/some/very/long/path/that/will/not/fit/into/its/node
                    pathType: Prefix
                    backend: {service: {name: a-rather-long-service-name, port: {name: https-admin}}}
                  - path: /odd
                    pathType: Suffix
                    backend: {service: {name: web, port: {number: "80"}}}
                  - pathType: Exact
                    backend: {service: {name: web}}
                  - path: /nowhere
                    pathType: Prefix
            - host: empty.example.com
            - http:
                paths:
                  - {path: /any, pathType: Exact, backend: {service: {name: web, port: {number: 80}}}}
        ---
        apiVersion: extensions/v1beta1
        kind: Ingress
        metadata: {name: old}
        spec:
          backend: {serviceName: olddefault, servicePort: 80}
          rules:
            - host: old.example.com
              http:
                paths:
                  - path: /old
                    backend: {serviceName: old, servicePort: 80}
        """;

    private void mouse(
        javafx.event.EventType<MouseEvent> type, double x, double y, MouseButton button) {
      settle();
      Node surface = stage.getScene().lookup("#graph");
      var scene = surface.localToScene(x, y);
      surface.fireEvent(
          new MouseEvent(
              type,
              scene.getX(),
              scene.getY(),
              scene.getX(),
              scene.getY(),
              button,
              1,
              false,
              false,
              false,
              false,
              true,
              false,
              false,
              false,
              false,
              false,
              null));
    }

    private void open(Bench bench, double width, double height) {
      model = new AppModel(bench.workspace, bench.feed, theme, bench);
      view = new GraphView(model);
      Scene scene = new Scene(new StackPane(view.node()), width, height);
      theme.install(scene);
      stage.setScene(scene);
      stage.show();
      view.requestFocus();
    }

    private void trace(String url) {
      Request request = Request.of("GET", url, Map.of());
      var decision = model.snapshot().routes().explain(request);
      model
          .tracedProperty()
          .set(Optional.of(new Traced(request, decision, model.snapshot().version())));
    }

    private void key(KeyCode code) {
      settle();
      Node owner = stage.getScene().getFocusOwner();
      if (code == KeyCode.R) {
        owner.fireEvent(
            new KeyEvent(
                KeyEvent.KEY_TYPED, "r", "", KeyCode.UNDEFINED, false, false, false, false));
        return;
      }
      owner.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    /** Lets what waits for the next round of the loop happen. */
    private void settle() {
      for (int i = 0; i < 3; i++) {
        Object key = new Object();
        Platform.runLater(() -> Platform.exitNestedEventLoop(key, null));
        Platform.enterNestedEventLoop(key);
      }
    }

    private void save(String name) throws IOException {
      Scene scene = stage.getScene();
      settle();
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      settle();
      WritableImage image = scene.snapshot(null);
      int width = (int) image.getWidth();
      int height = (int) image.getHeight();
      int[] pixels = new int[width * height];
      image
          .getPixelReader()
          .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
      Files.write(folder.resolve(name + ".png"), PngWriter.bytes(width, height, pixels));
    }
  }
}
