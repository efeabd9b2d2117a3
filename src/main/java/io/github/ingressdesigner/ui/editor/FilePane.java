package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Sign;
import io.github.ingressdesigner.workspace.Snapshot;
import io.github.ingressdesigner.yaml.ReadResult;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/** A file's editor under the strips that say what is special about it. */
final class FilePane {
  private final FileEditor editor;
  private final BorderPane node = new BorderPane();

  FilePane(FileEditor editor) {
    this.editor = editor;
    Secrets secrets = editor.secrets();
    VBox strips = new VBox();
    editor
        .readOnlyReason()
        .ifPresent(reason -> strips.getChildren().add(new Strip(Sign.INFO, reason)));
    strips
        .getChildren()
        .add(
            new Strip(Sign.INFO, Messages.text("editor.strip.template"))
                .when(
                    Bindings.createBooleanBinding(
                        this::isTemplate, editor.model().snapshotProperty())));
    strips
        .getChildren()
        .add(
            new Strip(Sign.INFO, Messages.text("editor.strip.secretsHidden"))
                .action(Messages.text("editor.strip.show"), () -> secrets.shownProperty().set(true))
                .when(secrets.presentProperty().and(secrets.shownProperty().not())));
    strips
        .getChildren()
        .add(
            new Strip(Sign.WARNING, Messages.text("editor.strip.secretsShown"))
                .action(
                    Messages.text("editor.strip.hide"), () -> secrets.shownProperty().set(false))
                .when(secrets.presentProperty().and(secrets.shownProperty())));
    node.setTop(strips);
    node.setCenter(editor.node());
  }

  Node node() {
    return node;
  }

  private boolean isTemplate() {
    Optional<Snapshot.FileState> state = editor.model().snapshot().file(editor.file());
    return state.isPresent()
        && state.get().documents().stream()
            .anyMatch(document -> document.read() instanceof ReadResult.Template);
  }
}
