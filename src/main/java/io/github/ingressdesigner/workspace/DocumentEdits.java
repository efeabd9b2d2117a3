package io.github.ingressdesigner.workspace;

import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From edits of a file to edits of one of its documents. */
final class DocumentEdits {
  private DocumentEdits() {}

  /**
   * The edits that fall inside a document, with offsets in its slice; empty if one of them crosses
   * its border, or if they do not explain how the old range became the new one.
   */
  static Optional<TextEdits> within(TextEdits all, TextRange before, TextRange after) {
    List<TextEdit> inside = new ArrayList<>();
    int shift = 0;
    int grown = 0;
    int moved = 0;
    for (TextEdit edit : all.edits()) {
      TextRange old = edit.range();
      TextRange now =
          new TextRange(old.start() + shift, old.start() + shift + edit.inserted().length());
      if (before.contains(old) && after.contains(now)) {
        inside.add(new TextEdit(edit.offset() - before.start(), edit.removed(), edit.inserted()));
        grown += edit.delta();
      } else if (old.end() <= before.start() && now.end() <= after.start()) {
        moved += edit.delta();
      } else if (old.start() < before.end() || now.start() < after.end()) {
        return Optional.empty();
      }
      shift += edit.delta();
    }
    boolean explained =
        after.start() == before.start() + moved && after.length() == before.length() + grown;
    return explained ? Optional.of(new TextEdits(inside)) : Optional.empty();
  }
}
