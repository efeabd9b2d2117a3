package io.github.ingressdesigner.lint;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;

/** How to mend it: one smallest change. */
public sealed interface Fix {
  /** What the change does, as a command: {@code Remove the duplicate path}. */
  String label();

  /**
   * Whether it may be made without asking: the files mean what was meant before, or nothing was
   * accepted before.
   */
  boolean safe();

  /** A change that the planner of edits knows how to write. */
  record ByIntent(String label, boolean safe, Intent intent) implements Fix {}

  /**
   * A change of the text itself.
   *
   * @param edits in a {@link Report} offsets count from the start of the document, in a {@link
   *     Finding} from that of the file
   */
  record ByEdits(String label, boolean safe, TextEdits edits) implements Fix {}

  static Fix intent(String label, Intent intent) {
    return new ByIntent(label, false, intent);
  }

  static Fix safeIntent(String label, Intent intent) {
    return new ByIntent(label, true, intent);
  }

  static Fix edits(String label, TextEdits edits) {
    return new ByEdits(label, false, edits);
  }

  static Fix safeEdits(String label, TextEdits edits) {
    return new ByEdits(label, true, edits);
  }

  /** The same change, where the document starts at this offset of its file. */
  default Fix inFile(int start) {
    return switch (this) {
      case ByIntent intent -> intent;
      case ByEdits(String label, boolean safe, TextEdits edits) ->
          new ByEdits(
              label,
              safe,
              new TextEdits(
                  edits.edits().stream()
                      .map(e -> new TextEdit(e.offset() + start, e.removed(), e.inserted()))
                      .toList()));
    };
  }
}
