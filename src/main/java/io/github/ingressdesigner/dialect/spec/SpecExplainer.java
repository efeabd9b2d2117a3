package io.github.ingressdesigner.dialect.spec;

import io.github.ingressdesigner.dialect.common.HostIndex;
import io.github.ingressdesigner.dialect.common.HostWords;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Decision.Confidence;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.Trace;
import io.github.ingressdesigner.route.Trace.DefaultStep;
import io.github.ingressdesigner.route.Trace.HostStep;
import io.github.ingressdesigner.route.Trace.NoteStep;
import io.github.ingressdesigner.route.Trace.PathStep;
import io.github.ingressdesigner.route.Trace.Step;
import io.github.ingressdesigner.route.Trace.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells how a table came to its answer; one instance for one request. */
final class SpecExplainer {
  /** Beyond it, hosts and default backends that have nothing to do with the request are counted. */
  private static final int LISTED = 1000;

  private final SpecTable table;
  private final Request request;
  private final List<Step> steps = new ArrayList<>();
  private Confidence confidence = Confidence.EXACT;

  SpecExplainer(SpecTable table, Request request) {
    this.table = table;
    this.request = request;
  }

  Decision explain() {
    SpecLayout layout = table.layout();
    SpecNotes notes = new SpecNotes(table, request);
    steps.addAll(notes.leftOut());
    int slot = layout.index().find(request.host());
    HostEntry host = slot == HostIndex.NONE ? null : layout.served().get(slot);
    hosts(slot);
    int winner = host == null ? SpecPaths.NONE : host.paths.match(request.path());
    if (host != null) {
      paths(host, winner);
    }
    defaults(host, winner != SpecPaths.NONE);
    Outcome outcome = table.find(request);
    if (outcome instanceof Outcome.Split) {
      doubt(Confidence.UNKNOWN);
    }
    steps.addAll(notes.after(host, winner, outcome));
    doubt(notes.confidence());
    return new Decision(outcome, new Trace(steps), confidence);
  }

  /** Lowers the confidence, never raises it. */
  private void doubt(Confidence other) {
    confidence = other.compareTo(confidence) > 0 ? other : confidence;
  }

  private void hosts(int winner) {
    List<HostEntry> all = table.layout().served();
    String name = HostIndex.lower(request.host());
    int wildcard = table.layout().index().findWildcard(name);
    int unlisted = 0;
    for (int i = 0; i < all.size(); i++) {
      HostEntry entry = all.get(i);
      if (i == winner) {
        steps.add(step(entry, Verdict.WINS, HostWords.takes(entry.host, request.host())));
      } else if (i == wildcard || entry.host.isEmpty()) {
        String winning = all.get(winner).host;
        steps.add(step(entry, Verdict.BEATEN, HostWords.notAsked(entry.host, winning)));
      } else if (all.size() <= LISTED || HostIndex.isWildcard(entry.host) && near(entry, name)) {
        steps.add(step(entry, Verdict.NO_MATCH, HostWords.differs(entry.host, request.host())));
      } else {
        unlisted++;
      }
    }
    if (unlisted > 0) {
      steps.add(new NoteStep(unlisted + " other hosts have other names.", Optional.empty()));
    }
  }

  private static boolean near(HostEntry entry, String name) {
    return ("." + name).endsWith(HostIndex.lower(entry.host.substring(1)));
  }

  private static HostStep step(HostEntry entry, Verdict verdict, String reason) {
    return new HostStep(entry.host, verdict, reason, Optional.of(entry.parts.getFirst().at()));
  }

  private void paths(HostEntry host, int winner) {
    PathJudge judge = new PathJudge(host.paths, request.path(), winner);
    int rank = 0;
    for (int candidate : host.paths.order()) {
      steps.add(
          new PathStep(
              ++rank,
              host.paths.type(candidate),
              host.paths.text(candidate),
              host.paths.get(candidate).backend().map(Backend::display).orElse("(no backend)"),
              judge.verdict(candidate),
              judge.reason(candidate),
              host.at(candidate)));
      if (judge.isOpen(candidate)) {
        doubt(Confidence.UNKNOWN);
      }
    }
    if (winner != SpecPaths.NONE && PathJudge.isOwnWay(host.paths.type(winner))) {
      doubt(Confidence.UNKNOWN);
    }
  }

  private void defaults(@Nullable HostEntry host, boolean pathWins) {
    SpecDefaults defaults = table.defaults();
    Set<IngressPart> all = defaults.all(host);
    Set<IngressPart> chosen = pathWins ? Set.of() : new LinkedHashSet<>(defaults.chosen(host));
    if (!pathWins && all.size() > 1) {
      doubt(Confidence.MODELLED);
    }
    int listed = 0;
    for (IngressPart part : all) {
      boolean wins = chosen.contains(part);
      if (wins || ++listed <= LISTED) {
        steps.add(
            new DefaultStep(
                part.ingress.spec().defaultBackend().map(Backend::display).orElse(""),
                wins ? Verdict.WINS : Verdict.BEATEN,
                defaultReason(part, host, chosen, wins),
                Optional.of(part.defaultBackendAt())));
      }
    }
    if (listed > LISTED) {
      steps.add(
          new NoteStep(
              (listed - LISTED) + " more default backends are not asked either.",
              Optional.empty()));
    }
    if (!pathWins && all.isEmpty()) {
      steps.add(
          new DefaultStep(
              "404",
              Verdict.WINS,
              "No rule matches, and no Ingress has a default backend.",
              Optional.empty()));
    }
  }

  private static String defaultReason(
      IngressPart part, @Nullable HostEntry host, Set<IngressPart> chosen, boolean wins) {
    if (chosen.isEmpty()) {
      return "A path matches, so the default backend of Ingress " + part.name + " is not asked.";
    }
    if (!wins) {
      return "The default backend of Ingress "
          + chosen.iterator().next().name
          + " is asked before it.";
    }
    boolean own = host != null && part.namesHost(host.host);
    String fact =
        own
            ? "No path of "
                + HostWords.shown(host.host)
                + " matches, and Ingress "
                + part.name
                + " has a default backend for it."
            : part.ruleCount() == 0
                ? "No rule matches, and Ingress " + part.name + " without rules takes the rest."
                : "No rule matches, and Ingress " + part.name + " has a default backend.";
    return chosen.size() == 1
        ? fact
        : fact + " So have others, and nothing says which one answers.";
  }
}
