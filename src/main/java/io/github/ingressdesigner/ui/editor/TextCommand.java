package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.text.TextEdits;

/**
 * What an editing key does: edits and where the selection stands after them.
 *
 * @param label of the undo step, for people
 * @param typing whether it may join the typing before it
 * @param anchor where the selection begins, in the text after the edits
 * @param caret where it ends
 */
record TextCommand(String label, boolean typing, TextEdits edits, int anchor, int caret) {}
