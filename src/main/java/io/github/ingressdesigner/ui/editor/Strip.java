package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.ui.common.Sign;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** One line under the pane head that says something about the whole file. */
final class Strip extends HBox {
  Strip(Sign sign, String text) {
    getStyleClass().add("editor-strip");
    Label label = new Label(text);
    label.getStyleClass().add("label-text");
    label.setWrapText(true);
    label.setMinWidth(0);
    HBox.setHgrow(label, Priority.ALWAYS);
    label.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(sign.node(""), label);
  }

  /** Adds something to click at the end. */
  Strip action(String text, Runnable action) {
    Hyperlink link = new Hyperlink(text);
    link.setOnAction(
        event -> {
          link.setVisited(false);
          action.run();
        });
    link.setMinWidth(USE_PREF_SIZE);
    getChildren().add(link);
    return this;
  }

  /** Is there only while the value holds. */
  Strip when(ObservableValue<Boolean> value) {
    visibleProperty().bind(value);
    managedProperty().bind(value);
    return this;
  }
}
