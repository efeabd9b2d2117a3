package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.common.HeadChange;
import io.github.ingressdesigner.ui.common.Role;
import java.util.List;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * The strip at the right edge: the whole text at once, with the part on the screen and a mark for
 * whatever is worth going to. It is the scroll bar too.
 */
final class Overview extends Region {
  static final double WIDTH = 12;
  private static final double MARK = 4;
  private static final double LEAST_THUMB = 24;

  private final Canvas canvas = new Canvas();
  private final FileEditor editor;

  Overview(FileEditor editor) {
    this.editor = editor;
    getChildren().add(canvas);
    getStyleClass().add("editor-overview");
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    setCursor(Cursor.DEFAULT);
    setOnMousePressed(this::scrollTo);
    setOnMouseDragged(this::scrollTo);
  }

  private void scrollTo(MouseEvent event) {
    double total = editor.area().getTotalHeightEstimate();
    double page = editor.area().getHeight();
    double share = (event.getY() - thumb() / 2) / Math.max(1, getHeight() - thumb());
    editor.area().scrollYToPixel(Math.clamp(share, 0, 1) * Math.max(0, total - page));
    event.consume();
  }

  private double thumb() {
    double total = Math.max(1, editor.area().getTotalHeightEstimate());
    return Math.min(
        getHeight(), Math.max(LEAST_THUMB, getHeight() * editor.area().getHeight() / total));
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
  }

  void paint(Metrics metrics, boolean dark) {
    GraphicsContext g = canvas.getGraphicsContext2D();
    double height = getHeight();
    g.setFill(Role.PANEL.color(dark));
    g.fillRect(0, 0, WIDTH, height);
    double total = editor.area().getTotalHeightEstimate();
    if (total > height + 1) {
      double share = editor.area().getEstimatedScrollY() / Math.max(1, total - height);
      g.setFill(Role.HOVER.color(dark));
      g.fillRect(0, Math.clamp(share, 0, 1) * (height - thumb()), WIDTH, thumb());
    }
    Marks marks = editor.marks();
    double perLine = Math.min(metrics.lineHeight(), height / Math.max(1, shownLines()));
    marks(g, marks.changes().stream().map(HeadChange::range).toList(), Role.CHANGED, perLine, dark);
    marks(g, marks.selected(), Role.ACCENT, perLine, dark);
    marks(g, marks.hits(), Role.LINE_STRONG, perLine, dark);
    marks(g, marks.traced(), Role.TRACED, perLine, dark);
    for (Marks.ProblemMark mark : marks.problems()) {
      if (mark.problem().severity() != Severity.INFO) {
        boolean error = mark.problem().severity() == Severity.ERROR;
        Role role = error ? Role.ERROR : Role.WARNING_FILL;
        marks(g, List.of(TextRange.at(mark.range().start())), role, perLine, dark);
      }
    }
  }

  private int shownLines() {
    return editor.text().lines().lineCount() - editor.folding().hiddenLines(Integer.MAX_VALUE);
  }

  private void marks(
      GraphicsContext g, List<TextRange> ranges, Role role, double perLine, boolean dark) {
    SourceText text = editor.text();
    g.setFill(role.color(dark));
    double drawn = -1;
    for (TextRange range : ranges) {
      double y = perLine * shown(text.lines().lineOf(Math.min(range.start(), text.length())));
      double end = perLine * (shown(text.lines().lineOf(Math.min(range.end(), text.length()))) + 1);
      double height = range.isEmpty() || end - y < MARK ? MARK : end - y;
      if (y + height > drawn + 0.5) {
        g.fillRect((WIDTH - MARK) / 2, y, MARK, height);
        drawn = y + height;
      }
    }
  }

  /** How many lines are shown above a line. */
  private int shown(int line) {
    return line - editor.folding().hiddenLines(line);
  }
}
