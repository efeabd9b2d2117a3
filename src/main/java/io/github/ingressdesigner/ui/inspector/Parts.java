package io.github.ingressdesigner.ui.inspector;

import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Sign;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What the forms are put together from. */
final class Parts {
  private Parts() {}

  static VBox form(Node... parts) {
    VBox form = new VBox(parts);
    form.getStyleClass().add("inspector-form");
    return form;
  }

  static VBox part(Node... content) {
    VBox part = new VBox(content);
    part.getStyleClass().add("inspector-part");
    return part;
  }

  /** The name of a field. */
  static Label label(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("inspector-label");
    return label;
  }

  /** A text of several lines that never loses one. */
  static Label text(String text, String... styles) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().addAll(styles);
    return label;
  }

  /** What is wrong with a field; it takes no room while nothing is. */
  static Label problem() {
    Label problem = text("", "small-text", "inspector-problem");
    say(problem, Optional.empty());
    return problem;
  }

  /** Shows a reason, or nothing. */
  static void say(Label label, Optional<String> reason) {
    label.setText(reason.orElse(""));
    label.setVisible(reason.isPresent());
    label.setManaged(reason.isPresent());
  }

  /** A sentence with its sign. */
  static void say(Label label, Sign sign, String text) {
    label.setGraphic(sign.node(""));
    label.setText(text);
  }

  /** The button that deletes the element, at the right end; others stand at the left. */
  static HBox deletion(String text, Runnable delete, Node... others) {
    Button button = new Button(text, Icons.of(Feather.TRASH_2, 16));
    button.setOnAction(event -> delete.run());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox row = new HBox(others);
    row.getChildren().addAll(space, button);
    return row;
  }

  /** Where an element stands, for the head of the inspector. */
  static String in(Optional<String> holder) {
    return Messages.text("inspector.in", holder.orElse("?"));
  }

  /** Why a text cannot name a Secret. */
  static Optional<String> secret(String name) {
    return name.isEmpty() ? Optional.of(Messages.text("inspector.secret.empty")) : Optional.empty();
  }
}
