package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Layout;
import io.github.ingressdesigner.graph.Layout.BackendBox;
import io.github.ingressdesigner.graph.Layout.HostBox;
import io.github.ingressdesigner.graph.Layout.RowBox;
import io.github.ingressdesigner.model.Location;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where arrow keys lead: up and down within a column, left and right along the lines. */
final class Navigation {
  private final Picture picture;
  private final Layout layout;

  Navigation(Picture picture) {
    this.picture = picture;
    this.layout = picture.layout();
  }

  /** The first element, for when nothing is selected. */
  Optional<Item> first() {
    return layout.hosts().stream().findFirst().map(Navigation::item);
  }

  /** The element so many places further in the same column; the last one before the end. */
  Optional<Item> vertical(Item from, int by) {
    return switch (from) {
      case Item.Host host ->
          picture
              .host(host.name())
              .map(h -> step(layout.hosts(), layout.hosts().indexOf(h), by))
              .map(Navigation::item);
      case Item.Row row ->
          picture
              .row(row.at())
              .map(r -> step(layout.rows(), layout.rows().indexOf(r), by))
              .map(Navigation::item);
      case Item.Backend backend -> {
        List<BackendBox> byHeight =
            layout.backends().stream()
                .sorted(Comparator.comparingDouble(b -> b.box().y()))
                .toList();
        yield picture
            .backend(backend.key())
            .map(b -> step(byHeight, byHeight.indexOf(b), by))
            .map(Navigation::item);
      }
    };
  }

  private static <T> T step(List<T> list, int index, int by) {
    return list.get(Math.max(0, Math.min(list.size() - 1, index + by)));
  }

  /** Along the line to the left. */
  Optional<Item> left(Item from, Optional<Location> lastRow) {
    return switch (from) {
      case Item.Host host -> Optional.empty();
      case Item.Row row -> picture.row(row.at()).map(r -> item(picture.hostOf(r)));
      case Item.Backend backend ->
          picture
              .backend(backend.key())
              .flatMap(
                  b ->
                      nearest(
                          b.rows().stream().map(layout.rows()::get).toList(),
                          b.box().centerY(),
                          lastRow));
    };
  }

  /** Along the line to the right; the row that was left last is preferred. */
  Optional<Item> right(Item from, Optional<Location> lastRow) {
    return switch (from) {
      case Item.Host host ->
          picture
              .host(host.name())
              .flatMap(
                  h ->
                      nearest(
                          layout.rows().subList(h.firstRow(), h.firstRow() + h.rowCount()),
                          h.box().centerY(),
                          lastRow));
      case Item.Row row -> picture.row(row.at()).flatMap(picture::backendOf).map(Navigation::item);
      case Item.Backend backend -> Optional.empty();
    };
  }

  private static Optional<Item> nearest(List<RowBox> rows, double y, Optional<Location> lastRow) {
    return rows.stream()
        .min(
            Comparator.<RowBox>comparingInt(
                    r -> lastRow.filter(r.row().at()::equals).isPresent() ? 0 : 1)
                .thenComparingDouble(r -> Math.abs(r.box().centerY() - y)))
        .map(Navigation::item);
  }

  static Item item(HostBox host) {
    return new Item.Host(host.node().host());
  }

  static Item item(RowBox row) {
    return new Item.Row(row.row().at());
  }

  static Item item(BackendBox backend) {
    return new Item.Backend(backend.node().key());
  }
}
