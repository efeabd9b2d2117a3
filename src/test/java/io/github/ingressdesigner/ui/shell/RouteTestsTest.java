package io.github.ingressdesigner.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.suggest.Suggestion;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.ui.common.Tested;
import io.github.ingressdesigner.workspace.Change;
import io.github.ingressdesigner.workspace.disk.FileStore;
import io.github.ingressdesigner.workspace.settings.AppFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
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

/** Route tests in the window: from a request to a test that fails, and is mended. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class RouteTestsTest {
  private static final String SHOP =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: shop
      spec:
        rules:
          - host: shop.example.com
            http:
              paths:
                - path: /api
                  pathType: Prefix
                  backend:
                    service: {name: api, port: {number: 80}}
                - path: /
                  pathType: Prefix
                  backend:
                    service: {name: web, port: {number: 80}}
      """;

  private static final String TESTS =
      """
      # ours
      controller: kubernetes-spec
      manifests: [shop.yaml]
      routes:
        http://shop.example.com/api/x: web # was moved
      """;

  @TempDir private Path folder;
  private AppWiring app;
  private Stage stage;
  private Path file;

  @Start
  void start(Stage shared) {
    // A stage of its own: windows of earlier tests still listen to the one that all tests share.
    stage = new Stage();
    app = new AppWiring(stage, new Surroundings(Threads.direct(), own(), Optional.empty()));
  }

  private void open(FxRobot robot) throws IOException {
    file = Files.writeString(folder.resolve("shop.yaml"), SHOP);
    robot.interact(
        () -> {
          stage.setWidth(1280);
          stage.setHeight(800);
          app.open(List.of(file));
          app.show();
        });
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(() -> app.close());
  }

  @Test
  void testIsCreatedFromARequestFailsAfterAnEditAndIsMended(FxRobot robot) throws IOException {
    open(robot);
    press(robot, KeyCode.CONTROL, KeyCode.L);
    robot.write("http://shop.example.com/api/x");
    await("answer", () -> text(robot, ".tester-title").equals("api:80"));
    robot.clickOn("#tester-keep");
    await("passed", () -> tested().passed() == 1);
    FileId suite = FileStore.idOf(folder.resolve("shop.routes.yaml"));
    assertThat(text(suite)).endsWith("routes:\n  http://shop.example.com/api/x: api:80\n");

    edit(robot, "name: api", "name: other");
    await("failed", () -> tested().failed() == 1);
    assertThat(text(robot, "#status-tests")).isEqualTo("1 route test failed");

    robot.clickOn("#status-tests");
    await("details", () -> text(robot, ".suite-came").equals("other:80"));
    assertThat(text(robot, ".suite-want")).isEqualTo("api:80");
    robot.clickOn("#suite-accept");
    await("mended", () -> tested().failed() == 0 && tested().passed() == 1);
    assertThat(text(suite)).endsWith("routes:\n  http://shop.example.com/api/x: other:80\n");

    press(robot, KeyCode.CONTROL, KeyCode.Z);
    await("failed again", () -> tested().failed() == 1);
    assertThat(text(suite)).endsWith("routes:\n  http://shop.example.com/api/x: api:80\n");
  }

  @Test
  void suiteOnDiskIsListedAndMendedByItsAnswerAlone(FxRobot robot) throws IOException {
    Path suite = Files.writeString(folder.resolve("all.routes.yaml"), TESTS);
    open(robot);
    await("failed", () -> tested().failed() == 1);
    press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
    await("details", () -> text(robot, ".suite-came").equals("api:80"));
    robot.clickOn("#suite-accept");
    await("mended", () -> tested().passed() == 1);
    assertThat(text(FileStore.idOf(suite)))
        .isEqualTo(TESTS.replace("x: web # was", "x: api # was"));
    assertThat(suite).hasContent(TESTS);
  }

  @Test
  void coverageIsShownAndHiddenByItsButton(FxRobot robot) throws IOException {
    Files.writeString(folder.resolve("all.routes.yaml"), TESTS);
    open(robot);
    await("failed", () -> tested().failed() == 1);
    press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
    assertThat(text(robot, ".suite-coverage"))
        .isEqualTo("Tests reach 1 of 2 paths (50 %), 1 of 1 hosts");
    assertThat(robot.lookup("no test reaches it").tryQuery()).isEmpty();
    robot.clickOn("#suite-coverage");
    assertThat(robot.lookup("no test reaches it").tryQuery()).isPresent();
    robot.clickOn("#suite-coverage");
    assertThat(robot.lookup("no test reaches it").tryQuery()).isEmpty();
  }

  @Test
  void whatNoTestReachesGetsTestsByOneButton(FxRobot robot) throws IOException {
    Path suite = Files.writeString(folder.resolve("all.routes.yaml"), TESTS);
    open(robot);
    await("failed", () -> tested().failed() == 1);
    press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
    robot.clickOn("#suite-cover");
    await("passed", () -> tested().passed() == 1);
    assertThat(text(robot, ".suite-coverage"))
        .isEqualTo("Tests reach 2 of 2 paths (100 %), 1 of 1 hosts");
    assertThat(text(FileStore.idOf(suite)))
        .isEqualTo(TESTS + "  https://shop.example.com/: web:80\n");
    assertThat(robot.lookup("#suite-cover").query().isVisible()).isFalse();
  }

  @Test
  void emptyListMakesTheFirstTestByOneButton(FxRobot robot) throws IOException {
    open(robot);
    press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
    await("button", () -> !text(robot, "#suite-first").isEmpty());
    robot.clickOn("#suite-first");
    await("passed", () -> tested().passed() == 1);
    assertThat(
            robot
                .lookup("#suite-first")
                .tryQuery()
                .filter(Node::isVisible)
                .filter(n -> n.getParent().isVisible()))
        .isEmpty();
  }

  @Test
  void enterShowsTheLineOfTheTest(FxRobot robot) throws IOException {
    Path suite = Files.writeString(folder.resolve("all.routes.yaml"), TESTS);
    open(robot);
    await("failed", () -> tested().failed() == 1);
    press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
    robot.interact(() -> stage.getScene().lookup("#suite-list").requestFocus());
    press(robot, KeyCode.ENTER);
    await(
        "suite in the editor",
        () -> app.model().activeFileProperty().get().equals(Optional.of(FileStore.idOf(suite))));
    await(
        "line",
        () ->
            robot
                .lookup(
                    (Node n) ->
                        n instanceof Labeled l && String.valueOf(l.getText()).startsWith("Ln 5,"))
                .tryQuery()
                .isPresent());
  }

  @Test
  void suggestedRequestsOfThePathAreAskedAndKeptAsTests(FxRobot robot) throws IOException {
    open(robot);
    ResourceId shop = app.model().snapshot().resources().ingresses().findFirst().orElseThrow().id();
    robot.interact(() -> app.model().select(new Location(shop, FieldPath.path(0, 0)), this));
    press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
    await("suggestions", () -> suggestions(robot).size() > 3);
    assertThat(suggestions(robot).getFirst().kind()).isEqualTo(Suggestion.Kind.HIT);
    press(robot, KeyCode.ENTER);
    await("answer", () -> text(robot, ".tester-title").equals("api:80"));

    press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
    await("suggestions", () -> suggestions(robot).size() > 3);
    int count = suggestions(robot).size();
    robot.clickOn("Keep all as tests");
    await("tests", () -> tested().passed() == count);
    press(robot, KeyCode.CONTROL, KeyCode.Z);
    await("no tests", () -> tested().passed() == 0);
  }

  @Test
  void curlCommandIsPastedAndItsRequestComesBackInTheNextWindowWithoutItsSecrets(FxRobot robot)
      throws IOException {
    open(robot);
    robot.interact(
        () ->
            field()
                .setText(
                    "curl -sk -X PUT 'http://shop.example.com/api/x?a=1' \\\n"
                        + "  -H 'Authorization: Bearer hunter2' -H 'X-A: 1'"));
    await("answer", () -> text(robot, ".tester-title").equals("api:80"));
    assertThat(field().getText()).isEqualTo("http://shop.example.com/api/x?a=1");
    assertThat(app.model().tracedProperty().get().orElseThrow().request().headers())
        .containsEntry("authorization", List.of("Bearer hunter2"));
    robot.interact(() -> app.close());
    assertThat(kept()).contains("PUT").contains("X-A: 1").doesNotContain("hunter2");

    robot.interact(
        () -> {
          stage.close();
          stage = new Stage();
          app = new AppWiring(stage, new Surroundings(Threads.direct(), own(), Optional.empty()));
          app.open(List.of(file));
          app.show();
        });
    robot.clickOn(field());
    press(robot, KeyCode.UP);
    await("earlier URL", () -> field().getText().equals("http://shop.example.com/api/x?a=1"));
    await("answer", () -> text(robot, ".tester-title").equals("api:80"));
    assertThat(app.model().tracedProperty().get().orElseThrow().request().method())
        .isEqualTo("PUT");
  }

  private TextField field() {
    return (TextField) stage.getScene().lookup(".tester-url");
  }

  private String kept() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      StringBuilder all = new StringBuilder();
      for (Path path :
          files.filter(p -> p.toString().contains("requests") && Files.isRegularFile(p)).toList()) {
        all.append(Files.readString(path));
      }
      return all.toString();
    }
  }

  private AppFolders own() {
    return new AppFolders(folder.resolve("c"), folder.resolve("s"), folder.resolve("x"));
  }

  private static List<Suggestion> suggestions(FxRobot robot) {
    return robot
        .lookup("#tester-suggestions")
        .tryQuery()
        .map(node -> items(node))
        .orElse(List.of());
  }

  @SuppressWarnings("unchecked")
  private static List<Suggestion> items(Node node) {
    return List.copyOf(((ListView<Suggestion>) node).getItems());
  }

  private static void press(FxRobot robot, KeyCode... keys) {
    robot.push(keys);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Tested tested() {
    return app.model().testedProperty().get();
  }

  private String text(FileId id) {
    return app.model().workspace().text(id).string();
  }

  private static String text(FxRobot robot, String query) {
    return robot
        .lookup(query)
        .tryQuery()
        .filter(node -> node instanceof Labeled)
        .map(node -> ((Labeled) node).getText())
        .orElse("");
  }

  private void edit(FxRobot robot, String from, String to) {
    FileId id = FileStore.idOf(file);
    TextEdits edits = TextEdits.of(new TextEdit(text(id).indexOf(from), from, to));
    robot.interact(
        () ->
            app.model()
                .workspace()
                .apply(
                    new Change("edit", Change.Kind.GESTURE, Map.of(id, edits), Optional.empty()),
                    this));
  }

  private static void await(String what, Callable<Boolean> condition) {
    try {
      WindowBench.await(condition);
    } catch (TimeoutException e) {
      throw new AssertionError("never seen: " + what, e);
    }
  }
}
