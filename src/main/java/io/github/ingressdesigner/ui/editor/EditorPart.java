package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdits;

/** One job of an editor over one file; put on and taken off as a whole. */
interface EditorPart {
  void install(FileEditor editor);

  /** Lets go of everything that it listens to outside of the editor. */
  default void uninstall() {}

  /** The text changed, by a key here or from elsewhere; the area shows the new text already. */
  default void edited(SourceText before, TextEdits edits, SourceText after) {}
}
