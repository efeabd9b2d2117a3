package io.github.ingressdesigner.ui.tester;

import io.github.ingressdesigner.ui.common.Sign;
import java.util.List;
import javafx.scene.Node;

/** The colour of an answer, by its sign. */
final class Tones {
  private static final List<String> ALL = List.of("good", "none", "bad", "open");

  private Tones() {}

  static void set(Node node, Answer answer) {
    node.getStyleClass().removeAll(ALL);
    node.getStyleClass().add(of(answer.sign()));
  }

  private static String of(Sign sign) {
    return switch (sign) {
      case WINS -> "good";
      case BEATEN, NO_MATCH, INFO -> "none";
      case ERROR -> "bad";
      case WARNING -> "open";
    };
  }
}
