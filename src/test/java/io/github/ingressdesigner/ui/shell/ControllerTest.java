package io.github.ingressdesigner.ui.shell;

import static io.github.ingressdesigner.ui.shell.WindowBench.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.workspace.routing.RoutingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
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
    app = WindowBench.window(stage, folder, Optional.empty());
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
    WindowBench.show(robot, app, file);
  }

  private void ask(FxRobot robot) throws TimeoutException {
    robot.interact(() -> app.run("focusUrl"));
    TextField url = robot.lookup(".tester-url").queryAs(TextField.class);
    robot.interact(() -> url.setText(URL));
    await(() -> app.model().tracedProperty().get().isPresent());
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

  @Test
  void theMenuChoosesAControllerByKeys(FxRobot robot) throws IOException, TimeoutException {
    open(robot, "kong");
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
    WaitForAsyncUtils.waitForFxEvents();
    robot.push(KeyCode.DOWN);
    robot.push(KeyCode.DOWN);
    robot.push(KeyCode.ENTER);
    await(() -> controller(robot).endsWith("chosen by you"));
    robot.interact(() -> app.run("controllerAsFiles"));
    assertThat(controller(robot)).isEqualTo("Kong 3.9, from files");
  }

  @Test
  void switchingKeepsSelectionAndRequest(FxRobot robot) throws IOException, TimeoutException {
    open(robot, "kong");
    ask(robot);
    ResourceId web = app.model().snapshot().resources().ingresses().findFirst().orElseThrow().id();
    Location path = new Location(web, FieldPath.path(0, 0));
    robot.interact(() -> app.model().select(path, this));
    robot.interact(() -> app.run("controller contour"));
    await(() -> app.model().feed().dialect().id().equals("contour"));
    assertThat(app.model().selectionProperty().get().at()).contains(path);
    assertThat(robot.lookup(".tester-url").queryAs(TextField.class).getText()).isEqualTo(URL);
  }

  @Test
  void aSettingThatDiffersIsMarkedAndResetTakesItBack(FxRobot robot)
      throws IOException, TimeoutException {
    open(robot, "kong");
    robot.interact(() -> app.run("controllerSettings"));
    TextField served = field(robot, "ingress-class");
    robot.clickOn(served);
    robot.write("other");
    assertThat(robot.lookup(".badge.changed").queryAllAs(Label.class)).anyMatch(Node::isVisible);
    robot.clickOn("Apply");
    await(() -> Files.exists(folder.resolve(RoutingFile.NAME)));
    assertThat(robot.lookup(".controller-mark").query().isVisible()).isTrue();
    assertThat(text(robot, ".status-dialect")).isEqualTo("Kong 3.9, 1 setting changed");
    robot.interact(() -> app.run("controllerSettings"));
    robot.clickOn("Reset all");
    assertThat(field(robot, "ingress-class").getText()).isEmpty();
    robot.clickOn("Apply");
    await(() -> !Files.readString(folder.resolve(RoutingFile.NAME)).contains("other"));
    assertThat(robot.lookup(".controller-mark").query().isVisible()).isFalse();
    assertThat(text(robot, ".status-dialect")).isEqualTo("Kong 3.9");
  }

  @Test
  void applyingWithoutAChangeWritesNothing(FxRobot robot) throws IOException {
    open(robot, "kong");
    robot.interact(() -> app.run("controllerSettings"));
    robot.clickOn("Apply");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(folder.resolve(RoutingFile.NAME)).doesNotExist();
  }

  @Test
  void unknownKeysOfTheFileAreShownAndRemoved(FxRobot robot) throws IOException, TimeoutException {
    Path file = folder.resolve(RoutingFile.NAME);
    Files.writeString(file, "settings:\n  kong:\n    no-such-key: x\n    ingress-class: kong2\n");
    open(robot, "kong");
    await(() -> !app.model().feed().dialect().config().values().isEmpty());
    robot.interact(() -> app.run("controllerSettings"));
    assertThat(robot.lookup("no-such-key: x").tryQuery()).isPresent();
    Node remove =
        robot.lookup(".icon-button").queryAll().stream()
            .filter(node -> "Remove no-such-key".equals(node.getAccessibleText()))
            .findFirst()
            .orElseThrow();
    robot.interact(() -> ((Button) remove).fire());
    robot.clickOn("Apply");
    await(() -> !Files.readString(file).contains("no-such-key"));
    assertThat(file).content().contains("ingress-class: kong2");
  }

  @Test
  void settingsAreFoundByTheirWords(FxRobot robot) throws IOException {
    open(robot, "nginx");
    robot.interact(() -> app.run("controllerSettings"));
    robot.write("redirect code");
    List<String> shown =
        robot.lookup(".controller-setting").queryAll().stream()
            .filter(Node::isVisible)
            .map(row -> robot.from(row).lookup(".controller-key").queryAs(Label.class).getText())
            .toList();
    assertThat(shown).contains("http-redirect-code").hasSizeLessThan(4);
    robot.push(KeyCode.ESCAPE);
    assertThat(robot.lookup(".controller-setting").tryQuery()).isEmpty();
  }

  @Test
  void aControllerWithoutSettingsSaysSo(FxRobot robot) throws IOException {
    open(robot, "kong");
    robot.interact(() -> app.run("controller kubernetes-spec"));
    robot.interact(() -> app.run("controllerSettings"));
    assertThat(robot.lookup("This controller has no settings that change routing.").tryQuery())
        .isPresent();
    robot.push(KeyCode.ESCAPE);
    assertThat(robot.lookup(".sheet-title").tryQuery()).isEmpty();
  }

  @Test
  void theTableMarksWhatDiffers(FxRobot robot) throws IOException, TimeoutException {
    open(robot, "kong");
    ask(robot);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
    await(() -> text(robot, ".controllers-head .tester-intro").contains("otherwise than Kong 3.9"));
    assertThat(robot.lookup(".controllers-differs .badge").queryAllAs(Label.class))
        .anyMatch(Node::isVisible);
  }

  @Test
  void theFileCanNameTheController(FxRobot robot) throws IOException, TimeoutException {
    Path file = folder.resolve(RoutingFile.NAME);
    open(robot, "kong");
    robot.interact(() -> app.run("controller contour"));
    MenuButton button = robot.lookup(".controller-button").queryAs(MenuButton.class);
    robot.interact(() -> item(button, "Name it in").fire());
    await(() -> Files.exists(file));
    assertThat(file).content().contains("controller: contour");
    robot.interact(() -> app.run("controllerAsFiles"));
    assertThat(controller(robot)).isEqualTo("Contour 1.33, by settings file");
    await(() -> item(button, "Name it in").isSelected());
    robot.interact(() -> item(button, "Name it in").fire());
    await(() -> controller(robot).equals("Kong 3.9, from files"));
  }

  private static CheckMenuItem item(MenuButton button, String start) {
    return button.getItems().stream()
        .filter(item -> item instanceof CheckMenuItem && item.getText().startsWith(start))
        .map(CheckMenuItem.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
