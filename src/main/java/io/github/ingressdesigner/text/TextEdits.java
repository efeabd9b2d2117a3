package io.github.ingressdesigner.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Edits of one text, ordered and not overlapping; every offset means the text before the first of
 * them.
 */
public record TextEdits(List<TextEdit> edits) {
  public static final TextEdits NONE = new TextEdits(List.of());

  public TextEdits {
    edits = edits.stream().sorted(Comparator.comparingInt(TextEdit::offset)).toList();
    for (int i = 1; i < edits.size(); i++) {
      if (edits.get(i - 1).range().end() > edits.get(i).offset()) {
        throw new IllegalArgumentException(
            "edits overlap: " + edits.get(i - 1) + " and " + edits.get(i));
      }
    }
  }

  public static TextEdits of(TextEdit... edits) {
    return new TextEdits(List.of(edits));
  }

  public boolean isEmpty() {
    return edits.isEmpty();
  }

  public int delta() {
    return edits.stream().mapToInt(TextEdit::delta).sum();
  }

  /** The edits that undo these; their offsets mean the text after these. */
  public TextEdits inverse() {
    List<TextEdit> inverse = new ArrayList<>();
    int shift = 0;
    for (TextEdit edit : edits) {
      inverse.add(new TextEdit(edit.offset() + shift, edit.inserted(), edit.removed()));
      shift += edit.delta();
    }
    return new TextEdits(inverse);
  }

  /**
   * Where an offset of the old text stands in the new one; inside a replaced range: at the end of
   * what was inserted.
   */
  public int shift(int offset) {
    int shift = 0;
    for (TextEdit edit : edits) {
      if (edit.offset() > offset) {
        break;
      }
      if (offset < edit.range().end()) {
        return edit.offset() + shift + edit.inserted().length();
      }
      shift += edit.delta();
    }
    return offset + shift;
  }
}
