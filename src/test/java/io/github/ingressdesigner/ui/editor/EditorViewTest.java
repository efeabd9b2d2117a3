package io.github.ingressdesigner.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.text.TextRange;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
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
class EditorViewTest {
  private Bench bench;
  private EditorView view;
  private FileId file;

  @Start
  void show(Stage stage) {
    bench = new Bench(false);
    file = bench.openSample("ingress.yaml");
    bench.openSample("services.yaml");
    view = new EditorView(bench.model);
    Scene scene = new Scene((Parent) view.node(), 534, 608);
    bench.model.theme().install(scene);
    stage.setScene(scene);
    stage.show();
    view.focusEditor();
  }

  @Test
  void typedTextReachesTheWorkspaceAndUndoTakesItBack(FxRobot robot) {
    String before = text();
    caret(robot, editor().text().lines().endOf(4));
    robot.write("-x");
    assertThat(text()).contains("namespace: shop-x\n");
    while (bench.workspace.undoLabel().isPresent()) {
      robot.push(KeyCode.CONTROL, KeyCode.Z);
    }
    assertThat(text()).isEqualTo(before);
    robot.push(KeyCode.CONTROL, KeyCode.Y);
    assertThat(text()).isNotEqualTo(before);
  }

  @Test
  void enterIndentsOnce(FxRobot robot) {
    caret(robot, editor().text().lines().endOf(5));
    robot.push(KeyCode.ENTER);
    assertThat(text()).contains("spec:\n  \n  ingressClassName");
    assertThat(editor().area().getText()).isEqualTo(text());
  }

  @Test
  void tabWritesSpaces(FxRobot robot) {
    caret(robot, 0);
    robot.push(KeyCode.TAB);
    assertThat(text()).startsWith("  apiVersion").doesNotContain("\t");
  }

  @Test
  void duplicateAndCommentAreUndoStepsOfTheirOwn(FxRobot robot) {
    String before = text();
    caret(robot, 3);
    robot.push(KeyCode.CONTROL, KeyCode.D);
    robot.push(KeyCode.CONTROL, KeyCode.SLASH);
    assertThat(text())
        .startsWith("apiVersion: networking.k8s.io/v1\n# apiVersion: networking.k8s.io/v1\n");
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(text()).isEqualTo(before);
  }

  @Test
  void replaceAllIsOneUndoStep(FxRobot robot) {
    String before = text();
    robot.push(KeyCode.CONTROL, KeyCode.H);
    robot.interact(() -> field(robot, ".editor-find-field").setText("example.com"));
    robot.interact(() -> field(robot, ".editor-replace-field").setText("test.org"));
    robot.clickOn("Replace all");
    assertThat(text()).doesNotContain("example.com").contains("shop.test.org");
    robot.interact(bench.workspace::undo);
    assertThat(text()).isEqualTo(before);
    assertThat(editor().area().getText()).isEqualTo(before);
  }

  @Test
  void replacingInALongTextTakesTheHitsOfTheTextAsItIs(FxRobot robot) {
    robot.interact(
        () -> {
          bench.open("long.yaml", "a: one\n" + ("# " + "-".repeat(998) + "\n").repeat(1_001));
          bench.model.activeFileProperty().set(Optional.of(bench.file("long.yaml")));
          view.showReplace();
        });
    FileEditor editor = view.editor(bench.file("long.yaml")).orElseThrow();
    robot.interact(() -> field(robot, ".editor-find-field").setText("one"));
    robot.interact(
        () -> {
          field(robot, ".editor-replace-field").setText("two");
          editor.area().insertText(0, "b: 1\n");
          robot.lookup("Replace all").queryButton().fire();
        });
    assertThat(editor.area().getText()).startsWith("b: 1\na: two\n#");
  }

  @Test
  void findGoesFromHitToHitAndOpensFolds(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.interact(() -> field(robot, ".editor-find-field").setText("tenant"));
    robot.push(KeyCode.ENTER);
    assertThat(editor().area().getSelectedText()).isEqualTo("tenant");
    assertThat(editor().area().isFolded(editor().area().getCurrentParagraph())).isFalse();
    robot.push(KeyCode.ESCAPE);
    assertThat(editor().area().isFocused()).isTrue();
    assertThat(editor().marks().hits()).isEmpty();
  }

  @Test
  void caretSelectsItsElement(FxRobot robot) throws TimeoutException {
    caret(robot, bench.at(file, "/api\n").start() + 1);
    until(
        () ->
            bench
                .model
                .selectionProperty()
                .get()
                .at()
                .filter(at -> at.path().startsWith(FieldPath.path(0, 1)))
                .isPresent());
    assertThat(editor().marks().selected()).hasSize(1);
  }

  @Test
  void selectionFromElsewhereIsMarkedWithoutTakingTheFocus(FxRobot robot) {
    robot.interact(() -> view.node().getScene().getRoot().requestFocus());
    robot.interact(() -> bench.model.select(path(1, 0), "graph"));
    assertThat(editor().area().isFocused()).isFalse();
    TextRange marked = editor().marks().selected().getFirst();
    assertThat(editor().text().slice(marked)).startsWith("- path: /\n").contains("tenant");
    assertThat(bench.model.selectionProperty().get().origin()).isEqualTo("graph");
  }

  @Test
  void selectionInAnotherFileBringsThatFile(FxRobot robot) {
    robot.interact(
        () -> bench.model.activeFileProperty().set(Optional.of(bench.file("services.yaml"))));
    robot.interact(() -> bench.model.select(path(0, 1), "graph"));
    assertThat(bench.model.activeFileProperty().get()).contains(file);
  }

  @Test
  void tracedRuleIsMarkedAndItsBackendUnfolded(FxRobot robot) {
    robot.interact(() -> bench.trace("https://shop.example.com/api/x"));
    assertThat(editor().marks().traced()).hasSize(2);
    assertThat(editor().text().slice(editor().marks().traced().get(0)))
        .contains("shop.example.com");
    int name = editor().text().lines().lineOf(bench.at(file, "name: api\n").start());
    assertThat(editor().area().isFolded(name)).isFalse();
    int web = editor().text().lines().lineOf(bench.at(file, "name: web\n").start());
    assertThat(editor().area().isFolded(web)).isTrue();
  }

  @Test
  void nextTraceFoldsWhatTheOneBeforeHadOpened(FxRobot robot) {
    robot.interact(() -> bench.trace("https://shop.example.com/"));
    int web = editor().text().lines().lineOf(bench.at(file, "name: web\n").start());
    assertThat(editor().area().isFolded(web)).isFalse();
    robot.interact(() -> bench.trace("https://shop.example.com/api/x"));
    assertThat(editor().area().isFolded(web)).isTrue();
  }

  @Test
  void tracedLinesStayMarkedWhileTheTextIsEdited(FxRobot robot) {
    robot.interact(() -> bench.trace("https://shop.example.com/api/x"));
    caret(robot, 0);
    robot.write("# x");
    robot.push(KeyCode.ENTER);
    assertThat(editor().marks().traced()).hasSize(2);
    assertThat(editor().text().slice(editor().marks().traced().get(1)))
        .startsWith("- path: /api\n");
  }

  @Test
  void selectionInAFileNeverShownBringsItToThePlace(FxRobot robot) throws TimeoutException {
    FileId admin = bench.file("admin.yaml");
    robot.interact(() -> bench.openSample("admin.yaml"));
    Location at =
        bench.model.snapshot().resources().all().stream()
            .filter(located -> located.id().file().equals(admin))
            .map(located -> new Location(located.id(), FieldPath.path(0, 0)))
            .findFirst()
            .orElseThrow();
    robot.interact(() -> bench.model.select(at, "graph"));
    assertThat(bench.model.activeFileProperty().get()).contains(admin);
    FileEditor shown = view.editor(admin).orElseThrow();
    assertThat(shown.text().slice(shown.marks().selected().getFirst())).startsWith("- path: /graf");
  }

  @Test
  void eachFileKeepsItsCaret(FxRobot robot) {
    caret(robot, 40);
    robot.interact(
        () -> bench.model.activeFileProperty().set(Optional.of(bench.file("services.yaml"))));
    robot.interact(() -> bench.model.activeFileProperty().set(Optional.of(file)));
    assertThat(editor().area().getCaretPosition()).isEqualTo(40);
    assertThat(view.caretTextProperty().get()).isEqualTo("Ln 2, Col 8");
  }

  @Test
  void completionIsAcceptedByEnter(FxRobot robot) {
    TextRange value = bench.at(file, "Prefix");
    robot.interact(() -> editor().goTo(value));
    robot.push(KeyCode.DELETE);
    robot.push(KeyCode.CONTROL, KeyCode.SPACE);
    assertThat(editor().completion().isShowing()).isTrue();
    robot.push(KeyCode.DOWN);
    robot.push(KeyCode.ENTER);
    assertThat(text()).contains("- path: /\n            pathType: Exact\n");
    assertThat(editor().completion().isShowing()).isFalse();
  }

  @Test
  void secretValuesAreMaskedUntilAskedFor(FxRobot robot) throws TimeoutException {
    FileId secret = bench.file("secret.yaml");
    robot.interact(
        () -> {
          bench.open("secret.yaml", "kind: Secret\napiVersion: v1\ndata:\n  a: Yg==\n");
          bench.model.activeFileProperty().set(Optional.of(secret));
        });
    FileEditor editor = view.editor(secret).orElseThrow();
    int value = bench.at(secret, "Yg==").start();
    until(() -> editor.area().getStyleOfChar(value).contains("editor-secret"));
    assertThat(editor.area().getText()).contains("Yg==");
    robot.clickOn("Show values");
    until(() -> editor.area().getStyleOfChar(value).contains("editor-value"));
  }

  @Test
  void pastedSecretIsMasked(FxRobot robot) throws TimeoutException {
    robot.interact(
        () -> {
          bench.open("pasted.yaml", "\n");
          bench.model.activeFileProperty().set(Optional.of(bench.file("pasted.yaml")));
        });
    FileEditor editor = view.editor(bench.file("pasted.yaml")).orElseThrow();
    robot.interact(() -> editor.area().insertText(0, "kind: Secret\ndata:\n  a: Yg==\n"));
    int value = bench.at(bench.file("pasted.yaml"), "Yg==").start();
    until(() -> editor.area().getStyleOfChar(value).contains("editor-secret"));
  }

  @Test
  void valueWrittenBelowAnEmptySecretIsMasked(FxRobot robot) throws TimeoutException {
    FileId file = bench.file("growing.yaml");
    robot.interact(
        () -> {
          bench.open("growing.yaml", "kind: Secret\n");
          bench.model.activeFileProperty().set(Optional.of(file));
        });
    FileEditor editor = view.editor(file).orElseThrow();
    robot.interact(() -> editor.area().appendText("data:\n  a: Yg==\n"));
    int value = bench.at(file, "Yg==").start();
    until(() -> editor.area().getStyleOfChar(value).contains("editor-secret"));
  }

  @Test
  void clickOnAChipUnfoldsAndOnTheArrowFoldsAgain(FxRobot robot) throws TimeoutException {
    Viewport.Line line = editor().paint().view().line(16).orElseThrow();
    double y = line.y() + 10;
    double chip = editor().paint().gutterWidth() + 22 * 7.2;
    robot.clickOn(onScreen(chip, y));
    assertThat(editor().folding().isFolded(16)).isFalse();
    robot.clickOn(onScreen(editor().paint().gutterWidth() - 8, y));
    assertThat(editor().folding().isFolded(16)).isTrue();
  }

  @Test
  void altEnterOffersToMendTheProblemOfTheLine(FxRobot robot) {
    FileId mistaken = bench.file("class.yaml");
    robot.interact(
        () -> {
          bench.open(
              "class.yaml",
              "kind: IngressClass\napiVersion: networking.k8s.io/v1\nmetadata:\n  name: on\n");
          bench.model.activeFileProperty().set(Optional.of(mistaken));
          view.focusEditor();
        });
    robot.push(KeyCode.F8);
    robot.push(KeyCode.ALT, KeyCode.ENTER);
    robot.clickOn("Put the value in quotes");
    assertThat(bench.workspace.text(mistaken).string()).contains("name: \"on\"");
  }

  @Test
  void problemUnderTheCaretIsReachedByF8(FxRobot robot) {
    FileId broken = bench.file("broken.yaml");
    robot.interact(
        () -> {
          bench.open(
              "broken.yaml",
              "kind: Ingress\n"
                  + "apiVersion: networking.k8s.io/v1\n"
                  + "metadata: {name: a}\n"
                  + "spec:\n"
                  + "  rules: 5\n");
          bench.model.activeFileProperty().set(Optional.of(broken));
          view.focusEditor();
        });
    robot.push(KeyCode.F8);
    assertThat(view.caretTextProperty().get()).startsWith("Ln 5, ");
  }

  private Point2D onScreen(double x, double y) {
    return editor().area().localToScreen(x, y);
  }

  @Test
  void lineBeyondAllMeasureIsNotShown(FxRobot robot) {
    robot.interact(
        () ->
            bench
                .model
                .activeFileProperty()
                .set(Optional.of(bench.open("line.yaml", "a: " + "x".repeat(600_000)))));
    assertThat(view.editor(bench.file("line.yaml"))).isEmpty();
    assertThat(robot.lookup(".editor-strip").tryQuery()).isPresent();
  }

  @Test
  void closedFileLeavesThePane(FxRobot robot) {
    robot.interact(() -> bench.workspace.close(file));
    assertThat(view.editor(file)).isEmpty();
    assertThat(view.caretTextProperty().get()).isEmpty();
  }

  @Test
  void renamedFileKeepsItsEditor(FxRobot robot) {
    FileEditor before = editor();
    FileId other = bench.file("other.yaml");
    robot.interact(
        () -> {
          bench.workspace.rename(file, other);
          bench.model.activeFileProperty().set(Optional.of(other));
        });
    assertThat(view.editor(other)).containsSame(before);
    caret(robot, 0);
    robot.write("#");
    assertThat(bench.workspace.text(other).string()).startsWith("#api");
  }

  private Location path(int rule, int path) {
    return new Location(
        bench.model.snapshot().resources().all().getFirst().id(), FieldPath.path(rule, path));
  }

  private void caret(FxRobot robot, int offset) {
    robot.interact(
        () -> {
          view.focusEditor();
          FileId active = bench.model.activeFileProperty().get().orElseThrow();
          view.editor(active).orElseThrow().area().moveTo(offset);
        });
  }

  private FileEditor editor() {
    return view.editor(file).orElseThrow();
  }

  private String text() {
    return bench.workspace.text(file).string();
  }

  private static TextField field(FxRobot robot, String styleClass) {
    return robot.lookup(styleClass).queryAs(TextField.class);
  }

  private static void until(BooleanSupplier fact) throws TimeoutException {
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, fact::getAsBoolean);
    WaitForAsyncUtils.waitForFxEvents();
  }
}
