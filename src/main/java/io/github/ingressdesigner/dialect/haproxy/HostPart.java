package io.github.ingressdesigner.dialect.haproxy;

import io.github.ingressdesigner.dialect.common.Later;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that Ingresses say of one host. Its rows are made at the first question for them (pkg/route/
 * route.go, AddHostPathRoute).
 */
final class HostPart {
  /**
   * What is made of it.
   *
   * @param rows null where no path has a row
   */
  private record Made(@Nullable HostRows rows, List<PathRoute> acls, List<LeftOut> leftOut) {}

  /** As the maps know it: {@code .x} for {@code *.x}, empty for none. */
  final String host;

  private final List<RouteReader.Source> sources = new ArrayList<>(1);
  private final Later<Made> made;

  HostPart(String host, RouteReader reader) {
    this.host = host;
    made = new Later<>(() -> make(host, sources, reader));
  }

  /** While Ingresses are gone through. */
  void add(RouteReader.Source source) {
    sources.add(source);
  }

  /** The rules that name the host. */
  List<Location> rules() {
    return sources.stream().map(RouteReader.Source::at).toList();
  }

  /** Null where the maps do not have the host. */
  @Nullable HostRows rows() {
    return made.get().rows;
  }

  /** Routes with a condition, which are in no map. */
  List<PathRoute> acls() {
    return made.get().acls;
  }

  List<LeftOut> leftOut() {
    return made.get().leftOut;
  }

  private static Made make(String host, List<RouteReader.Source> sources, RouteReader reader) {
    List<LeftOut> leftOut = new ArrayList<>();
    List<PathRoute> acls = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (PathRoute route : reader.read(host, sources, leftOut)) {
      place(route, rows, acls, leftOut);
    }
    return new Made(rows.isEmpty() ? null : HostRows.of(host, rows), acls, leftOut);
  }

  private static void place(
      PathRoute route, List<Row> rows, List<PathRoute> acls, List<LeftOut> leftOut) {
    String path = route.path();
    if (path.isEmpty() && route.host().isEmpty()) {
      leftOut.add(new LeftOut(route.at(), "It has neither host nor path, so it is refused."));
      return;
    }
    if (route.acl().isPresent()) {
      acls.add(route);
      return;
    }
    boolean root = path.isEmpty() || path.equals("/");
    if (route.type() == PathType.ABSENT && !root || route.type() == PathType.UNKNOWN) {
      leftOut.add(new LeftOut(route.at(), "The controller does not know its path type."));
      return;
    }
    if (route.type() == PathType.EXACT) {
      rows.add(Row.of(Row.Map.EXACT, path, route));
    } else if (root) {
      rows.add(Row.of(Row.Map.PREFIX, "/", route));
    } else {
      String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
      boolean prefix = route.type() == PathType.PREFIX;
      rows.add(Row.of(Row.Map.PREFIX_EXACT, bare, route));
      rows.add(Row.of(Row.Map.PREFIX, prefix ? bare + "/" : bare, route));
    }
  }
}
