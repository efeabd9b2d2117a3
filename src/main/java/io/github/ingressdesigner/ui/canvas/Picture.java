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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A layout with the ways from elements to their places and back; they are looked up where they were
 * needed once.
 */
final class Picture {
  static final Picture EMPTY = new Picture(Layout.EMPTY);

  private final Layout layout;
  private final Map<String, HostBox> hosts = new HashMap<>();
  private final Map<Location, RowBox> rows = new HashMap<>();
  private final Map<String, BackendBox> backends = new HashMap<>();
  private final Map<Location, HostBox> rules = new HashMap<>();

  Picture(Layout layout) {
    this.layout = layout;
  }

  Layout layout() {
    return layout;
  }

  Optional<HostBox> host(String name) {
    if (hosts.isEmpty()) {
      layout.hosts().forEach(host -> hosts.putIfAbsent(host.node().host(), host));
    }
    return Optional.ofNullable(hosts.get(name));
  }

  Optional<RowBox> row(Location at) {
    if (rows.isEmpty()) {
      layout.rows().forEach(row -> rows.putIfAbsent(row.row().at(), row));
    }
    return Optional.ofNullable(rows.get(at));
  }

  Optional<BackendBox> backend(String key) {
    if (backends.isEmpty()) {
      layout.backends().forEach(backend -> backends.putIfAbsent(backend.node().key(), backend));
    }
    return Optional.ofNullable(backends.get(key));
  }

  private Optional<HostBox> hostOf(Location rule) {
    if (rules.isEmpty()) {
      layout
          .hosts()
          .forEach(host -> host.node().rules().forEach(at -> rules.putIfAbsent(at, host)));
    }
    return Optional.ofNullable(rules.get(rule));
  }

  HostBox hostOf(RowBox row) {
    return layout.hosts().get(row.host());
  }

  /** The rows of a host, from top to bottom. */
  List<Item> rowsOf(HostBox host) {
    return layout.rows().subList(host.firstRow(), host.firstRow() + host.rowCount()).stream()
        .<Item>map(Navigation::item)
        .toList();
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
    return hostOf(element).map(h -> new Item.Host(h.node().host()));
  }

  Marks marksOf(Item item) {
    return switch (item) {
      case Item.Host host -> host(host.name()).map(h -> h.node().marks()).orElse(Marks.NONE);
      case Item.Row row -> row(row.at()).map(r -> r.row().marks()).orElse(Marks.NONE);
      case Item.Backend backend -> Marks.NONE;
    };
  }

  /** The elements from top to bottom: hosts, then rows, then backends. */
  List<Item> inOrder(Collection<Item> items) {
    Set<Item> wanted = new HashSet<>(items);
    List<Item> ordered = new ArrayList<>(items.size());
    column(0).stream().filter(wanted::contains).forEach(ordered::add);
    column(1).stream().filter(wanted::contains).forEach(ordered::add);
    column(2).stream().filter(wanted::contains).forEach(ordered::add);
    return ordered;
  }

  /** All elements of a column between two of it, with both; the last alone if they are of two. */
  List<Item> range(Item from, Item to) {
    if (from.getClass() != to.getClass()) {
      return List.of(to);
    }
    List<Item> column = columnOf(to);
    int a = column.indexOf(from);
    int b = column.indexOf(to);
    return a < 0 || b < 0 ? List.of(to) : column.subList(Math.min(a, b), Math.max(a, b) + 1);
  }

  /** All elements of the column in which an element stands, from top to bottom. */
  List<Item> columnOf(Item item) {
    return switch (item) {
      case Item.Host host -> column(0);
      case Item.Row row -> column(1);
      case Item.Backend backend -> column(2);
    };
  }

  private List<Item> column(int number) {
    Stream<Item> items =
        switch (number) {
          case 0 -> layout.hosts().stream().map(Navigation::item);
          case 1 -> layout.rows().stream().map(Navigation::item);
          default ->
              layout.backends().stream()
                  .sorted(Comparator.comparingDouble(b -> b.box().y()))
                  .map(Navigation::item);
        };
    return items.toList();
  }

  /** All elements that a rectangle touches. */
  List<Item> touching(Box box) {
    List<Item> found = new ArrayList<>();
    layout.hosts().stream()
        .filter(h -> h.box().intersects(box))
        .forEach(h -> found.add(Navigation.item(h)));
    layout.rows().stream()
        .filter(r -> r.box().intersects(box))
        .forEach(r -> found.add(Navigation.item(r)));
    layout.backends().stream()
        .filter(b -> b.box().intersects(box))
        .forEach(b -> found.add(Navigation.item(b)));
    return found;
  }
}
