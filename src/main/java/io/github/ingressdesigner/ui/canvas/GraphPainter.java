package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Box;
import io.github.ingressdesigner.graph.Graph.PathNode;
import io.github.ingressdesigner.graph.Layout;
import io.github.ingressdesigner.graph.Layout.BackendBox;
import io.github.ingressdesigner.graph.Layout.Columns;
import io.github.ingressdesigner.graph.Layout.HostBox;
import io.github.ingressdesigner.graph.Layout.RowBox;
import io.github.ingressdesigner.graph.Layout.Track;
import io.github.ingressdesigner.ui.common.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;

/** Draws what is in view of the graph, in as much detail as the zoom allows. */
final class GraphPainter {
  /** Height of the strip with the column heads, in pixels on screen. */
  static final double HEADS = 32;

  /** Half the size of what is drawn beyond its node: badges, chips, handles. */
  private static final double OVERHANG = 12;

  /** So far beside its row a bracket goes. */
  private static final double REACH = 20;

  private final Fonts fonts;

  GraphPainter(Fonts fonts) {
    this.fonts = fonts;
  }

  /**
   * @param layout what is shown now: on the way to the model's own while elements move
   * @param focusRing whether the selected element shows the keyboard focus
   */
  void paint(
      GraphicsContext g, CanvasViewModel model, Layout layout, boolean dark, boolean focusRing) {
    if (!ground(g, model, layout, dark)) {
      return;
    }
    List<BackendBox> backends = drawing(g, model, layout, dark);
    Pen pen = new Pen(g, fonts, dark, model.camera().scale());
    marks(pen, model, layout, Detail.at(model.zoom()), focusRing);
    model.drag().ifPresent(drag -> new DragPainter(pen, model).paint(drag, backends));
    g.setTransform(1, 0, 0, 1, 0, 0);
    Pen flat = new Pen(g, fonts, dark, 1);
    new HeadPainter(flat, model, layout).paint();
    thumbs(flat, model, layout);
    new FoundCard(flat, model).paint();
  }

  /** Draws a part of a picture that nobody moves or edits. */
  void paintStill(GraphicsContext g, Seen model, boolean dark) {
    Layout layout = model.picture().layout();
    if (ground(g, model, layout, dark)) {
      drawing(g, model, layout, dark);
      new HeadPainter(new Pen(g, fonts, dark, model.camera().scale()), model, layout).paintStill();
      g.setTransform(1, 0, 0, 1, 0, 0);
    }
  }

  private boolean ground(GraphicsContext g, Seen model, Layout layout, boolean dark) {
    g.setTransform(1, 0, 0, 1, 0, 0);
    g.setFill(Role.CANVAS.color(dark));
    g.fillRect(0, 0, model.viewWidth(), model.viewHeight());
    return !layout.hosts().isEmpty();
  }

  /** Leaves the transform of the drawing set. */
  private List<BackendBox> drawing(GraphicsContext g, Seen model, Layout layout, boolean dark) {
    Camera camera = model.camera();
    double scale = camera.scale();
    Pen pen = new Pen(g, fonts, dark, scale);
    g.setTransform(
        scale, 0, 0, scale, Math.rint(-camera.x() * scale), Math.rint(-camera.y() * scale));
    Box view = camera.view(model.viewWidth(), model.viewHeight());
    Detail detail = Detail.at(model.zoom());
    Looks looks = new Looks(model);
    List<HostBox> hosts = hostsIn(layout, view);
    List<RowBox> rows = rowsIn(layout, view);
    List<BackendBox> backends = backendsIn(layout, view);
    if (detail == Detail.FULL || detail == Detail.NAMES) {
      new EdgePainter(pen, layout, looks).paint(view, rows, crossing(layout, view));
      nodes(pen, layout, looks, detail, hosts, rows, backends);
      hosts.forEach(host -> model.untested().paint(pen, host));
      rows.forEach(row -> model.untested().paint(pen, row));
      model.compared().paint(pen, model.picture(), rows);
    } else {
      new FarPainter(pen, layout, looks, detail).paint(hosts, rows, backends);
      if (detail == Detail.BARS) {
        rows.forEach(row -> model.untested().paintFar(pen, row, row.box().x()));
      }
    }
    return backends;
  }

  /** Thin bars at the edges tell where the view is in a drawing larger than it. */
  private static void thumbs(Pen pen, CanvasViewModel model, Layout layout) {
    Camera camera = model.camera();
    double width = model.viewWidth();
    double height = model.viewHeight();
    double partX = width / (layout.width() * camera.scale());
    double partY = height / (layout.height() * camera.scale());
    if (partY < 1) {
      double length = Math.max(24, (height - HEADS - 8) * partY);
      double way = camera.y() / (layout.height() - height / camera.scale());
      double y = HEADS + 4 + (height - HEADS - 8 - length) * Math.max(0, Math.min(1, way));
      pen.fill(new Box(width - 6, y, 4, length), 2, Role.LINE_STRONG);
    }
    if (partX < 1) {
      double length = Math.max(24, (width - 16) * partX);
      double way = camera.x() / (layout.width() - width / camera.scale());
      double x = 4 + (width - 16 - length) * Math.max(0, Math.min(1, way));
      pen.fill(new Box(x, height - 6, length, 4), 2, Role.LINE_STRONG);
    }
  }

  private void nodes(
      Pen pen,
      Layout layout,
      Looks looks,
      Detail detail,
      List<HostBox> hosts,
      List<RowBox> rows,
      List<BackendBox> backends) {
    NodePainter painter = new NodePainter(pen, looks, detail);
    Columns columns = layout.columns();
    double gap = columns.pathX() - columns.hostX() - columns.hostWidth();
    hosts.forEach(painter::host);
    rows.forEach(row -> painter.row(row, layout.hosts().get(row.host()).rowCount() > 1, gap));
    backends.forEach(painter::backend);
    hosts.forEach(host -> painter.badge(host.box(), host.node().marks()));
    rows.forEach(row -> painter.badge(row.box(), row.row().marks()));
  }

  private static List<HostBox> hostsIn(Layout layout, Box view) {
    List<HostBox> hosts = new ArrayList<>();
    for (Track track : tracksIn(layout, view)) {
      hosts.addAll(layout.hostsIn(track, view.y() - OVERHANG, view.bottom() + OVERHANG));
    }
    return hosts;
  }

  private static List<RowBox> rowsIn(Layout layout, Box view) {
    double chips = 80;
    List<RowBox> rows = new ArrayList<>();
    for (Track track : tracksIn(layout, view)) {
      rows.addAll(layout.rowsIn(track, view.y() - chips, view.bottom() + OVERHANG));
    }
    return rows;
  }

  private static List<Track> tracksIn(Layout layout, Box view) {
    return layout.tracks().stream()
        .filter(
            track ->
                track.columns().hostX() - OVERHANG < view.right()
                    && track.columns().backendX() + track.columns().backendWidth() + OVERHANG
                        > view.x())
        .toList();
  }

  private static List<BackendBox> backendsIn(Layout layout, Box view) {
    Box wide = view.grow(OVERHANG);
    List<BackendBox> found = new ArrayList<>();
    for (BackendBox backend : layout.backends()) {
      if (backend.box().y() < wide.bottom() && backend.box().bottom() > wide.y()) {
        found.add(backend);
      }
    }
    return found;
  }

  /** Rows out of view whose line to the backend passes through it. */
  private static List<RowBox> crossing(Layout layout, Box view) {
    List<RowBox> found = new ArrayList<>();
    for (RowBox row : layout.rows()) {
      double y = row.box().centerY();
      boolean above = row.box().bottom() + 80 <= view.y();
      boolean below = row.box().y() - OVERHANG > view.bottom();
      boolean beside = row.box().x() > view.right() || row.box().right() + REACH < view.x();
      if (row.backend() >= 0 && (above || below || beside)) {
        Box end = layout.backends().get(row.backend()).box();
        boolean high = Math.max(y, end.centerY()) > view.y();
        boolean low = Math.min(y, end.centerY()) < view.bottom();
        boolean wide = Math.max(row.box().right(), end.x()) > view.x();
        boolean narrow = Math.min(row.box().right(), end.x()) < view.right();
        if (high && low && wide && narrow) {
          found.add(row);
        }
      }
    }
    return found;
  }

  /** Handles, rings and the plus: what selection, focus and pointer add. */
  private static void marks(
      Pen pen, CanvasViewModel model, Layout layout, Detail detail, boolean focusRing) {
    Picture shown = layout == model.picture().layout() ? model.picture() : new Picture(layout);
    Optional<Item> selected = model.selected();
    selected
        .filter(item -> focusRing)
        .flatMap(shown::boxOf)
        .ifPresent(
            box ->
                pen.ring(
                    box, radius(selected.get(), box), pen.screen(4), pen.screen(2), Role.ACCENT));
    model.offered().flatMap(shown::boxOf).ifPresent(box -> pen.ring(box, 16, 3, 3, Role.ACCENT));
    model.cut().forEach(at -> shown.boxOf(new Item.Row(at)).ifPresent(box -> cut(pen, box)));
    model.band().ifPresent(box -> band(pen, box));
    if (detail != Detail.FULL || model.drag().isPresent()) {
      return;
    }
    model.hovered().ifPresent(hit -> handle(pen, shown, hit.item(), Role.LINE_STRONG));
    model
        .hovered()
        .filter(hit -> hit.part() == Hit.Part.PORT || hit.part() == Hit.Part.PLUS)
        .ifPresent(hit -> handle(pen, shown, hit.item(), Role.ACCENT));
    model.hovered().ifPresent(hit -> chip(pen, shown, hit));
    selected.ifPresent(item -> handle(pen, shown, item, Role.ACCENT));
  }

  private static void cut(Pen pen, Box box) {
    pen.stroke(Role.ACCENT, 2, true);
    Box outer = box.grow(3);
    pen.g.strokeRoundRect(outer.x(), outer.y(), outer.width(), outer.height(), 18, 18);
    pen.g.setLineDashes();
  }

  /** The rectangle that selects what it touches. */
  private static void band(Pen pen, Box box) {
    pen.stroke(Role.ACCENT, pen.screen(1.5), true);
    pen.g.strokeRect(box.x(), box.y(), box.width(), box.height());
    pen.g.setLineDashes();
  }

  /** A chip can be clicked, so it has an edge below the pointer. */
  private static void chip(Pen pen, Picture shown, Hit hit) {
    if (hit.chip().isPresent()) {
      shown
          .boxOf(hit.item())
          .map(node -> hit.chip().get().on(node))
          .ifPresent(
              box -> {
                pen.stroke(Role.ACCENT, 1, false);
                pen.g.strokeRoundRect(
                    box.x() + 0.5, box.y() + 0.5, box.width() - 1, box.height() - 1, 7, 7);
              });
    }
  }

  private static double radius(Item item, Box box) {
    return switch (item) {
      case Item.Host host -> NodePainter.HOST_RADIUS;
      case Item.Row row -> NodePainter.PATH_RADIUS;
      case Item.Backend backend -> box.height() / 2;
    };
  }

  private static void handle(Pen pen, Picture shown, Item item, Role role) {
    switch (item) {
      case Item.Row row ->
          shown
              .row(row.at())
              .filter(r -> r.row() instanceof PathNode)
              .ifPresent(r -> circle(pen, r.box(), 5, role));
      case Item.Host host ->
          shown
              .host(host.name())
              .filter(h -> !h.node().rules().isEmpty())
              .ifPresent(
                  h -> {
                    circle(pen, h.box(), 8, role);
                    Box box = h.box();
                    Glyph.PLUS.draw(
                        pen.g, box.right() - 6, box.centerY() - 6, 12, 3, pen.color(role));
                  });
      case Item.Backend backend -> {}
    }
  }

  private static void circle(Pen pen, Box node, double radius, Role role) {
    double x = node.right() - radius;
    double y = node.centerY() - radius;
    pen.g.setFill(pen.color(Role.CANVAS));
    pen.g.fillOval(x, y, 2 * radius, 2 * radius);
    pen.stroke(role, 2, false);
    pen.g.strokeOval(x, y, 2 * radius, 2 * radius);
  }
}
