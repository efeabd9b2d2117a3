package io.github.ingressdesigner.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.workspace.Change;
import io.github.ingressdesigner.workspace.settings.AppFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Replaying a log in its window. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ReplayTest {
  private static final String TEXT =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
      spec:
        rules:
          - host: shop.example.com
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend:
                    service: {name: web, port: {number: 80}}
                - path: /api
                  pathType: Prefix
                  backend:
                    service: {name: api, port: {number: 80}}
      """;

  private static final String LINE =
      "203.0.113.7 - - [25/Nov/2026:10:00:00 +0000] \"GET %s HTTP/1.1\" 200 5 \"-\" \"-\"%n";

  @TempDir private Path folder;
  private AppWiring app;
  private Path log;

  @Start
  void start(Stage shared) throws IOException {
    log = folder.resolve("access.log");
    AppFolders own = new AppFolders(folder.resolve("c"), folder.resolve("s"), folder.resolve("x"));
    Stage stage = new Stage();
    app = new AppWiring(stage, new Surroundings(Threads.direct(), own, Optional.of(new Picker())));
    stage.setWidth(1280);
    stage.setHeight(800);
    Path file = Files.writeString(folder.resolve("web.yaml"), TEXT);
    app.open(List.of(file));
    app.show();
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(
        () -> {
          List.copyOf(javafx.stage.Window.getWindows()).stream()
              .filter(w -> w instanceof Stage s && s.getTitle().equals("Replay requests"))
              .forEach(javafx.stage.Window::hide);
          app.close();
        });
  }

  private final class Picker implements FilePicker {
    @Override
    public List<Path> filesToOpen(Optional<Path> startIn) {
      return List.of(log);
    }

    @Override
    public Optional<Path> folderToOpen(Optional<Path> startIn) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> fileToSave(Optional<Path> startIn, String name) {
      return Optional.empty();
    }
  }

  private void openAndChoose(FxRobot robot, String text) throws IOException {
    Files.writeString(log, text);
    robot.interact(() -> app.run("replay"));
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> button(robot, "#replay-choose").fire());
  }

  private static javafx.scene.control.Button button(FxRobot robot, String id) {
    return robot.lookup(id).queryButton();
  }

  private void replay(FxRobot robot, String host, String against) {
    robot.interact(
        () -> {
          robot.lookup("#replay-host").queryAs(TextField.class).setText(host);
          ComboBox<Object> choice = robot.lookup("#replay-against").queryComboBox();
          choice.getItems().stream()
              .filter(item -> item.toString().contains(against))
              .findFirst()
              .ifPresent(choice::setValue);
          button(robot, "#replay-run").fire();
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void requestsThatAnEditMovesAreShownAndGoToTheTester(FxRobot robot) throws IOException {
    openAndChoose(
        robot,
        LINE.formatted("/api/orders/17?token=s3cret").repeat(3)
            + "no request\n"
            + LINE.formatted("/"));
    robot.interact(
        () -> {
          var file = app.model().workspace().files().getFirst();
          int at = TEXT.indexOf("/api") + 4;
          app.model()
              .workspace()
              .apply(
                  new Change(
                      "Edit",
                      Change.Kind.TYPING,
                      Map.of(file, TextEdits.of(TextEdit.insert(at, "/v2"))),
                      Optional.empty()),
                  this);
        });
    replay(robot, "shop.example.com", "Saved");
    assertThat(robot.lookup("#replay-summary").queryAs(Label.class).getText())
        .startsWith("3 of 4 requests are answered otherwise");
    TableView<Object> changes = robot.lookup("#replay-changes").queryTableView();
    assertThat(changes.getItems()).hasSize(1);
    assertThat(changes.getItems().toString()).contains("/api/orders/{number}");
    robot.interact(
        () -> {
          changes.getSelectionModel().selectFirst();
          button(robot, "#replay-tester").fire();
        });
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(app.model().tracedProperty().get().orElseThrow().toString())
        .contains("/api/orders/17")
        .doesNotContain("s3cret");
  }

  @Test
  void withoutVersionsRequestsAreCountedByBackend(FxRobot robot) throws IOException {
    openAndChoose(robot, LINE.formatted("/api") + LINE.formatted("/"));
    replay(robot, "shop.example.com", "Nothing");
    TableView<Object> backends = robot.lookup("#replay-backends").queryTableView();
    assertThat(backends.getItems().toString()).contains("default/api:80").contains("web:80");
  }

  @Test
  void logWithoutHostsAsksForOne(FxRobot robot) throws IOException {
    openAndChoose(robot, LINE.formatted("/api"));
    replay(robot, "", "Nothing");
    assertThat(robot.lookup("#replay-empty").queryAs(Label.class).getText())
        .contains("does not tell which host");
  }

  @Test
  void whatIsNoLogIsSaid(FxRobot robot) throws IOException {
    openAndChoose(robot, "nothing\n");
    replay(robot, "", "Nothing");
    assertThat(robot.lookup("#replay-empty").queryAs(Label.class).getText())
        .contains("The format of the log is not known.");
  }
}
