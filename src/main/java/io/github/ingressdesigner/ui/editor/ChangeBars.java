package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.common.GitView;
import io.github.ingressdesigner.ui.common.HeadChange;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/**
 * Lines that differ from git's HEAD: bars beside the line numbers, and a card that shows what HEAD
 * has there and puts it back.
 */
final class ChangeBars implements EditorPart {
  private static final int MOST_LINES = 12;

  private final ChangeListener<GitView> git = (property, was, is) -> show(is);
  private final Popup popup = new Popup();
  private final VBox card = new VBox();
  private FileEditor editor;

  @Override
  public void install(FileEditor editor) {
    this.editor = editor;
    card.getStyleClass().addAll("popover-card", "editor-card");
    popup.getContent().add(card);
    popup.setAutoHide(true);
    popup.setAutoFix(true);
    editor.model().gitProperty().addListener(git);
    show(editor.model().gitProperty().get());
  }

  @Override
  public void uninstall() {
    popup.hide();
    editor.model().gitProperty().removeListener(git);
  }

  @Override
  public void edited(SourceText before, TextEdits edits, SourceText after) {
    popup.hide();
    // The comparison may have been quicker than the text on the screen.
    show(editor.model().gitProperty().get());
  }

  private void show(GitView view) {
    GitView.FileChanges changes = view.changes().get(editor.file());
    if (changes == null) {
      editor.marks().setChanges(List.of());
    } else if (changes.text() == editor.text()) {
      editor.marks().setChanges(changes.list());
    } else {
      // Older than the text on the screen: the bars move with the text until the next comes.
      return;
    }
    editor.repaint();
  }

  /** The change at a line; where lines are gone, the line that follows them. */
  private Optional<HeadChange> at(int line) {
    int start = editor.text().lines().startOf(line);
    int end = editor.text().lines().endOf(line);
    return editor.marks().changes().stream()
        .filter(
            change ->
                change.isRemoval()
                    ? change.range().start() >= start && change.range().start() <= end
                    : change.range().start() <= end && change.range().end() > start)
        .findFirst();
  }

  /** Goes to the next change after the caret's line, or the one before it, and shows its card. */
  void goToNext(boolean back) {
    int caret = editor.area().getCaretPosition();
    int line = editor.text().lines().lineOf(caret);
    int start = editor.text().lines().startOf(line);
    int end = editor.text().lines().endOf(line);
    List<HeadChange> changes = editor.marks().changes();
    List<HeadChange> order = back ? changes.reversed() : changes;
    order.stream()
        .filter(c -> back ? c.range().start() < start : c.range().start() > end)
        .findFirst()
        .or(() -> order.stream().findFirst())
        .ifPresent(
            change -> {
              editor.goTo(TextRange.at(change.range().start()));
              editor.afterEvents(this::showAtCaret);
            });
  }

  /** Shows what HEAD has at the caret, if anything differs there. */
  void showAtCaret() {
    Bounds bounds = editor.area().getCaretBounds().orElse(null);
    if (bounds != null) {
      showAt(editor.area().getCurrentParagraph(), bounds.getMinX(), bounds.getMaxY() + 4);
    }
  }

  /**
   * @return whether something differs there
   */
  boolean showAt(int line, double screenX, double screenY) {
    Optional<HeadChange> change = at(line);
    if (change.isEmpty() || editor.area().getScene() == null) {
      return false;
    }
    fill(change.get());
    popup.show(editor.area().getScene().getWindow(), screenX, screenY);
    return true;
  }

  private void fill(HeadChange change) {
    Label title = new Label(Messages.text(key(change)));
    title.getStyleClass().add("editor-card-text");
    card.getChildren().setAll(title);
    if (!change.isAddition()) {
      Label old = new Label(shown(change.before()));
      old.getStyleClass().addAll("mono", "editor-card-old");
      card.getChildren().add(old);
    }
    Button revert = new Button(Messages.text("editor.change.revert"));
    revert.setDisable(!editor.area().isEditable());
    revert.setOnAction(
        event -> {
          popup.hide();
          revert(change);
        });
    Button next = new Button(Messages.text("editor.change.next"));
    next.setOnAction(event -> goToNext(false));
    HBox buttons = new HBox(revert, next);
    buttons.getStyleClass().add("editor-card-row");
    card.getChildren().add(buttons);
  }

  private static String key(HeadChange change) {
    return change.isAddition()
        ? "editor.change.added"
        : change.isRemoval() ? "editor.change.removed" : "editor.change.changed";
  }

  private String shown(String before) {
    List<String> lines = before.lines().toList();
    // Values of Secrets must not come to the screen by another way than the text.
    if (editor.secrets().presentProperty().get() && !editor.secrets().shownProperty().get()) {
      return Messages.text("editor.change.hidden", lines.size());
    }
    String text = String.join("\n", lines.subList(0, Math.min(MOST_LINES, lines.size())));
    return lines.size() <= MOST_LINES
        ? text
        : text + "\n" + Messages.text("editor.change.more", lines.size() - MOST_LINES);
  }

  private void revert(HeadChange change) {
    TextEdit edit =
        new TextEdit(change.range().start(), editor.text().slice(change.range()), change.before());
    editor.run(
        new TextCommand(
            Messages.text("editor.undo.revert"),
            false,
            TextEdits.of(edit),
            change.range().start(),
            change.range().start()));
    editor.area().requestFocus();
  }
}
