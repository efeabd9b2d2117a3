package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.editor.Blocks.Block;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.fxmisc.richtext.CodeArea;

/**
 * Folded blocks. Lines are hidden by a paragraph style; the text stays whole. A fold opens as soon
 * as something is edited across its lines, or the caret is put into it.
 */
final class Folding implements EditorPart {
  /** The paragraph style by which RichTextFX hides a line. */
  private static final List<String> HIDDEN = List.of("collapse");

  private static final int MOST_LINES_TO_FOLD_AT_FIRST = 3_000;

  private final TreeMap<Integer, Integer> folds = new TreeMap<>();
  private FileEditor editor;
  private long version;

  @Override
  public void install(FileEditor editor) {
    this.editor = editor;
    editor
        .area()
        .currentParagraphProperty()
        .addListener((property, was, is) -> keepCaretVisible(was, is));
  }

  long version() {
    return version;
  }

  boolean isEmpty() {
    return folds.isEmpty();
  }

  boolean isFolded(int header) {
    return folds.containsKey(header);
  }

  /** The fold that hides a line. */
  Optional<Block> hiding(int line) {
    for (var fold = folds.lowerEntry(line); fold != null; fold = folds.lowerEntry(fold.getKey())) {
      if (fold.getValue() >= line) {
        return Optional.of(new Block(fold.getKey(), fold.getValue()));
      }
      if (line - fold.getKey() > Blocks.LONGEST) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  Optional<Block> fold(int header) {
    return Optional.ofNullable(folds.get(header)).map(last -> new Block(header, last));
  }

  /** How many lines above a line are hidden. */
  int hiddenLines(int line) {
    int hidden = 0;
    int end = -1;
    for (var fold : folds.headMap(line).entrySet()) {
      int last = Math.min(fold.getValue(), line - 1);
      hidden += Math.max(0, last - Math.max(end, fold.getKey()));
      end = Math.max(end, last);
    }
    return hidden;
  }

  /** Folds or opens the block under a line. */
  void toggle(int line) {
    if (isFolded(line)) {
      open(line);
    } else {
      Blocks.at(editor.text(), line).ifPresent(this::close);
    }
  }

  /** Folds the innermost block around the caret's line. */
  void closeAround(int line) {
    int at = line;
    if (isFolded(line)) {
      at = Blocks.parent(editor.text(), line).orElse(line);
    }
    Blocks.around(editor.text(), at).ifPresent(this::close);
  }

  /** Folds a block; the caret, if inside, goes to its header. */
  void close(Block block) {
    CodeArea area = editor.area();
    int caret = area.getCurrentParagraph();
    if (caret > block.header() && caret <= block.last()) {
      area.moveTo(block.header(), area.getParagraphLength(block.header()));
    }
    folds.put(block.header(), block.last());
    for (int line = block.header() + 1; line <= block.last(); line++) {
      style(line, true);
    }
    version++;
  }

  /** Opens the fold under a header; folds inside of it stay folded. */
  void open(int header) {
    Integer last = folds.remove(header);
    if (last == null) {
      return;
    }
    for (int line = header + 1; line <= last; line++) {
      style(line, hiding(line).isPresent());
    }
    version++;
  }

  /** Opens whatever hides a part of a range, and says what that was. */
  List<Block> openRange(TextRange range) {
    SourceText text = editor.text();
    int first = text.lines().lineOf(range.start());
    int last = text.lines().lineOf(range.end());
    List<Block> opened = new ArrayList<>();
    for (int header : List.copyOf(folds.keySet())) {
      int end = folds.getOrDefault(header, -1);
      if (header < last && end >= first) {
        open(header);
        opened.add(new Block(header, end));
      }
    }
    return opened;
  }

  void openAll() {
    List.copyOf(folds.keySet()).forEach(this::open);
  }

  /** Folds the backends of all paths, as a file is shown first; not in long files. */
  void closeBackends() {
    SourceText text = editor.text();
    int lines = text.lines().lineCount();
    if (lines > MOST_LINES_TO_FOLD_AT_FIRST) {
      return;
    }
    for (int line = 0; line < lines; line++) {
      if (BlockSummary.isBackend(text, line)) {
        Blocks.ofKey(text, line)
            .filter(block -> BlockSummary.of(text, block).backend())
            .ifPresent(this::close);
      }
    }
  }

  /** Arrow keys step over hidden lines; whatever else brings the caret into a fold opens it. */
  private void keepCaretVisible(int was, int is) {
    Optional<Block> fold = hiding(is);
    if (fold.isEmpty()) {
      return;
    }
    CodeArea area = editor.area();
    int below = fold.get().last() + 1;
    boolean plain = area.getSelection().getLength() == 0;
    if (plain
        && was == fold.get().header()
        && is == was + 1
        && below < editor.text().lines().lineCount()) {
      area.moveTo(below, Math.min(area.getCaretColumn(), area.getParagraphLength(below)));
    } else if (plain && was == below && is == was - 1) {
      int header = fold.get().header();
      area.moveTo(header, Math.min(area.getCaretColumn(), area.getParagraphLength(header)));
    } else if (plain) {
      editor.afterEvents(() -> openRange(TextRange.at(area.getCaretPosition())));
    }
  }

  @Override
  public void edited(SourceText before, TextEdits edits, SourceText after) {
    if (folds.isEmpty()) {
      return;
    }
    List<int[]> touched = new ArrayList<>();
    List<TextEdit> all = edits.edits();
    for (int i = all.size() - 1; i >= 0; i--) {
      shift(before, all.get(i), touched);
    }
    touched.forEach(lines -> restyle(lines[0], lines[1]));
    version++;
  }

  /**
   * Moves the folds below an edit and gives up those that it cuts.
   *
   * @param touched first and last line of what to look at again, as numbered after the edits so far
   */
  private void shift(SourceText before, TextEdit edit, List<int[]> touched) {
    int first = before.lines().lineOf(edit.offset());
    int last = before.lines().lineOf(edit.range().end());
    int inserted = (int) edit.inserted().chars().filter(c -> c == '\n').count();
    int delta = inserted - (last - first);
    for (int[] lines : touched) {
      lines[0] = lines[0] > last ? lines[0] + delta : Math.min(lines[0], first);
      lines[1] += delta;
    }
    touched.add(new int[] {first, first + inserted});
    if (inserted == 0 && first == last) {
      return;
    }
    TreeMap<Integer, Integer> moved = new TreeMap<>();
    for (var fold : folds.entrySet()) {
      int header = fold.getKey();
      int end = fold.getValue();
      if (end < first || end == first && isBehind(before, edit, end)) {
        moved.put(header, end);
      } else if (header > last || header == last && isAbove(before, edit, header)) {
        moved.put(header + delta, end + delta);
      } else {
        touched.add(new int[] {Math.min(first, header), Math.max(last, end) + Math.max(0, delta)});
      }
    }
    folds.clear();
    folds.putAll(moved);
  }

  /** Whole lines put in or taken out directly above a line. */
  private static boolean isAbove(SourceText before, TextEdit edit, int line) {
    return edit.range().end() == before.lines().startOf(line)
        && (edit.inserted().isEmpty() || edit.inserted().endsWith("\n"));
  }

  /** Whole lines put in or taken out directly behind the end of a line. */
  private static boolean isBehind(SourceText before, TextEdit edit, int line) {
    return edit.offset() == before.lines().endOf(line)
        && (edit.removed().isEmpty() || edit.removed().startsWith("\n"))
        && (edit.inserted().isEmpty() || edit.inserted().startsWith("\n"));
  }

  private void restyle(int first, int last) {
    int end = Math.min(last, editor.area().getParagraphs().size() - 1);
    for (int line = Math.max(0, first); line <= end; line++) {
      style(line, hiding(line).isPresent());
    }
  }

  private void style(int line, boolean hidden) {
    Collection<String> wanted = hidden ? HIDDEN : List.of();
    if (!editor.area().getParagraph(line).getParagraphStyle().equals(wanted)) {
      editor.area().setParagraphStyle(line, wanted);
    }
  }
}
