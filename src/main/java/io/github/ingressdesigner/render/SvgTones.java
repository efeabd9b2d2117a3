package io.github.ingressdesigner.render;

import io.github.ingressdesigner.graph.Graph.PathNode;
import io.github.ingressdesigner.graph.Layout;
import io.github.ingressdesigner.graph.Layout.BackendBox;
import io.github.ingressdesigner.graph.Layout.HostBox;
import io.github.ingressdesigner.graph.Layout.RowBox;
import io.github.ingressdesigner.graph.TraceMarks;
import io.github.ingressdesigner.route.Trace.Verdict;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** How strongly each element is drawn. */
final class SvgTones {
  /** In the order in which lines are drawn over each other. */
  enum Tone {
    STALE("stale", 1.5),
    DIM("dim-edge", 1.5),
    PLAIN("edge", 2),
    TRACED("traced", 4);

    final String edge;
    final double width;

    Tone(String edge, double width) {
      this.edge = edge;
      this.width = width;
    }
  }

  private final Optional<TraceMarks> trace;
  private final Layout layout;
  private final Set<Integer> hosts = new HashSet<>();
  private final Set<Integer> backends = new HashSet<>();

  SvgTones(Layout layout, Optional<TraceMarks> trace) {
    this.layout = layout;
    this.trace = trace;
    layout.rows().stream()
        .filter(this::wins)
        .forEach(
            row -> {
              hosts.add(row.host());
              backends.add(row.backend());
            });
  }

  boolean wins(RowBox row) {
    return trace.filter(t -> t.winners().contains(row.row().at())).isPresent();
  }

  Optional<Verdict> verdict(RowBox row) {
    return trace.flatMap(t -> t.verdict(row.row().at()));
  }

  Tone host(HostBox host) {
    boolean traced =
        host.rowCount() > 0 && hosts.contains(layout.rows().get(host.firstRow()).host());
    return tone(traced, host.node().marks().stale());
  }

  Tone row(RowBox row) {
    return tone(wins(row), row.row().marks().stale());
  }

  Tone line(RowBox row) {
    Tone tone = row(row);
    return tone == Tone.PLAIN && isUntried(row) ? Tone.DIM : tone;
  }

  Tone backend(BackendBox backend) {
    boolean traced = backend.rows().stream().anyMatch(i -> wins(layout.rows().get(i)));
    boolean stale =
        !backend.rows().isEmpty()
            && backend.rows().stream().allMatch(i -> layout.rows().get(i).row().marks().stale());
    return tone(traced, stale);
  }

  static boolean isUntried(RowBox row) {
    return row.row() instanceof PathNode path && path.rank() == 0;
  }

  private Tone tone(boolean traced, boolean stale) {
    if (traced) {
      return Tone.TRACED;
    }
    if (stale) {
      return Tone.STALE;
    }
    return trace.isPresent() ? Tone.DIM : Tone.PLAIN;
  }
}
