package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.catalog.AnnotationCatalog;
import io.github.ingressdesigner.text.LineIndex;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.ui.common.Mending;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Sign;
import io.github.ingressdesigner.ui.editor.Marks.ProblemMark;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.fxmisc.richtext.event.MouseOverTextEvent;

/**
 * Says what is wrong and what a key means where the mouse rests, or where a key has brought the
 * caret.
 */
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
              show(event.getCharacterIndex(), true, at.getX() + 8, at.getY() + 12);
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
    showAtCaret(false);
  }

  /** Shows what the key at the caret means, and its problems. */
  void showDocAtCaret() {
    showAtCaret(true);
  }

  /** Offers what can be done about the problems at the caret, or else on its line. */
  void mendAtCaret() {
    popup.hide();
    int caret = editor.area().getCaretPosition();
    List<ProblemMark> here = editor.marks().problemsAt(caret);
    if (here.isEmpty()) {
      LineIndex lines = editor.text().lines();
      int line = lines.lineOf(Math.min(caret, editor.text().length()));
      here =
          editor.marks().problems().stream()
              .filter(mark -> lines.lineOf(mark.range().start()) == line)
              .toList();
    }
    Mending mending = new Mending(editor.model());
    List<MenuItem> items =
        here.stream().flatMap(mark -> mending.items(mark.problem()).stream()).toList();
    Bounds bounds = editor.area().getCaretBounds().orElse(null);
    if (items.isEmpty() || bounds == null) {
      editor.model().actions().say(Severity.INFO, Messages.text("editor.mend.none"));
      return;
    }
    ContextMenu menu = new ContextMenu(items.toArray(MenuItem[]::new));
    menu.show(editor.area(), bounds.getMinX(), bounds.getMaxY() + 4);
  }

  private void showAtCaret(boolean withDoc) {
    Bounds bounds = editor.area().getCaretBounds().orElse(null);
    if (bounds != null) {
      show(editor.area().getCaretPosition(), withDoc, bounds.getMinX(), bounds.getMaxY() + 4);
    }
  }

  private void show(int offset, boolean withDoc, double screenX, double screenY) {
    List<ProblemMark> problems = editor.marks().problemsAt(offset);
    Optional<FieldDocs.Doc> doc =
        withDoc
            ? new FieldDocs(AnnotationCatalog.standard(), editor.model().feed().dialect())
                .at(editor.text(), offset)
            : Optional.empty();
    if (problems.isEmpty() && doc.isEmpty() || editor.area().getScene() == null) {
      popup.hide();
      return;
    }
    card.getChildren().clear();
    problems.stream().limit(MOST).forEach(mark -> card.getChildren().add(row(mark)));
    doc.ifPresent(d -> card.getChildren().add(node(d)));
    popup.show(editor.area().getScene().getWindow(), screenX, screenY);
  }

  private static VBox node(FieldDocs.Doc doc) {
    Label title = new Label(doc.title());
    title.getStyleClass().addAll("mono", "editor-card-title");
    VBox box = new VBox(title, wrapped(doc.sentence(), "editor-card-text"));
    box.getStyleClass().add("editor-card-doc");
    doc.facts().forEach(fact -> box.getChildren().add(wrapped(fact, "small-text")));
    return box;
  }

  private static Label wrapped(String text, String style) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().addAll(style, "editor-card-wide");
    return label;
  }

  private static HBox row(ProblemMark mark) {
    Label message = new Label(mark.problem().message());
    message.setWrapText(true);
    message.getStyleClass().add("editor-card-text");
    Label code = new Label(mark.problem().code());
    code.getStyleClass().add("small-text");
    VBox lines = new VBox(message, code);
    Mending.fix(mark.problem())
        .ifPresent(
            fix ->
                lines
                    .getChildren()
                    .add(wrapped(Messages.text("editor.mend.hint", fix.label()), "small-text")));
    HBox row = new HBox(sign(mark.problem().severity()).node(""), lines);
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
