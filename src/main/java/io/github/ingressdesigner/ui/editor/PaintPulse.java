package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdits;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexRange;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.fxmisc.richtext.CodeArea;

/**
 * Draws the layers around the text directly after each layout, so that they never lag behind the
 * scrolled text; only when something that they show has changed.
 */
final class PaintPulse implements EditorPart {
  private final FileEditor editor;
  private final TextLayer text;
  private final GutterLayer gutter;
  private final Overview overview;
  private final Pane under = new Pane();
  private final Pane over = new Pane();
  private final Runnable pulse = this::paintIfChanged;
  private final ChangeListener<Object> change = (property, was, is) -> request();
  private final ChangeListener<Number> scaled = (property, was, is) -> measure();
  private Metrics metrics;
  private Viewport view = Viewport.NOTHING;
  private State painted = new State();
  private boolean hovered;
  private long wanted;

  /** All that the picture depends on, besides the text's own layout. */
  private record State(
      Viewport view,
      double overview,
      long wanted,
      long marks,
      long folds,
      int caret,
      IndexRange selection,
      boolean focused,
      boolean dark) {
    State() {
      this(Viewport.NOTHING, -1, -1, -1, -1, -1, new IndexRange(0, 0), false, false);
    }
  }

  PaintPulse(FileEditor editor) {
    this.editor = editor;
    text = new TextLayer(editor);
    gutter = new GutterLayer(editor);
    overview = new Overview(editor);
    under.getChildren().add(text.canvas());
    over.getChildren().add(gutter.canvas());
    under.setMouseTransparent(true);
    over.setMouseTransparent(true);
    metrics = new Metrics(editor.model().theme().textScaleProperty().get());
  }

  Node under() {
    return under;
  }

  Node over() {
    return over;
  }

  Overview overview() {
    return overview;
  }

  TextLayer textLayer() {
    return text;
  }

  Metrics metrics() {
    return metrics;
  }

  Viewport view() {
    return view;
  }

  double gutterWidth() {
    return metrics.gutterWidth(editor.text().lines().lineCount());
  }

  @Override
  public void install(FileEditor editor) {
    editor.model().theme().darkProperty().addListener(change);
    editor.model().theme().textScaleProperty().addListener(scaled);
    editor
        .node()
        .sceneProperty()
        .addListener(
            (property, was, is) -> {
              detach(was);
              attach(is);
            });
    attach(editor.node().getScene());
    CodeArea area = editor.area();
    area.focusedProperty().addListener(change);
    area.caretPositionProperty().addListener(change);
    area.selectionProperty().addListener(change);
    area.addEventFilter(MouseEvent.MOUSE_MOVED, event -> hover(event.getX() < gutterWidth()));
    area.addEventFilter(MouseEvent.MOUSE_EXITED, event -> hover(false));
    reserveGutter();
  }

  @Override
  public void uninstall() {
    editor.model().theme().darkProperty().removeListener(change);
    editor.model().theme().textScaleProperty().removeListener(scaled);
    detach(editor.node().getScene());
  }

  @Override
  public void edited(SourceText before, TextEdits edits, SourceText after) {
    int lines = after.lines().lineCount();
    if (metrics.gutterWidth(lines) != metrics.gutterWidth(before.lines().lineCount())) {
      reserveGutter();
    }
    request();
  }

  /** Asks for a new picture with the next pulse. */
  void request() {
    wanted++;
    Platform.requestNextPulse();
  }

  private void hover(boolean over) {
    if (over != hovered) {
      hovered = over;
      request();
    }
  }

  private void measure() {
    metrics = new Metrics(editor.model().theme().textScaleProperty().get());
    reserveGutter();
    request();
  }

  /** An empty node before each line keeps the place where the gutter is drawn. */
  private void reserveGutter() {
    double width = gutterWidth();
    editor
        .area()
        .setParagraphGraphicFactory(
            line -> {
              Region space = new Region();
              space.setMinWidth(width);
              space.setPrefWidth(width);
              space.setCursor(Cursor.DEFAULT);
              return space;
            });
  }

  private void attach(Scene scene) {
    if (scene != null) {
      scene.addPostLayoutPulseListener(pulse);
      request();
    }
  }

  private void detach(Scene scene) {
    if (scene != null) {
      scene.removePostLayoutPulseListener(pulse);
    }
  }

  private void paintIfChanged() {
    CodeArea area = editor.area();
    if (!editor.node().isVisible() || area.getHeight() <= 0) {
      return;
    }
    boolean dark = editor.model().theme().isDark();
    view = Viewport.of(area, gutterWidth(), metrics.lineHeight());
    State now =
        new State(
            view,
            overview.getHeight(),
            wanted,
            editor.marks().version(),
            editor.folding().version(),
            area.getCurrentParagraph(),
            area.getSelection(),
            area.isFocused(),
            dark);
    if (now.equals(painted)) {
      return;
    }
    boolean resized =
        view.width() != painted.view().width()
            || view.height() != painted.view().height()
            || overview.getHeight() != painted.overview();
    painted = now;
    int caret = area.getSelection().getLength() == 0 ? area.getCurrentParagraph() : -1;
    LinePaint lines =
        new LinePaint(editor.text(), editor.marks().traced(), editor.marks().selected(), caret);
    text.paint(view, lines, metrics, dark);
    gutter.paint(view, lines, metrics, dark, hovered);
    overview.paint(metrics, dark);
    if (resized) {
      // A canvas that gets its size in this pulse may lose what was drawn: once more in the next.
      request();
    }
  }
}
