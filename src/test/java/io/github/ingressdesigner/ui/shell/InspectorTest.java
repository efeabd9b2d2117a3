package io.github.ingressdesigner.ui.shell;

import static io.github.ingressdesigner.ui.shell.WindowBench.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Editing the selected element by fields, each change one smallest edit and one undo step. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class InspectorTest {
  private static final String TEXT =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
        annotations:
          nginx.ingress.kubernetes.io/ssl-redirect: "false"  # for now
      spec:
        ingressClassName: nginx
        rules:
          - host: a.example.com
            http:
              paths:
                - path: /api  # the API
                  pathType: Prefix
                  backend:
                    service: {name: api, port: {number: 80}}
                - path: /api/v2
                  pathType: Prefix
                  backend:
                    service: {name: next, port: {number: 80}}
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: other
      spec:
        ports:
          - port: 8080
      """;

  @TempDir private Path folder;
  private Path file;
  private AppWiring app;

  @Start
  void start(Stage shared) {
    app = WindowBench.window(new Stage(), folder, Optional.empty());
  }

  @BeforeEach
  void open(FxRobot robot) throws Exception {
    file = Files.writeString(folder.resolve("web.yaml"), TEXT);
    WindowBench.show(robot, app, file);
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(() -> app.close());
  }

  private String text() {
    return app.model().workspace().text(new FileId(file.toString())).string();
  }

  private void inspect(FxRobot robot, FieldPath path) {
    ResourceId web = app.model().snapshot().resources().ingresses().findFirst().orElseThrow().id();
    robot.interact(() -> app.model().select(new Location(web, path), "test"));
    robot.push(KeyCode.F4);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static Set<String> labels(FxRobot robot) {
    return robot.lookup(".inspector .label").queryAllAs(Label.class).stream()
        .map(Labeled::getText)
        .collect(Collectors.toSet());
  }

  private static Node field(FxRobot robot, String name) {
    return robot
        .lookup(".inspector .inspector-field")
        .match((Node node) -> name.equals(node.getAccessibleText()))
        .query();
  }

  private static void write(FxRobot robot, Node field, String text) {
    robot.clickOn(field);
    robot.push(KeyCode.CONTROL, KeyCode.A);
    robot.write(text);
    robot.push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void aPathShowsWhatItMatchesAndWhatIsTriedFirst(FxRobot robot) throws TimeoutException {
    inspect(robot, FieldPath.path(0, 0));
    await(() -> labels(robot).contains("/api/"));
    assertThat(labels(robot))
        .contains("Matches", "/api", "Does not match", "/API", "in a.example.com")
        .contains("/api/v2 is tried first and takes /api/v2 and what is below.");
  }

  @Test
  void aPathIsWrittenByEnterAsTheSmallestEdit(FxRobot robot) {
    inspect(robot, FieldPath.path(0, 0));
    write(robot, field(robot, "Path"), "/v1");

    assertThat(text()).isEqualTo(TEXT.replace("path: /api  #", "path: /v1  #"));
    robot.interact(() -> app.run("undo"));
    assertThat(text()).isEqualTo(TEXT);
  }

  @Test
  void aWrongPathIsToldAndNotWritten(FxRobot robot) {
    inspect(robot, FieldPath.path(0, 0));
    write(robot, field(robot, "Path"), "api//x");

    assertThat(labels(robot)).contains("A path begins with \"/\".");
    assertThat(text()).isEqualTo(TEXT);
    robot.push(KeyCode.ESCAPE);
    assertThat(((TextField) field(robot, "Path")).getText()).isEqualTo("/api");
  }

  @Test
  void thePathTypeIsChosenByAButton(FxRobot robot) throws TimeoutException {
    inspect(robot, FieldPath.path(0, 0));
    robot.clickOn(
        robot
            .lookup(".inspector .toggle-button")
            .match((ToggleButton b) -> b.getText().equals("Exact"))
            .<Node>query());

    await(() -> text().contains("pathType: Exact"));
    assertThat(text()).isEqualTo(TEXT.replaceFirst("pathType: Prefix", "pathType: Exact"));
  }

  @Test
  void aServiceWithOnePortBringsItsPort(FxRobot robot) {
    inspect(robot, FieldPath.path(0, 0));
    ComboBox<?> service = (ComboBox<?>) field(robot, "Service");
    write(robot, service.getEditor(), "other");

    assertThat(text())
        .isEqualTo(
            TEXT.replace("{name: api, port: {number: 80}}", "{name: other, port: {number: 8080}}"));
  }

  @Test
  void aHostIsRenamed(FxRobot robot) {
    inspect(robot, FieldPath.rule(0));
    write(robot, field(robot, "Host"), "b.example.com");

    assertThat(text()).isEqualTo(TEXT.replace("a.example.com", "b.example.com"));
  }

  @Test
  void aSecretForAHostWithoutOneMakesATlsEntry(FxRobot robot) throws TimeoutException {
    inspect(robot, FieldPath.rule(0));
    ComboBox<?> secret = (ComboBox<?>) field(robot, "Secret with the certificate");
    write(robot, secret.getEditor(), "web-tls");

    await(() -> text().contains("secretName: web-tls"));
    assertThat(text()).contains("tls:").contains("- a.example.com");
    assertThat(labels(robot)).contains("The entry covers a.example.com.");
  }

  @Test
  void anAnnotationKeepsItsQuotesAndComment(FxRobot robot) {
    inspect(robot, FieldPath.of("metadata", "annotations"));
    ComboBox<?> value = (ComboBox<?>) field(robot, "nginx.ingress.kubernetes.io/ssl-redirect");
    write(robot, value.getEditor(), "true");

    assertThat(text()).isEqualTo(TEXT.replace("\"false\"  # for now", "\"true\"  # for now"));
  }

  @Test
  void anAnnotationIsAddedFromTheCatalogue(FxRobot robot) throws TimeoutException {
    inspect(robot, FieldPath.of("metadata", "name"));
    ComboBox<?> add = (ComboBox<?>) field(robot, "Add");
    write(robot, add.getEditor(), "nginx.ingress.kubernetes.io/use-regex");

    await(() -> text().contains("nginx.ingress.kubernetes.io/use-regex: \"true\""));
    await(() -> robot.lookup(".inspector .label").queryAllAs(Label.class).size() > 0);
    assertThat(field(robot, "nginx.ingress.kubernetes.io/use-regex")).isNotNull();
  }

  @Test
  void escapeClosesTheInspector(FxRobot robot) {
    inspect(robot, FieldPath.path(0, 0));
    assertThat(robot.lookup(".inspector").<Node>query().isVisible()).isTrue();
    robot.push(KeyCode.ESCAPE);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup(".inspector").<Node>query().isVisible()).isFalse();
  }

  @Test
  void anElementIsGoneToByTypingPartOfItsName(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.E);
    robot.write("api/v2");
    robot.push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(app.model().selectionProperty().get().at())
        .map(Location::path)
        .hasValueSatisfying(path -> assertThat(path.startsWith(FieldPath.path(0, 1))).isTrue());
  }
}
