package io.github.ingressdesigner.dialect.spec;

import io.github.ingressdesigner.dialect.common.HostIndex;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.RouteTable.HostTable;
import io.github.ingressdesigner.route.RouteTable.Route;
import java.util.ArrayList;
import java.util.List;

/** Served and left-out rules together, each host once, as a picture shows them. */
final class ShownHosts {
  private ShownHosts() {}

  static List<HostTable> of(SpecLayout layout) {
    List<HostTable> all = new ArrayList<>(layout.served().size() + layout.unserved().size());
    layout.served().forEach(entry -> all.add(entry.shown()));
    for (HostEntry entry : layout.unserved()) {
      int slot = layout.index().findPattern(entry.host);
      if (slot == HostIndex.NONE) {
        all.add(entry.shown());
      } else {
        all.set(slot, together(all.get(slot), entry.shown()));
      }
    }
    return List.copyOf(all);
  }

  private static HostTable together(HostTable served, HostTable leftOut) {
    List<Location> rules = new ArrayList<>(served.rules());
    rules.addAll(leftOut.rules());
    List<Route> routes = new ArrayList<>(served.routes());
    routes.addAll(leftOut.routes());
    return new HostTable(served.host(), List.copyOf(rules), List.copyOf(routes));
  }
}
