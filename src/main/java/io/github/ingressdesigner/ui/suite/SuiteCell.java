package io.github.ingressdesigner.ui.suite;

import io.github.ingressdesigner.suite.SuiteResult;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Sign;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A suite with its counts, a test with what it wants and what came, or a trouble. */
final class SuiteCell extends ListCell<SuiteLine> {
  private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private final StackPane sign = new StackPane();
  private final Label name = label("mono", "suite-request");
  private final Label expected = label("mono", "suite-expected");
  private final Label actual = label("mono", "suite-actual");
  private final Label note = label("suite-note");
  private final HBox columns = new HBox(sign, name, note, expected, actual);
  private final Tooltip tooltip = new Tooltip();

  SuiteCell() {
    sign.getStyleClass().add("suite-sign");
    columns.getStyleClass().add("suite-columns");
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    name.setMinWidth(0);
    note.setMinWidth(0);
    HBox.setHgrow(note, Priority.ALWAYS);
    note.setMaxWidth(Double.MAX_VALUE);
    name.setMaxWidth(Double.MAX_VALUE);
    tooltip.setWrapText(true);
    tooltip.getStyleClass().add("suite-tip");
    getStyleClass().add("suite-cell");
    // As wide as the list, so that long texts are elided and the list never scrolls sideways.
    setPrefWidth(0);
  }

  private static Label label(String... styles) {
    Label label = new Label();
    label.getStyleClass().addAll(styles);
    return label;
  }

  @Override
  protected void updateItem(@Nullable SuiteLine line, boolean empty) {
    super.updateItem(line, empty);
    boolean shown = line != null && !empty;
    pseudoClassStateChanged(HEAD, shown && line instanceof SuiteLine.Head);
    pseudoClassStateChanged(STALE, shown && line instanceof SuiteLine.Test test && test.stale());
    setGraphic(shown ? columns : null);
    setTooltip(shown ? tooltip : null);
    setAccessibleText(null);
    if (!shown) {
      return;
    }
    switch (line) {
      case SuiteLine.Head head -> head(head.run());
      case SuiteLine.Trouble trouble -> trouble(trouble);
      case SuiteLine.Test test -> test(test);
    }
    setAccessibleText(tooltip.getText().replace("\n", ". "));
  }

  private void head(Report.Run run) {
    show(Icons.of(Feather.FILE_TEXT, 14), run.file().name(), controller(run), "", "");
    String counts = counts(run);
    expected.setText(counts);
    setShown(expected, true);
    expected.getStyleClass().remove("failed");
    tooltip.setText(run.file().value() + "\n" + counts + "\n" + controller(run));
  }

  private static String controller(Report.Run run) {
    Optional<SuiteResult.Ran> ran = run.result();
    String title = ran.flatMap(r -> r.suite().title()).map(t -> t + " \u00b7 ").orElse("");
    return ran.map(r -> title + Messages.text("suite.on", r.controller())).orElse("");
  }

  static String counts(Report.Run run) {
    if (run.result().isEmpty()) {
      return Messages.text("suite.notRun");
    }
    String passed = Messages.text("suite.passed", run.passed());
    return run.failed() == 0 ? passed : passed + ", " + Messages.text("suite.failed", run.failed());
  }

  private void trouble(SuiteLine.Trouble trouble) {
    String place = trouble.notice().spot().file();
    String where =
        place.substring(place.lastIndexOf('/') + 1) + ":" + trouble.notice().spot().line();
    show(Sign.ERROR.node(Messages.text("suite.notRun")), where, trouble.notice().message(), "", "");
    tooltip.setText(where + "\n" + trouble.notice().message());
  }

  private void test(SuiteLine.Test test) {
    boolean passed = test.result().passed();
    Sign shape = passed ? Sign.WINS : Sign.ERROR;
    String verdict = Messages.text(passed ? "suite.verdict.passed" : "suite.verdict.failed");
    show(
        shape.node(verdict),
        test.request(),
        "",
        test.result().expected(),
        passed ? "" : test.result().actual());
    tooltip.setText(
        test.request()
            + "\n"
            + verdict
            + "\n"
            + Messages.text("suite.expected")
            + " "
            + test.result().expected()
            + (passed ? "" : "\n" + Messages.text("suite.actual") + " " + test.result().actual()));
  }

  private void show(Node mark, String text, String beside, String want, String came) {
    sign.getChildren().setAll(mark);
    name.setText(text);
    note.setText(beside);
    expected.setText(want);
    actual.setText(came);
    setShown(note, !beside.isEmpty());
    setShown(expected, !want.isEmpty());
    setShown(actual, !came.isEmpty());
    HBox.setHgrow(name, beside.isEmpty() ? Priority.ALWAYS : Priority.NEVER);
    expected.getStyleClass().remove("failed");
    if (!came.isEmpty()) {
      expected.getStyleClass().add("failed");
    }
  }

  private static void setShown(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
