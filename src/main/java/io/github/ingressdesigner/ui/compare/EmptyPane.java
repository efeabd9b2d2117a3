package io.github.ingressdesigner.ui.compare;

import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Sign;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What stands in the place of an empty list: what was compared, or what went wrong. */
final class EmptyPane {
  private final AppModel model;
  private final CompareViewModel viewModel;
  private final StackPane sign = new StackPane();
  private final Label text = new Label();
  private final Button again = new Button(Messages.text("compare.again"));
  private final Button saved = new Button(Messages.text("compare.useSaved"));
  private final VBox box = new VBox();

  EmptyPane(AppModel model, CompareViewModel viewModel) {
    this.model = model;
    this.viewModel = viewModel;
    text.setWrapText(true);
    text.getStyleClass().add("compare-empty-text");
    again.setOnAction(event -> viewModel.refresh());
    saved.setOnAction(event -> viewModel.baseProperty().set(new Base.Saved()));
    HBox buttons = new HBox(again, saved);
    buttons.getStyleClass().add("compare-empty-buttons");
    box.getChildren().addAll(sign, text, buttons);
    box.getStyleClass().add("compare-empty");
    viewModel.foundProperty().addListener((property, was, is) -> show());
    viewModel.busyProperty().addListener((property, was, is) -> show());
    viewModel.listing().rows().addListener((ListChangeListener<Row>) change -> show());
    model.snapshotProperty().addListener((property, was, is) -> show());
    show();
  }

  Node node() {
    return box;
  }

  private void show() {
    Found found = viewModel.foundProperty().get();
    boolean failed = found instanceof Found.Failed;
    boolean idle = !viewModel.busyProperty().get();
    text.setText(
        Words.empty(
            found, !idle, viewModel.listing().isFiltered(), !model.workspace().files().isEmpty()));
    boolean good = found instanceof Found.Differences || found instanceof Found.Hidden;
    Sign shown =
        failed ? Sign.ERROR : good && !viewModel.listing().isFiltered() ? Sign.WINS : Sign.INFO;
    sign.getChildren().setAll(shown.node(""));
    boolean cancelled = found instanceof Found.Nothing(boolean was) && was;
    show(again, idle && (failed || cancelled));
    show(
        saved,
        failed
            && viewModel.modeProperty().get() == Mode.CHANGES
            && !(viewModel.baseProperty().get() instanceof Base.Saved));
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
