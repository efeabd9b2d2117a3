package io.github.ingressdesigner.ui.shell;

import static io.github.ingressdesigner.ui.shell.WindowBench.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.ui.common.GitView.FileChanges;
import io.github.ingressdesigner.ui.dialogs.CommitSheet;
import io.github.ingressdesigner.workspace.recovery.DiffLines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevCommit;
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

/** What differs from git's HEAD, in the editor, and commits from inside. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class GitTest {
  private static final String TEXT =
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
                - path: /api
                  pathType: Prefix
                  backend:
                    service: {name: api, port: {number: 80}}
      """;

  @TempDir private Path folder;
  private Path file;
  private AppWiring app;

  @Start
  void start(Stage shared) {
    app = WindowBench.window(new Stage(), folder, Optional.empty());
  }

  @BeforeEach
  void openACommittedFile(FxRobot robot) throws Exception {
    Path repository = Files.createDirectories(folder.resolve("repository"));
    file = Files.writeString(repository.resolve("web.yaml"), TEXT);
    try (Git git = Git.init().setDirectory(repository.toFile()).setInitialBranch("main").call()) {
      StoredConfig config = git.getRepository().getConfig();
      config.setString("user", null, "name", "Ada");
      config.setString("user", null, "email", "ada@example.com");
      config.setBoolean("commit", null, "gpgSign", false);
      config.save();
      git.add().addFilepattern(".").call();
      git.commit().setMessage("First").call();
    }
    WindowBench.show(robot, app, file);
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(() -> app.close());
  }

  private FileChanges changes() {
    return app.model().gitProperty().get().changes().get(new FileId(file.toString()));
  }

  private void typeAtTheStart(FxRobot robot, String text) {
    robot.interact(() -> app.run("focusYaml"));
    robot.push(KeyCode.CONTROL, KeyCode.HOME);
    robot.write(text);
    robot.push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static String branch(FxRobot robot) {
    return robot.lookup(".status-button").queryAllAs(Button.class).stream()
        .map(Button::getText)
        .filter(text -> text.startsWith("main"))
        .findFirst()
        .orElse("");
  }

  @Test
  void anUnchangedFileHasNoBars(FxRobot robot) {
    assertThat(changes().list()).isEmpty();
    assertThat(branch(robot)).isEqualTo("main");
  }

  @Test
  void typedLinesDifferFromHeadAtOnce(FxRobot robot) throws TimeoutException {
    typeAtTheStart(robot, "# why");

    await(() -> changes().list().size() == 1);
    assertThat(changes().list().getFirst().isAddition()).isTrue();
    assertThat(changes().text().slice(changes().list().getFirst().range())).isEqualTo("# why\n");
  }

  @Test
  void theCardOfAChangePutsHeadBackAsOneUndoStep(FxRobot robot) throws TimeoutException {
    typeAtTheStart(robot, "# why");
    await(() -> changes().list().size() == 1);
    robot.push(KeyCode.ALT, KeyCode.F8);
    await(() -> robot.lookup(".editor-card .button").tryQuery().isPresent());
    robot.interact(
        () ->
            robot
                .lookup(".editor-card .button")
                .match((Button b) -> b.getText().equals("Revert"))
                .queryButton()
                .fire());

    await(() -> text().equals(TEXT));
    robot.interact(() -> app.run("undo"));
    assertThat(text()).isEqualTo("# why\n" + TEXT);
  }

  private String text() {
    return app.model().workspace().text(new FileId(file.toString())).string();
  }

  @Test
  void aFileIsCommittedFromInside(FxRobot robot) throws Exception {
    typeAtTheStart(robot, "# why");
    Path other = Files.writeString(file.resolveSibling("notes.txt"), "not chosen\n");
    robot.push(KeyCode.CONTROL, KeyCode.K);
    await(() -> robot.lookup(".commit-files").tryQuery().isPresent());
    ListView<DiffLines.Line> diff = robot.lookup(".commit-sides .diff-view").queryListView();
    assertThat(diff.getItems())
        .extracting(DiffLines.Line::text)
        .contains("# why", "apiVersion: networking.k8s.io/v1");

    robot.clickOn(".commit-message").write("Say why");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);

    await(() -> branch(robot).equals("main, 1 changed file"));
    assertThat(changes().list()).isEmpty();
    try (Git git = Git.open(file.getParent().toFile())) {
      RevCommit commit = git.log().call().iterator().next();
      assertThat(commit.getFullMessage()).isEqualTo("Say why");
      assertThat(git.status().call().getUntracked())
          .containsExactly(other.getFileName().toString());
    }
  }

  @Test
  void whyAFileCannotBeComparedIsSaid(FxRobot robot) throws Exception {
    typeAtTheStart(robot, "# why");
    Path other = Files.writeString(file.resolveSibling("notes.txt"), "a note\n");
    robot.push(KeyCode.CONTROL, KeyCode.K);
    await(() -> robot.lookup(".commit-files").tryQuery().isPresent());
    Files.delete(other);
    Files.createDirectory(other);
    ListView<CommitSheet.Entry> files = robot.lookup(".commit-files").queryListView();
    robot.interact(
        () ->
            files.getItems().stream()
                .filter(entry -> entry.path().equals(other))
                .forEach(files.getSelectionModel()::select));
    WaitForAsyncUtils.waitForFxEvents();

    ListView<DiffLines.Line> diff = robot.lookup(".commit-sides .diff-view").queryListView();
    assertThat(diff.getItems()).isEmpty();
    assertThat(((Label) diff.getPlaceholder()).getText())
        .isEqualTo(other + " is a folder, not a file. Open it as a folder.");
  }

  @Test
  void aCommitNeedsAMessage(FxRobot robot) throws TimeoutException {
    typeAtTheStart(robot, "# why");
    robot.push(KeyCode.CONTROL, KeyCode.K);
    await(() -> robot.lookup(".commit-files").tryQuery().isPresent());
    Button commit =
        robot
            .lookup(".sheet .button")
            .match((Button b) -> b.getText().equals("Commit"))
            .queryButton();
    assertThat(commit.isDisabled()).isTrue();
  }
}
