package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Box;
import io.github.ingressdesigner.graph.Layout;
import io.github.ingressdesigner.graph.Layout.Columns;
import io.github.ingressdesigner.graph.Layout.Section;
import io.github.ingressdesigner.graph.Layout.Track;
import io.github.ingressdesigner.graph.Sizes;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Role;
import java.util.Map;
import java.util.Optional;

/**
 * Draws what keeps its size on screen: the heads of the columns, which stay in place while the rows
 * pass below them, and the names of the namespaces.
 */
final class HeadPainter {
  private static final double HEADS = GraphPainter.HEADS;

  /** A namespace with less room than this on screen is named at the top only. */
  private static final double ROOM = 60;

  private final Pen pen;
  private final Seen model;
  private final Layout layout;
  private final Camera camera;

  /**
   * @param pen in the pixels of the screen
   */
  HeadPainter(Pen pen, Seen model, Layout layout) {
    this.pen = pen;
    this.model = model;
    this.layout = layout;
    this.camera = model.camera();
  }

  void paint() {
    for (int i = 0; i < layout.tracks().size(); i++) {
      Optional<Section> named =
          hasColumnHeads(layout.tracks().get(i)) ? Optional.empty() : topOf(i);
      int track = i;
      layout.sections().stream()
          .filter(s -> s.track() == track && !named.filter(s::equals).isPresent())
          .forEach(this::section);
    }
    double below = -camera.y() * camera.scale();
    pen.fill(new Box(0, 0, model.viewWidth(), HEADS), 0, Role.CANVAS);
    if (below < 0) {
      pen.fill(new Box(0, HEADS - 1, model.viewWidth(), 1), 0, Role.LINE);
    }
    double y = Math.max(20, Math.min(24, 24 + below));
    for (int i = 0; i < layout.tracks().size(); i++) {
      Track track = layout.tracks().get(i);
      Optional<Section> top = topOf(i);
      if (top.isPresent() && !hasColumnHeads(track)) {
        name(top.get(), y, Role.CANVAS);
      } else {
        columns(track.columns(), y);
      }
    }
  }

  /** Heads and names as parts of the picture, in the drawing's coordinates. */
  void paintStill() {
    for (Track track : layout.tracks()) {
      Columns columns = track.columns();
      for (Map.Entry<String, Double> head :
          Map.of(
                  "canvas.column.host", columns.hostX(),
                  "canvas.column.path", columns.pathX(),
                  "canvas.column.backend", columns.backendX())
              .entrySet()) {
        String text = Messages.text(head.getKey());
        pen.text(text, head.getValue(), 24, pen.fonts.small, Role.TEXT3);
      }
    }
    for (Section section : layout.sections()) {
      Box box = section.box();
      double baseline = box.y() + Sizes.SECTION_HEAD / 2 + 4;
      String name = section.name().orElseGet(() -> Messages.text("canvas.section.shared"));
      String count = Integer.toString(section.paths());
      pen.text(name, box.x(), baseline, pen.fonts.smallStrong, Role.TEXT);
      pen.textRight(count, box.right(), baseline, pen.fonts.small, Role.TEXT3);
      pen.fill(new Box(box.x(), baseline + 6, box.width(), 1), 0, Role.LINE);
    }
  }

  /** Far away there is room for the name of the namespace only. */
  private boolean hasColumnHeads(Track track) {
    Columns columns = track.columns();
    return layout.sections().isEmpty()
        || (columns.pathX() - columns.hostX()) * camera.scale()
            > pen.fonts.small(Messages.text("canvas.column.host")) + 12;
  }

  private void columns(Columns columns, double y) {
    head("canvas.column.host", columns.hostX(), columns.pathX(), y);
    head("canvas.column.path", columns.pathX(), columns.backendX(), y);
    double room = layout.tracks().size() == 1 ? 600 : columns.backendWidth() + Sizes.TRACK_GAP;
    head("canvas.column.backend", columns.backendX(), columns.backendX() + room, y);
  }

  private void head(String key, double from, double to, double baseline) {
    String text = Messages.text(key);
    double x = Math.rint(camera.screenX(from));
    if (pen.fonts.small(text) + 12 < (to - from) * camera.scale()) {
      pen.text(text, x, baseline, pen.fonts.small, Role.TEXT3);
    }
  }

  /** The namespace at the upper edge of the view. */
  private Optional<Section> topOf(int track) {
    double top = camera.drawingY(HEADS);
    return layout.sections().stream()
        .filter(s -> s.track() == track && s.box().bottom() > top)
        .findFirst();
  }

  private void section(Section section) {
    Box screen = camera.toScreen(section.box());
    boolean seen = screen.bottom() > HEADS && screen.y() < model.viewHeight();
    if (!seen || screen.height() < ROOM) {
      return;
    }
    double line = screen.y() + Sizes.SECTION_HEAD * camera.scale() / 2;
    boolean far = Sizes.SECTION_HEAD * camera.scale() < 20;
    double baseline = Math.rint(far ? screen.y() + 8 : line + 4);
    if (!far) {
      double end = Math.rint(screen.right());
      pen.fill(new Box(screen.x(), Math.rint(baseline + 6), end - screen.x(), 1), 0, Role.LINE);
    }
    if (baseline > HEADS + 8) {
      name(section, baseline, Role.CANVAS);
    }
  }

  private void name(Section section, double baseline, Role behind) {
    Box screen = camera.toScreen(section.box());
    double x = Math.rint(screen.x());
    String count = Integer.toString(section.paths());
    double room = screen.width() - pen.fonts.small(count) - 8;
    String name = section.name().orElseGet(() -> Messages.text("canvas.section.shared"));
    String shown = pen.fonts.cut(name, room);
    double wide = pen.fonts.small(name) * 1.1 + pen.fonts.small(count) + 10;
    pen.fill(new Box(x - 2, baseline - 11, Math.min(wide, screen.width()), 15), 0, behind);
    pen.text(shown, x, baseline, pen.fonts.smallStrong, Role.TEXT);
    if (room > 24) {
      pen.textRight(count, screen.right(), baseline, pen.fonts.small, Role.TEXT3);
    }
  }
}
