package io.github.ingressdesigner.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.workspace.settings.AppFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
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

/** Choosing the controller that decides, and asking all of them. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ControllerTest {
  private static final String URL = "http://a.example.com/apiary";

  @TempDir private Path folder;
  private AppWiring app;
  private Stage stage;

  @Start
  void start(Stage shared) {
    stage = new Stage();
    AppFolders own = new AppFolders(folder.resolve("c"), folder.resolve("s"), folder.resolve("x"));
    app = new AppWiring(stage, new Surroundings(Threads.direct(), own, Optional.empty()));
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(() -> app.close());
  }

  private static String ingress(String className) {
    return """
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata:
      name: web
    spec:
      ingressClassName: %s
      rules:
        - host: a.example.com
          http:
            paths:
              - path: /api
                pathType: ImplementationSpecific
                backend:
                  service: {name: api, port: {number: 80}}
    """
        .formatted(className);
  }

  private void open(FxRobot robot, String className) throws IOException {
    Path file = Files.writeString(folder.resolve("web.yaml"), ingress(className));
    robot.interact(
        () -> {
          app.open(List.of(file));
          app.show();
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void ask(FxRobot robot) throws TimeoutException {
    robot.interact(() -> app.run("focusUrl"));
    TextField url = robot.lookup(".tester-url").queryAs(TextField.class);
    robot.interact(() -> url.setText(URL));
    await(() -> app.model().tracedProperty().get().isPresent());
  }

  private static void await(java.util.concurrent.Callable<Boolean> condition)
      throws TimeoutException {
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static String title(FxRobot robot) {
    return text(robot, ".tester-title");
  }

  private static String text(FxRobot robot, String query) {
    return robot.lookup(query).queryAs(Label.class).getText();
  }

  private static String controller(FxRobot robot) {
    return text(robot, ".controller-name") + ", " + text(robot, ".controller-origin");
  }

  @Test
  void theFilesTellTheController(FxRobot robot) throws IOException {
    open(robot, "kong");
    assertThat(controller(robot)).isEqualTo("Kong 3.9, from files");
    assertThat(app.model().feed().dialect().id()).isEqualTo("kong");
  }

  @Test
  void switchingTheControllerTracesAgainAtOnce(FxRobot robot) throws IOException, TimeoutException {
    open(robot, "kong");
    ask(robot);
    assertThat(title(robot)).isEqualTo("api:80");
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
    robot.write("controller kubernetes");
    robot.push(KeyCode.ENTER);
    await(() -> title(robot).equals("404"));
    assertThat(controller(robot)).isEqualTo("Kubernetes spec, chosen by you");
  }

  @Test
  void settingsOfTheControllerAreKeptBesideTheFilesAndCount(FxRobot robot)
      throws IOException, TimeoutException {
    open(robot, "other");
    robot.interact(() -> app.run("controller kong"));
    robot.interact(() -> app.run("controllerSettings"));
    TextField served = field(robot, "ingress-class");
    robot.clickOn(served);
    robot.write("other");
    robot.clickOn("Apply");
    ask(robot);
    await(() -> title(robot).equals("api:80"));
    assertThat(folder.resolve(".ingress-designer.yaml"))
        .content()
        .contains("controller: kong")
        .contains("ingress-class: other");
  }

  private static TextField field(FxRobot robot, String key) {
    return robot.lookup(".controller-control").queryAllAs(javafx.scene.Node.class).stream()
        .filter(TextField.class::isInstance)
        .map(TextField.class::cast)
        .filter(text -> key.equals(text.getAccessibleText()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aValueThatCannotBeIsNotKept(FxRobot robot) throws IOException {
    open(robot, "nginx");
    robot.interact(() -> app.run("controllerSettings"));
    TextField code = field(robot, "http-redirect-code");
    robot.interact(() -> code.setText("many"));
    assertThat(robot.lookup("Apply").queryButton().isDisabled()).isTrue();
    robot.interact(() -> code.setText("307"));
    assertThat(robot.lookup("Apply").queryButton().isDisabled()).isFalse();
    robot.push(KeyCode.ESCAPE);
    assertThat(folder.resolve(".ingress-designer.yaml")).doesNotExist();
  }

  @Test
  void theSettingsFileOfTheFolderDecides(FxRobot robot) throws IOException {
    Files.writeString(folder.resolve(".ingress-designer.yaml"), "controller: contour\n");
    open(robot, "kong");
    assertThat(app.model().feed().dialect().id()).isEqualTo("contour");
  }

  @Test
  void aControllerThatIsNotModelledIsNamedAndAnswersAreNotKnown(FxRobot robot)
      throws IOException, TimeoutException {
    open(robot, "alb");
    ask(robot);
    assertThat(
            robot.lookup(".notice-text").queryAllAs(Labeled.class).stream().map(Labeled::getText))
        .anyMatch(text -> text.contains("AWS Load Balancer Controller is not modelled"));
    assertThat(robot.lookup(".tester-verdict .tester-badge").queryAs(Label.class).getText())
        .isEqualTo("Unknown");
    robot.interact(() -> app.run("controller kong"));
    assertThat(robot.lookup(".notice-text").tryQuery()).isEmpty();
  }

  @Test
  void allControllersAnswerSideBySideAndOneIsTakenByEnter(FxRobot robot)
      throws IOException, TimeoutException {
    open(robot, "kong");
    ask(robot);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
    ListView<?> list = robot.lookup(".controllers-list").queryAs(ListView.class);
    await(() -> list.getItems().size() == Dialects.all().size());
    robot.interact(
        () -> {
          list.requestFocus();
          list.getSelectionModel().selectFirst();
        });
    robot.push(KeyCode.ENTER);
    await(() -> app.model().feed().dialect().equals(Dialects.SPEC));
    assertThat(controller(robot)).isEqualTo("Kubernetes spec, chosen by you");
  }
}
