package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Sign;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Bars under the tool bar that stay until they are answered: changed on disk, recovery. */
final class Notices {
  private final VBox box = new VBox();
  private final Map<String, Node> bars = new LinkedHashMap<>();

  /** An answer; it takes the bar away before it acts. */
  record Choice(String label, boolean keepsBar, Runnable action) {
    static Choice of(String label, Runnable action) {
      return new Choice(label, false, action);
    }

    /** Shows more and leaves the question open. */
    static Choice more(String label, Runnable action) {
      return new Choice(label, true, action);
    }
  }

  Node node() {
    return box;
  }

  /**
   * @param key what it is about; a bar about the same is replaced
   */
  void show(String key, Severity severity, String text, List<Choice> choices) {
    dismiss(key);
    Label label = new Label(text);
    label.getStyleClass().add("notice-text");
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, javafx.scene.layout.Priority.ALWAYS);
    HBox bar = new HBox(sign(severity).node(severity.name().toLowerCase()), label);
    bar.getStyleClass().addAll("notice", "notice-" + severity.name().toLowerCase());
    for (Choice choice : choices) {
      Button button = new Button(choice.label());
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setOnAction(
          event -> {
            if (!choice.keepsBar()) {
              dismiss(key);
            }
            choice.action().run();
          });
      bar.getChildren().add(button);
    }
    if (choices.isEmpty()) {
      bar.getChildren()
          .add(Icons.button(Feather.X, Messages.text("shell.notice.dismiss"), () -> dismiss(key)));
    }
    bars.put(key, bar);
    box.getChildren().add(bar);
  }

  void dismiss(String key) {
    Optional.ofNullable(bars.remove(key)).ifPresent(box.getChildren()::remove);
  }

  boolean isShowing(String key) {
    return bars.containsKey(key);
  }

  static Sign sign(Severity severity) {
    return switch (severity) {
      case ERROR -> Sign.ERROR;
      case WARNING -> Sign.WARNING;
      case INFO -> Sign.INFO;
    };
  }
}
