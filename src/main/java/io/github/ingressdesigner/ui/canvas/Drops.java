package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Box;
import io.github.ingressdesigner.graph.Layout;
import io.github.ingressdesigner.graph.Layout.BackendBox;
import io.github.ingressdesigner.graph.Layout.Columns;
import io.github.ingressdesigner.graph.Layout.HostBox;
import io.github.ingressdesigner.graph.Layout.RowBox;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.ui.canvas.Drag.Drop;

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

  Drop at(Drag.Kind kind, Location path, double x, double y) {
    return kind == Drag.Kind.REROUTE ? reroute(path, x, y) : move(path, x, y);
  }

  private Drop reroute(Location path, double x, double y) {
    for (BackendBox backend : picture.layout().backends()) {
      if (backend.box().grow(BACKEND_REACH).contains(x, y)) {
        Item.Backend target = new Item.Backend(backend.node().key());
        return new Drop.OnBackend(target.key(), commands.reroute(path, target));
      }
    }
    double right = picture.layout().columns().pathX() + picture.layout().columns().pathWidth();
    return x > right + 40 ? new Drop.NewBackend() : new Drop.Nowhere();
  }

  private Drop move(Location path, double x, double y) {
    Layout layout = picture.layout();
    Columns columns = layout.columns();
    if (x < columns.hostX() - GROUP_REACH
        || x > columns.pathX() + columns.pathWidth() + GROUP_REACH) {
      return new Drop.Nowhere();
    }
    int index = layout.firstHostBelow(y - GROUP_REACH);
    if (index == layout.hosts().size()
        || layout.topOf(layout.hosts().get(index)) - GROUP_REACH > y) {
      return new Drop.Nowhere();
    }
    HostBox host = layout.hosts().get(index);
    Item.Host hostItem = new Item.Host(host.node().host());
    if (x < columns.pathX() - GROUP_REACH || host.rowCount() == 0) {
      return new Drop.IntoHost(hostItem.name(), host.box(), commands.moveTo(path, hostItem));
    }
    return between(path, host, hostItem, y);
  }

  private Drop between(Location path, HostBox host, Item.Host hostItem, double y) {
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
            ? commands.move(path, Entries.ruleOf(place), Entries.indexOf(place) + (behind ? 1 : 0))
            : commands.moveTo(path, hostItem);
    double lineY = behind ? next.box().bottom() + 4 : next.box().y() - 6;
    Box marker = new Box(next.box().x(), lineY, next.box().width(), 2);
    return new Drop.IntoHost(hostItem.name(), marker, step);
  }
}
