package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.text.TextRange;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** Hides the values of Secrets on the screen until a person asks for them, file by file. */
final class Secrets implements EditorPart {
  private static final String GUARDED = "guarded";

  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper present = new ReadOnlyBooleanWrapper();
  private List<TextRange> ranges = List.of();
  private boolean concerned;
  private FileEditor editor;

  @Override
  public void install(FileEditor editor) {
    this.editor = editor;
    look(editor.text());
    shown.addListener((property, was, is) -> guard());
  }

  /** Whether the values are on the screen. */
  BooleanProperty shownProperty() {
    return shown;
  }

  /** Whether the file holds values to hide. */
  ReadOnlyBooleanProperty presentProperty() {
    return present.getReadOnlyProperty();
  }

  List<TextRange> hidden(int firstLine, int lastLine) {
    if (shown.get() || ranges.isEmpty()) {
      return List.of();
    }
    SourceText text = editor.text();
    return Ranges.touching(
        ranges, new TextRange(text.lines().startOf(firstLine), text.lines().endOf(lastLine)));
  }

  @Override
  public void edited(SourceText before, TextEdits edits, SourceText after) {
    if (concerned
        || edits.edits().stream()
            .anyMatch(
                e -> e.inserted().contains("Secret") || mayName(after, edits.shift(e.offset())))) {
      look(after);
    }
  }

  /** Whether the line that was edited may have made a Secret of its document. */
  private static boolean mayName(SourceText text, int offset) {
    int line = text.lines().lineOf(Math.min(offset, text.length()));
    return LexWindow.line(text, line).contains("Secret");
  }

  private void look(SourceText text) {
    concerned = SecretMask.concerns(text);
    ranges = concerned ? SecretMask.ranges(text) : List.of();
    present.set(!ranges.isEmpty());
    guard();
  }

  /**
   * While values are hidden, letters without a colour are not drawn: a line that has just come to
   * the screen has none for a moment.
   */
  private void guard() {
    boolean guarded = present.get() && !shown.get();
    List<String> classes = editor.area().getStyleClass();
    if (guarded != classes.contains(GUARDED)) {
      if (guarded) {
        classes.add(GUARDED);
      } else {
        classes.remove(GUARDED);
      }
    }
    editor.recolour();
  }
}
