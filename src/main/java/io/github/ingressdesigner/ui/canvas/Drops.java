package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Box;
import io.github.ingressdesigner.graph.Layout;
import io.github.ingressdesigner.graph.Layout.BackendBox;
import io.github.ingressdesigner.graph.Layout.Columns;
import io.github.ingressdesigner.graph.Layout.HostBox;
import io.github.ingressdesigner.graph.Layout.RowBox;
import io.github.ingressdesigner.graph.Layout.Track;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.ui.canvas.Drag.Drop;
import java.util.List;

/** Finds what letting go of a dragged path at a point would do. */
final class Drops {
  private static final double BACKEND_REACH = 10;
  private static final double GROUP_REACH = 12;
  private final Picture picture;
  private final Commands commands;

  Drops(Picture picture, Commands commands) {
    this.picture = picture;
    this.commands = commands;
  }

  Drop at(Drag.Kind kind, List<Location> rows, double x, double y) {
    return kind == Drag.Kind.REROUTE ? reroute(rows, x, y) : move(rows, x, y);
  }

  private Drop reroute(List<Location> rows, double x, double y) {
    for (BackendBox backend : picture.layout().backends()) {
      if (backend.box().grow(BACKEND_REACH).contains(x, y)) {
        Item.Backend target = new Item.Backend(backend.node().key());
        return new Drop.OnBackend(target.key(), reroute(commands, rows, target));
      }
    }
    Columns columns = picture.layout().trackAt(x).columns();
    double right = columns.pathX() + columns.pathWidth();
    return x > right + 40 ? new Drop.NewBackend() : new Drop.Nowhere();
  }

  /** Leads rows to a backend of the drawing. */
  static Step reroute(Commands commands, List<Location> rows, Item.Backend target) {
    return rows.size() == 1
        ? commands.reroute(rows.getFirst(), target)
        : several(commands, rows).reroute(target);
  }

  private static Several several(Commands commands, List<Location> rows) {
    return commands.several(rows.stream().<Item>map(Item.Row::new).toList());
  }

  private Step moveTo(List<Location> rows, Item target) {
    return rows.size() == 1
        ? commands.moveTo(rows.getFirst(), target)
        : several(commands, rows).moveTo(commands, target);
  }

  private Drop move(List<Location> rows, double x, double y) {
    Layout layout = picture.layout();
    Track track = layout.trackAt(x);
    Columns columns = track.columns();
    if (x < columns.hostX() - GROUP_REACH
        || x > columns.pathX() + columns.pathWidth() + GROUP_REACH) {
      return new Drop.Nowhere();
    }
    List<HostBox> there = layout.hostsIn(track, y - GROUP_REACH, y + GROUP_REACH);
    if (there.isEmpty()) {
      return new Drop.Nowhere();
    }
    HostBox host = there.getFirst();
    Item.Host hostItem = new Item.Host(host.node().host());
    if (x < columns.pathX() - GROUP_REACH || host.rowCount() == 0) {
      return new Drop.IntoHost(hostItem.name(), host.box(), moveTo(rows, hostItem));
    }
    return between(rows, host, hostItem, y);
  }

  private Step move(List<Location> rows, Location rule, int index) {
    return rows.size() == 1
        ? commands.move(rows.getFirst(), rule, index)
        : several(commands, rows).move(commands, rule, index);
  }

  private Drop between(List<Location> rows, HostBox host, Item.Host hostItem, double y) {
    Layout layout = picture.layout();
    int end = host.firstRow() + host.rowCount();
    int at = host.firstRow();
    while (at < end && layout.rows().get(at).box().centerY() < y) {
      at++;
    }
    RowBox next = layout.rows().get(Math.min(at, end - 1));
    boolean behind = at == end;
    Location place = next.row().at();
    Step step =
        Entries.isPath(place)
            ? move(rows, Entries.ruleOf(place), Entries.indexOf(place) + (behind ? 1 : 0))
            : moveTo(rows, hostItem);
    double lineY = behind ? next.box().bottom() + 4 : next.box().y() - 6;
    Box marker = new Box(next.box().x(), lineY, next.box().width(), 2);
    return new Drop.IntoHost(hostItem.name(), marker, step);
  }
}
