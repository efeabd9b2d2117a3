package io.github.ingressdesigner.ui.cluster;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.apply.Applier.Decision;
import io.github.ingressdesigner.cluster.apply.ApplyStep;
import io.github.ingressdesigner.cluster.apply.FieldConflict;
import io.github.ingressdesigner.cluster.apply.FieldConflict.Choice;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What a person should know of an object before it is applied, and what they decide. */
final class BeforeApply {
  private final ApplyModel model;
  private final VBox node = new VBox();

  BeforeApply(ApplyModel model) {
    this.model = model;
    node.getStyleClass().add("apply-notes");
  }

  Node node() {
    return node;
  }

  void show(ApplyStep step) {
    node.getChildren().clear();
    step.refusal().ifPresent(e -> refusal(e));
    if (!step.conflicts().isEmpty()) {
      node.getChildren()
          .add(
              ApplyView.line(
                  Messages.text("cluster.apply.conflicts", step.conflicts().size()),
                  "apply-title"));
      step.conflicts().forEach(conflict -> node.getChildren().add(conflict(step, conflict)));
    }
    step.owners()
        .advice()
        .filter(advice -> step.isWrite())
        .ifPresent(advice -> node.getChildren().add(ApplyView.line(advice, "apply-note")));
    if (!step.warnings().isEmpty()) {
      node.getChildren()
          .add(ApplyView.line(Messages.text("cluster.apply.warnings"), "apply-title"));
      step.warnings()
          .forEach(warning -> node.getChildren().add(ApplyView.line(warning, "apply-note")));
    }
    if (!step.stays().isEmpty() && step.isWrite()) {
      node.getChildren().add(ApplyView.line(Messages.text("cluster.apply.stays"), "apply-title"));
      step.stays().forEach(field -> node.getChildren().add(ApplyView.line(field, "apply-field")));
    }
    if (node.getChildren().isEmpty()) {
      node.getChildren().add(ApplyView.line(Messages.text("cluster.apply.quiet"), "label-text"));
    }
  }

  private void refusal(ClusterException e) {
    node.getChildren().add(ApplyView.line(e.getMessage(), "apply-refusal"));
    for (ClusterException.Cause cause : e.causes()) {
      node.getChildren()
          .addAll(
              ApplyView.line(cause.field(), "apply-field"),
              ApplyView.line(cause.message(), "label-text"));
    }
  }

  private Node conflict(ApplyStep step, FieldConflict conflict) {
    ToggleGroup group = new ToggleGroup();
    RadioButton leave = new RadioButton(Messages.text("cluster.apply.leave"));
    RadioButton take = new RadioButton(Messages.text("cluster.apply.take", conflict.manager()));
    leave.setToggleGroup(group);
    take.setToggleGroup(group);
    Choice chosen = model.choices().get(new Decision(step, conflict));
    leave.setSelected(chosen == Choice.LEAVE);
    take.setSelected(chosen == Choice.TAKE);
    leave.setOnAction(event -> model.choose(step, conflict, Choice.LEAVE));
    take.setOnAction(event -> model.choose(step, conflict, Choice.TAKE));
    Label field = new Label(conflict.field());
    field.getStyleClass().add("apply-field");
    Label manager = new Label(conflict.manager());
    manager.getStyleClass().add("apply-manager");
    VBox card = new VBox(field, manager, leave, take);
    card.getStyleClass().add("apply-conflict");
    return card;
  }

  /** The name to type for a protected context, and what is waited for. */
  Node confirm() {
    VBox box = new VBox();
    box.getStyleClass().add("apply-confirm");
    if (model.isProtected()) {
      Label title = new Label(Messages.text("cluster.apply.protected", model.context().name()));
      title.setGraphic(Icons.of(Feather.SHIELD, 14));
      title.getStyleClass().add("apply-protected");
      TextField name = new TextField();
      name.setPromptText(Messages.text("cluster.apply.type"));
      name.setAccessibleText(Messages.text("cluster.apply.type"));
      name.getStyleClass().add("apply-name");
      name.textProperty().bindBidirectional(model.typedProperty());
      box.getChildren().addAll(title, new HBox(name));
    }
    Label waiting = ApplyView.line("", "small-text");
    waiting.textProperty().bind(model.waitingProperty());
    box.getChildren().add(waiting);
    return box;
  }
}
