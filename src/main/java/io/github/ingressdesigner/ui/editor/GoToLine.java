package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** A field for a line, or line and column as {@code 22:5}. */
final class GoToLine extends HBox {
  private static final Pattern PLACE =
      Pattern.compile("\\s*(\\d{1,9})(?:\\s*[:,]\\s*(\\d{1,9}))?\\s*");

  private final TextField field = new TextField();
  private final Label hint = new Label();
  private FileEditor editor;

  GoToLine(Runnable closed) {
    getStyleClass().add("editor-bar");
    field.getStyleClass().add("editor-line-field");
    field.setPromptText(Messages.text("editor.goToLine.prompt"));
    field.setAccessibleText(Messages.text("editor.goToLine.prompt"));
    hint.getStyleClass().add("small-text");
    getChildren().addAll(field, hint);
    setVisible(false);
    setManaged(false);
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close(closed);
            event.consume();
          } else if (event.getCode() == KeyCode.ENTER) {
            go(closed);
            event.consume();
          }
        });
    field.textProperty().addListener((property, was, is) -> hint());
  }

  void open(FileEditor editor) {
    this.editor = editor;
    setVisible(true);
    setManaged(true);
    field.setText(Integer.toString(editor.area().getCurrentParagraph() + 1));
    hint();
    field.selectAll();
    field.requestFocus();
  }

  private void hint() {
    if (editor != null) {
      hint.setText(Messages.text("editor.goToLine.hint", editor.text().lines().lineCount()));
    }
  }

  private void go(Runnable closed) {
    place(editor.text(), field.getText())
        .ifPresent(
            offset -> {
              editor.goTo(TextRange.at(offset));
              close(closed);
            });
  }

  private void close(Runnable closed) {
    setVisible(false);
    setManaged(false);
    closed.run();
  }

  /** The offset of a line and column as people write them; beyond the end it is the last line. */
  static Optional<Integer> place(SourceText text, String written) {
    Matcher matcher = PLACE.matcher(written);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int count = text.lines().lineCount();
    int line = Math.clamp(Integer.parseInt(matcher.group(1)) - 1L, 0, count - 1);
    int column = matcher.group(2) == null ? 0 : Math.max(0, Integer.parseInt(matcher.group(2)) - 1);
    int start = text.lines().startOf(line);
    return Optional.of(start + Math.min(column, text.lines().endOf(line) - start));
  }
}
