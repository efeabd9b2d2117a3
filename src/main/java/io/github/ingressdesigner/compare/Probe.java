package io.github.ingressdesigner.compare;

import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.Trace;
import io.github.ingressdesigner.route.Trace.Verdict;
import java.util.Optional;

/**
 * What became of one path when a request was asked that one would expect to arrive there.
 *
 * @param verdict of the path; empty where it was not even looked at
 * @param reason why it did not take the request
 * @param winner the place that did
 */
record Probe(
    Request request,
    Outcome outcome,
    Optional<Verdict> verdict,
    String reason,
    Optional<Location> winner,
    String winnerReason) {

  static Probe of(Decision decision, Location path, Request request) {
    Optional<Verdict> verdict = Optional.empty();
    Optional<Location> winner = Optional.empty();
    String reason = "";
    String winnerReason = "";
    String host = "";
    String note = "";
    for (Trace.Step step : decision.trace().steps()) {
      switch (step) {
        case Trace.PathStep p -> {
          if (p.at().equals(path)) {
            verdict = Optional.of(p.verdict());
            reason = p.reason();
          }
          if (p.verdict() == Verdict.WINS && winner.isEmpty()) {
            winner = Optional.of(p.at());
            winnerReason = p.reason();
          }
        }
        case Trace.DefaultStep d -> {
          if (d.verdict() == Verdict.WINS && winner.isEmpty()) {
            winner = d.at();
            winnerReason = d.reason();
          }
        }
        case Trace.HostStep h -> {
          if (h.verdict() == Verdict.WINS) {
            host = h.reason();
          }
        }
        case Trace.NoteStep n -> note = note.isEmpty() ? n.reason() : note;
        case Trace.RequestStep _, Trace.RewriteStep _ -> {}
      }
    }
    if (reason.isEmpty()) {
      reason = host.isEmpty() ? note : host;
    }
    return new Probe(request, decision.outcome(), verdict, reason, winner, winnerReason);
  }

  boolean arrives() {
    return verdict.equals(Optional.of(Verdict.WINS));
  }

  boolean isBeaten() {
    return verdict.equals(Optional.of(Verdict.BEATEN));
  }

  /** How much this tells about the path: that it matches, that it was asked, nothing, less. */
  int fit() {
    int unasked = outcome instanceof Outcome.TlsRefused ? -1 : 0;
    return verdict.map(v -> v == Verdict.NO_MATCH ? 1 : 2).orElse(unasked);
  }
}
