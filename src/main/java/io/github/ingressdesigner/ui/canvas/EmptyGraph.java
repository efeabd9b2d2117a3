package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.workspace.Snapshot;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What stands where the graph would be, while no file holds an Ingress. */
final class EmptyGraph {
  /** The smallest Ingress that routes something. */
  private static final String INGRESS =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: example
      spec:
        rules:
          - host: shop.example.com
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend:
                    service:
                      name: web
                      port:
                        number: 80
      """;

  private final AppModel model;
  private final VBox box = new VBox();
  private final Label title = new Label(Messages.text("canvas.empty.title"));
  private final List<Node> below;

  EmptyGraph(AppModel model) {
    this.model = model;
    title.getStyleClass().add("title");
    Label text = new Label(Messages.text("canvas.empty.text"));
    text.getStyleClass().add("canvas-empty-text");
    text.setWrapText(true);
    Button add = new Button(Messages.text("canvas.empty.add"), Icons.of(Feather.PLUS, 16));
    add.getStyleClass().add("accent");
    add.setId("canvas-add-ingress");
    add.setOnAction(event -> add());
    box.getStyleClass().add("canvas-empty");
    box.getChildren().addAll(Icons.of(Feather.GIT_COMMIT, 32), title, text, add);
    below = List.of(text, add);
    box.setPickOnBounds(false);
  }

  Region node() {
    return box;
  }

  /** A file of many megabytes takes a while: until it is read, nobody knows what it holds. */
  void show(Snapshot snapshot) {
    boolean visible = snapshot.graph().hosts().isEmpty();
    box.setVisible(visible);
    box.setManaged(visible);
    boolean read = !snapshot.files().isEmpty();
    title.setText(Messages.text(read ? "canvas.empty.title" : "canvas.empty.reading"));
    below.forEach(node -> node.setVisible(read));
  }

  private void add() {
    Snapshot snapshot = model.snapshot();
    Optional<FileId> file =
        model
            .activeFileProperty()
            .get()
            .flatMap(snapshot::file)
            .filter(Snapshot.FileState::writable)
            .map(Snapshot.FileState::id)
            .or(
                () ->
                    snapshot.files().stream()
                        .filter(Snapshot.FileState::writable)
                        .map(Snapshot.FileState::id)
                        .findFirst());
    file.ifPresentOrElse(
        id -> model.actions().perform(new Intent.AppendDocument(id, INGRESS)),
        () -> model.actions().say(Severity.WARNING, Messages.text("canvas.empty.noFile")));
  }
}
