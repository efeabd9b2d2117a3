package io.github.ingressdesigner.ui.problems;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Mending;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.workspace.Problem;
import io.github.ingressdesigner.workspace.Snapshot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** All problems of the open files; a click or Enter goes to the place. */
public final class ProblemsView {
  private static final KeyCombination MEND =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.ALT_DOWN);
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private final AppModel model;
  private final Mending mending;
  private final ProblemDetail detail;
  private final ObservableList<Problem> problems = FXCollections.observableArrayList();
  private final ListView<Problem> list = new ListView<>(problems);
  private final Label empty = new Label();
  private final BorderPane node = new BorderPane();
  private final Map<Severity, ToggleButton> filters = new EnumMap<>(Severity.class);

  public ProblemsView(AppModel model) {
    this.model = model;
    this.mending = new Mending(model);
    detail = new ProblemDetail(model, mending);
    HBox bar = new HBox();
    bar.getStyleClass().add("problems-bar");
    for (Severity severity : Severity.values()) {
      ToggleButton filter = new ToggleButton();
      filter.getStyleClass().add("problems-filter");
      filter.setSelected(true);
      filter.selectedProperty().addListener((property, was, is) -> refresh());
      filters.put(severity, filter);
      bar.getChildren().add(filter);
    }
    list.setCellFactory(view -> new ProblemCell(this::go, mending::mend));
    list.getStyleClass().add("problems-list");
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.setPlaceholder(empty);
    list.setAccessibleText(Messages.text("problems.title"));
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    list.setContextMenu(menu());
    empty.getStyleClass().addAll("label-text", "problems-empty");
    node.setTop(bar);
    HBox.setHgrow(list, Priority.ALWAYS);
    list.setMinWidth(240);
    node.setCenter(new HBox(list, detail.node()));
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((property, was, is) -> detail.show(selected()));
    node.getStyleClass().add("problems");
    model.snapshotProperty().addListener((property, was, is) -> refresh());
    refresh();
  }

  public Node node() {
    return node;
  }

  /** Gives the list the focus. */
  public void focusList() {
    list.requestFocus();
    if (list.getSelectionModel().isEmpty() && !problems.isEmpty()) {
      list.getSelectionModel().select(0);
    }
  }

  private ContextMenu menu() {
    MenuItem goTo = new MenuItem(Messages.text("problems.menu.go"));
    goTo.setOnAction(event -> selected().ifPresent(this::go));
    MenuItem copy = new MenuItem(Messages.text("problems.menu.copy"));
    copy.setAccelerator(COPY);
    copy.setOnAction(event -> copy(list.getSelectionModel().getSelectedItems()));
    MenuItem copyAll = new MenuItem(Messages.text("problems.menu.copyAll"));
    copyAll.setOnAction(event -> copy(problems));
    List<MenuItem> always = List.of(goTo, copy, copyAll);
    ContextMenu menu = new ContextMenu();
    menu.getItems().setAll(always);
    menu.setOnShowing(
        _ -> {
          List<MenuItem> items = new ArrayList<>();
          selected().ifPresent(problem -> items.addAll(mending.items(problem)));
          if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
          }
          items.addAll(always);
          menu.getItems().setAll(items);
        });
    return menu;
  }

  private Optional<Problem> selected() {
    return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
  }

  private void pressed(KeyEvent event) {
    if (MEND.match(event)) {
      selected().ifPresent(mending::mend);
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER) {
      selected().ifPresent(this::go);
      event.consume();
    } else if (COPY.match(event)) {
      copy(list.getSelectionModel().getSelectedItems());
      event.consume();
    }
  }

  private void go(Problem problem) {
    problem.at().ifPresent(at -> model.select(at, this));
    model.actions().reveal(problem.file(), problem.range());
  }

  private void copy(List<Problem> some) {
    if (!some.isEmpty()) {
      model
          .actions()
          .copy(some.stream().map(ProblemList::asText).collect(Collectors.joining("\n")));
    }
  }

  private void refresh() {
    Snapshot snapshot = model.snapshot();
    filters.forEach(
        (severity, filter) ->
            filter.setText(
                Messages.text(
                    switch (severity) {
                      case ERROR -> "problems.filter.errors";
                      case WARNING -> "problems.filter.warnings";
                      case INFO -> "problems.filter.infos";
                    },
                    ProblemList.count(snapshot, severity))));
    Set<Severity> wanted = EnumSet.noneOf(Severity.class);
    filters.forEach(
        (severity, filter) -> {
          if (filter.isSelected()) {
            wanted.add(severity);
          }
        });
    List<Problem> shown = ProblemList.shown(snapshot, wanted);
    if (!shown.equals(problems)) {
      Optional<Problem> selected = selected();
      problems.setAll(shown);
      selected.filter(problems::contains).ifPresent(list.getSelectionModel()::select);
    }
    empty.setText(ProblemList.empty(snapshot, wanted));
    detail.show(selected());
  }
}
