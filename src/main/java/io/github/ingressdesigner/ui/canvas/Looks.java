package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Graph.PathNode;
import io.github.ingressdesigner.graph.Layout;
import io.github.ingressdesigner.graph.Layout.BackendBox;
import io.github.ingressdesigner.graph.Layout.HostBox;
import io.github.ingressdesigner.graph.Layout.RowBox;
import io.github.ingressdesigner.graph.TraceMarks;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Trace.Verdict;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Decides how each element looks, from selection, trace and staleness. */
final class Looks {
  private final Layout layout;
  private final Predicate<Item> selected;
  private final Optional<Found> found;
  private final Optional<TraceMarks> trace;
  private final Set<String> tracedHosts = new HashSet<>();
  private final Set<String> tracedBackends = new HashSet<>();

  Looks(Seen model) {
    layout = model.picture().layout();
    selected = model::isSelected;
    found = model.found();
    trace = model.trace();
    for (Location winner : trace.map(TraceMarks::winners).orElse(Set.of())) {
      model
          .picture()
          .row(winner)
          .ifPresent(
              row -> {
                tracedHosts.add(layout.hosts().get(row.host()).node().host());
                row.row().target().ifPresent(tracedBackends::add);
              });
    }
  }

  boolean tracing() {
    return trace.isPresent();
  }

  boolean isSelected(Item item) {
    return selected.test(item);
  }

  Look host(HostBox host) {
    if (tracedHosts.contains(host.node().host())) {
      return Look.TRACED;
    }
    return look(Navigation.item(host), host.node().marks().stale());
  }

  Look row(RowBox row) {
    return isWinner(row) ? Look.TRACED : look(Navigation.item(row), row.row().marks().stale());
  }

  Look backend(BackendBox backend) {
    if (tracedBackends.contains(backend.node().key())) {
      return Look.TRACED;
    }
    boolean stale =
        !backend.rows().isEmpty()
            && backend.rows().stream().allMatch(i -> layout.rows().get(i).row().marks().stale());
    return look(Navigation.item(backend), stale);
  }

  private Look look(Item item, boolean stale) {
    if (isSelected(item)) {
      return Look.SELECTED;
    }
    if (stale) {
      return Look.STALE;
    }
    if (found.isPresent()) {
      return found.get().has(item) ? Look.FOUND : Look.DIM;
    }
    return tracing() ? Look.DIM : Look.PLAIN;
  }

  HostBox hostOf(RowBox row) {
    return layout.hosts().get(row.host());
  }

  boolean isWinner(RowBox row) {
    return trace.filter(t -> t.winners().contains(row.row().at())).isPresent();
  }

  Optional<Verdict> verdict(RowBox row) {
    return trace.flatMap(t -> t.verdict(row.row().at()));
  }

  /** A row's way from its host: selection does not colour it. */
  Look branch(RowBox row) {
    if (isWinner(row)) {
      return Look.TRACED;
    }
    if (row.row().marks().stale()) {
      return Look.STALE;
    }
    if (found.isPresent()) {
      return found.get().has(Navigation.item(row)) ? Look.FOUND : Look.DIM;
    }
    return tracing() || isUntried(row) ? Look.DIM : Look.PLAIN;
  }

  /** A row's way to its backend. */
  Look line(RowBox row) {
    Look look = row(row);
    return look == Look.PLAIN && isUntried(row) ? Look.DIM : look;
  }

  static boolean isUntried(RowBox row) {
    return row.row() instanceof PathNode path && path.rank() == 0;
  }
}
