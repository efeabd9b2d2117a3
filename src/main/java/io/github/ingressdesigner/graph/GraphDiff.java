package io.github.ingressdesigner.graph;

import io.github.ingressdesigner.graph.Graph.DefaultEdge;
import io.github.ingressdesigner.graph.Graph.PathNode;
import io.github.ingressdesigner.graph.Layout.BackendBox;
import io.github.ingressdesigner.graph.Layout.HostBox;
import io.github.ingressdesigner.graph.Layout.RowBox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What moved between two layouts, so that only that is animated. Elements are known by what they
 * say (host, type and path, backend), since their places in the text shift with every insertion; of
 * several alike the n-th is taken for the n-th. What is new stands at its place at once.
 */
public final class GraphDiff {
  private static final Box STILL = new Box(0, 0, 0, 0);

  private final Layout to;
  private final Box[] hosts;
  private final Box[] rows;
  private final Box[] backends;
  private final boolean moved;

  private GraphDiff(Layout from, Layout to) {
    this.to = to;
    Map<Object, Box> before = new HashMap<>();
    Names names = new Names();
    for (HostBox host : from.hosts()) {
      before.put(names.of(host), host.box());
    }
    for (RowBox row : from.rows()) {
      before.put(names.of(from, row), row.box());
    }
    for (BackendBox backend : from.backends()) {
      before.put(names.of(backend), backend.box());
    }
    Names after = new Names();
    hosts = new Box[to.hosts().size()];
    rows = new Box[to.rows().size()];
    backends = new Box[to.backends().size()];
    boolean any = false;
    for (int i = 0; i < hosts.length; i++) {
      HostBox host = to.hosts().get(i);
      hosts[i] = offset(before.get(after.of(host)), host.box());
      any |= hosts[i] != STILL;
    }
    for (int i = 0; i < rows.length; i++) {
      RowBox row = to.rows().get(i);
      rows[i] = offset(before.get(after.of(to, row)), row.box());
      any |= rows[i] != STILL;
    }
    for (int i = 0; i < backends.length; i++) {
      BackendBox backend = to.backends().get(i);
      backends[i] = offset(before.get(after.of(backend)), backend.box());
      any |= backends[i] != STILL;
    }
    moved = any;
  }

  /** How far something must go back to where it was, as a box without size. */
  private static Box offset(@Nullable Box before, Box now) {
    boolean still = before == null || before.x() == now.x() && before.y() == now.y();
    return still ? STILL : new Box(before.x() - now.x(), before.y() - now.y(), 0, 0);
  }

  public static GraphDiff between(Layout from, Layout to) {
    return new GraphDiff(from, to);
  }

  /** Whether anything that is in both stands elsewhere. */
  public boolean isMove() {
    return moved;
  }

  /**
   * The layout on the way from the old to the new one.
   *
   * @param progress 0 (old places) to 1 (new places)
   */
  public Layout at(double progress) {
    if (!moved || progress >= 1) {
      return to;
    }
    double left = 1 - progress;
    List<HostBox> hostBoxes = new ArrayList<>(hosts.length);
    for (int i = 0; i < hosts.length; i++) {
      HostBox h = to.hosts().get(i);
      hostBoxes.add(
          hosts[i] == STILL
              ? h
              : new HostBox(
                  h.node(),
                  shift(h.box(), hosts[i], left),
                  h.chips(),
                  h.track(),
                  h.firstRow(),
                  h.rowCount()));
    }
    List<RowBox> rowBoxes = new ArrayList<>(rows.length);
    for (int i = 0; i < rows.length; i++) {
      RowBox r = to.rows().get(i);
      rowBoxes.add(
          rows[i] == STILL
              ? r
              : new RowBox(
                  r.row(), r.host(), shift(r.box(), rows[i], left), r.chips(), r.backend()));
    }
    List<BackendBox> backendBoxes = new ArrayList<>(backends.length);
    for (int i = 0; i < backends.length; i++) {
      BackendBox b = to.backends().get(i);
      backendBoxes.add(
          backends[i] == STILL
              ? b
              : new BackendBox(b.node(), shift(b.box(), backends[i], left), b.rows()));
    }
    return new Layout(
        to.tracks(),
        to.sections(),
        hostBoxes,
        rowBoxes,
        backendBoxes,
        to.width(),
        to.height(),
        to.room(),
        to.pitch());
  }

  private static Box shift(Box box, Box way, double part) {
    return box.moveTo(box.x() + way.x() * part, box.y() + way.y() * part);
  }

  /** Names elements by what they say and by how many alike came before. */
  private static final class Names {
    private record Name(String kind, String host, String text, int nth) {}

    private final Map<Name, Integer> met = new HashMap<>();

    Object of(HostBox host) {
      return new Name("host", host.node().host(), "", 0);
    }

    Object of(BackendBox backend) {
      return new Name("backend", "", backend.node().key(), 0);
    }

    Object of(Layout layout, RowBox row) {
      String host = layout.hosts().get(row.host()).node().host();
      Name name =
          switch (row.row()) {
            case PathNode path -> new Name("path", host, path.type() + " " + path.path(), 0);
            case DefaultEdge edge -> new Name("default", host, edge.ingress(), 0);
          };
      int nth = met.merge(name, 1, Integer::sum);
      return new Name(name.kind(), name.host(), name.text(), nth);
    }
  }
}
