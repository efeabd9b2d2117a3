package io.github.ingressdesigner.ui.shell;

import static io.github.ingressdesigner.ui.shell.WindowBench.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.cli.CommandLineApp;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.ui.common.Compared;
import io.github.ingressdesigner.workspace.Change;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Comparing controllers and versions, and paths that nothing reaches, in the whole window. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class CompareTest {
  private static final String ACCEPTED = ".ingress-designer-accepted.yaml";

  @TempDir private Path folder;
  private Path exported;
  private AppWiring app;
  private Stage stage;

  @Start
  void start(Stage shared) {
    stage = new Stage();
    exported = folder.resolve("report.md");
    app = WindowBench.window(stage, folder, Optional.of(new Picker()));
    stage.setWidth(1280);
    stage.setHeight(800);
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(() -> app.close());
  }

  private final class Picker implements FilePicker {
    @Override
    public List<Path> filesToOpen(Optional<Path> startIn) {
      return List.of();
    }

    @Override
    public Optional<Path> folderToOpen(Optional<Path> startIn) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> fileToSave(Optional<Path> startIn, String name) {
      return Optional.of(exported);
    }
  }

  /** Traefik takes the longer rule text, so that the Prefix path wins where it should not. */
  private static final String TEXT =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
      spec:
        ingressClassName: nginx
        rules:
          - host: a.example.com
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

  private FileId open(FxRobot robot, String text) throws IOException {
    Path file = Files.writeString(folder.resolve("web.yaml"), text);
    WindowBench.show(robot, app, file);
    return app.model().workspace().files().getFirst();
  }

  private void edit(FxRobot robot, FileId file, String from, String to) {
    robot.interact(
        () -> {
          int at = app.model().workspace().text(file).string().indexOf(from);
          TextEdits edits = TextEdits.of(new TextEdit(at, from, to));
          app.model()
              .workspace()
              .apply(
                  new Change("Edit", Change.Kind.TYPING, Map.of(file, edits), Optional.empty()),
                  this);
        });
  }

  private static ListView<?> list(FxRobot robot) {
    return robot.lookup(".compare-list").queryAs(ListView.class);
  }

  private static String title(FxRobot robot) {
    return robot.lookup(".compare-summary .title").queryAs(Label.class).getText();
  }

  private static List<String> texts(FxRobot robot, String query) {
    return robot.lookup(query).queryAllAs(Labeled.class).stream()
        .filter(CompareTest::isInView)
        .map(Labeled::getText)
        .toList();
  }

  private static boolean isInView(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static String chosenClass(FxRobot robot) {
    return texts(robot, ".compare-detail-head .strong").getFirst();
  }

  private void compare(FxRobot robot) throws TimeoutException {
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
    await(() -> title(robot).matches("[0-9]+ differences.*"));
  }

  @Test
  void twoControllersAreComparedAndTheDifferencesWalkedThroughByKeys(FxRobot robot)
      throws IOException, TimeoutException {
    open(robot, TEXT);
    compare(robot);
    assertThat(texts(robot, ".compare-column"))
        .contains("Witness request", "ingress-nginx 1.15", "Traefik 3.7");
    assertThat(chosenClass(robot)).isEqualTo("Class 1");
    robot.push(KeyCode.F7);
    assertThat(chosenClass(robot)).isEqualTo("Class 2");
    robot.push(KeyCode.SHIFT, KeyCode.F7);
    robot.push(KeyCode.SHIFT, KeyCode.F7);
    long last =
        list(robot).getItems().stream().filter(r -> r.toString().startsWith("Diff")).count();
    assertThat(chosenClass(robot)).isEqualTo("Class " + last);
    robot.push(KeyCode.F7);
    assertThat(chosenClass(robot)).isEqualTo("Class 1");
    await(() -> texts(robot, ".compare-steps-head").size() == 2);
    assertThat(app.model().selectionProperty().get().at()).isPresent();
    Compared marks = app.model().comparedProperty().get().orElseThrow();
    assertThat(marks.marks()).hasSize((int) last);
    assertThat(marks.chosen()).contains(1);
  }

  @Test
  void anAcceptedDifferenceIsGoneFromTheOpenOnesAndCanBeTakenBack(FxRobot robot)
      throws IOException, TimeoutException {
    open(robot, TEXT);
    compare(robot);
    int all = Integer.parseInt(title(robot).split(" ")[0]);
    TextField why = robot.lookup(".compare-why").queryAs(TextField.class);
    robot.clickOn(why);
    robot.write("agreed");
    robot.push(KeyCode.ENTER);
    await(() -> texts(robot, ".compare-show").contains("Accepted 1"));
    assertThat(folder.resolve(ACCEPTED)).content().contains("why: agreed");
    robot.clickOn("Open " + (all - 1));
    await(() -> !texts(robot, ".compare-number").contains("1"));
    assertThat(chosenClass(robot)).isEqualTo("Class 2");
    robot.clickOn("Accepted 1");
    await(() -> texts(robot, ".compare-number").equals(List.of("1")));
    assertThat(texts(robot, ".compare-accepted")).containsExactly("Accepted: agreed");
    robot.clickOn("Take back");
    await(() -> texts(robot, ".compare-show").contains("Open " + all));
    assertThat(folder.resolve(ACCEPTED)).content().doesNotContain("request:");
  }

  @Test
  void theCommandLineAcceptsWhatTheWindowAccepted(FxRobot robot)
      throws IOException, TimeoutException {
    open(robot, TEXT);
    compare(robot);
    String[] command = {
      "compare",
      "--from",
      "ingress-nginx",
      "--to",
      "traefik",
      "--accepted",
      folder.resolve(ACCEPTED).toString(),
      folder.resolve("web.yaml").toString()
    };
    int all = Integer.parseInt(title(robot).split(" ")[0]);
    robot.clickOn(list(robot));
    for (int i = 1; i <= all; i++) {
      String accepted = "Accepted " + i;
      robot.push(KeyCode.CONTROL, KeyCode.ENTER);
      await(() -> texts(robot, ".compare-show").contains(accepted));
      if (i == 1) {
        assertThat(run(command)).isEqualTo(CommandLineApp.FAILED);
      }
      robot.push(KeyCode.F7);
    }
    assertThat(run(command)).isEqualTo(CommandLineApp.OK);
  }

  private static int run(String... command) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    return new CommandLineApp(false).run(command, InputStream.nullInputStream(), nowhere, nowhere);
  }

  @Test
  void changesAgainstHeadFollowAnEdit(FxRobot robot)
      throws IOException, TimeoutException, GitAPIException {
    Files.writeString(folder.resolve("web.yaml"), TEXT);
    commit();
    FileId file = open(robot, TEXT);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
    robot.clickOn("HEAD");
    await(() -> title(robot).startsWith("No differences"));
    assertThat(texts(robot, ".compare-empty-text").getFirst())
        .startsWith("HEAD and Open files route all requests alike");
    edit(robot, file, "path: /api", "path: /v2");
    await(() -> title(robot).startsWith("2 differences"));
    assertThat(texts(robot, ".compare-rest")).contains("/api", "/v2");
    assertThat(texts(robot, ".compare-card-title")).containsExactly("api:80", "web:80");
    robot.interact(() -> app.run("undo"));
    await(() -> title(robot).startsWith("No differences"));
  }

  @Test
  void aDifferenceThatComesByTypingTakesNobodysSelection(FxRobot robot)
      throws IOException, TimeoutException {
    FileId file = open(robot, TEXT);
    robot.interact(() -> app.run("compareChanges"));
    await(() -> title(robot).startsWith("No differences"));
    Location root =
        new Location(
            app.model().snapshot().resources().ingresses().findFirst().orElseThrow().id(),
            FieldPath.path(0, 0));
    robot.interact(() -> app.model().select(root, "somebody"));
    edit(robot, file, "path: /api", "path: /v2");
    await(() -> title(robot).startsWith("2 differences"));
    assertThat(app.model().selectionProperty().get().at()).contains(root);
  }

  @Test
  void documentsThatDidNotChangeKeepTheirPlacesInAnEarlierVersion(FxRobot robot)
      throws IOException, TimeoutException {
    String second =
        TEXT.replace("name: web\n", "name: other\n")
            .replace("path: /api", "path: /more")
            .replace("api,", "more,");
    FileId file = open(robot, TEXT + "---\n" + second);
    robot.interact(() -> app.run("compareChanges"));
    await(() -> title(robot).startsWith("No differences"));
    // The path of the second Ingress now answers what that of the first did, which is unchanged.
    edit(robot, file, "path: /more", "path: /api/v1");
    await(() -> title(robot).startsWith("2 differences"));
    List<Compared.Mark> marks = app.model().comparedProperty().get().orElseThrow().marks();
    assertThat(marks.stream().flatMap(m -> m.otherRow().stream()))
        .filteredOn(at -> app.model().snapshot().rangeOf(at).isPresent())
        .extracting(at -> at.path().toString())
        .containsExactly("spec.rules[0].http.paths[1]");
  }

  private void commit() throws GitAPIException {
    try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
      git.add().addFilepattern("web.yaml").call();
      git.commit()
          .setMessage("m")
          .setAuthor("a", "a@example.com")
          .setCommitter("a", "a@example.com")
          .setSign(false)
          .call();
    }
  }

  @Test
  void withoutRepositoryItSaysSoAndOffersTheSavedVersion(FxRobot robot)
      throws IOException, TimeoutException {
    FileId file = open(robot, TEXT);
    robot.interact(() -> app.run("compareChanges"));
    robot.clickOn("HEAD");
    await(() -> title(robot).equals("Cannot be compared"));
    assertThat(texts(robot, ".compare-empty-text").getFirst()).contains("no git repository");
    robot.clickOn("Compare with the last saved version");
    await(() -> title(robot).startsWith("No differences"));
    edit(robot, file, "name: api", "name: other");
    await(() -> title(robot).startsWith("1 difference,"));
  }

  @Test
  void anUnknownRevisionIsNamed(FxRobot robot)
      throws IOException, TimeoutException, GitAPIException {
    Files.writeString(folder.resolve("web.yaml"), TEXT);
    commit();
    open(robot, TEXT);
    robot.interact(() -> app.run("compareChanges"));
    robot.clickOn("Revision…");
    robot.clickOn(".compare-revision");
    robot.write("nowhere");
    robot.push(KeyCode.ENTER);
    await(() -> title(robot).equals("Cannot be compared"));
    assertThat(texts(robot, ".compare-empty-text").getFirst())
        .contains("There is no revision nowhere");
  }

  @Test
  void aPathThatNoRequestReachesIsToldWithTheRuleInItsWay(FxRobot robot)
      throws IOException, TimeoutException {
    String again = TEXT.substring(TEXT.lastIndexOf("          - path")).replace("api,", "late,");
    open(robot, TEXT + again);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.U);
    await(() -> title(robot).equals("1 path is reached by no request, 3 in all"));
    assertThat(texts(robot, ".compare-cause"))
        .containsExactly("Another rule always goes before it");
    assertThat(app.model().selectionProperty().get().at().orElseThrow().path())
        .isEqualTo(FieldPath.path(0, 2));
    assertThat(texts(robot, ".compare-detail .hyperlink"))
        .containsExactly("Lines 19 to 22 of web.yaml", "Lines 15 to 18 of web.yaml");
  }

  @Test
  void whatTheComparisonHidesComesBackWithItsEnd(FxRobot robot)
      throws IOException, TimeoutException {
    open(robot, TEXT);
    assertThat(isInView(robot.lookup(".explorer").query())).isTrue();
    compare(robot);
    assertThat(isInView(robot.lookup(".explorer").query())).isFalse();
    robot.clickOn(".compare-detail .hyperlink");
    assertThat(isInView(robot.lookup(".compare-list").query())).isTrue();
    robot.interact(() -> app.run("closeCompare"));
    assertThat(app.model().comparedProperty().get()).isEmpty();
    assertThat(isInView(robot.lookup(".explorer").query())).isTrue();
    assertThat(isInView(robot.lookup(".compare").query())).isFalse();
  }

  @Test
  void theReportIsCopiedAndWritten(FxRobot robot) throws IOException, TimeoutException {
    open(robot, TEXT);
    compare(robot);
    robot.interact(
        () -> {
          list(robot).requestFocus();
          list(robot).getSelectionModel().select(1);
        });
    robot.push(KeyCode.CONTROL, KeyCode.C);
    String[] copied = new String[1];
    robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    assertThat(copied[0]).contains("from ingress-nginx 1.15 to Traefik 3.7").contains("| # |");
    robot.interact(
        () ->
            robot.lookup(".compare-head .icon-button").queryAllAs(Node.class).stream()
                .filter(node -> "Export as Markdown…".equals(node.getAccessibleText()))
                .findFirst()
                .map(javafx.scene.control.Button.class::cast)
                .orElseThrow()
                .fire());
    assertThat(exported).content().isEqualTo(copied[0]);
  }

  @Test
  void aRequestOfADifferenceOpensInTheTesterAndBecomesATest(FxRobot robot)
      throws IOException, TimeoutException {
    open(robot, TEXT);
    compare(robot);
    robot.clickOn("Open in tester");
    TextField url = robot.lookup(".tester-url").queryAs(TextField.class);
    await(() -> url.getText().contains("a.example.com"));
    MenuButton create = robot.lookup("Create a test").queryAs(MenuButton.class);
    assertThat(create.getItems()).hasSize(2);
    robot.interact(() -> create.getItems().getFirst().fire());
    await(() -> app.model().workspace().files().size() == 2);
    FileId suite = app.model().workspace().files().getLast();
    assertThat(app.model().workspace().text(suite).string()).contains("a.example.com");
  }

  @Test
  void aPathSelectedInTheGraphBringsItsDifference(FxRobot robot)
      throws IOException, TimeoutException {
    open(robot, TEXT);
    compare(robot);
    Compared marks = app.model().comparedProperty().get().orElseThrow();
    Compared.Mark wanted =
        marks.marks().stream()
            .filter(m -> m.row().isPresent())
            .filter(m -> !m.row().equals(marks.marks().getFirst().row()))
            .findFirst()
            .orElseThrow();
    robot.interact(() -> app.model().select(wanted.row().orElseThrow(), "the graph"));
    assertThat(chosenClass(robot)).isEqualTo("Class " + wanted.number());
  }

  @Test
  void aHeadingFoldsWhatIsBelowIt(FxRobot robot) throws IOException, TimeoutException {
    open(robot, TEXT);
    compare(robot);
    int before = list(robot).getItems().size();
    robot.interact(
        () -> {
          list(robot).requestFocus();
          list(robot).getSelectionModel().select(0);
        });
    robot.push(KeyCode.ENTER);
    assertThat(list(robot).getItems()).hasSizeLessThan(before);
    robot.push(KeyCode.RIGHT);
    assertThat(list(robot).getItems()).hasSize(before);
  }

  @Test
  void theFilterNarrowsTheList(FxRobot robot) throws IOException, TimeoutException {
    open(robot, TEXT);
    compare(robot);
    TextField filter = robot.lookup(".compare-filter").queryAs(TextField.class);
    robot.interact(() -> filter.setText("no-such-host"));
    assertThat(list(robot).getItems()).isEmpty();
    assertThat(texts(robot, ".compare-empty-text").getFirst()).startsWith("The filter leaves out");
    robot.interact(() -> filter.setText("a.example"));
    assertThat(list(robot).getItems()).isNotEmpty();
  }
}
