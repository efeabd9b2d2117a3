package io.github.ingressdesigner.graph;

import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Trace;
import io.github.ingressdesigner.route.Trace.Verdict;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A decision as the drawing shows it.
 *
 * @param winners places of the rows that the request takes; several for a split, none for 404
 * @param verdicts of the paths that were asked
 * @param reasons one sentence for each of them
 */
public record TraceMarks(
    Set<Location> winners, Map<Location, Verdict> verdicts, Map<Location, String> reasons) {

  public static TraceMarks of(Decision decision) {
    Set<Location> winners = new HashSet<>();
    winners.addAll(decision.outcome().answering());
    Map<Location, Verdict> verdicts = new HashMap<>();
    Map<Location, String> reasons = new HashMap<>();
    for (Trace.Step step : decision.trace().steps()) {
      switch (step) {
        case Trace.PathStep path -> {
          verdicts.put(path.at(), path.verdict());
          reasons.put(path.at(), path.reason());
        }
        case Trace.DefaultStep fallback ->
            fallback
                .at()
                .ifPresent(
                    at -> {
                      verdicts.put(at, fallback.verdict());
                      reasons.put(at, fallback.reason());
                    });
        case Trace.HostStep host -> {}
        case Trace.RequestStep request -> {}
        case Trace.RewriteStep rewrite -> {}
        case Trace.NoteStep note -> {}
      }
    }
    return new TraceMarks(winners, verdicts, reasons);
  }

  /** What was found of a row; empty where it was not asked. */
  public Optional<Verdict> verdict(Location row) {
    return winners.contains(row)
        ? Optional.of(Verdict.WINS)
        : Optional.ofNullable(verdicts.get(row));
  }
}
