package io.github.ingressdesigner.ui.explorer;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Draws one line: icon, text, and at the right lock, problem, unsaved mark or count. */
final class RowCell extends TreeCell<Row> {
  private final Label text = new Label();
  private final Region space = new Region();
  private final HBox box = new HBox();
  private Optional<Row> drawn = Optional.empty();

  RowCell() {
    box.getStyleClass().add("explorer-row");
    text.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    text.setMinWidth(20);
    HBox.setHgrow(space, Priority.ALWAYS);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(Row row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      drawn = Optional.empty();
      setGraphic(null);
      setTooltip(null);
      return;
    }
    if (drawn.filter(row::equals).isEmpty()) {
      drawn = Optional.of(row);
      draw(row);
    }
    setGraphic(box);
  }

  private void draw(Row row) {
    text.setText(row.text());
    text.getStyleClass().setAll("label", "explorer-" + styleOf(row.kind()));
    List<Node> parts = new ArrayList<>();
    icon(row).ifPresent(parts::add);
    parts.add(text);
    parts.add(space);
    if (row.locked()) {
      Node lock = Icons.of(Feather.LOCK, 12);
      lock.setAccessibleText(Messages.text("explorer.tls"));
      parts.add(lock);
    }
    row.problem().ifPresent(severity -> parts.add(sign(severity)));
    if (!row.note().isEmpty()) {
      Label note = new Label(row.note());
      note.getStyleClass().add("explorer-note");
      parts.add(note);
    }
    if (row.dirty()) {
      Label dirty = new Label("\u25cf");
      dirty.getStyleClass().add("explorer-dirty");
      parts.add(dirty);
    }
    box.getChildren().setAll(parts);
    box.getStyleClass().setAll("explorer-row", "explorer-row-" + styleOf(row.kind()));
    setTooltip(new Tooltip(row.isFile() ? row.file().value() : row.text()));
    setAccessibleText(spoken(row));
  }

  private static Optional<Node> icon(Row row) {
    return switch (row.kind()) {
      case FILE, CLOSED_FILE -> Optional.of(Icons.of(Feather.FILE_TEXT, 14));
      case INGRESS -> Optional.of(Icons.of(Feather.GIT_COMMIT, 14));
      case HOST -> {
        Node globe = Icons.of(Feather.GLOBE, 14);
        globe.getStyleClass().add("explorer-host-icon");
        yield Optional.of(globe);
      }
      case DEFAULT_BACKEND -> Optional.of(Icons.of(Feather.CORNER_DOWN_RIGHT, 14));
      case KIND -> Optional.of(Icons.of(Feather.BOX, 14));
      case PATH -> Optional.empty();
    };
  }

  private static String styleOf(Row.Kind kind) {
    return kind.name().toLowerCase().replace('_', '-');
  }

  private static Node sign(Severity severity) {
    return switch (severity) {
      case ERROR -> Sign.ERROR.node(Messages.text("explorer.error"));
      case WARNING -> Sign.WARNING.node(Messages.text("explorer.warning"));
      case INFO -> Sign.INFO.node(Messages.text("explorer.info"));
    };
  }

  private static String spoken(Row row) {
    StringBuilder spoken = new StringBuilder(row.text());
    if (row.locked()) {
      spoken.append(", ").append(Messages.text("explorer.tls"));
    }
    row.problem()
        .ifPresent(
            severity ->
                spoken
                    .append(", ")
                    .append(Messages.text("explorer." + severity.name().toLowerCase())));
    if (row.dirty()) {
      spoken.append(", ").append(Messages.text("explorer.dirty"));
    }
    return spoken.toString();
  }
}
