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
            "edits overlap: " + edits.get(i - 1).range() + " and " + edits.get(i).range());
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
   * These edits and then others, as edits of the text before these. Edits that touch become one.
   *
   * @param next offsets mean the text after these
   */
  public TextEdits then(TextEdits next) {
    List<TextEdit> all = edits;
    for (TextEdit edit : next.edits.reversed()) {
      all = then(all, edit);
    }
    return new TextEdits(all);
  }

  private static List<TextEdit> then(List<TextEdit> edits, TextEdit next) {
    List<TextEdit> joined = new ArrayList<>();
    List<TextEdit> after = new ArrayList<>();
    StringBuilder removed = new StringBuilder();
    int nextEnd = next.range().end();
    int read = next.offset();
    int shift = 0;
    int offset = -1;
    String head = "";
    String tail = "";
    for (TextEdit edit : edits) {
      int start = edit.offset() + shift;
      int end = start + edit.inserted().length();
      if (end < next.offset()) {
        joined.add(edit);
      } else if (start > nextEnd) {
        after.add(edit);
        continue;
      } else {
        if (offset < 0) {
          offset = Math.min(start, next.offset()) - shift;
          head = edit.inserted().substring(0, Math.max(0, next.offset() - start));
        }
        removed.append(next.removed(), read - next.offset(), Math.max(read, start) - next.offset());
        removed.append(edit.removed());
        read = Math.min(end, nextEnd);
        tail = edit.inserted().substring(Math.min(end, Math.max(start, nextEnd)) - start);
      }
      shift += edit.delta();
    }
    removed.append(next.removed(), read - next.offset(), next.removed().length());
    int at = offset < 0 ? next.offset() - shift : offset;
    joined.add(new TextEdit(at, removed.toString(), head + next.inserted() + tail));
    joined.addAll(after);
    return joined;
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
