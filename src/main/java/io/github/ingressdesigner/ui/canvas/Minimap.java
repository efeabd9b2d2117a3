package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Box;
import io.github.ingressdesigner.graph.Graph.PathNode;
import io.github.ingressdesigner.graph.Layout;
import io.github.ingressdesigner.graph.Layout.HostBox;
import io.github.ingressdesigner.graph.Layout.RowBox;
import io.github.ingressdesigner.ui.common.Role;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * The whole graph in small, with the part in view framed; pressing brings that place into view. Its
 * two directions have scales of their own, since a large graph is far higher than wide.
 */
final class Minimap extends Region {
  static final double WIDTH = 224;
  static final double HEIGHT = 152;
  static final int FROM_NODES = 200;
  private static final double PAD = 6;

  private final CanvasViewModel model;
  private final Canvas canvas = new Canvas(WIDTH - 2, HEIGHT - 2);

  Minimap(CanvasViewModel model) {
    this.model = model;
    getStyleClass().add("canvas-minimap");
    getChildren().add(canvas);
    canvas.relocate(1, 1);
    setMinSize(WIDTH, HEIGHT);
    setPrefSize(WIDTH, HEIGHT);
    setMaxSize(WIDTH, HEIGHT);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::go);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::go);
  }

  @Override
  protected void layoutChildren() {}

  private double scaleX() {
    return (WIDTH - 2 - 2 * PAD) / model.picture().layout().width();
  }

  private double scaleY() {
    return (HEIGHT - 2 - 2 * PAD) / model.picture().layout().height();
  }

  private void go(MouseEvent event) {
    Camera camera = model.camera();
    double x = (event.getX() - 1 - PAD) / scaleX() - model.viewWidth() / camera.scale() / 2;
    double y = (event.getY() - 1 - PAD) / scaleY() - model.viewHeight() / camera.scale() / 2;
    model.setCamera(new Camera(x, y, camera.scale()));
    event.consume();
  }

  void paint(boolean dark) {
    Layout layout = model.picture().layout();
    boolean wanted = layout.nodeCount() >= FROM_NODES;
    setVisible(wanted);
    if (!wanted) {
      return;
    }
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.setFill(Role.PANEL.color(dark));
    g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    Looks looks = new Looks(model);
    hosts(g, layout, Role.DIM_EDGE.color(dark));
    double lastY = -1;
    double lastX = -1;
    g.setFill(Role.EDGE.color(dark));
    for (RowBox row : layout.rows()) {
      double y = Math.floor(PAD + row.box().centerY() * scaleY());
      if (y != lastY || row.box().x() != lastX) {
        double length = row.row() instanceof PathNode path ? FarPainter.length(path) : 1;
        g.fillRect(x(row.box().x()), y, row.box().width() * length * scaleX(), 1);
        lastY = y;
        lastX = row.box().x();
      }
    }
    for (RowBox row : layout.rows()) {
      Look look = looks.row(row);
      if (look == Look.TRACED || look == Look.SELECTED || look == Look.FOUND) {
        g.setFill((look == Look.TRACED ? Role.TRACED : Role.ACCENT).color(dark));
        double y = PAD + row.box().centerY() * scaleY() - 1.5;
        g.fillRect(x(row.box().x()), y, row.box().width() * scaleX(), 3);
      }
    }
    frame(g, Role.TEXT.color(dark));
  }

  private double x(double drawingX) {
    return PAD + drawingX * scaleX();
  }

  private void hosts(GraphicsContext g, Layout layout, Color color) {
    g.setFill(color);
    double filled = 0;
    int track = 0;
    for (HostBox host : layout.hosts()) {
      filled = host.track() == track ? filled : 0;
      track = host.track();
      double top = PAD + layout.topOf(host) * scaleY();
      double bottom = PAD + layout.bottomOf(host) * scaleY();
      if (bottom - filled >= 0.5) {
        g.fillRect(
            x(host.box().x()), top, host.box().width() * scaleX(), Math.max(1, bottom - top));
        filled = bottom;
      }
    }
  }

  private void frame(GraphicsContext g, Color color) {
    Box view = model.camera().view(model.viewWidth(), model.viewHeight());
    double left = Math.max(1, PAD + view.x() * scaleX());
    double top = Math.max(1, PAD + view.y() * scaleY());
    double right = Math.min(canvas.getWidth() - 1, PAD + view.right() * scaleX());
    double bottom = Math.min(canvas.getHeight() - 1, PAD + view.bottom() * scaleY());
    g.setStroke(color);
    g.setLineWidth(2);
    g.strokeRect(left, top, Math.max(4, right - left), Math.max(4, bottom - top));
  }
}
