package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.Trace;
import io.github.ingressdesigner.route.Trace.NoteStep;
import io.github.ingressdesigner.route.Trace.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells how a table came to its answer; one instance for one request. */
final class TraefikExplainer {
  private final TraefikTable table;
  private final Request request;
  private final List<Step> steps = new ArrayList<>();

  TraefikExplainer(TraefikTable table, Request request) {
    this.table = table;
    this.request = request;
  }

  Decision explain() {
    Outcome outcome = table.find(request);
    steps.add(new NoteStep("Decided.", Optional.empty()));
    return new Decision(outcome, new Trace(steps), Decision.Confidence.EXACT);
  }
}
