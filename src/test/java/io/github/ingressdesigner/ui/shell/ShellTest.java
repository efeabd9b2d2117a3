package io.github.ingressdesigner.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.workspace.Change;
import io.github.ingressdesigner.workspace.disk.FileStore;
import io.github.ingressdesigner.workspace.settings.AppFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ShellTest {
  private static final String INGRESS =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
      spec:
        rules:
          - host: a.example.com
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend:
                    service: {name: web, port: {number: 80}}
      """;

  @TempDir private Path folder;
  private final Answers answers = new Answers();
  private AppWiring app;
  private Stage stage;

  /** Says what a person would choose. */
  private static final class Answers implements FilePicker {
    private List<Path> open = List.of();
    private Optional<Path> save = Optional.empty();
    private final List<String> proposed = new ArrayList<>();

    @Override
    public List<Path> filesToOpen(Optional<Path> startIn) {
      return open;
    }

    @Override
    public Optional<Path> folderToOpen(Optional<Path> startIn) {
      return open.stream().findFirst();
    }

    @Override
    public Optional<Path> fileToSave(Optional<Path> startIn, String name) {
      proposed.add(name);
      return save;
    }
  }

  @Start
  void start(Stage shared) {
    // A stage of its own: windows of earlier tests still listen to the one that all tests share.
    stage = new Stage();
    app = wiring(stage);
  }

  private AppWiring wiring(Stage on) {
    AppFolders own = new AppFolders(folder.resolve("c"), folder.resolve("s"), folder.resolve("x"));
    return new AppWiring(on, new Surroundings(Threads.direct(), own, Optional.of(answers)));
  }

  @AfterEach
  void close(FxRobot robot) throws TimeoutException {
    if (stage.isFocused()) {
      awaitKeys(robot);
    }
    robot.interact(() -> app.close());
  }

  /** A real display brings keys late: those of this test must not reach the window of the next. */
  private void awaitKeys(FxRobot robot) throws TimeoutException {
    AtomicBoolean seen = new AtomicBoolean();
    stage.addEventFilter(
        KeyEvent.KEY_RELEASED,
        event -> seen.compareAndSet(false, event.getCode() == KeyCode.SHIFT));
    robot.push(KeyCode.SHIFT);
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, seen::get);
  }

  @Test
  void fileGivenAtTheStartIsShown(FxRobot robot) throws IOException {
    Path file = write("web.yaml", INGRESS);

    robot.interact(
        () -> {
          app.open(List.of(file));
          app.show();
        });

    assertThat(stage.getTitle()).startsWith("web.yaml");
    assertThat(robot.lookup("a.example.com").tryQuery()).isPresent();
  }

  @Test
  void nextPaneGoesRoundThoughNothingWasAskedYet(FxRobot robot) throws IOException {
    Path file = write("web.yaml", INGRESS);
    robot.interact(
        () -> {
          app.open(List.of(file));
          app.show();
        });
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
    Node first = stage.getScene().getFocusOwner();
    Set<Node> seen = new HashSet<>();
    for (int i = 0; i < 4; i++) {
      robot.push(KeyCode.F6);
      seen.add(stage.getScene().getFocusOwner());
    }
    assertThat(seen).hasSize(4).contains(first);
    assertThat(stage.getScene().getFocusOwner()).isSameAs(first);
  }

  @Test
  void savingWritesTheBytes(FxRobot robot) throws IOException {
    Path file = open(robot, "web.yaml", INGRESS);
    edit(robot, file, "a.example.com", "b.example.com");

    press(robot, KeyCode.CONTROL, KeyCode.S);

    assertThat(file).hasContent(INGRESS.replace("a.example.com", "b.example.com"));
    assertThat(stage.getTitle()).startsWith("web.yaml");
  }

  @Test
  void markOfALeftOutSecretIsNotSavedOverItsValue(FxRobot robot)
      throws IOException, TimeoutException {
    Path file = open(robot, "secret.yaml", "kind: Secret\nstringData: {a: true-value}\n");
    edit(robot, file, "true-value", "<left-out>");

    press(robot, KeyCode.CONTROL, KeyCode.S);

    // Only the refusal shows that the keys have arrived.
    WaitForAsyncUtils.waitFor(
        10,
        TimeUnit.SECONDS,
        () -> robot.lookup(".message-strip.notice-warning").tryQuery().isPresent());
    assertThat(file).hasContent("kind: Secret\nstringData: {a: true-value}\n");
  }

  @Test
  void savingATextWithoutAFileAsksWhere(FxRobot robot) throws IOException {
    Path target = folder.resolve("new.yaml");
    answers.save = Optional.of(target);
    robot.interact(
        () -> {
          app.show();
          app.openSample();
        });

    press(robot, KeyCode.CONTROL, KeyCode.S);

    assertThat(answers.proposed).containsExactly("ingress.yaml");
    assertThat(Files.readString(target)).startsWith("apiVersion: networking.k8s.io/v1");
    assertThat(stage.getTitle()).startsWith("new.yaml");
  }

  @Test
  void fileSavedUnderAnotherNameStaysInView(FxRobot robot) throws IOException {
    open(robot, "web.yaml", INGRESS);
    FileId second = FileStore.idOf(open(robot, "api.yaml", INGRESS));
    ResourceId ingress = app.model().snapshot().resources().all().getLast().id();
    robot.interact(() -> app.model().select(Location.of(ingress).key("spec"), this));
    assertThat(ingress.file()).isEqualTo(second);
    answers.save = Optional.of(folder.resolve("other.yaml"));

    press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);

    assertThat(stage.getTitle()).startsWith("other.yaml");
    assertThat(app.model().selectionProperty().get().at())
        .map(at -> at.resource().file().name())
        .hasValue("other.yaml");
  }

  @Test
  void closingAsksAboutUnsavedWork(FxRobot robot) throws IOException {
    Path file = open(robot, "web.yaml", INGRESS);
    edit(robot, file, "a.example.com", "b.example.com");

    press(robot, KeyCode.CONTROL, KeyCode.W);
    assertThat(robot.lookup("Save the changes in web.yaml?").tryQuery()).isPresent();
    press(robot, KeyCode.ESCAPE);

    assertThat(app.model().workspace().files()).hasSize(1);
    press(robot, KeyCode.CONTROL, KeyCode.W);
    robot.clickOn("Discard");
    assertThat(app.model().workspace().files()).isEmpty();
    assertThat(file).hasContent(INGRESS);
  }

  @Test
  void windowStaysOpenWhenUnsavedWorkIsNotDecided(FxRobot robot) throws IOException {
    Path file = open(robot, "web.yaml", INGRESS);
    edit(robot, file, "a.example.com", "b.example.com");

    press(robot, KeyCode.CONTROL, KeyCode.Q);
    press(robot, KeyCode.ESCAPE);

    assertThat(stage.isShowing()).isTrue();
  }

  @Test
  void closingAndSavingATextWithoutAFileClosesIt(FxRobot robot) throws IOException {
    open(robot, "web.yaml", INGRESS);
    robot.interact(() -> app.model().workspace().openUntitled(INGRESS));
    FileId untitled = app.model().workspace().files().getLast();
    robot.interact(() -> app.model().activeFileProperty().set(Optional.of(untitled)));
    edit(robot, untitled, "a.example.com", "b.example.com");
    answers.save = Optional.of(folder.resolve("new.yaml"));

    press(robot, KeyCode.CONTROL, KeyCode.W);
    robot.clickOn(".sheet-answers .accent");

    assertThat(folder.resolve("new.yaml")).content().contains("b.example.com");
    assertThat(app.model().workspace().files())
        .extracting(FileId::name)
        .containsExactly("web.yaml");
  }

  @Test
  void closingTwiceAsksOnce(FxRobot robot) throws IOException {
    Path file = open(robot, "web.yaml", INGRESS);
    edit(robot, file, "a.example.com", "b.example.com");

    robot.interact(
        () -> {
          WindowEvent wish = new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST);
          stage.fireEvent(wish);
          stage.fireEvent(wish);
        });
    press(robot, KeyCode.ESCAPE);

    assertThat(robot.lookup("Save the changes in web.yaml?").tryQuery()).isEmpty();
  }

  @Test
  void paletteRunsAnAction(FxRobot robot) {
    robot.interact(() -> app.show());

    press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
    robot.write("built sample");
    press(robot, KeyCode.ENTER);

    assertThat(app.model().workspace().files()).hasSize(3);
  }

  @Test
  void themeChangesByCommand(FxRobot robot) {
    robot.interact(() -> app.show());

    press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
    robot.write("theme dark");
    press(robot, KeyCode.ENTER);

    assertThat(app.theme().isDark()).isTrue();
  }

  @Test
  void folderOpensItsIngressesAndListsTheRest(FxRobot robot) throws IOException {
    write("web.yaml", INGRESS);
    write("values.yaml", "replicas: 3\n");

    robot.interact(
        () -> {
          app.show();
          app.open(List.of(folder));
        });

    assertThat(app.model().workspace().files())
        .extracting(file -> file.name())
        .containsExactly("web.yaml");
    assertThat(robot.lookup("values.yaml").tryQuery()).isPresent();
  }

  @Test
  void missingFileIsToldAndTheStartPageStays(FxRobot robot) {
    robot.interact(
        () -> {
          app.open(List.of(folder.resolve("gone.yaml")));
          app.show();
        });

    assertThat(robot.lookup("Open a folder").tryQuery()).isPresent();
    assertThat(robot.lookup(".message-strip").tryQuery())
        .hasValueSatisfying(strip -> assertThat(strip.isVisible()).isTrue());
  }

  @Test
  void lastSessionOpensAgain(FxRobot robot) throws IOException {
    Path file = open(robot, "web.yaml", INGRESS);
    robot.interact(() -> app.close());

    robot.interact(
        () -> {
          app = wiring(new Stage());
          app.openLastSession();
        });

    assertThat(app.model().workspace().files()).containsExactly(FileStore.idOf(file));
  }

  @Test
  void settingsWindowChangesTheTheme(FxRobot robot) {
    robot.interact(() -> app.show());

    press(robot, KeyCode.CONTROL, KeyCode.COMMA);
    robot.clickOn("#theme-dark");

    assertThat(app.theme().isDark()).isTrue();
    press(robot, KeyCode.ESCAPE);
    assertThat(robot.lookup("#theme-dark").tryQuery()).isEmpty();
  }

  private Path open(FxRobot robot, String name, String text) throws IOException {
    Path file = write(name, text);
    robot.interact(
        () -> {
          app.open(List.of(file));
          app.show();
        });
    return file;
  }

  private void edit(FxRobot robot, Path path, String from, String to) {
    edit(robot, FileStore.idOf(path), from, to);
  }

  private void edit(FxRobot robot, FileId file, String from, String to) {
    robot.interact(
        () -> {
          int at = app.model().workspace().text(file).string().indexOf(from);
          TextEdits edits = TextEdits.of(new TextEdit(at, from, to));
          app.model()
              .workspace()
              .apply(
                  new Change("Edit", Change.Kind.GESTURE, Map.of(file, edits), Optional.empty()),
                  this);
        });
  }

  private static void press(FxRobot robot, KeyCode... keys) {
    robot.push(keys);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
