package io.github.ingressdesigner.ui.explorer;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.git.GitState;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.suite.SuiteFiles;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
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
  private final Function<FileId, Optional<GitState>> git;
  private Optional<Row> drawn = Optional.empty();
  private Optional<GitState> drawnGit = Optional.empty();

  /**
   * @param git how a file differs from HEAD
   */
  RowCell(Function<FileId, Optional<GitState>> git) {
    this.git = git;
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
    Optional<GitState> state = row.isFile() ? git.apply(row.file()) : Optional.empty();
    if (drawn.filter(row::equals).isEmpty() || !drawnGit.equals(state)) {
      drawn = Optional.of(row);
      drawnGit = state;
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
    drawnGit.ifPresent(state -> parts.add(mark(state)));
    if (row.dirty()) {
      Label dirty = new Label("\u25cf");
      dirty.getStyleClass().add("explorer-dirty");
      parts.add(dirty);
    }
    box.getChildren().setAll(parts);
    box.getStyleClass().setAll("explorer-row", "explorer-row-" + styleOf(row.kind()));
    String tip = row.isFile() ? row.file().value() : row.text();
    setTooltip(new Tooltip(drawnGit.map(s -> tip + ", " + Messages.text(key(s))).orElse(tip)));
    setAccessibleText(spoken(row));
  }

  private static Optional<Node> icon(Row row) {
    return switch (row.kind()) {
      case FILE, CLOSED_FILE -> Optional.of(Icons.of(fileIcon(row), 14));
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

  private static Feather fileIcon(Row row) {
    return SuiteFiles.isSuite(row.text()) ? Feather.CHECK_CIRCLE : Feather.FILE_TEXT;
  }

  private static Label mark(GitState state) {
    Label mark = new Label(Messages.text(key(state) + ".letter"));
    mark.getStyleClass().addAll("explorer-git", "mono");
    return mark;
  }

  private static String key(GitState state) {
    return "explorer.git." + state.name().toLowerCase(Locale.ROOT);
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

  private String spoken(Row row) {
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
    drawnGit.ifPresent(state -> spoken.append(", ").append(Messages.text(key(state))));
    if (row.dirty()) {
      spoken.append(", ").append(Messages.text("explorer.dirty"));
    }
    return spoken.toString();
  }
}
