package io.github.ingressdesigner.ui.cluster;

import io.github.ingressdesigner.cluster.apply.ApplyResult;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** What came of an apply, object by object. */
public final class ResultView {
  private final ScrollPane node = new ScrollPane();

  public ResultView(ApplyResult result) {
    VBox lines = new VBox();
    lines.getStyleClass().add("apply-result");
    for (ApplyResult.One one : result.objects()) {
      String word = one.done().name().toLowerCase(Locale.ROOT);
      boolean good =
          one.done() == ApplyResult.Done.APPLIED || one.done() == ApplyResult.Done.UNCHANGED;
      lines
          .getChildren()
          .add(
              ApplyView.line(
                  Messages.text("cluster.result." + word, one.step().shown()),
                  good ? "apply-good" : "apply-warn"));
      one.failure()
          .ifPresent(e -> lines.getChildren().add(ApplyView.line(e.getMessage(), "apply-refusal")));
      one.warnings()
          .forEach(warning -> lines.getChildren().add(ApplyView.line(warning, "apply-note")));
    }
    node.setContent(lines);
    node.setFitToWidth(true);
    node.getStyleClass().add("apply-result-scroll");
  }

  public Node node() {
    return node;
  }
}
