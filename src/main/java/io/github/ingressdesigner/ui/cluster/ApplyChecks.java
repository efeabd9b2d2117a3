package io.github.ingressdesigner.ui.cluster;

import io.github.ingressdesigner.cluster.apply.ApplyPreview;
import io.github.ingressdesigner.cluster.apply.ApplyStep.State;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What was looked at before, with its result, and what the apply will do. */
final class ApplyChecks {
  private final VBox node = new VBox();

  ApplyChecks(ApplyModel model) {
    node.getStyleClass().add("apply-checks");
    ApplyPreview preview = model.preview();
    node.getChildren().add(ApplyView.head("cluster.apply.checks"));
    check(
        preview.identity().kubeSystem().isPresent(),
        Messages.text("cluster.apply.server"),
        preview
            .identity()
            .kubeSystem()
            .map(uid -> Messages.text("cluster.apply.uid", model.context().key().server(), uid))
            .orElseGet(() -> Messages.text("cluster.apply.noUid")));
    int refused = preview.in(State.REFUSED).size();
    check(
        refused == 0,
        Messages.text(refused == 0 ? "cluster.apply.tried" : "cluster.apply.refusedCount", refused),
        Messages.text("cluster.apply.stored"));
    long warnings = preview.steps().stream().mapToLong(s -> s.warnings().size()).sum();
    check(warnings == 0, Messages.text("cluster.apply.warned", warnings), "");
    long conflicts = preview.steps().stream().mapToLong(s -> s.conflicts().size()).sum();
    check(conflicts == 0, Messages.text("cluster.apply.owned", conflicts), "");
    node.getChildren().add(ApplyView.line(Messages.text("cluster.apply.manner"), "small-text"));
  }

  private void check(boolean good, String what, String detail) {
    Label label = ApplyView.line(what, good ? "apply-good" : "apply-warn");
    label.setGraphic(Icons.of(good ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE, 14));
    node.getChildren().add(label);
    if (!detail.isEmpty()) {
      node.getChildren().add(ApplyView.line(detail, "small-text"));
    }
  }

  Node node() {
    return node;
  }
}
