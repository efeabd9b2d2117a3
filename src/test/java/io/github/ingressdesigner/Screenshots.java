package io.github.ingressdesigner;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.ui.common.Theme;
import io.github.ingressdesigner.ui.shell.AppWiring;
import io.github.ingressdesigner.ui.shell.Surroundings;
import io.github.ingressdesigner.ui.shell.Threads;
import io.github.ingressdesigner.ui.shell.WindowPicture;
import io.github.ingressdesigner.workspace.Change;
import io.github.ingressdesigner.workspace.Snapshot;
import io.github.ingressdesigner.workspace.settings.AppFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

/** Draws the real window in its states into a folder; for developers, to look at. */
public final class Screenshots {
  private static final int[][] SIZES = {{1280, 800}, {1440, 900}, {1920, 1080}};

  private Screenshots() {}

  public static void main(String[] args) {
    Application.launch(Show.class, args);
  }

  /** The JavaFX side. */
  public static final class Show extends Application {
    private Path folder;
    private Theme theme;
    private Stage stage;

    @Override
    public void start(Stage stage) throws IOException {
      Path folder = Path.of(getParameters().getRaw().getFirst());
      Files.createDirectories(folder);
      Path own = folder.resolve("own");
      AppWiring wiring =
          new AppWiring(
              stage,
              new Surroundings(Threads.direct(), new AppFolders(own, own, own), Optional.empty()));
      stage.setX(0);
      stage.setY(0);
      stage.setWidth(1000);
      stage.setHeight(800);
      wiring.show();
      this.folder = folder;
      this.theme = wiring.theme();
      this.stage = stage;
      draw("start");
      wiring.openSample();
      draw("main");
      Snapshot snapshot = wiring.model().feed().current();
      ResourceId shop = snapshot.resources().ingresses().findFirst().orElseThrow().id();
      wiring.model().select(new Location(shop, FieldPath.path(0, 1)), this);
      draw("editing");
      edit(wiring, shop.file(), "pathType: Exact", "pathType Exact");
      draw("stale");
      wiring.model().workspace().undo();
      wiring.run("controller ingress-nginx");
      ask(wiring, "https://admin.example.com/grafana/d/7?x=1", () -> rewritten(wiring));
    }

    private void rewritten(AppWiring wiring) {
      draw("rewritten");
      wiring.run("compareControllers");
      later(
          () -> {
            wiring.run("nextDifference");
            later(
                () -> {
                  draw("compare");
                  wiring.run("compareUnreachable");
                  later(
                      () -> {
                        draw("unreachable");
                        wiring.run("closeCompare");
                        allControllers(wiring);
                      });
                });
          });
    }

    private void allControllers(AppWiring wiring) {
      wiring.run("showControllers");
      later(
          () -> {
            draw("all-controllers");
            wiring.run("showWhy");
            wiring.run("controllerSettings");
            draw("controller-settings");
            Event.fireEvent(stage.getScene().getRoot(), escape());
            String canary = "    nginx.ingress.kubernetes.io/canary";
            FileId admin = file(wiring, "admin");
            String text = text(wiring, admin);
            edit(
                wiring,
                admin,
                text.substring(text.length() - 1),
                "\n---\n"
                    + text.replace("name: admin\n", "name: a-next\n")
                        .replace("number: 3000", "number: 8080")
                        .replace("name: grafana", "name: api-next")
                        .replace(
                            "  annotations:\n",
                            "  annotations:\n%s: 'true'\n%s-weight: '20'\n"
                                .formatted(canary, canary)));
            later(() -> split(wiring));
          });
    }

    private void split(AppWiring wiring) {
      draw("split");
      wiring.run("showControllers");
      later(() -> foreign(wiring));
    }

    private void foreign(AppWiring wiring) {
      draw("all-split");
      wiring.run("showTests");
      draw("tests-none");
      wiring.run("keepTest");
      later(() -> tests(wiring));
    }

    private void tests(AppWiring wiring) {
      wiring.run("coverage");
      draw("tests-coverage");
      wiring.run("coverRest");
      later(
          () -> {
            edit(wiring, file(wiring, "ingress.yaml"), "number: 8080", "number: 8090");
            later(
                () -> {
                  draw("tests-failed");
                  wiring.run("acceptTests");
                  wiring.run("coverage");
                  later(() -> unknown(wiring));
                });
          });
    }

    private void unknown(AppWiring wiring) {
      wiring.run("showWhy");
      wiring.run("controllerAsFiles");
      for (FileId file : wiring.model().workspace().files()) {
        while (text(wiring, file).contains("ingressClassName: nginx")) {
          edit(wiring, file, "ingressClassName: nginx", "ingressClassName: alb");
        }
      }
      later(
          () -> {
            draw("foreign");
            Platform.exit();
          });
    }

    private static KeyEvent escape() {
      return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false);
    }

    private static FileId file(AppWiring wiring, String name) {
      return wiring.model().workspace().files().stream()
          .filter(file -> file.name().startsWith(name))
          .findFirst()
          .orElseThrow();
    }

    private static void ask(AppWiring wiring, String url, Runnable then) {
      ((TextField) wiring.scene().lookup(".tester-url")).setText(url);
      later(then);
    }

    private static String text(AppWiring wiring, FileId file) {
      return wiring.model().workspace().text(file).string();
    }

    private static void edit(AppWiring wiring, FileId file, String from, String to) {
      int at = text(wiring, file).lastIndexOf(from);
      TextEdits edits = TextEdits.of(new TextEdit(at, from, to));
      wiring
          .model()
          .workspace()
          .apply(new Change("Edit", Change.Kind.TYPING, Map.of(file, edits), Optional.empty()), "");
    }

    /** All controllers answer on another thread. */
    private static void later(Runnable action) {
      PauseTransition pause = new PauseTransition(Duration.seconds(2));
      pause.setOnFinished(event -> Platform.runLater(action));
      pause.play();
    }

    private void draw(String state) {
      for (int[] size : SIZES) {
        if (size[1] > Screen.getPrimary().getBounds().getHeight()) {
          continue;
        }
        for (boolean dark : new boolean[] {false, true}) {
          theme.setDark(dark);
          Object key = new Object();
          String name = state + "-" + size[0] + (dark ? "-dark" : "-light") + ".png";
          WindowPicture.draw(
              stage,
              size[0],
              size[1],
              png -> {
                save(folder.resolve(name), png);
                Platform.exitNestedEventLoop(key, null);
              });
          Platform.enterNestedEventLoop(key);
        }
      }
    }

    private static void save(Path file, byte[] png) {
      try {
        Files.write(file, png);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
