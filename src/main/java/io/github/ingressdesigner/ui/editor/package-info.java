/**
 * The YAML editor: a code area that shows the text of the active file and hands every keystroke to
 * the workspace as a text edit. The text lives in the workspace, never here; marks, folds, colours
 * and completion are drawn over it. Small parts with one job each are put together by {@code
 * FileEditor} (one file) and {@code EditorView} (the pane). Nothing here parses YAML for meaning:
 * the lexer only colours, addresses and ranges come from the snapshot.
 */
@NullMarked
package io.github.ingressdesigner.ui.editor;

import org.jspecify.annotations.NullMarked;
