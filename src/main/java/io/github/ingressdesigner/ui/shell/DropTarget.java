package io.github.ingressdesigner.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes files and folders that are dropped anywhere on the window. */
final class DropTarget {
  private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

  private DropTarget() {}

  static void install(Node node, Consumer<List<Path>> open) {
    node.addEventHandler(
        DragEvent.DRAG_OVER,
        event -> {
          if (event.getGestureSource() == null && event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            node.pseudoClassStateChanged(DROPPING, true);
            event.consume();
          }
        });
    node.addEventHandler(
        DragEvent.DRAG_EXITED, event -> node.pseudoClassStateChanged(DROPPING, false));
    node.addEventHandler(
        DragEvent.DRAG_DROPPED,
        event -> {
          if (event.getDragboard().hasFiles()) {
            open.accept(event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
          }
        });
  }
}
