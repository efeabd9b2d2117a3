package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.workspace.Change;
import io.github.ingressdesigner.workspace.Change.Kind;
import io.github.ingressdesigner.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.reactfx.Subscription;

/**
 * Keeps a code area and a text of the workspace the same. What is typed becomes a change of the
 * workspace; what is changed elsewhere is replayed into the area as the same edits, so that caret
 * and scroll survive. {@code replaying} breaks the echo.
 */
final class TextSync {
  /** More edits than this are replayed as one: each costs the area some milliseconds. */
  private static final int MOST_SINGLE_EDITS = 100;

  /** Told after both sides are the same again. */
  interface Listener {
    void edited(SourceText before, TextEdits edits, SourceText after);
  }

  private final Workspace workspace;
  private final CodeArea area;
  private final Listener listener;
  private final Subscription typing;
  private final Workspace.Listener elsewhere;
  private FileId file;
  private SourceText shown;
  private boolean replaying;

  TextSync(Workspace workspace, FileId file, CodeArea area, Listener listener) {
    this.workspace = workspace;
    this.file = file;
    this.area = area;
    this.listener = listener;
    shown = workspace.text(file);
    area.replaceText(shown.string());
    area.moveTo(0);
    area.requestFollowCaret();
    typing = area.plainTextChanges().subscribe(this::typed);
    elsewhere =
        new Workspace.Listener() {
          @Override
          public void edited(Change change, Object origin) {
            if (origin != TextSync.this && change.edits().containsKey(TextSync.this.file)) {
              replay(change.edits().get(TextSync.this.file));
              if (origin == workspace && area.isFocused()) {
                caretToChange(change.edits().get(TextSync.this.file));
              }
            }
          }

          @Override
          public void filesChanged() {}
        };
    workspace.addListener(elsewhere);
  }

  void dispose() {
    typing.unsubscribe();
    workspace.removeListener(elsewhere);
  }

  /** The text that the area shows. */
  SourceText shown() {
    return shown;
  }

  /** The file got another name. */
  void rename(FileId to) {
    file = to;
  }

  /** Does a command as a change of the workspace and puts the selection where it says. */
  void run(TextCommand command) {
    if (!command.edits().isEmpty()) {
      Kind kind = command.typing() ? Kind.TYPING : Kind.GESTURE;
      workspace.apply(
          new Change(command.label(), kind, Map.of(file, command.edits()), Optional.empty()),
          command);
    }
    area.selectRange(command.anchor(), command.caret());
    area.requestFollowCaret();
  }

  private void typed(PlainTextChange change) {
    if (replaying) {
      return;
    }
    TextEdit edit = new TextEdit(change.getPosition(), change.getRemoved(), change.getInserted());
    TextEdits edits = TextEdits.of(edit);
    SourceText before = shown;
    workspace.apply(
        new Change(label(edit), kind(edit), Map.of(file, edits), Optional.empty()), this);
    shown = workspace.text(file);
    listener.edited(before, edits, shown);
  }

  private static Kind kind(TextEdit edit) {
    return edit.inserted().length() <= 2 && edit.removed().length() <= 2
        ? Kind.TYPING
        : Kind.GESTURE;
  }

  private static String label(TextEdit edit) {
    if (kind(edit) == Kind.TYPING) {
      return Messages.text("editor.undo.typing");
    }
    return Messages.text(edit.inserted().isEmpty() ? "editor.undo.delete" : "editor.undo.paste");
  }

  private void replay(TextEdits edits) {
    SourceText before = shown;
    shown = workspace.text(file);
    int anchor = edits.shift(area.getAnchor());
    int caret = edits.shift(area.getCaretPosition());
    replaying = true;
    try {
      List<TextEdit> steps = steps(edits, before, shown);
      for (int i = steps.size() - 1; i >= 0; i--) {
        TextEdit edit = steps.get(i);
        area.replaceText(edit.offset(), edit.range().end(), edit.inserted());
      }
    } finally {
      replaying = false;
    }
    area.selectRange(anchor, caret);
    listener.edited(before, edits, shown);
  }

  /** After undo and redo the caret stands where the text has changed. */
  private void caretToChange(TextEdits edits) {
    if (!edits.isEmpty()) {
      TextEdit first = edits.edits().getFirst();
      area.moveTo(first.offset() + first.inserted().length());
      area.requestFollowCaret();
    }
  }

  private static List<TextEdit> steps(TextEdits edits, SourceText before, SourceText after) {
    List<TextEdit> all = edits.edits();
    if (all.size() <= MOST_SINGLE_EDITS) {
      return all;
    }
    int start = all.getFirst().offset();
    int end = all.getLast().range().end();
    return List.of(
        new TextEdit(
            start,
            before.slice(new TextRange(start, end)),
            after.slice(new TextRange(start, end + edits.delta()))));
  }
}
