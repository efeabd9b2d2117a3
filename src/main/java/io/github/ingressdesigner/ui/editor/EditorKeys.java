package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.editor.Marks.ProblemMark;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.NavigationActions.SelectionPolicy;

/** Keys and clicks that mean something else here than in a plain text area. */
final class EditorKeys implements EditorPart {
  private FileEditor editor;

  @Override
  public void install(FileEditor editor) {
    this.editor = editor;
    editor.area().addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    editor.area().addEventFilter(KeyEvent.KEY_TYPED, EditorKeys::swallowEnterAndTab);
    editor.area().addEventFilter(MouseEvent.MOUSE_PRESSED, this::clicked);
  }

  private static void swallowEnterAndTab(KeyEvent event) {
    if (List.of("\r", "\n", "\t").contains(event.getCharacter())) {
      event.consume();
    }
  }

  private void pressed(KeyEvent event) {
    if (event.isConsumed()) {
      return;
    }
    boolean handled =
        event.isShortcutDown()
            ? shortcut(event)
            : event.isAltDown() ? alt(event.getCode(), event.isShiftDown()) : plain(event);
    if (handled) {
      event.consume();
    }
  }

  private boolean shortcut(KeyEvent event) {
    boolean shift = event.isShiftDown();
    if (event.isAltDown()) {
      return false;
    }
    switch (event.getCode()) {
      case Z -> {
        if (shift) {
          editor.model().actions().redo();
        } else {
          editor.model().actions().undo();
        }
      }
      case Y -> editor.model().actions().redo();
      case I -> editor.problemCard().showDocAtCaret();
      case D -> editor.run(LineCommands.duplicate(editor.text(), editor.selection()));
      case SLASH, DIVIDE ->
          editor.run(LineCommands.toggleComment(editor.text(), editor.selection()));
      case OPEN_BRACKET, BRACELEFT -> {
        if (!shift) {
          return false;
        }
        editor.folding().closeAround(editor.area().getCurrentParagraph());
      }
      case CLOSE_BRACKET, BRACERIGHT -> {
        if (!shift) {
          return false;
        }
        editor.folding().open(editor.area().getCurrentParagraph());
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean alt(KeyCode code, boolean shift) {
    switch (code) {
      case UP -> move(-1);
      case DOWN -> move(1);
      case ENTER -> editor.problemCard().mendAtCaret();
      case F8 -> editor.changeBars().goToNext(shift);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean plain(KeyEvent event) {
    boolean shift = event.isShiftDown();
    switch (event.getCode()) {
      case ENTER -> editor.run(Indenter.enter(editor.text(), editor.selection()));
      case TAB ->
          editor.run(
              shift
                  ? Indenter.outdent(editor.text(), editor.selection())
                  : Indenter.indent(editor.text(), editor.selection()));
      case HOME -> {
        CodeArea area = editor.area();
        int home = LineCommands.home(editor.text(), area.getCaretPosition());
        area.moveTo(home, shift ? SelectionPolicy.ADJUST : SelectionPolicy.CLEAR);
        area.requestFollowCaret();
      }
      case F8 -> goToProblem(shift);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void move(int direction) {
    LineCommands.move(editor.text(), editor.selection(), direction).ifPresent(editor::run);
  }

  private void goToProblem(boolean back) {
    int caret = editor.area().getCaretPosition();
    List<ProblemMark> problems = editor.marks().problems();
    List<ProblemMark> order = back ? problems.reversed() : problems;
    order.stream()
        .filter(p -> back ? p.range().start() < caret : p.range().start() > caret)
        .findFirst()
        .or(() -> order.stream().findFirst())
        .ifPresent(
            problem -> {
              editor.goTo(TextRange.at(problem.range().start()));
              editor.afterEvents(editor.problemCard()::showAtCaret);
            });
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    PaintPulse paint = editor.paint();
    paint
        .textLayer()
        .chipAt(event.getX(), event.getY())
        .ifPresentOrElse(
            chip -> {
              editor.folding().open(chip.header());
              event.consume();
            },
            () -> {
              if (event.getX() < paint.gutterWidth()) {
                paint.view().at(event.getY()).ifPresent(line -> gutter(line.index(), event));
                event.consume();
              }
            });
  }

  private void gutter(int line, MouseEvent event) {
    editor.area().requestFocus();
    boolean arrow =
        event.getX() > editor.paint().metrics().numberEdge(editor.text().lines().lineCount());
    double bar = editor.paint().metrics().changeBar(editor.text().lines().lineCount());
    boolean onBar = event.getX() >= bar - 2 && event.getX() <= bar + GutterLayer.BAR + 3;
    if (onBar && editor.changeBars().showAt(line, event.getScreenX() + 8, event.getScreenY() + 8)) {
      return;
    }
    if (arrow && (editor.folding().isFolded(line) || Blocks.isHeader(editor.text(), line))) {
      editor.folding().toggle(line);
    } else {
      int start = editor.text().lines().startOf(line);
      int end = Math.min(editor.text().length(), editor.text().lines().endOf(line) + 1);
      editor.area().selectRange(end, start);
    }
  }
}
