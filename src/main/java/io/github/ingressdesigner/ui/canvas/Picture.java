package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Box;
import io.github.ingressdesigner.graph.Elements;
import io.github.ingressdesigner.graph.Graph.DefaultEdge;
import io.github.ingressdesigner.graph.Graph.HostNode;
import io.github.ingressdesigner.graph.Graph.Marks;
import io.github.ingressdesigner.graph.Layout;
import io.github.ingressdesigner.graph.Layout.BackendBox;
import io.github.ingressdesigner.graph.Layout.HostBox;
import io.github.ingressdesigner.graph.Layout.RowBox;
import io.github.ingressdesigner.model.Location;
import java.util.Optional;

/** A layout with the ways from elements to their places and back. */
record Picture(Layout layout) {
  static final Picture EMPTY = new Picture(Layout.EMPTY);

  Optional<HostBox> host(String name) {
    return layout.hosts().stream().filter(h -> h.node().host().equals(name)).findFirst();
  }

  Optional<RowBox> row(Location at) {
    return layout.rows().stream().filter(r -> r.row().at().equals(at)).findFirst();
  }

  Optional<BackendBox> backend(String key) {
    return layout.backends().stream().filter(b -> b.node().key().equals(key)).findFirst();
  }

  HostBox hostOf(RowBox row) {
    return layout.hosts().get(row.host());
  }

  Optional<BackendBox> backendOf(RowBox row) {
    return row.backend() < 0 ? Optional.empty() : Optional.of(layout.backends().get(row.backend()));
  }

  /** Where an element stands; empty where the drawing does not have it. */
  Optional<Box> boxOf(Item item) {
    return switch (item) {
      case Item.Host host -> host(host.name()).map(HostBox::box);
      case Item.Row row -> row(row.at()).map(RowBox::box);
      case Item.Backend backend -> backend(backend.key()).map(BackendBox::box);
    };
  }

  boolean has(Item item) {
    return boxOf(item).isPresent();
  }

  /** The place in the text that an element stands for, as the other views select it. */
  Optional<Location> locationOf(Item item) {
    return switch (item) {
      case Item.Host host -> host(host.name()).flatMap(h -> locationOf(h.node()));
      case Item.Row row -> Optional.of(row.at());
      case Item.Backend backend ->
          backend(backend.key())
              .filter(b -> !b.rows().isEmpty())
              .map(b -> layout.rows().get(b.rows().getFirst()))
              .map(
                  r ->
                      r.row() instanceof DefaultEdge edge
                          ? edge.at()
                          : r.row().at().key("backend"));
    };
  }

  private static Optional<Location> locationOf(HostNode host) {
    if (!host.rules().isEmpty()) {
      return Optional.of(host.rules().getFirst());
    }
    return host.defaults().stream().map(DefaultEdge::at).findFirst();
  }

  /** The element that shows a field: its path, its host, or its default backend's line. */
  Optional<Item> itemAt(Location field) {
    Location element = new Location(field.resource(), Elements.of(field.path()));
    if (element.path().isRoot()) {
      return Optional.empty();
    }
    if (row(element).isPresent()) {
      return Optional.of(new Item.Row(element));
    }
    return layout.hosts().stream()
        .filter(h -> h.node().rules().contains(element))
        .findFirst()
        .map(h -> new Item.Host(h.node().host()));
  }

  Marks marksOf(Item item) {
    return switch (item) {
      case Item.Host host -> host(host.name()).map(h -> h.node().marks()).orElse(Marks.NONE);
      case Item.Row row -> row(row.at()).map(r -> r.row().marks()).orElse(Marks.NONE);
      case Item.Backend backend -> Marks.NONE;
    };
  }

  /** Index of the first row whose lower edge lies below {@code y}. */
  int firstRowBelow(double y) {
    int low = 0;
    int high = layout.rows().size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (layout.rows().get(middle).box().bottom() > y) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
