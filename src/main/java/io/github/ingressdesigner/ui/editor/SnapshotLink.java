package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Selection;
import io.github.ingressdesigner.ui.common.Traced;
import io.github.ingressdesigner.ui.editor.Marks.ProblemMark;
import io.github.ingressdesigner.workspace.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.value.ChangeListener;
import javafx.util.Duration;
import org.fxmisc.richtext.CodeArea;

/**
 * Ties the editor to what all views share: the caret selects its element, a selection made
 * elsewhere is shown here without taking the focus, and snapshot and trace bring their marks.
 */
final class SnapshotLink implements EditorPart {
  private static final Duration CARET_RESTS = Duration.millis(60);

  private final PauseTransition rest = new PauseTransition(CARET_RESTS);
  private final ChangeListener<Object> snapshots = (property, was, is) -> refresh();
  private final ChangeListener<Object> traces = (property, was, is) -> traced();
  private final ChangeListener<Selection> selections = (property, was, is) -> selected(is);
  private FileEditor editor;
  private Object origin = this;

  /** Starts of the headers that were opened for the traced request. */
  private final List<Integer> unfolded = new ArrayList<>();

  private boolean moving;
  private boolean caretWaits;

  /** What was selected before the snapshot of this text had come, as a gesture does. */
  private Optional<Selection> showWaits = Optional.empty();

  @Override
  public void install(FileEditor editor) {
    this.editor = editor;
    AppModel model = editor.model();
    model.snapshotProperty().addListener(snapshots);
    model.tracedProperty().addListener(traces);
    model.selectionProperty().addListener(selections);
    rest.setOnFinished(event -> selectAtCaret());
    editor
        .area()
        .caretPositionProperty()
        .addListener(
            (property, was, is) -> {
              if (!moving && editor.area().isFocused()) {
                rest.playFromStart();
              }
            });
  }

  @Override
  public void uninstall() {
    rest.stop();
    AppModel model = editor.model();
    model.snapshotProperty().removeListener(snapshots);
    model.tracedProperty().removeListener(traces);
    model.selectionProperty().removeListener(selections);
  }

  /** In whose name the caret selects. */
  void setOrigin(Object origin) {
    this.origin = origin;
  }

  @Override
  public void edited(SourceText before, TextEdits edits, SourceText after) {
    unfolded.replaceAll(edits::shift);
    if (editor.area().isFocused()) {
      rest.playFromStart();
    }
  }

  /** Whether the snapshot shown was computed from the very text in the editor. */
  private boolean isFresh() {
    return editor
        .model()
        .snapshot()
        .file(editor.file())
        .map(state -> state.text().string().equals(editor.text().string()))
        .orElse(false);
  }

  /** Takes over what snapshot, trace and selection say now. */
  void refresh() {
    if (!isFresh()) {
      return;
    }
    problems();
    traced();
    markSelected();
    Optional<Selection> waiting = showWaits;
    showWaits = Optional.empty();
    if (waiting.filter(editor.model().selectionProperty().get()::equals).isPresent()) {
      show(waiting.get());
    } else if (caretWaits) {
      selectAtCaret();
    }
  }

  private void problems() {
    if (!editor.model().snapshot().checked()) {
      // the marks have moved along with the text, and fresh ones follow
      return;
    }
    int length = editor.text().length();
    List<ProblemMark> marks = new ArrayList<>();
    editor.model().snapshot().problems().stream()
        .filter(problem -> problem.file().equals(editor.file()))
        .filter(problem -> problem.range().end() <= length)
        .sorted(Comparator.comparingInt(problem -> problem.range().start()))
        .forEach(problem -> marks.add(new ProblemMark(problem.range(), problem)));
    if (!marks.isEmpty() || !editor.marks().problems().isEmpty()) {
      editor.marks().setProblems(marks);
      editor.repaint();
    }
  }

  private void traced() {
    if (!isFresh()) {
      return;
    }
    Snapshot snapshot = editor.model().snapshot();
    Optional<Traced> trace = editor.model().tracedProperty().get();
    if (trace.isPresent() && trace.get().version() != snapshot.version()) {
      // Decided on another text: the marks have moved along and stay until it is decided again.
      return;
    }
    List<TextRange> ranges =
        trace
            .map(Traced::decision)
            .filter(this::decidedHere)
            .map(decision -> Elements.traced(snapshot, decision))
            .orElse(List.of());
    if (!ranges.equals(editor.marks().traced())) {
      editor.marks().setTraced(ranges);
      unfold(ranges);
      editor.repaint();
    }
  }

  /** Opens what the request takes, and folds again what was opened for the request before. */
  private void unfold(List<TextRange> ranges) {
    List<Integer> before = List.copyOf(unfolded);
    unfolded.clear();
    for (TextRange range : ranges) {
      for (Blocks.Block fold : editor.folding().openRange(range)) {
        unfolded.add(editor.text().lines().startOf(fold.header()));
      }
    }
    for (int offset : before) {
      boolean taken = ranges.stream().anyMatch(range -> range.contains(offset));
      if (taken) {
        unfolded.add(offset);
      } else {
        foldAgain(offset);
      }
    }
  }

  private void foldAgain(int offset) {
    int header = editor.text().lines().lineOf(Math.min(offset, editor.text().length()));
    int caret = editor.area().getCurrentParagraph();
    if (BlockSummary.isBackend(editor.text(), header)) {
      Blocks.ofKey(editor.text(), header)
          .filter(block -> caret < block.header() || caret > block.last())
          .ifPresent(editor.folding()::close);
    }
  }

  private boolean decidedHere(Decision decision) {
    return Elements.decidedAt(decision)
        .filter(at -> at.resource().file().equals(editor.file()))
        .isPresent();
  }

  private void selectAtCaret() {
    caretWaits = !isFresh();
    if (caretWaits) {
      return;
    }
    AppModel model = editor.model();
    Optional<Location> at =
        model.snapshot().locationAt(editor.file(), editor.area().getCaretPosition());
    if (!model.selectionProperty().get().at().equals(at)) {
      // Beside all elements, as in a comment above them, nothing is selected.
      model.selectionProperty().set(new Selection(at, origin));
    }
  }

  private void selected(Selection selection) {
    if (isFresh()) {
      showWaits = Optional.empty();
      markSelected();
      show(selection);
    } else {
      showWaits = Optional.of(selection);
    }
  }

  /** Shows what was selected elsewhere in this file. */
  void show(Selection selection) {
    selection
        .at()
        .filter(at -> selection.origin() != origin && isFresh())
        .filter(at -> at.resource().file().equals(editor.file()))
        .ifPresent(this::show);
  }

  /** Brings the element to the screen; the caret goes along so that keys continue there. */
  private void show(Location at) {
    Snapshot snapshot = editor.model().snapshot();
    List<TextRange> marked = Elements.marked(snapshot, at);
    if (marked.isEmpty()) {
      return;
    }
    TextRange first = marked.getFirst();
    moving = true;
    try {
      CodeArea area = editor.area();
      int line = editor.text().lines().lineOf(first.start());
      editor.folding().openRange(TextRange.at(first.start()));
      area.moveTo(Math.min(snapshot.rangeOf(at).orElse(first).start(), editor.text().length()));
      editor.bringToScreen(line, editor.text().lines().lineOf(first.end()));
    } finally {
      moving = false;
    }
  }

  private void markSelected() {
    List<TextRange> ranges =
        editor
            .model()
            .selectionProperty()
            .get()
            .at()
            .filter(at -> at.resource().file().equals(editor.file()))
            .map(at -> Elements.marked(editor.model().snapshot(), at))
            .orElse(List.of());
    if (!ranges.equals(editor.marks().selected())) {
      editor.marks().setSelected(ranges);
      editor.repaint();
    }
  }
}
