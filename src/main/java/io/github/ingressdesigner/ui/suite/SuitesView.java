package io.github.ingressdesigner.ui.suite;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.suite.SuiteResult;
import io.github.ingressdesigner.suite.SuiteResult.CaseResult;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Fx;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.WholeRows;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The route tests of the open files; a tab of the drawer. */
public final class SuitesView {
  /** More tests at once nobody looks through. */
  private static final int MOST_COVERED = 200;

  private final AppModel model;
  private SuiteActions actions = SuiteActions.NONE;
  private final SuitesViewModel viewModel;
  private final StackPane pane = new StackPane();
  private final VBox filled = new VBox();
  private final EmptySuites empty;
  private final Label counts = new Label();
  private final Label coverage = new Label();
  private final Button cover = new Button(Messages.text("suite.cover"), Icons.of(Feather.PLUS, 14));
  private final ToggleButton onGraph =
      new ToggleButton(Messages.text("suite.coverage"), Icons.of(Feather.EYE, 14));
  private final ToggleButton failedOnly = new ToggleButton(Messages.text("suite.failedOnly"));
  private final ListView<SuiteLine> list = new ListView<>();
  private final DetailBox detail;
  private final ContextMenu menu = new ContextMenu();
  private BiConsumer<Request, String> asking = (request, url) -> {};
  private boolean refilling;

  public SuitesView(AppModel model) {
    this.model = model;
    viewModel = new SuitesViewModel(model, ForkJoinPool.commonPool(), Fx.executor());
    detail = new DetailBox(() -> actions);
    detail.setOnAsk(this::ask);
    empty = new EmptySuites(model);
    fillList();
    HBox parts = new HBox(list, detail.node());
    HBox.setHgrow(list, Priority.ALWAYS);
    VBox.setVgrow(parts, Priority.ALWAYS);
    parts.getStyleClass().add("suite-parts");
    Region head = head();
    WholeRows.fit(list, filled, head, model.theme());
    filled.getChildren().addAll(head, parts);
    pane.getStyleClass().add("suite-pane");
    pane.getChildren().addAll(filled, empty.node());
    viewModel.reportProperty().addListener((property, was, is) -> show());
    viewModel.runningProperty().addListener((property, was, is) -> showCounts());
    model.snapshotProperty().addListener((property, was, is) -> showCoverage());
    show();
  }

  public Node node() {
    return pane;
  }

  /** Who opens and changes suites. */
  public void setActions(SuiteActions does) {
    actions = does;
  }

  /** The suites found beside the open files. */
  public void setOnDisk(List<SuiteFile> suites) {
    viewModel.setOnDisk(suites);
  }

  /** Runs all tests again. */
  public void run() {
    actions.look();
    viewModel.run();
  }

  /** What asks the request of a test, with the URL as it is written, in the route tester. */
  public void setOnAsk(BiConsumer<Request, String> action) {
    asking = action;
  }

  /** Whether there is a test that can be made to expect what it got. */
  public boolean canAcceptAll() {
    return viewModel.reportProperty().get().runs().stream()
        .anyMatch(run -> run.failed() > 0 && !run.isStale());
  }

  /** Makes every test that failed expect what it got, one undo step for each suite. */
  public void acceptAll() {
    viewModel.reportProperty().get().runs().stream()
        .filter(run -> !run.isStale())
        .forEach(this::acceptAll);
  }

  private void acceptAll(Report.Run run) {
    List<CaseResult> failed =
        run.result().stream()
            .map(SuiteResult.Ran::cases)
            .flatMap(List::stream)
            .filter(result -> !result.passed())
            .toList();
    if (!failed.isEmpty()) {
      actions.accept(run.file(), failed);
    }
  }

  private Region head() {
    counts.getStyleClass().add("suite-counts");
    counts.setMinWidth(Region.USE_PREF_SIZE);
    coverage.getStyleClass().add("suite-coverage");
    coverage.setMinWidth(0);
    coverage.setMaxWidth(Double.MAX_VALUE);
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(coverage.textProperty());
    coverage.setTooltip(whole);
    HBox.setHgrow(coverage, Priority.ALWAYS);
    onGraph.getStyleClass().addAll("flat", "suite-toggle");
    onGraph.setId("suite-coverage");
    onGraph.setTooltip(new Tooltip(Messages.text("suite.coverage.tip")));
    onGraph.selectedProperty().bindBidirectional(model.coverageShownProperty());
    failedOnly.getStyleClass().addAll("flat", "suite-toggle");
    failedOnly.setTooltip(new Tooltip(Messages.text("suite.failedOnly.tip")));
    failedOnly.selectedProperty().addListener((property, was, is) -> showList());
    Button run = Icons.button(Feather.REFRESH_CW, Messages.text("suite.run"), this::run);
    run.getStyleClass().add("suite-icon");
    for (Region node : List.of(onGraph, failedOnly)) {
      node.setMinWidth(Region.USE_PREF_SIZE);
    }
    cover.getStyleClass().addAll("flat", "suite-small");
    cover.setId("suite-cover");
    cover.setTooltip(new Tooltip(Messages.text("suite.cover.tip")));
    cover.setOnAction(event -> cover());
    cover.managedProperty().bind(cover.visibleProperty());
    cover.setMinWidth(Region.USE_PREF_SIZE);
    viewModel.coveringProperty().addListener((property, was, is) -> showCoverage());
    HBox head = new HBox(counts, coverage, cover, onGraph, failedOnly, run);
    head.getStyleClass().add("suite-head");
    return head;
  }

  private void fillList() {
    list.getStyleClass().add("suite-list");
    list.setId("suite-list");
    list.setAccessibleText(Messages.text("suite.title"));
    list.setCellFactory(view -> new SuiteCell());
    Label none = new Label(Messages.text("suite.noneFailed"));
    none.getStyleClass().add("label-text");
    list.setPlaceholder(none);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (property, was, is) -> {
              if (!refilling) {
                detail.show(Optional.ofNullable(is));
              }
            });
    list.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            chosen().ifPresent(line -> actions.show(line.spot()));
          }
        });
    list.setOnKeyPressed(this::key);
    list.setOnContextMenuRequested(
        event -> {
          // Not the list's own: the keys of its items would count in the whole window.
          menu.getItems().setAll(menuItems());
          menu.show(list, event.getScreenX(), event.getScreenY());
          event.consume();
        });
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      if (event.isShiftDown()) {
        test().ifPresent(this::ask);
      } else {
        chosen().ifPresent(line -> actions.show(line.spot()));
      }
      event.consume();
    } else if (event.getCode() == KeyCode.A && event.isAltDown()) {
      test().ifPresent(detail::accept);
      event.consume();
    }
  }

  private Optional<SuiteLine> chosen() {
    return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
  }

  private Optional<SuiteLine.Test> test() {
    return chosen()
        .flatMap(
            line -> line instanceof SuiteLine.Test test ? Optional.of(test) : Optional.empty());
  }

  private List<MenuItem> menuItems() {
    Optional<SuiteLine> line = chosen();
    Optional<SuiteLine.Test> test = test();
    return List.of(
        item(
            "suite.show",
            "Enter",
            line.isPresent(),
            () -> line.ifPresent(l -> actions.show(l.spot()))),
        item("suite.ask", "Shift+Enter", test.isPresent(), () -> test.ifPresent(this::ask)),
        new SeparatorMenuItem(),
        item(
            "suite.accept",
            "Alt+A",
            test.filter(DetailBox::canAccept).isPresent(),
            () -> test.ifPresent(detail::accept)),
        item("suite.acceptAll", "", canAcceptAll(), this::acceptAll));
  }

  private static MenuItem item(String key, String keys, boolean enabled, Runnable action) {
    MenuItem item = new MenuItem(Messages.text(key));
    if (!keys.isEmpty()) {
      item.setAccelerator(KeyCombination.valueOf(keys));
    }
    item.setDisable(!enabled);
    item.setOnAction(event -> action.run());
    return item;
  }

  private void ask(SuiteLine.Test test) {
    asking.accept(test.result().test().request(), test.result().test().url());
  }

  private void show() {
    boolean any = !viewModel.reportProperty().get().runs().isEmpty();
    filled.setVisible(any);
    empty.node().setVisible(!any);
    showList();
    showCounts();
    showCoverage();
  }

  /** The row that was chosen stays so, where it is still there; else the first that failed is. */
  private void showList() {
    List<SuiteLine> lines = SuiteLine.of(viewModel.reportProperty().get(), failedOnly.isSelected());
    Optional<Integer> before = chosen().flatMap(line -> SuiteLine.find(lines, line.key()));
    if (!lines.equals(list.getItems())) {
      refilling = true;
      list.getItems().setAll(lines);
      refilling = false;
      before.or(() -> firstFailed(lines)).ifPresentOrElse(this::choose, () -> clear());
    }
    detail.show(chosen());
  }

  private void choose(int index) {
    list.getSelectionModel().clearAndSelect(index);
  }

  private void clear() {
    list.getSelectionModel().clearSelection();
  }

  private static Optional<Integer> firstFailed(List<SuiteLine> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i) instanceof SuiteLine.Test test && !test.result().passed()
          || lines.get(i) instanceof SuiteLine.Trouble) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private void showCounts() {
    Report report = viewModel.reportProperty().get();
    String text = Messages.text("suite.passed", report.passed());
    if (report.failed() > 0) {
      text += ", " + Messages.text("suite.failed", report.failed());
    }
    if (report.broken() > 0) {
      text += ", " + Messages.text("suite.broken", report.broken());
    }
    counts.setText(text);
    counts.getStyleClass().removeAll("passed", "failed");
    counts.getStyleClass().add(report.failed() + report.broken() > 0 ? "failed" : "passed");
  }

  private void showCoverage() {
    Reached reached =
        Reached.of(model.snapshot().graph(), viewModel.reportProperty().get().reached());
    coverage.setText(
        Messages.text(
            "suite.reached",
            reached.paths(),
            reached.ofPaths(),
            reached.percent(),
            reached.hosts(),
            reached.ofHosts()));
    boolean searching = viewModel.coveringProperty().get();
    cover.setVisible(reached.paths() < reached.ofPaths() || searching);
    cover.setDisable(searching);
    cover.setText(Messages.text(searching ? "suite.cover.asking" : "suite.cover"));
  }

  /** Writes a test for each path that none reaches, where a request for it can be found. */
  public void cover() {
    viewModel.cover(
        MOST_COVERED,
        found ->
            found.ifPresentOrElse(
                this::write,
                () -> model.actions().say(Severity.WARNING, Messages.text("suite.cover.changed"))));
  }

  private void write(Cover found) {
    model.actions().createTests(found.tests());
    int left = found.asked() - found.tests().size();
    if (left > 0) {
      model
          .actions()
          .say(Severity.WARNING, Messages.text("suite.cover.left", found.tests().size(), left));
    }
  }

  /** Says that there is nothing to be accepted, where a key asks for it. */
  public void acceptAllOrSay() {
    if (canAcceptAll()) {
      acceptAll();
    } else {
      model.actions().say(Severity.INFO, Messages.text("suite.acceptAll.none"));
    }
  }
}
