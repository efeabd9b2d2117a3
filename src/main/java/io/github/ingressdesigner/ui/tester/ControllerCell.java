package io.github.ingressdesigner.ui.tester;

import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Messages;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** What one controller makes of the request, in columns. */
final class ControllerCell extends ListCell<ControllerRow> {
  private static final PseudoClass DECIDES = PseudoClass.getPseudoClass("wins");
  private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

  private final AppModel model;
  private final ControllersViewModel viewModel;
  private final StackPane sign = new StackPane();
  private final Label name = label("controllers-name");
  private final Label title = label("mono", "controllers-title");
  private final Label arrives = label("mono", "controllers-arrives");
  private final Label differs = label("badge", "changed");
  private final Label badge = label("tester-badge");
  private final Label reason = label("tester-reason");
  private final HBox columns;
  private final Tooltip tooltip = new Tooltip();

  ControllerCell(AppModel model, ControllersViewModel viewModel) {
    this.model = model;
    this.viewModel = viewModel;
    sign.getStyleClass().add("tester-cell-sign");
    title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    arrives.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    differs.setText(Messages.text("tester.controllers.differs"));
    differs.setMinWidth(Label.USE_PREF_SIZE);
    badge.setMinWidth(Label.USE_PREF_SIZE);
    reason.setMinWidth(0);
    HBox.setHgrow(reason, Priority.ALWAYS);
    columns =
        new HBox(
            sign,
            name,
            title,
            arrives,
            slot(differs, "controllers-differs"),
            slot(badge, "controllers-confidence"),
            reason);
    columns.getStyleClass().add("tester-columns");
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

  private static StackPane slot(Label label, String style) {
    StackPane slot = new StackPane(label);
    slot.getStyleClass().add(style);
    return slot;
  }

  @Override
  protected void updateItem(@Nullable ControllerRow row, boolean empty) {
    super.updateItem(row, empty);
    boolean shown = row != null && !empty;
    setGraphic(shown ? columns : null);
    setTooltip(shown ? tooltip : null);
    pseudoClassStateChanged(
        DECIDES, shown && row.dialect().id().equals(model.feed().dialect().id()));
    pseudoClassStateChanged(OLD, shown && viewModel.isOld(row));
    if (!shown) {
      return;
    }
    boolean other = viewModel.differs(row);
    sign.getChildren().setAll(row.sign().node(""));
    name.setText(row.dialect().displayName());
    title.setText(row.title());
    arrives.setText(row.arrives());
    differs.setVisible(other);
    String key = ControllersView.key(row.confidence());
    badge.setText(Messages.text("tester.confidence." + key));
    badge.getStyleClass().removeAll("exact", "modelled", "unknown");
    badge.getStyleClass().add(key);
    reason.setText(row.reason());
    tooltip.setText(
        "%s \u2192 %s %s%n%s%n%s"
            .formatted(
                row.dialect().displayName(), row.title(), row.arrives(), row.reason(), row.basis())
            .strip());
    setAccessibleText(
        other ? row.spoken() + ", " + Messages.text("tester.controllers.differs") : row.spoken());
  }
}
