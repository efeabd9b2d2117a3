package io.github.ingressdesigner.ui.tester;

import io.github.ingressdesigner.route.Decision.Confidence;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Fx;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One request, side by side for all controllers; a tab of the drawer. */
public final class ControllersView {
  private static final PseudoClass DECIDES = PseudoClass.getPseudoClass("wins");

  private final AppModel model;
  private final ControllersViewModel viewModel;
  private final Consumer<Dialect> choose;
  private final VBox box = new VBox();
  private final Label state = new Label();
  private final ListView<ControllerRow> list = new ListView<>();

  /**
   * @param dialects all controllers with their settings
   * @param choose makes a controller the one that decides
   */
  public ControllersView(
      AppModel model, Supplier<List<Dialect>> dialects, Consumer<Dialect> choose) {
    this.model = model;
    this.choose = choose;
    viewModel = new ControllersViewModel(model, dialects, ForkJoinPool.commonPool(), Fx.executor());
    Label title = new Label(Messages.text("tester.controllers"));
    title.getStyleClass().add("tester-why-title");
    title.setMinWidth(Label.USE_PREF_SIZE);
    state.getStyleClass().add("tester-intro");
    HBox head = new HBox(title, state);
    head.getStyleClass().add("tester-why-head");
    list.setItems(viewModel.rows());
    list.getStyleClass().addAll("tester-why-list", "controllers-list");
    list.setAccessibleText(Messages.text("tester.controllers"));
    list.setCellFactory(view -> new Cell());
    list.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            take();
          }
        });
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            take();
            event.consume();
          }
        });
    Label empty = new Label(Messages.text("tester.controllers.empty"));
    empty.getStyleClass().add("tester-hint");
    list.setPlaceholder(empty);
    list.setPrefHeight(Double.MAX_VALUE);
    // Whole rows only: half a row at the lower edge looks broken.
    list.maxHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.floor((box.getHeight() - head.getHeight() - 10) / row()) * row(),
                box.heightProperty(),
                head.heightProperty(),
                model.theme().textScaleProperty()));
    box.getChildren().addAll(head, list);
    box.getStyleClass().addAll("tester-answer", "tester-why");
    viewModel.leftProperty().addListener((property, was, is) -> showState());
    model.snapshotProperty().addListener((property, was, is) -> list.refresh());
    showState();
  }

  public Node node() {
    return box;
  }

  /** Whether the table is to be seen; only then the controllers are asked. */
  public BooleanProperty shownProperty() {
    return viewModel.shownProperty();
  }

  private double row() {
    return WhyList.ROW * model.theme().textScaleProperty().get();
  }

  private void showState() {
    int left = viewModel.leftProperty().get();
    state.setText(
        left > 0
            ? Messages.text("tester.controllers.left", left)
            : Messages.text("tester.controllers.own"));
  }

  private void take() {
    Optional.ofNullable(list.getSelectionModel().getSelectedItem())
        .ifPresent(row -> choose.accept(row.dialect()));
  }

  private final class Cell extends ListCell<ControllerRow> {
    private final StackPane sign = new StackPane();
    private final Label name = label("controllers-name");
    private final Label title = label("mono", "controllers-title");
    private final Label arrives = label("mono", "controllers-arrives");
    private final Label badge = label("tester-badge");
    private final Label reason = label("tester-reason");
    private final HBox columns = new HBox(sign, name, title, arrives, badge, reason);
    private final Tooltip tooltip = new Tooltip();

    Cell() {
      sign.getStyleClass().add("tester-cell-sign");
      columns.getStyleClass().add("tester-columns");
      title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      arrives.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      badge.setMinWidth(Label.USE_PREF_SIZE);
      reason.setMinWidth(0);
      HBox.setHgrow(reason, Priority.ALWAYS);
      tooltip.setWrapText(true);
      tooltip.getStyleClass().add("tester-tip");
      getStyleClass().add("tester-cell");
      setPrefWidth(0);
    }

    private static Label label(String... styles) {
      Label label = new Label();
      label.getStyleClass().addAll(styles);
      return label;
    }

    @Override
    protected void updateItem(@Nullable ControllerRow row, boolean empty) {
      super.updateItem(row, empty);
      boolean shown = row != null && !empty;
      setGraphic(shown ? columns : null);
      setTooltip(shown ? tooltip : null);
      pseudoClassStateChanged(
          DECIDES, shown && row.dialect().id().equals(model.feed().dialect().id()));
      if (shown) {
        sign.getChildren().setAll(row.sign().node(""));
        name.setText(row.dialect().displayName());
        title.setText(row.title());
        arrives.setText(row.arrives());
        String key = key(row.confidence());
        badge.setText(Messages.text("tester.confidence." + key));
        badge.getStyleClass().removeAll("exact", "modelled", "unknown");
        badge.getStyleClass().add(key);
        reason.setText(row.reason());
        tooltip.setText(
            "%s \u2192 %s %s%n%s%n%s"
                .formatted(
                    row.dialect().displayName(),
                    row.title(),
                    row.arrives(),
                    row.reason(),
                    row.basis())
                .strip());
        setAccessibleText(row.spoken());
      }
    }
  }

  static String key(Confidence confidence) {
    return switch (confidence) {
      case EXACT -> "exact";
      case MODELLED -> "modelled";
      case UNKNOWN -> "unknown";
    };
  }
}
