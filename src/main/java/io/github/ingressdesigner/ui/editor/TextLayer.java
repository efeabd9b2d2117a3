package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.common.Role;
import io.github.ingressdesigner.ui.editor.Marks.ProblemMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Draws what lies under the text: marked lines, indent guides, hits, squiggles, chips of folds. */
final class TextLayer {
  private static final double GUIDE_STRENGTH = 0.55;
  private static final double SELECTION_STRENGTH = 0.18;
  private static final String DOTS = "\u22EF";

  /** Where the chip of a fold was drawn last, to be clicked. */
  record Chip(int header, Bounds bounds) {}

  private final Canvas canvas = new Canvas();
  private final List<Chip> chips = new ArrayList<>();
  private final FileEditor editor;

  TextLayer(FileEditor editor) {
    this.editor = editor;
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
  }

  Canvas canvas() {
    return canvas;
  }

  Optional<Chip> chipAt(double x, double y) {
    return chips.stream().filter(chip -> chip.bounds().contains(x, y)).findFirst();
  }

  void paint(Viewport view, LinePaint lines, Metrics metrics, boolean dark) {
    canvas.setWidth(view.width());
    canvas.setHeight(view.height());
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.setFill(Role.CANVAS.color(dark));
    g.fillRect(0, 0, view.width(), view.height());
    chips.clear();
    SourceText text = editor.text();
    int step = Indenter.step(text);
    for (Viewport.Line line : view.lines()) {
      if (line.index() >= text.lines().lineCount()) {
        continue;
      }
      Pen pen = new Pen(g, view, line, metrics, dark, LexWindow.line(text, line.index()));
      lines.background(line.index()).ifPresent(role -> pen.fill(0, view.width(), role.color(dark)));
      selection(pen, text);
      guides(pen, text, step);
      ranges(pen, text);
      chip(pen, text);
    }
  }

  /** Where and how to draw on one line. */
  private record Pen(
      GraphicsContext g,
      Viewport view,
      Viewport.Line line,
      Metrics metrics,
      boolean dark,
      String string) {
    void fill(double from, double to, Color color) {
      g.setFill(color);
      g.fillRect(from, line.y(), to - from, line.height());
    }

    double x(int column) {
      return view.textX() + metrics.x(string, column);
    }
  }

  /** In full line height, unlike the selection of the area itself. */
  private void selection(Pen pen, SourceText text) {
    TextRange selection = editor.selection();
    int start = text.lines().startOf(pen.line().index());
    int end = text.lines().endOf(pen.line().index());
    if (selection.isEmpty() || selection.end() <= start || selection.start() > end) {
      return;
    }
    double from = pen.x(Math.max(0, selection.start() - start));
    double to = pen.x(Math.min(end, selection.end()) - start);
    boolean withBreak = selection.end() > end;
    Color accent = Role.ACCENT.color(pen.dark());
    pen.fill(
        from,
        to + (withBreak ? pen.metrics().characterWidth : 0),
        accent.deriveColor(0, 1, 1, SELECTION_STRENGTH));
  }

  private void guides(Pen pen, SourceText text, int step) {
    int indent = LexWindow.indent(text, pen.line().index());
    if (indent < 0) {
      indent =
          pen.string().isBlank()
              ? indentAround(text, pen.line().index())
              : YamlLexer.indentOf(pen.string());
    }
    pen.g().setFill(Role.LINE.color(pen.dark()).deriveColor(0, 1, 1, GUIDE_STRENGTH));
    for (int column = step; column < indent; column += step) {
      double x = Math.floor(pen.view().textX() + column * pen.metrics().characterWidth);
      pen.g().fillRect(x, pen.line().y(), 1, pen.line().height());
    }
  }

  private static int indentAround(SourceText text, int line) {
    int next = line + 1;
    while (next < text.lines().lineCount() && next < line + 20) {
      int indent = LexWindow.indent(text, next);
      if (indent >= 0) {
        return indent;
      }
      next++;
    }
    return 0;
  }

  private void ranges(Pen pen, SourceText text) {
    int start = text.lines().startOf(pen.line().index());
    TextRange whole = new TextRange(start, text.lines().endOf(pen.line().index()));
    Marks marks = editor.marks();
    for (TextRange hit : Ranges.touching(marks.hits(), whole)) {
      boolean current = marks.currentHit().filter(hit::equals).isPresent();
      box(pen, hit, start, current ? Role.ACCENT : Role.LINE_STRONG);
    }
    marks
        .brackets()
        .ifPresent(
            pair -> {
              box(pen, new TextRange(pair.open(), pair.open() + 1), start, Role.LINE_STRONG);
              box(pen, new TextRange(pair.close(), pair.close() + 1), start, Role.LINE_STRONG);
            });
    for (ProblemMark mark : marks.problems()) {
      if (mark.range().start() <= whole.end() && mark.range().end() >= whole.start()) {
        squiggle(pen, mark, start, text);
      }
    }
    for (TextRange secret : editor.hiddenRanges(pen.line().index(), pen.line().index())) {
      dots(pen, secret, start);
    }
  }

  private static void box(Pen pen, TextRange range, int lineStart, Role edge) {
    int from = range.start() - lineStart;
    int to = range.end() - lineStart;
    if (to <= 0 || from > pen.string().length()) {
      return;
    }
    double x = pen.x(Math.max(0, from));
    double width = pen.x(Math.min(to, pen.string().length())) - x;
    pen.g().setFill(Role.ACCENT_BG.color(pen.dark()));
    pen.g().fillRoundRect(x - 1, pen.line().y() + 2, width + 2, pen.line().height() - 4, 4, 4);
    pen.g().setStroke(edge.color(pen.dark()));
    pen.g().setLineWidth(1);
    pen.g()
        .strokeRoundRect(
            Math.floor(x) - 0.5, pen.line().y() + 2.5, width + 1, pen.line().height() - 5, 4, 4);
  }

  private static void squiggle(Pen pen, ProblemMark mark, int lineStart, SourceText text) {
    if (mark.problem().severity() == Severity.INFO) {
      return;
    }
    int from = Math.max(mark.range().start() - lineStart, YamlLexer.indentOf(pen.string()));
    int to = Math.min(mark.range().end() - lineStart, pen.string().stripTrailing().length());
    if (to < from && !mark.range().isEmpty()) {
      return;
    }
    double x = pen.x(Math.min(from, pen.string().length()));
    double end = Math.max(pen.x(Math.max(0, to)), x + pen.metrics().characterWidth);
    boolean error = mark.problem().severity() == Severity.ERROR;
    pen.g().setStroke((error ? Role.ERROR : Role.WARNING_FILL).color(pen.dark()));
    pen.g().setLineWidth(1.2);
    double low = pen.line().y() + pen.line().height() - 2.5;
    pen.g().beginPath();
    pen.g().moveTo(x, low);
    boolean up = true;
    for (double at = x + 3; at <= end + 0.1; at += 3) {
      pen.g().lineTo(at, up ? low - 2 : low);
      up = !up;
    }
    pen.g().stroke();
  }

  private static void dots(Pen pen, TextRange secret, int lineStart) {
    int from = Math.max(0, secret.start() - lineStart);
    int to = Math.min(secret.end() - lineStart, pen.string().length());
    if (to <= from) {
      return;
    }
    double x = pen.x(from);
    double y = pen.line().y() + pen.line().height() / 2;
    pen.g().setFill(Role.TEXT3.color(pen.dark()));
    int shown = Math.min(to - from, 12);
    for (int i = 0; i < shown; i++) {
      pen.g().fillOval(x + i * pen.metrics().characterWidth + 2, y - 1.5, 4, 4);
    }
  }

  private void chip(Pen pen, SourceText text) {
    Optional<Blocks.Block> fold = editor.folding().fold(pen.line().index());
    if (fold.isEmpty()) {
      return;
    }
    BlockSummary summary = BlockSummary.of(text, fold.get());
    Metrics metrics = pen.metrics();
    double x = pen.x(pen.string().length()) + metrics.characterWidth;
    double y = pen.line().y() + 2;
    double width = 6 + 14 * metrics.scale + metrics.width(summary.text(), metrics.small) + 6;
    double height = pen.line().height() - 4;
    GraphicsContext g = pen.g();
    g.setFill(Role.TAG.color(pen.dark()));
    g.fillRoundRect(x, y, width, height, 8, 8);
    g.setFont(metrics.small);
    g.setFill(Role.TEXT3.color(pen.dark()));
    double baseline = pen.line().y() + 14.3 * metrics.scale;
    g.fillText(DOTS, x + 6, baseline);
    g.setFill((summary.backend() ? Role.BACKEND : Role.TEXT2).color(pen.dark()));
    g.fillText(summary.text(), x + 6 + 14 * metrics.scale, baseline);
    chips.add(new Chip(pen.line().index(), new BoundingBox(x, y, width, height)));
  }
}
