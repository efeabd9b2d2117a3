package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.ui.common.Sign;
import io.github.ingressdesigner.ui.editor.Marks.ProblemMark;
import java.time.Duration;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.fxmisc.richtext.event.MouseOverTextEvent;

/** Says what is wrong where the mouse rests, or where F8 has brought the caret. */
final class ProblemCard implements EditorPart {
  private static final Duration MOUSE_RESTS = Duration.ofMillis(350);
  private static final int MOST = 5;

  private final Popup popup = new Popup();
  private final VBox card = new VBox();
  private FileEditor editor;

  @Override
  public void install(FileEditor editor) {
    this.editor = editor;
    card.getStyleClass().addAll("popover-card", "editor-card");
    popup.getContent().add(card);
    popup.setAutoHide(true);
    // The click that hides it is meant for what lies below.
    popup.setConsumeAutoHidingEvents(false);
    popup.setAutoFix(true);
    editor.area().setMouseOverTextDelay(MOUSE_RESTS);
    editor
        .area()
        .addEventHandler(
            MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN,
            event -> {
              Point2D at = event.getScreenPosition();
              show(event.getCharacterIndex(), at.getX() + 8, at.getY() + 12);
            });
    editor.area().addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, event -> popup.hide());
    editor.area().caretPositionProperty().addListener((property, was, is) -> popup.hide());
  }

  @Override
  public void uninstall() {
    popup.hide();
  }

  @Override
  public void edited(SourceText before, TextEdits edits, SourceText after) {
    popup.hide();
  }

  /** Shows the problems at the caret under it. */
  void showAtCaret() {
    Bounds bounds = editor.area().getCaretBounds().orElse(null);
    if (bounds != null) {
      show(editor.area().getCaretPosition(), bounds.getMinX(), bounds.getMaxY() + 4);
    }
  }

  private void show(int offset, double screenX, double screenY) {
    List<ProblemMark> problems = editor.marks().problemsAt(offset);
    if (problems.isEmpty() || editor.area().getScene() == null) {
      popup.hide();
      return;
    }
    card.getChildren().clear();
    problems.stream().limit(MOST).forEach(mark -> card.getChildren().add(row(mark)));
    popup.show(editor.area().getScene().getWindow(), screenX, screenY);
  }

  private static HBox row(ProblemMark mark) {
    Label message = new Label(mark.problem().message());
    message.setWrapText(true);
    message.getStyleClass().add("editor-card-text");
    Label code = new Label(mark.problem().code());
    code.getStyleClass().add("small-text");
    HBox row = new HBox(sign(mark.problem().severity()).node(""), new VBox(message, code));
    row.getStyleClass().add("editor-card-row");
    return row;
  }

  private static Sign sign(Severity severity) {
    return switch (severity) {
      case ERROR -> Sign.ERROR;
      case WARNING -> Sign.WARNING;
      case INFO -> Sign.INFO;
    };
  }
}
