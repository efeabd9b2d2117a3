package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** One message over the lower edge of the panes; it goes by itself unless it is an error. */
final class MessageStrip {
  private static final Duration SHOWN_FOR = Duration.seconds(6);

  private final HBox strip = new HBox();
  private final Label text = new Label();
  private final PauseTransition pause = new PauseTransition(SHOWN_FOR);

  MessageStrip() {
    strip.getStyleClass().add("message-strip");
    strip.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    strip.setVisible(false);
    strip.setAccessibleRole(AccessibleRole.TEXT);
    text.setWrapText(true);
    text.setMaxWidth(720);
    pause.setOnFinished(event -> hide());
  }

  Node node() {
    return strip;
  }

  void say(Severity severity, String message) {
    text.setText(message);
    strip.setAccessibleText(message);
    strip
        .getChildren()
        .setAll(
            Notices.sign(severity).node(severity.name().toLowerCase()),
            text,
            Icons.button(Feather.X, Messages.text("shell.notice.dismiss"), this::hide));
    strip.getStyleClass().setAll("message-strip", "notice-" + severity.name().toLowerCase());
    strip.setVisible(true);
    pause.stop();
    if (severity != Severity.ERROR) {
      pause.playFromStart();
    }
  }

  String message() {
    return strip.isVisible() ? text.getText() : "";
  }

  void hide() {
    strip.setVisible(false);
  }
}
