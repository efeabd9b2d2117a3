package io.github.ingressdesigner.ui.tester;

import io.github.ingressdesigner.route.Decision.Confidence;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Fx;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.WholeRows;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One request, side by side for all controllers; a tab of the drawer. */
public final class ControllersView {
  private final AppModel model;
  private final ControllersViewModel viewModel;
  private final Consumer<Dialect> choose;
  private final VBox box = new VBox();
  private final Label state = new Label();
  private final Button copy;
  private final ListView<ControllerRow> list = new ListView<>();
  private final ContextMenu menu = new ContextMenu();
  private Runnable why = () -> {};

  /**
   * @param dialects all controllers with their settings
   * @param choose makes a controller the one that decides
   */
  public ControllersView(
      AppModel model, Supplier<List<Dialect>> dialects, Consumer<Dialect> choose) {
    this.model = model;
    this.choose = choose;
    viewModel = new ControllersViewModel(model, dialects, ForkJoinPool.commonPool(), Fx.executor());
    copy = Icons.button(Feather.COPY, Messages.text("tester.controllers.copy"), this::copy);
    copy.getStyleClass().add("tester-copy");
    Node head = head();
    list.setItems(viewModel.rows());
    list.getStyleClass().addAll("tester-why-list", "controllers-list");
    list.setAccessibleText(Messages.text("tester.controllers"));
    list.setCellFactory(view -> new ControllerCell(model, viewModel));
    list.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            take(event.isShiftDown());
          }
        });
    list.setOnKeyPressed(this::key);
    list.setOnContextMenuRequested(
        event -> {
          menu.getItems().setAll(menuItems());
          menu.show(list, event.getScreenX(), event.getScreenY());
          event.consume();
        });
    Label empty = new Label(Messages.text("tester.controllers.empty"));
    empty.getStyleClass().add("tester-hint");
    list.setPlaceholder(empty);
    box.getChildren().addAll(head, list);
    box.getStyleClass().addAll("tester-answer", "tester-why");
    viewModel.leftProperty().addListener((property, was, is) -> refresh());
    model.snapshotProperty().addListener((property, was, is) -> refresh());
    refresh();
  }

  /** The names of the columns, and what all of them come to. */
  private Node head() {
    Label title = column("tester.column.controller", "controllers-name");
    title.getStyleClass().add("controllers-first");
    state.getStyleClass().add("tester-intro");
    state.setMaxWidth(Double.MAX_VALUE);
    state.setMinWidth(0);
    Tooltip whole = new Tooltip();
    whole.setWrapText(true);
    whole.getStyleClass().add("tester-tip");
    whole.textProperty().bind(state.textProperty());
    state.setTooltip(whole);
    HBox.setHgrow(state, Priority.ALWAYS);
    HBox head =
        new HBox(
            title,
            column("tester.column.answer", "controllers-title"),
            column("tester.column.arrives", "controllers-arrives"),
            state,
            copy);
    head.getStyleClass().addAll("tester-why-head", "controllers-head");
    WholeRows.fit(list, box, head, model.theme());
    return head;
  }

  private static Label column(String key, String style) {
    Label label = new Label(Messages.text(key));
    label.getStyleClass().addAll(style, "controllers-column");
    return label;
  }

  public Node node() {
    return box;
  }

  /** Whether the table is to be seen; only then the controllers are asked. */
  public BooleanProperty shownProperty() {
    return viewModel.shownProperty();
  }

  /** What shows the reasons of the controller that decides. */
  public void setOnWhy(Runnable action) {
    why = action;
  }

  private void refresh() {
    list.refresh();
    state.setText(stateText());
    copy.setDisable(viewModel.rows().isEmpty());
  }

  private String stateText() {
    int left = viewModel.leftProperty().get();
    if (left > 0) {
      return Messages.text("tester.controllers.left", left);
    }
    String own = Messages.text("tester.controllers.own");
    Optional<ControllerRow> deciding = viewModel.deciding();
    if (deciding.isEmpty()) {
      return own;
    }
    int others = viewModel.rows().size() - 1;
    int differ = (int) viewModel.rows().stream().filter(viewModel::differs).count();
    String name = deciding.get().dialect().displayName();
    return Messages.text("tester.controllers.differ", differ, others, name) + " " + own;
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      take(event.isShiftDown());
      event.consume();
    } else if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
      copy();
      event.consume();
    }
  }

  private void take(boolean showWhy) {
    Optional.ofNullable(list.getSelectionModel().getSelectedItem())
        .ifPresent(
            row -> {
              choose.accept(row.dialect());
              if (showWhy) {
                why.run();
              }
            });
  }

  private void copy() {
    viewModel
        .request()
        .ifPresent(
            request ->
                model
                    .actions()
                    .copy(ControllersText.markdown(request, viewModel.rows(), viewModel::differs)));
  }

  private List<MenuItem> menuItems() {
    boolean chosen = list.getSelectionModel().getSelectedItem() != null;
    return List.of(
        item("tester.controllers.take", "Enter", chosen, () -> take(false)),
        item("tester.controllers.takeWhy", "Shift+Enter", chosen, () -> take(true)),
        new SeparatorMenuItem(),
        item("tester.controllers.copy", "Shortcut+C", !viewModel.rows().isEmpty(), this::copy));
  }

  private static MenuItem item(String key, String keys, boolean enabled, Runnable action) {
    MenuItem item = new MenuItem(Messages.text(key));
    item.setAccelerator(KeyCombination.valueOf(keys));
    item.setDisable(!enabled);
    item.setOnAction(event -> action.run());
    return item;
  }

  static String key(Confidence confidence) {
    return switch (confidence) {
      case EXACT -> "exact";
      case MODELLED -> "modelled";
      case UNKNOWN -> "unknown";
    };
  }
}
