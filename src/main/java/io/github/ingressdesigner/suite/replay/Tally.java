package io.github.ingressdesigner.suite.replay;

import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.suite.replay.ReplayResult.Count;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests by the backend that answers them, on both sides. */
final class Tally {
  /** Backends that are told by name. */
  private static final int MOST = 10_000;

  private static final String OTHERS = "(further backends)";

  /** Cheaper to make and to look up for each request than a text. */
  private record Key(Optional<String> owner, Backend backend) {}

  private static final class Counters {
    long from;
    long to;
  }

  private final Map<Key, Counters> backends = new HashMap<>();
  private final Map<String, Counters> names = new HashMap<>();

  void add(Outcome outcome, boolean second) {
    Counters counters =
        outcome instanceof Outcome.ToBackend to
            ? backends.computeIfAbsent(
                new Key(to.owner(), to.backend()), k -> named(Brief.backend(outcome)))
            : named(Brief.backend(outcome));
    if (second) {
      counters.to++;
    } else {
      counters.from++;
    }
  }

  private Counters named(String name) {
    Counters known = names.get(name);
    return known != null
        ? known
        : names.computeIfAbsent(names.size() < MOST ? name : OTHERS, n -> new Counters());
  }

  /** The most requests first. */
  List<Count> list() {
    List<Count> list = new ArrayList<>();
    names.forEach((name, counters) -> list.add(new Count(name, counters.from, counters.to)));
    list.sort(
        Comparator.comparingLong((Count c) -> Math.max(c.from(), c.to()))
            .reversed()
            .thenComparing(Count::backend));
    return list;
  }
}
