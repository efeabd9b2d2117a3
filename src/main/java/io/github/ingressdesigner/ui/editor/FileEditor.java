package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Fx;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.util.UndoUtils;

/** The editor of one open file: the code area, what is drawn around it, and its parts. */
final class FileEditor {
  private final AppModel model;
  private final CodeArea area = new CodeArea();
  private final TextSync sync;
  private final Marks marks = new Marks();
  private final Folding folding = new Folding();
  private final Highlighter highlighter = new Highlighter();
  private final Secrets secrets = new Secrets();
  private final SnapshotLink link = new SnapshotLink();
  private final ProblemCard problemCard = new ProblemCard();
  private final CompletionPopup completion = new CompletionPopup();
  private final ChangeBars changeBars = new ChangeBars();
  private final PaintPulse paint;
  private final BorderPane node = new BorderPane();
  private final List<EditorPart> parts;
  private FileId file;

  FileEditor(AppModel model, FileId file) {
    this.model = model;
    this.file = file;
    area.setUndoManager(UndoUtils.noOpUndoManager());
    area.getStyleClass().add("editor-area");
    area.setEditable(model.workspace().readOnly(file).isEmpty());
    sync = new TextSync(model.workspace(), file, area, this::edited);
    paint = new PaintPulse(this);
    parts =
        List.of(
            folding,
            secrets,
            highlighter,
            paint,
            link,
            problemCard,
            completion,
            changeBars,
            new BracketMarks(),
            new EditorMenu(),
            new EditorKeys());
    VirtualizedScrollPane<CodeArea> scroll =
        new VirtualizedScrollPane<>(area, ScrollBarPolicy.AS_NEEDED, ScrollBarPolicy.NEVER);
    StackPane stack = new StackPane(paint.under(), scroll, paint.over());
    stack.getStyleClass().add("editor-stack");
    node.setCenter(stack);
    node.setRight(paint.overview());
    node.getStyleClass().add("editor-file");
    parts.forEach(part -> part.install(this));
    folding.closeBackends();
    link.refresh();
  }

  void dispose() {
    parts.forEach(EditorPart::uninstall);
    sync.dispose();
    area.dispose();
  }

  Region node() {
    return node;
  }

  FileId file() {
    return file;
  }

  void rename(FileId to) {
    file = to;
    sync.rename(to);
  }

  /** Why the file cannot be edited. */
  Optional<String> readOnlyReason() {
    return model.workspace().readOnly(file);
  }

  /** Files were saved, reloaded or renamed: may this one be edited? */
  void filesChanged() {
    area.setEditable(readOnlyReason().isEmpty());
  }

  AppModel model() {
    return model;
  }

  CodeArea area() {
    return area;
  }

  Marks marks() {
    return marks;
  }

  Folding folding() {
    return folding;
  }

  /** The text on the screen, the same as the workspace's. */
  SourceText text() {
    return sync.shown();
  }

  TextRange selection() {
    return new TextRange(area.getSelection().getStart(), area.getSelection().getEnd());
  }

  /** Does a command as one undo step, unless the file is read-only. */
  void run(TextCommand command) {
    if (area.isEditable()) {
      sync.run(command);
    }
  }

  /** Selects a range, opens what hides it and brings it to the screen. */
  void goTo(TextRange range) {
    folding.openRange(range);
    area.selectRange(range.start(), range.end());
    bringToScreen(text().lines().lineOf(range.start()), text().lines().lineOf(range.end()));
  }

  /** Scrolls only if some of the lines are not on the screen; then to the upper third. */
  void bringToScreen(int first, int last) {
    if (area.getVisibleParagraphs().isEmpty()) {
      area.showParagraphAtTop(Math.max(0, first - 5));
      return;
    }
    int top = area.firstVisibleParToAllParIndex();
    int bottom = area.lastVisibleParToAllParIndex();
    if (first > top && last < bottom) {
      return;
    }
    int shown = Math.max(1, bottom - top);
    area.showParagraphAtTop(Math.max(0, first - (last - first < shown / 2 ? shown / 4 : 1)));
  }

  ProblemCard problemCard() {
    return problemCard;
  }

  ChangeBars changeBars() {
    return changeBars;
  }

  CompletionPopup completion() {
    return completion;
  }

  SnapshotLink link() {
    return link;
  }

  /** The values of Secrets to hide on some lines. */
  List<TextRange> hiddenRanges(int first, int last) {
    return secrets.hidden(first, last);
  }

  Secrets secrets() {
    return secrets;
  }

  /** Colours anew: what is hidden changed. */
  void recolour() {
    highlighter.request();
    repaint();
  }

  void repaint() {
    paint.request();
  }

  PaintPulse paint() {
    return paint;
  }

  /** Runs when the events at hand are through. */
  void afterEvents(Runnable action) {
    Fx.later(action);
  }

  private void edited(SourceText before, TextEdits edits, SourceText after) {
    marks.shift(edits);
    parts.forEach(part -> part.edited(before, edits, after));
  }
}
