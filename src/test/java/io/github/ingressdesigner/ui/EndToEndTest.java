package io.github.ingressdesigner.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.ui.shell.AppWiring;
import io.github.ingressdesigner.ui.shell.Surroundings;
import io.github.ingressdesigner.ui.shell.Threads;
import io.github.ingressdesigner.workspace.disk.FileStore;
import io.github.ingressdesigner.workspace.settings.AppFolders;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
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

/** The real window with real threads, from the keyboard and the mouse to the bytes on disk. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class EndToEndTest {
  private static final String SHOP =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: shop # keep me
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

  /** Line of the host, counted from 0. */
  private static final int HOST_LINE = 6;

  @TempDir private Path folder;
  private AppWiring app;
  private Path file;

  @Start
  void start(Stage stage) throws IOException {
    file = Files.writeString(folder.resolve("shop.yaml"), SHOP);
    app = new AppWiring(stage, new Surroundings(Threads.real(), own(folder), Optional.empty()));
    app.open(List.of(file));
    app.show();
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(() -> app.close());
  }

  private static AppFolders own(Path folder) {
    Path own = folder.resolve("own");
    return new AppFolders(own.resolve("config"), own.resolve("state"), own.resolve("cache"));
  }

  @Test
  void graphFollowsTheTextAsItIsTyped(FxRobot robot) {
    awaitGraph("shop.example.com");

    caretToEndOf(robot, HOST_LINE);
    robot.write("x");

    await("host in the graph", () -> hosts().contains("shop.example.comx"));
    await("host drawn", () -> app.graph().boundsOnScreen(at(FieldPath.rule(0))).isPresent());
  }

  @Test
  void reroutingByKeysChangesOneLineAndUndoTakesItBack(FxRobot robot) {
    selectApiPath(robot);

    robot.type(KeyCode.R);
    await("prompt", () -> isShown(robot, "#canvas-prompt-target"));
    push(robot, KeyCode.CONTROL, KeyCode.A);
    robot.write("web:80");
    push(robot, KeyCode.ENTER);

    assertOneLineReroutedToWeb(robot);
  }

  @Test
  @Tag("drag")
  void draggingAPathToABackendChangesOneLineAndUndoTakesItBack(FxRobot robot) {
    assumeFalse(
        "Headless".equals(System.getProperty("glass.platform")),
        "skipped: the Headless platform does not deliver drags faithfully");
    selectApiPath(robot);

    drag(robot, apiPort(), backend("web:80"));

    assertOneLineReroutedToWeb(robot);
  }

  private void selectApiPath(FxRobot robot) {
    awaitGraph("shop.example.com");
    Location api = at(FieldPath.path(0, 0));
    await("path drawn", () -> app.graph().boundsOnScreen(api).isPresent());
    Bounds bounds = app.graph().boundsOnScreen(api).orElseThrow();
    robot.clickOn(bounds.getCenterX(), bounds.getCenterY());
    await("path selected", () -> selected().equals(Optional.of(api)));
  }

  private Optional<Location> selected() {
    return app.model().selectionProperty().get().at();
  }

  private void assertOneLineReroutedToWeb(FxRobot robot) {
    await("changed text", () -> !text().equals(SHOP));
    assertThat(changedLines()).containsExactly(12);
    assertThat(text().lines().toList().get(12)).contains("name: web");
    push(robot, KeyCode.CONTROL, KeyCode.Z);
    await("text as before", () -> text().equals(SHOP));
  }

  @Test
  void typedUrlLightsTheBackendThatAnswers(FxRobot robot) {
    awaitGraph("shop.example.com");

    push(robot, KeyCode.CONTROL, KeyCode.L);
    robot.write("http://shop.example.com/api/v1");

    await("backend", () -> tracedBackend().equals(Optional.of("api:80")));
    await("answer", () -> isShown(robot, "api:80"));
  }

  @Test
  void brokenTextKeepsTheLastGraphAndMendingBringsItBack(FxRobot robot) {
    awaitGraph("shop.example.com");

    caretToEndOf(robot, 1);
    robot.write(": [");

    await("banner", () -> isShown(robot, ".canvas-banner-title"));
    assertThat(hosts()).containsExactly("shop.example.com");
    String title = robot.lookup(".canvas-banner-title").queryAs(Labeled.class).getText();
    assertThat(title).contains("2");
    for (int i = 0; i < 3; i++) {
      push(robot, KeyCode.BACK_SPACE);
    }
    await("no banner", () -> !isShown(robot, ".canvas-banner-title"));
    assertThat(text()).isEqualTo(SHOP);
  }

  @Test
  void savingWritesOnlyWhatWasTyped(FxRobot robot) {
    awaitGraph("shop.example.com");
    caretToEndOf(robot, HOST_LINE);
    robot.write("x");

    push(robot, KeyCode.CONTROL, KeyCode.S);

    String saved = SHOP.replace("shop.example.com", "shop.example.comx");
    await("saved", () -> Files.readString(file).equals(saved));
  }

  @Test
  void cleanTextIsReadAgainWhenItsFileChanges(FxRobot robot) throws IOException {
    awaitGraph("shop.example.com");

    Files.writeString(file, SHOP.replace("shop.example.com", "other.example.com"));

    await("new host", () -> hosts().contains("other.example.com"));
  }

  @Test
  void unsavedTextIsNeverWrittenOverWithoutAChoice(FxRobot robot) throws IOException {
    awaitGraph("shop.example.com");
    caretToEndOf(robot, HOST_LINE);
    robot.write("x");
    String mine = text();

    Files.writeString(file, SHOP.replace("/api", "/v2"));

    await("notice", () -> isShown(robot, "Keep mine"));
    assertThat(text()).isEqualTo(mine);
    robot.clickOn("Keep mine");
    push(robot, KeyCode.CONTROL, KeyCode.S);
    await("saved", () -> Files.readString(file).equals(mine));
  }

  @Test
  void unsavedWorkSurvivesAKill(FxRobot robot) throws Exception {
    awaitGraph("shop.example.com");
    Path other = Files.createDirectories(folder.resolve("killed"));
    Path edited = Files.writeString(other.resolve("lost.yaml"), SHOP);
    killWhileUnsaved(edited);

    robot.interact(() -> app.lookForUnsavedWork());
    await("offer", () -> isShown(robot, "Restore"));
    robot.clickOn("Restore");

    FileId restored = FileStore.idOf(edited);
    await("open", () -> app.model().workspace().isOpen(restored));
    await("text", () -> app.model().workspace().text(restored).string().startsWith("# typed"));
    assertThat(edited).hasContent(SHOP);
  }

  /** Another program edits, and is killed once its journal stands on the disk. */
  private void killWhileUnsaved(Path edited) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                folder.toString(),
                edited.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).isEqualTo("edited");
      Path journals = own(folder).state().resolve("recovery");
      await("journal", () -> journalOf(journals, child.pid()));
    } finally {
      child.destroyForcibly().waitFor();
    }
  }

  private boolean journalOf(Path journals, long pid) throws IOException {
    try (var all = Files.walk(journals)) {
      return all.filter(Files::isRegularFile)
          .filter(f -> !f.getFileName().toString().contains("lock"))
          .anyMatch(f -> f.toFile().length() > 0);
    }
  }

  /** The main class of the program that is killed. */
  public static final class Victim {
    private Victim() {}

    public static void main(String[] args) {
      Application.launch(VictimApp.class, args);
    }
  }

  /** Opens a file, types into it, says so, and waits for its end. */
  public static final class VictimApp extends Application {
    @Override
    public void start(Stage stage) {
      List<String> args = getParameters().getRaw();
      AppWiring app =
          new AppWiring(
              stage, new Surroundings(Threads.real(), own(Path.of(args.get(0))), Optional.empty()));
      FileId file = FileStore.idOf(Path.of(args.get(1)));
      app.model()
          .activeFileProperty()
          .addListener((property, was, is) -> is.ifPresent(opened -> type(app, file)));
      app.open(List.of(Path.of(args.get(1))));
      app.show();
    }

    private static void type(AppWiring app, FileId file) {
      var edits =
          io.github.ingressdesigner.text.TextEdits.of(
              io.github.ingressdesigner.text.TextEdit.insert(0, "# typed\n"));
      app.model()
          .workspace()
          .apply(
              new io.github.ingressdesigner.workspace.Change(
                  "Type",
                  io.github.ingressdesigner.workspace.Change.Kind.TYPING,
                  java.util.Map.of(file, edits),
                  Optional.empty()),
              "test");
      System.out.println("edited");
    }
  }

  private FileId id() {
    return FileStore.idOf(file);
  }

  private String text() {
    return app.model().workspace().text(id()).string();
  }

  private List<String> hosts() {
    return app.model().snapshot().graph().hosts().stream().map(host -> host.host()).toList();
  }

  private Location at(FieldPath path) {
    return new Location(
        app.model().snapshot().resources().ingresses().findFirst().orElseThrow().id(), path);
  }

  private Optional<String> tracedBackend() {
    return app.model()
        .tracedProperty()
        .get()
        .map(traced -> traced.decision().outcome())
        .filter(Outcome.ToBackend.class::isInstance)
        .map(outcome -> ((Outcome.ToBackend) outcome).backend().display());
  }

  private List<Integer> changedLines() {
    List<String> before = SHOP.lines().toList();
    List<String> after = text().lines().toList();
    assertThat(after).hasSameSizeAs(before);
    List<Integer> changed = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).equals(after.get(i))) {
        changed.add(i);
      }
    }
    return changed;
  }

  private Point2D apiPort() {
    return app.graph().portOnScreen(at(FieldPath.path(0, 0))).orElseThrow();
  }

  private Point2D backend(String label) {
    Bounds bounds = app.graph().backendOnScreen(label).orElseThrow();
    return new Point2D(bounds.getCenterX(), bounds.getCenterY());
  }

  private static void drag(FxRobot robot, Point2D from, Point2D to) {
    robot.moveTo(from).press(MouseButton.PRIMARY);
    for (int step = 1; step <= 8; step++) {
      robot.moveTo(from.interpolate(to, step / 8.0));
    }
    robot.release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void caretToEndOf(FxRobot robot, int line) {
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT3);
    push(robot, KeyCode.CONTROL, KeyCode.HOME);
    for (int i = 0; i < line; i++) {
      push(robot, KeyCode.DOWN);
    }
    push(robot, KeyCode.END);
  }

  private static void push(FxRobot robot, KeyCode... keys) {
    robot.push(keys);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static boolean isShown(FxRobot robot, String query) {
    return robot.lookup(query).queryAll().stream().anyMatch(EndToEndTest::isSeen);
  }

  private static boolean isSeen(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private void awaitGraph(String host) {
    await("graph", () -> hosts().contains(host));
  }

  private static void await(String what, Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> onFx(condition));
    } catch (TimeoutException e) {
      throw new AssertionError("waited in vain for " + what, e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static boolean onFx(Callable<Boolean> condition) throws Exception {
    return WaitForAsyncUtils.asyncFx(condition).get();
  }
}
