package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Sign;
import io.github.ingressdesigner.ui.common.Tested;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** The row of 24 pixels at the bottom. */
final class StatusBar {
  private final HBox bar = new HBox();
  private final Label saved = label();
  private final Button branch = new Button();
  private final Button problems = new Button();
  private final Button tests = new Button();
  private final Label counts = label();
  private final Label time = label();
  private final Label dialect = label();
  private final Label encoding = label();
  private final Label caret = label();
  private final Button help = new Button(Messages.text("shell.status.help"));

  StatusBar(Runnable showProblems, Runnable showTests, Runnable showHelp, Runnable commit) {
    bar.getStyleClass().add("status-bar");
    for (Button button : new Button[] {branch, problems, tests, help}) {
      button.getStyleClass().add("status-button");
    }
    problems.setOnAction(event -> showProblems.run());
    tests.setOnAction(event -> showTests.run());
    tests.setId("status-tests");
    help.setOnAction(event -> showHelp.run());
    branch.setOnAction(event -> commit.run());
    branch.setTooltip(new Tooltip(Messages.text("shell.status.branch")));
    showBranch("", 0);
    dialect.getStyleClass().add("status-dialect");
    bar.getChildren()
        .addAll(
            saved,
            branch,
            problems,
            tests,
            counts,
            Toolbar.space(),
            help,
            time,
            dialect,
            encoding,
            caret);
    showStart();
  }

  Node node() {
    return bar;
  }

  /** No file is open. */
  void showStart() {
    saved.setText(Messages.text("shell.status.noFile"));
    saved.setGraphic(null);
    show(problems, "");
    show(tests, "");
    for (Label label : new Label[] {counts, time, encoding, caret}) {
      show(label, "");
    }
    setShown(help, true);
  }

  /**
   * @param untitled whether the text has no file yet
   */
  void showSaved(boolean dirty, boolean untitled) {
    String key = dirty ? "notSaved" : untitled ? "noFileYet" : "saved";
    saved.setText(Messages.text("shell.status." + key));
    saved.setGraphic(Icons.of(dirty || untitled ? Feather.EDIT_2 : Feather.CHECK, 12));
    setShown(help, false);
  }

  void showProblems(int errors, int warnings) {
    Severity worst = errors > 0 ? Severity.ERROR : Severity.WARNING;
    String text =
        errors > 0
            ? Messages.text("shell.status.errors", errors)
            : Messages.text("shell.status.warnings", warnings);
    if (errors > 0 && warnings > 0) {
      text = text + ", " + Messages.text("shell.status.warnings", warnings);
    }
    problems.setGraphic((worst == Severity.ERROR ? Sign.ERROR : Sign.WARNING).node(""));
    show(problems, errors + warnings == 0 ? "" : text);
  }

  /**
   * @param name empty: there is no repository
   * @param changed files that differ from HEAD
   */
  void showBranch(String name, int changed) {
    branch.setGraphic(Icons.of(Feather.GIT_BRANCH, 12));
    show(branch, changed == 0 ? name : Messages.text("shell.status.changedFiles", name, changed));
    branch.setAccessibleText(Messages.text("shell.status.branchSpoken", name, changed));
  }

  /** Only what needs a look: tests that failed, and suites that cannot be run. */
  void showTests(Tested tested) {
    int failed = tested.failed() + tested.broken();
    tests.setGraphic(Sign.ERROR.node(""));
    show(tests, failed == 0 ? "" : Messages.text("shell.status.tests", failed));
  }

  void showCounts(int ingresses, int paths) {
    show(counts, countText(ingresses, paths));
  }

  /** "3 Ingresses, 6 paths". */
  static String countText(int ingresses, int paths) {
    return Messages.text("shell.status.counts", ingresses, paths);
  }

  void showTime(long nanos) {
    show(time, Messages.text("shell.status.time", Math.max(1, Math.round(nanos / 1e6))));
  }

  void showDialect(String name) {
    show(dialect, name);
  }

  void showEncoding(String endings, String encoding, boolean readOnly) {
    String text = endings + "  " + encoding;
    show(this.encoding, readOnly ? text + "  " + Messages.text("shell.status.readOnly") : text);
  }

  /**
   * @param text line and column, for people
   */
  void showCaret(String text) {
    show(caret, text);
  }

  private static void show(javafx.scene.control.Labeled label, String text) {
    label.setText(text);
    setShown(label, !text.isEmpty());
  }

  private static void setShown(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private static Label label() {
    return new Label();
  }
}
