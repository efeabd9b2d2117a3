package io.github.ingressdesigner.ui.tester;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.ui.common.Theme;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class TesterViewTest {
  private SampleModel sample;
  private TesterView view;

  @Start
  void show(Stage stage) {
    Theme theme = new Theme(false);
    sample = new SampleModel(theme).open();
    view = new TesterView(sample.model);
    VBox root = new VBox(view.requestRow(), view.answerPane());
    VBox.setVgrow(view.answerPane(), Priority.ALWAYS);
    Scene scene = new Scene(root, 1280, 196);
    theme.install(scene);
    stage.setScene(scene);
    stage.show();
    view.focusUrl();
  }

  private static void until(BooleanSupplier fact) throws TimeoutException {
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, fact::getAsBoolean);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static boolean isShown(FxRobot robot, String text) {
    return robot
        .lookup((javafx.scene.Node n) -> n instanceof Label l && text.equals(l.getText()))
        .tryQuery()
        .filter(n -> n.isVisible() && n.getScene() != null)
        .isPresent();
  }

  private void ask(FxRobot robot, String url) throws TimeoutException {
    robot.interact(() -> view.urlProperty().set(url));
    until(() -> robot.lookup(".tester-title").tryQuery().isPresent());
  }

  private static ListView<WhyRow> list(FxRobot robot) {
    return robot.lookup(".tester-why-list").queryListView();
  }

  @Test
  void typedUrlIsAnswered(FxRobot robot) throws TimeoutException {
    robot.write("https://shop.example.com/api");
    until(() -> isShown(robot, "api:8080"));
    assertThat(isShown(robot, "Rule 1, path 2 of Ingress shop decides:")).isTrue();
    assertThat(sample.model.tracedProperty().get()).isPresent();
  }

  @Test
  void winningRowIsTintedAndVisible(FxRobot robot) throws TimeoutException {
    ask(robot, "https://shop.example.com/other");
    until(
        () ->
            robot.lookup(".tester-cell").queryAllAs(WhyCell.class).stream()
                .anyMatch(
                    cell ->
                        cell.getPseudoClassStates().toString().contains("wins")
                            && cell.getItem().subject().equals("/")));
  }

  @Test
  void clickedRowIsSelectedEverywhere(FxRobot robot) throws TimeoutException {
    ask(robot, "https://shop.example.com/api");
    robot.clickOn("/pay");
    assertThat(sample.model.selectionProperty().get().at().orElseThrow().path())
        .hasToString("spec.rules[0].http.paths[3]");
  }

  @Test
  void rowsAreReachedByKeyboardAndEnterShowsTheText(FxRobot robot) throws TimeoutException {
    ask(robot, "https://shop.example.com/api");
    robot.interact(() -> list(robot).requestFocus());
    robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
    assertThat(sample.model.selectionProperty().get().at().orElseThrow().path())
        .hasToString("spec.rules[0].http.paths[2]");
    assertThat(sample.actions.asked).anyMatch(asked -> asked.startsWith("reveal ingress.yaml"));
  }

  @Test
  void selectionOfAnotherViewIsFollowed(FxRobot robot) throws TimeoutException {
    ask(robot, "https://shop.example.com/api");
    until(() -> !list(robot).getItems().isEmpty());
    robot.interact(
        () -> sample.model.select(list(robot).getItems().get(2).at().orElseThrow(), "graph"));
    assertThat(list(robot).getSelectionModel().getSelectedIndex()).isEqualTo(2);
  }

  @Test
  void badUrlIsToldBesideTheField(FxRobot robot) throws TimeoutException {
    ask(robot, "https://shop.example.com/api");
    robot.interact(() -> view.urlProperty().set("https://shop.example.com:x/"));
    assertThat(isShown(robot, "The port x is not a number from 0 to 65535.")).isTrue();
    assertThat(robot.lookup(".tester-url").queryAs(TextField.class).getText())
        .isEqualTo("https://shop.example.com:x/");
    assertThat(isShown(robot, "api:8080")).isFalse();
  }

  @Test
  void upBringsBackTheUrlBefore(FxRobot robot) throws TimeoutException {
    ask(robot, "https://shop.example.com/pay");
    robot.clickOn(".tester-url").type(KeyCode.ENTER);
    ask(robot, "https://shop.example.com/api");
    robot.type(KeyCode.UP);
    assertThat(view.urlProperty().get()).isEqualTo("https://shop.example.com/pay");
    robot.type(KeyCode.DOWN);
    assertThat(view.urlProperty().get()).isEqualTo("https://shop.example.com/api");
  }

  @Test
  void compactRowTellsTheAnswerInShort(FxRobot robot) throws TimeoutException {
    ask(robot, "https://acme.example.com/");
    robot.interact(() -> view.compactProperty().set(true));
    assertThat(isShown(robot, "through *.example.com, Prefix /")).isTrue();
    assertThat(robot.lookup(".tester-tools").query().isVisible()).isFalse();
  }

  @Test
  void headersAreTypedInAPopUp(FxRobot robot) throws TimeoutException {
    ask(robot, "https://10.0.0.1/");
    robot.clickOn("Header");
    robot.write("Host").type(KeyCode.ENTER).write("acme.example.com").type(KeyCode.ESCAPE);
    until(() -> isShown(robot, "tenant:80"));
    assertThat(robot.lookup("Headers: 1").tryQuery()).isPresent();
  }

  @Test
  void linesAndCurlAreHandedToTheWindow(FxRobot robot) throws TimeoutException {
    ask(robot, "https://shop.example.com/api");
    until(() -> robot.lookup("Show lines 12 and 22 to 28").tryQuery().isPresent());
    robot.clickOn("Show lines 12 and 22 to 28").clickOn("Copy as curl");
    assertThat(sample.actions.asked)
        .contains("copy curl --path-as-is https://shop.example.com/api")
        .anyMatch(asked -> asked.startsWith("reveal ingress.yaml"));
  }

  @Test
  void linesOfAFileThatTheEditorDoesNotShowAreNamedWithIt(FxRobot robot) throws TimeoutException {
    FileId other = new FileId("/sample/other.yaml");
    robot.interact(() -> sample.model.activeFileProperty().set(Optional.of(other)));
    ask(robot, "https://shop.example.com/api");
    until(() -> robot.lookup("Show lines 12 and 22 to 28 of ingress.yaml").tryQuery().isPresent());
  }

  @Test
  void manyCandidatesMakeFewCells(FxRobot robot) throws TimeoutException {
    StringBuilder yaml =
        new StringBuilder(
            """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: many}
            spec:
              rules:
              - host: many.example.org
                http:
                  paths:
            """);
    for (int i = 0; i < 10_000; i++) {
      yaml.append("      - {path: /p").append(i);
      yaml.append(", pathType: Exact, backend: {service: {name: s, port: {number: 80}}}}\n");
    }
    byte[] bytes = yaml.toString().getBytes(StandardCharsets.UTF_8);
    robot.interact(() -> sample.workspace.open(new FileId("/many.yaml"), FileBytes.decode(bytes)));
    ask(robot, "https://many.example.org/p9999");
    until(() -> list(robot).getItems().size() >= 10_000);
    assertThat(robot.lookup(".tester-cell").queryAll()).hasSizeLessThan(40);
  }
}
