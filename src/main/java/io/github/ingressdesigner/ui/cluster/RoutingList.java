package io.github.ingressdesigner.ui.cluster;

import io.github.ingressdesigner.compare.Cause;
import io.github.ingressdesigner.compare.Difference;
import io.github.ingressdesigner.suite.DifferenceReport;
import io.github.ingressdesigner.suite.Wording;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Which requests would be routed otherwise after an apply, and why. */
final class RoutingList {
  /** More are told by their number; the comparison of the window shows them all. */
  private static final int MOST = 50;

  private final VBox node = new VBox();

  RoutingList(ApplyModel model) {
    node.getStyleClass().add("apply-routing");
    model
        .routing()
        .ifPresentOrElse(
            this::show,
            () ->
                node.getChildren()
                    .add(ApplyView.line(Messages.text("cluster.apply.noRouting"), "label-text")));
  }

  Node node() {
    return node;
  }

  private void show(DifferenceReport report) {
    node.getChildren().add(ApplyView.line(report.title(), "apply-title"));
    List<Difference> all = report.comparison().differences();
    Cause cause = null;
    for (Difference one : all.subList(0, Math.min(MOST, all.size()))) {
      if (one.cause() != cause) {
        cause = one.cause();
        node.getChildren().add(ApplyView.line(DifferenceReport.words(cause), "label-text"));
      }
      Label request = ApplyView.line(DifferenceReport.request(one), "apply-field");
      node.getChildren()
          .addAll(
              request,
              ApplyView.line(
                  Messages.text(
                      "cluster.apply.answers", Wording.of(one.from()), Wording.of(one.to())),
                  "apply-manager"));
    }
    if (all.size() > MOST) {
      node.getChildren()
          .add(
              ApplyView.line(Messages.text("cluster.apply.more", all.size() - MOST), "label-text"));
    }
  }
}
