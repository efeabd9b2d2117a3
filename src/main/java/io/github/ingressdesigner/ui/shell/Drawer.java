package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Tested;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Request row, the pane of the chosen tab, and the tabs at the bottom. */
final class Drawer {
  /** Height of the tabs, all that is left when the drawer is folded. */
  static final double FOLDED = 28;

  private static final PseudoClass FOLDED_TABS = PseudoClass.getPseudoClass("folded");

  private final VBox box = new VBox();
  private final HBox tabs = new HBox();
  private final ToggleGroup group = new ToggleGroup();
  private final ToggleButton why = tab("shell.drawer.why");
  private final ToggleButton controllers = tab("shell.drawer.controllers");
  private final ToggleButton tests = tab("shell.drawer.tests");
  private final ToggleButton problems = tab("shell.drawer.problems");
  private final ToggleButton compare = tab("shell.drawer.compare");
  private final Label count = new Label();
  private final Label testCount = new Label();
  private final Node answerPane;
  private final Node controllersPane;
  private final Node testsPane;
  private final Node problemsPane;
  private final Node requestRow;
  private final StackPane content = new StackPane();
  private final BooleanProperty shown;
  private final ReadOnlyBooleanWrapper controllersShown = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper answerHidden = new ReadOnlyBooleanWrapper();

  Drawer(
      Node requestRow,
      Node answerPane,
      Node controllersPane,
      Node testsPane,
      Node problemsPane,
      BooleanProperty shown) {
    this.requestRow = requestRow;
    this.answerPane = answerPane;
    this.controllersPane = controllersPane;
    this.testsPane = testsPane;
    this.problemsPane = problemsPane;
    this.shown = shown;
    count.getStyleClass().add("badge");
    count.setVisible(false);
    problems.setGraphic(count);
    testCount.getStyleClass().add("badge");
    testCount.setVisible(false);
    testCount.managedProperty().bind(testCount.visibleProperty());
    tests.setGraphic(testCount);
    HBox row = new HBox(requestRow);
    row.getStyleClass().add("request-slot");
    HBox.setHgrow(requestRow, Priority.ALWAYS);
    content.getChildren().addAll(answerPane, controllersPane, testsPane, problemsPane);
    content.getStyleClass().add("drawer-content");
    content.setMinHeight(0);
    VBox.setVgrow(content, Priority.ALWAYS);
    compare.setTooltip(
        new Tooltip(Messages.text("shell.drawer.compare.tip", KeyMap.text("compareControllers"))));
    Label hint = new Label(Messages.text("shell.drawer.hint", KeyMap.text("toggleDrawer")));
    hint.getStyleClass().add("drawer-hint");
    tabs.getChildren().addAll(why, controllers, tests, problems, compare, Toolbar.space(), hint);
    tabs.getStyleClass().add("tabs");
    box.getStyleClass().add("drawer");
    box.getChildren().addAll(row, content, tabs);
    group.getToggles().addAll(why, controllers, tests, problems);
    group.selectToggle(why);
    group
        .selectedToggleProperty()
        .addListener(
            (property, was, is) -> {
              if (is == null) {
                group.selectToggle(was);
              } else {
                showPanes();
              }
            });
    for (ToggleButton tab : List.of(why, controllers, tests, problems)) {
      tab.getStyleClass().add("drawer-tab");
      tab.addEventHandler(javafx.event.ActionEvent.ACTION, event -> shown.set(true));
    }
    shown.addListener((property, was, is) -> showPanes());
    showPanes();
  }

  private static ToggleButton tab(String key) {
    ToggleButton tab = new ToggleButton(Messages.text(key));
    tab.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    return tab;
  }

  /** What its tab does: a comparison needs more room than the drawer has. */
  void setOnCompare(Runnable action) {
    compare.setOnAction(event -> action.run());
  }

  /** Follows whether the comparison is shown. */
  void showCompare(boolean isShown) {
    compare.setSelected(isShown);
  }

  Node node() {
    return box;
  }

  void showWhy() {
    shown.set(true);
    group.selectToggle(why);
  }

  void showProblems() {
    shown.set(true);
    group.selectToggle(problems);
  }

  void showTests() {
    shown.set(true);
    group.selectToggle(tests);
  }

  void showControllers() {
    shown.set(true);
    group.selectToggle(controllers);
  }

  /** Whether the table of all controllers is to be seen. */
  ReadOnlyBooleanProperty controllersShownProperty() {
    return controllersShown.getReadOnlyProperty();
  }

  /** Whether another pane has the place of the answer. */
  ReadOnlyBooleanProperty answerHiddenProperty() {
    return answerHidden.getReadOnlyProperty();
  }

  boolean isProblemsShown() {
    return problems.isSelected();
  }

  /** The node that takes the focus when the drawer is asked for. */
  Node chosenPane() {
    if (tests.isSelected()) {
      return testsPane;
    }
    return isProblemsShown()
        ? problemsPane
        : controllers.isSelected() ? controllersPane : answerPane;
  }

  void showCount(int errors, int warnings) {
    count.setText(Integer.toString(errors + warnings));
    count.setVisible(errors + warnings > 0);
    count.getStyleClass().setAll("label", "badge", errors > 0 ? "error" : "warning");
    problems.setAccessibleText(Messages.text("shell.drawer.problems") + ", " + (errors + warnings));
  }

  /** How many tests passed, or failed where any did. */
  void showTests(Tested tested) {
    boolean failed = tested.failed() + tested.broken() > 0;
    int number = failed ? tested.failed() + tested.broken() : tested.passed();
    testCount.setText(number + (failed ? " \u2717" : " \u2713"));
    testCount.setVisible(tested.isAny());
    testCount.getStyleClass().setAll("label", "badge", failed ? "error" : "good");
    tests.setAccessibleText(
        Messages.text("shell.drawer.tests")
            + ", "
            + Messages.text(
                "shell.drawer.tests.count", tested.passed(), tested.failed() + tested.broken()));
  }

  private void showPanes() {
    boolean open = shown.get();
    requestRow.getParent().setVisible(open);
    requestRow.getParent().setManaged(open);
    content.setVisible(open);
    content.setManaged(open);
    tabs.pseudoClassStateChanged(FOLDED_TABS, !open);
    answerPane.setVisible(why.isSelected());
    controllersPane.setVisible(controllers.isSelected());
    testsPane.setVisible(tests.isSelected());
    problemsPane.setVisible(isProblemsShown());
    controllersShown.set(open && controllers.isSelected());
    answerHidden.set(!why.isSelected());
  }
}
