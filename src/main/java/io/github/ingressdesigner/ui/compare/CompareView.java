package io.github.ingressdesigner.ui.compare;

import io.github.ingressdesigner.compare.Difference;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Fx;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The pane beside the graph that tells where routing differs. Confined to the JavaFX thread. */
public final class CompareView {
  private final AppModel model;
  private final CompareViewModel viewModel;
  private final CompareHead head;
  private final DetailPane detail;
  private final ListView<Row> list = new ListView<>();
  private final ContextMenu menu = new ContextMenu();
  private final VBox root = new VBox();
  private boolean selecting;

  public CompareView(AppModel model, CompareDesk desk) {
    this(model, desk, ForkJoinPool.commonPool(), Fx.executor());
  }

  CompareView(AppModel model, CompareDesk desk, Executor worker, Executor ui) {
    this.model = model;
    viewModel = new CompareViewModel(model, desk, worker, ui);
    head = new CompareHead(model, viewModel, desk);
    detail = new DetailPane(model, viewModel, desk, worker, ui);
    list.setItems(viewModel.listing().rows());
    list.getStyleClass().add("compare-list");
    list.setAccessibleText(Messages.text("compare.list"));
    list.setPlaceholder(new EmptyPane(model, viewModel).node());
    list.setCellFactory(
        view ->
            new RowCell(viewModel::fold, hidden -> Words.ruleInTheWay(hidden, model.snapshot())));
    list.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            reveal();
          }
        });
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    list.setOnContextMenuRequested(
        event -> {
          menu.getItems().setAll(menuItems());
          menu.show(list, event.getScreenX(), event.getScreenY());
          event.consume();
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    root.getChildren().addAll(head.node(), list, detail.node());
    root.getStyleClass().add("compare");
    root.setMinWidth(0);
    follow();
  }

  private void follow() {
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (property, was, is) -> {
              if (!selecting && is != null) {
                viewModel.listing().selectedProperty().set(Optional.of(is));
                bring();
              }
            });
    model.selectionProperty().addListener((property, was, is) -> selectedElsewhere(is));
    viewModel.setOnFirstAnswer(this::bring);
    list.skinProperty().addListener((property, was, is) -> followScrollBar());
    viewModel.listing().selectedProperty().addListener((property, was, is) -> selected());
    viewModel.listing().rows().addListener((ListChangeListener<Row>) change -> selected());
    viewModel.listing().selectedProperty().addListener((property, was, is) -> mark());
    viewModel.listing().marksProperty().addListener((property, was, is) -> mark());
    viewModel.shownProperty().addListener((property, was, is) -> mark());
  }

  /** A rule that is selected elsewhere, in the graph most often, brings its difference. */
  private void selectedElsewhere(Selection selection) {
    boolean ours = selection.origin() == this || selection.origin() == detail;
    if (!ours && viewModel.shownProperty().get()) {
      selection.at().ifPresent(viewModel.listing()::select);
    }
  }

  private void followScrollBar() {
    for (Node node : list.lookupAll(".scroll-bar")) {
      if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
        bar.visibleProperty().addListener((property, was, is) -> head.leaveRoomForScrollBar(is));
        head.leaveRoomForScrollBar(bar.isVisible());
      }
    }
  }

  private void selected() {
    Optional<Row> row = viewModel.listing().selectedProperty().get();
    int at = row.map(viewModel.listing().rows()::indexOf).orElse(-1);
    selecting = true;
    try {
      if (at >= 0) {
        list.getSelectionModel().clearAndSelect(at);
        list.getFocusModel().focus(at);
        scrollTo(at);
      } else {
        list.getSelectionModel().clearSelection();
      }
    } finally {
      selecting = false;
    }
  }

  /**
   * Selects the rule of the selected row in all views: where a person chose the row, but not when
   * the list changed below somebody who is typing.
   */
  private void bring() {
    if (viewModel.shownProperty().get()) {
      viewModel
          .listing()
          .selectedProperty()
          .get()
          .flatMap(this::place)
          .ifPresent(place -> model.select(place, this));
    }
  }

  /** Shows in the graph what is listed, while the list is to be seen. */
  private void mark() {
    Optional<Integer> chosen = viewModel.listing().selectedProperty().get().flatMap(Marks::number);
    model
        .comparedProperty()
        .set(
            viewModel
                .listing()
                .marksProperty()
                .get()
                .filter(marks -> viewModel.shownProperty().get())
                .map(marks -> marks.withChosen(chosen)));
  }

  /** Only where it is out of view, so that the list does not jump below the pointer. */
  private void scrollTo(int at) {
    list.lookupAll(".compare-cell").stream()
        .filter(node -> node instanceof RowCell cell && cell.getIndex() == at && !cell.isEmpty())
        .filter(
            node ->
                node.getBoundsInParent().getMinY() >= 0
                    && node.getBoundsInParent().getMaxY() <= list.getHeight())
        .findFirst()
        .ifPresentOrElse(node -> {}, () -> list.scrollTo(Math.max(0, at - 2)));
  }

  /** The rule in the present text that a row is about. */
  private Optional<Location> place(Row of) {
    return switch (of) {
      case Row.Heading _ -> Optional.empty();
      case Row.Differing row -> {
        Difference d = row.difference();
        List<Location> places = new ArrayList<>(viewModel.placesFrom(d));
        places.addAll(d.to().places());
        yield places.stream()
            .filter(at -> model.snapshot().file(at.resource().file()).isPresent())
            .findFirst();
      }
      case Row.Hidden h -> Optional.of(h.hidden().at());
    };
  }

  private void reveal() {
    viewModel
        .listing()
        .selectedProperty()
        .get()
        .flatMap(this::place)
        .flatMap(at -> Lines.of(model.snapshot(), at))
        .ifPresent(lines -> model.actions().reveal(lines.file(), lines.range()));
  }

  private void key(KeyEvent event) {
    boolean taken = true;
    switch (event.getCode()) {
      case ENTER -> enter(event.isShortcutDown());
      case DELETE -> detail.takeBack();
      case LEFT, RIGHT -> taken = turn(event.getCode() == KeyCode.LEFT);
      case C -> {
        taken = event.isShortcutDown();
        if (taken) {
          copy();
        }
      }
      default -> taken = false;
    }
    if (taken) {
      event.consume();
    }
  }

  private void enter(boolean accept) {
    if (list.getSelectionModel().getSelectedItem() instanceof Row.Heading heading) {
      viewModel.fold(heading);
    } else if (accept) {
      detail.accept();
    } else {
      reveal();
    }
  }

  /** Folds or unfolds the heading that has the focus. */
  private boolean turn(boolean fold) {
    if (list.getSelectionModel().getSelectedItem() instanceof Row.Heading heading
        && heading.folded() != fold) {
      viewModel.fold(heading);
      return true;
    }
    return false;
  }

  private List<MenuItem> menuItems() {
    List<MenuItem> items = new ArrayList<>();
    Row row = list.getSelectionModel().getSelectedItem();
    boolean canAccept = viewModel.acceptance().place().isPresent();
    if (row instanceof Row.Differing d) {
      items.add(
          d.accepted()
              ? item("compare.takeBack", true, detail::takeBack)
              : item("compare.accept", canAccept, detail::accept));
    } else if (row instanceof Row.Heading heading) {
      List<Difference> below = viewModel.below(heading);
      items.add(
          item(
              "compare.acceptAll",
              canAccept && !below.isEmpty(),
              () -> viewModel.acceptance().accept(below, "")));
    }
    if (row != null && !(row instanceof Row.Heading)) {
      items.add(item("compare.menu.lines", place(row).isPresent(), this::reveal));
    }
    items.add(new SeparatorMenuItem());
    items.add(item("compare.copy", viewModel.canReport(), this::copy));
    return items;
  }

  private static MenuItem item(String key, boolean enabled, Runnable action) {
    MenuItem item = new MenuItem(Messages.text(key));
    item.setDisable(!enabled);
    item.setOnAction(event -> action.run());
    return item;
  }

  private void copy() {
    viewModel.report(model.actions()::copy);
  }

  public Node node() {
    return root;
  }

  /** Whether it is to be seen; only then anything is compared. */
  public BooleanProperty shownProperty() {
    return viewModel.shownProperty();
  }

  public ObjectProperty<Mode> modeProperty() {
    return viewModel.modeProperty();
  }

  /** Reads again what may have changed outside. */
  public void refresh() {
    if (viewModel.shownProperty().get()) {
      viewModel.refresh();
    }
  }

  public void next() {
    viewModel.listing().step(1);
    bring();
  }

  public void previous() {
    viewModel.listing().step(-1);
    bring();
  }

  public void focusList() {
    list.requestFocus();
  }
}
