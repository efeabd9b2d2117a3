package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Box;
import io.github.ingressdesigner.graph.Graph.Marks;
import io.github.ingressdesigner.graph.Graph.PathNode;
import io.github.ingressdesigner.graph.Layout;
import io.github.ingressdesigner.graph.Layout.BackendBox;
import io.github.ingressdesigner.graph.Layout.ChipBox;
import io.github.ingressdesigner.graph.Layout.Columns;
import io.github.ingressdesigner.graph.Layout.HostBox;
import io.github.ingressdesigner.graph.Layout.RowBox;
import io.github.ingressdesigner.graph.Layout.Track;
import io.github.ingressdesigner.graph.Sizes;
import java.util.List;
import java.util.Optional;

/** Finds what lies under a point of the drawing. */
final class HitTest {
  /** Half the side of the square around a handle that takes the pointer. */
  static final double REACH = 12;

  private final Picture picture;
  private final double scale;

  /**
   * @param scale of the camera: small nodes get no parts of their own
   */
  HitTest(Picture picture, double scale) {
    this.picture = picture;
    this.scale = scale;
  }

  Optional<Hit> at(double x, double y) {
    Layout layout = picture.layout();
    Optional<Hit> row = row(layout, x, y);
    if (row.isPresent()) {
      return row;
    }
    Optional<Hit> host = host(layout, x, y);
    return host.isPresent() ? host : backend(layout, x, y);
  }

  private Optional<Hit> row(Layout layout, double x, double y) {
    Track track = layout.trackAt(x);
    Columns columns = track.columns();
    if (x < columns.pathX() - 1 || x > columns.pathX() + columns.pathWidth() + REACH) {
      return Optional.empty();
    }
    double reach = 60;
    for (RowBox row : layout.rowsIn(track, y - reach, y + Sizes.CHIP_HEIGHT)) {
      Item item = new Item.Row(row.row().at());
      Optional<Hit> hit =
          part(row, x, y)
              .map(part -> new Hit(item, part))
              .or(() -> chip(item, row.box(), row.chips(), x, y));
      if (hit.isPresent()) {
        return hit;
      }
    }
    return Optional.empty();
  }

  private Optional<Hit.Part> part(RowBox row, double x, double y) {
    Box box = row.box();
    boolean parts = scale > Detail.TAGS;
    boolean path = row.row() instanceof PathNode;
    if (parts && badge(box, row.row().marks()).contains(x, y)) {
      return Optional.of(Hit.Part.BADGE);
    }
    if (path && parts && near(box.right(), box.centerY(), x, y)) {
      return Optional.of(Hit.Part.PORT);
    }
    if (box.contains(x, y)) {
      return Optional.of(path && parts && tag(box).contains(x, y) ? Hit.Part.TAG : Hit.Part.BODY);
    }
    return Optional.empty();
  }

  private Optional<Hit> host(Layout layout, double x, double y) {
    Track track = layout.trackAt(x);
    Columns columns = track.columns();
    if (x < columns.hostX() || x > columns.hostX() + columns.hostWidth() + REACH) {
      return Optional.empty();
    }
    for (HostBox host : layout.hostsIn(track, y - REACH, y + REACH)) {
      Item item = new Item.Host(host.node().host());
      Box box = host.box();
      boolean parts = scale > Detail.TAGS;
      if (parts && badge(box, host.node().marks()).contains(x, y)) {
        return Optional.of(new Hit(item, Hit.Part.BADGE));
      }
      if (parts && near(box.right(), box.centerY(), x, y)) {
        return Optional.of(new Hit(item, Hit.Part.PLUS));
      }
      if (box.contains(x, y)) {
        return Optional.of(new Hit(item, Hit.Part.BODY));
      }
      Optional<Hit> chip = chip(item, box, host.chips(), x, y);
      if (chip.isPresent()) {
        return chip;
      }
    }
    return Optional.empty();
  }

  private static Optional<Hit> backend(Layout layout, double x, double y) {
    if (x < layout.columns().backendX()) {
      return Optional.empty();
    }
    for (BackendBox backend : layout.backends()) {
      if (backend.box().contains(x, y)) {
        return Optional.of(new Hit(new Item.Backend(backend.node().key()), Hit.Part.BODY));
      }
    }
    return Optional.empty();
  }

  private static boolean near(double portX, double portY, double x, double y) {
    return Math.abs(x - portX) <= REACH && Math.abs(y - portY) <= REACH;
  }

  private Optional<Hit> chip(Item item, Box node, List<ChipBox> chips, double x, double y) {
    return chips.stream()
        .filter(chip -> scale > Detail.TAGS && chip.on(node).contains(x, y))
        .findFirst()
        .map(chip -> new Hit(item, Hit.Part.CHIP, Optional.of(chip)));
  }

  /** Where the type of a path stands. */
  static Box tag(Box row) {
    return new Box(row.x() + 7, row.y() + 7, Sizes.TAG_WIDTH, Sizes.TAG_HEIGHT);
  }

  /** Where the count of problems stands; empty of size where there are none. */
  static Box badge(Box node, Marks marks) {
    int count = marks.errors() + marks.warnings();
    if (count == 0) {
      return new Box(node.right(), node.y(), 0, 0);
    }
    double width = 21 + 6 * (Integer.toString(count).length() - 1);
    return new Box(node.right() - width + 8, node.y() - 8, width, 16);
  }
}
