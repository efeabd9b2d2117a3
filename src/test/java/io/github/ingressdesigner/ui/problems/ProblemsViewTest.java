package io.github.ingressdesigner.ui.problems;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.ui.common.Mending;
import io.github.ingressdesigner.ui.editor.Bench;
import io.github.ingressdesigner.workspace.Change;
import io.github.ingressdesigner.workspace.Problem;
import io.github.ingressdesigner.workspace.recovery.DiffLines;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ProblemsViewTest {
  private Bench bench;
  private ProblemsView view;
  private FileId file;

  @Start
  void show(Stage stage) {
    bench = new Bench(false);
    file =
        bench.open(
            "a.yaml", "kind: Ingress\napiVersion: networking.k8s.io/v1\nspec:\n  rules: 5\n");
    view = new ProblemsView(bench.model);
    Scene scene = new Scene((Parent) view.node(), 500, 200);
    bench.model.theme().install(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void enterGoesToThePlace(FxRobot robot) {
    robot.interact(view::focusList);
    robot.push(KeyCode.ENTER);
    assertThat(bench.revealed).hasSize(1).first().asString().startsWith("a.yaml ");
    assertThat(bench.model.selectionProperty().get().origin()).isSameAs(view);
  }

  @Test
  void clickGoesToThePlace(FxRobot robot) {
    robot.clickOn(".problem-message");
    assertThat(bench.revealed).hasSize(1);
  }

  @Test
  void copyGivesTheSelectedProblem(FxRobot robot) {
    robot.interact(view::focusList);
    robot.push(KeyCode.CONTROL, KeyCode.C);
    assertThat(bench.said).hasSize(1).first().asString().startsWith("copied /work/a.yaml:4:");
  }

  @Test
  void filteredSeverityIsNotListed(FxRobot robot) {
    ListView<Problem> list = robot.lookup(".problems-list").queryListView();
    assertThat(list.getItems()).extracting(Problem::severity).contains(Severity.ERROR);
    robot.clickOn(".problems-filter");
    assertThat(list.getItems()).extracting(Problem::severity).doesNotContain(Severity.ERROR);
  }

  @Test
  void mendedTextEmptiesTheList(FxRobot robot) {
    robot.interact(
        () -> {
          String text = bench.workspace.text(file).string();
          bench.workspace.apply(
              new Change(
                  "mend",
                  Change.Kind.GESTURE,
                  Map.of(file, TextEdits.of(new TextEdit(0, text, ""))),
                  Optional.empty()),
              "test");
        });
    ListView<?> list = robot.lookup(".problems-list").queryListView();
    assertThat(list.getItems()).isEmpty();
    assertThat(((Label) list.getPlaceholder()).getText()).isEqualTo("No problems found in 1 file.");
  }

  /** A text with one mistake that is mended by an edit. */
  private String openMistake(FxRobot robot) {
    robot.interact(
        () ->
            bench.workspace.apply(
                new Change(
                    "other",
                    Change.Kind.GESTURE,
                    Map.of(
                        file,
                        TextEdits.of(
                            new TextEdit(0, bench.workspace.text(file).string(), MISTAKE))),
                    Optional.empty()),
                "test"));
    return MISTAKE;
  }

  private static final String MISTAKE =
      "kind: IngressClass\napiVersion: networking.k8s.io/v1\nmetadata:\n  name: on\nspec:\n"
          + "  controller: example.com/ingress\n";

  @Test
  void buttonMendsTheText(FxRobot robot) {
    String before = openMistake(robot);
    robot.clickOn(".problem-fix");
    assertThat(bench.workspace.text(file).string())
        .isEqualTo(before.replace("name: on", "name: \"on\""));
    assertThat(robot.lookup(".problems-list").queryListView().getItems()).isEmpty();
  }

  @Test
  void altEnterMendsTheSelectedProblem(FxRobot robot) {
    openMistake(robot);
    robot.interact(view::focusList);
    robot.push(KeyCode.ALT, KeyCode.ENTER);
    assertThat(bench.workspace.text(file).string()).contains("name: \"on\"");
  }

  @Test
  void mendingIsOneUndoStep(FxRobot robot) {
    String before = openMistake(robot);
    robot.clickOn(".problem-fix");
    robot.interact(() -> bench.workspace.undo());
    assertThat(bench.workspace.text(file).string()).isEqualTo(before);
  }

  @Test
  void menuWritesACommentThatIgnoresTheRule(FxRobot robot) {
    openMistake(robot);
    robot.interact(
        () -> {
          Problem problem = bench.model.snapshot().problems().getFirst();
          List<MenuItem> items = new Mending(bench.model).items(problem);
          items.stream().filter(item -> item.getText().contains("gnore")).forEach(MenuItem::fire);
        });
    assertThat(bench.workspace.text(file).string())
        .contains("  name: on  # ingress-designer:ignore wrong-type say why here\n");
    assertThat(bench.model.snapshot().problems()).isEmpty();
    assertThat(bench.revealed).hasSize(1);
  }

  @Test
  void theChosenProblemShowsWhatItsFixWouldChange(FxRobot robot) {
    openMistake(robot);
    robot.interact(
        () -> robot.lookup(".problems-list").queryListView().getSelectionModel().select(0));
    assertThat(robot.lookup(".problem-why").queryLabeled().getText()).isNotBlank();
    assertThat(
            robot.lookup(".problem-detail .diff-view").<DiffLines.Line>queryListView().getItems())
        .extracting(DiffLines.Line::kind)
        .containsExactly(DiffLines.Kind.REMOVED, DiffLines.Kind.ADDED);

    robot.interact(() -> robot.lookup(".problem-detail .accent").queryButton().fire());

    assertThat(bench.model.snapshot().problems()).isEmpty();
  }
}
