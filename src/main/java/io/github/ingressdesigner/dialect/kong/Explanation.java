package io.github.ingressdesigner.dialect.kong;

import io.github.ingressdesigner.dialect.common.PathWords;
import io.github.ingressdesigner.dialect.common.UriText;
import io.github.ingressdesigner.dialect.kong.HostPools.Pool;
import io.github.ingressdesigner.dialect.kong.KongTable.Answer;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Decision.Confidence;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import io.github.ingressdesigner.route.Trace;
import io.github.ingressdesigner.route.Trace.DefaultStep;
import io.github.ingressdesigner.route.Trace.HostStep;
import io.github.ingressdesigner.route.Trace.NoteStep;
import io.github.ingressdesigner.route.Trace.PathStep;
import io.github.ingressdesigner.route.Trace.RequestStep;
import io.github.ingressdesigner.route.Trace.RewriteStep;
import io.github.ingressdesigner.route.Trace.Step;
import io.github.ingressdesigner.route.Trace.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts a decision into words. */
final class Explanation {
  private static final int MOST = 200;

  private final KongTable table;
  private final Request request;
  private final Answer answer;
  private final List<Step> steps = new ArrayList<>();

  /** Whether Kong leaves open which of two routes is first. */
  private boolean hasTie;

  Explanation(KongTable table, Request request, Answer answer) {
    this.table = table;
    this.request = request;
    this.answer = answer;
  }

  Decision explain() {
    String path = answer.path();
    if (table.rejection().isPresent()) {
      note(
          table.rejection().get().reason()
              + " With it Kong refuses the whole configuration; all routes stay as they were.",
          table.rejection().get().at());
    } else if (path == null) {
      note(
          "NGINX in front of the router refuses the path: it climbs above the root, or an escape is"
              + " broken.",
          Optional.empty());
    } else if (answer.outcome() instanceof Outcome.Undecided undecided) {
      note(undecided.reason(), Optional.empty());
    } else {
      normalised(path);
      hosts();
      paths(path);
      consequences(path);
    }
    for (LeftOut out : table.leftOut().stream().limit(20).toList()) {
      note(out.reason(), Optional.of(out.ingress()));
    }
    return decision();
  }

  private Decision decision() {
    Hit hit = answer.hit();
    Trace trace = new Trace(steps);
    if (hit != null) {
      KongRoute route = hit.candidate().route;
      Annotations annotations = route.options.annotations();
      for (String key : Annotations.UNKNOWN) {
        if (annotations.find(key).isPresent() || route.target.unknown().equals(key)) {
          String basis = "konghq.com/" + key + " may change routing and is not modelled.";
          return new Decision(answer.outcome(), trace, Confidence.UNKNOWN, basis);
        }
      }
      Optional<String> modelled = modelled(hit);
      if (modelled.isPresent()) {
        return new Decision(answer.outcome(), trace, Confidence.MODELLED, modelled.get());
      }
    }
    return new Decision(
        answer.outcome(),
        trace,
        Confidence.EXACT,
        "Rules of this kind were compared with answers of the real controller and router.");
  }

  /** What no recorded answer covers. */
  private Optional<String> modelled(Hit hit) {
    Options options = hit.candidate().route.options;
    if (options.protocols().isGrpc()) {
      return Optional.of("How Kong treats routes for gRPC was read from its source.");
    }
    if (options.joinsPlainly()) {
      return Optional.of("path-handling v1 was read from Kong's source.");
    }
    if (hasTie) {
      return Optional.of(
          "Kong's traditional router does not define the order of routes that are equal in all it"
              + " compares: which one answers may change with any other route.");
    }
    return Optional.empty();
  }

  private void note(String reason, Optional<Location> at) {
    steps.add(new NoteStep(reason, at));
  }

  private void normalised(String path) {
    if (!path.equals(request.path())) {
      steps.add(
          new RequestStep(
              "The path counts as %s, and the backend sees it so: Kong decodes what is not reserved, resolves dots and merges slashes."
                  .formatted(path)));
    }
  }

  private void hosts() {
    Hit hit = answer.hit();
    List<Pool> pools = table.pools().taking(request.host());
    if (pools.isEmpty()) {
      steps.add(
          new HostStep(
              request.host(),
              Verdict.NO_MATCH,
              "No route has this host, as it was sent, and no route is without host.",
              Optional.empty()));
    }
    for (Pool pool : pools) {
      boolean wins = hit != null && pool.has(hit.candidate());
      String shown = pool.host().isEmpty() ? "" : pool.host();
      String reason =
          pool.host().isEmpty()
              ? "Routes without host take every host."
              : pool.host().contains("*")
                  ? "The wildcard takes the host, with any number of labels."
                  : "The host is equal.";
      String rest = pools.size() > 1 ? " The routes of all hosts that match compete." : "";
      steps.add(
          new HostStep(
              shown,
              wins ? Verdict.WINS : Verdict.BEATEN,
              reason + rest,
              Optional.of(pool.all().getFirst().route.at())));
    }
  }

  private void paths(String path) {
    List<Candidate> all = new ArrayList<>();
    Set<Candidate> seen = new HashSet<>();
    for (Pool pool : table.pools().taking(request.host())) {
      pool.all().stream().filter(seen::add).forEach(all::add);
    }
    all.sort(Comparator.comparingLong(Candidate::order));
    Hit hit = answer.hit();
    int rank = 0;
    int unlisted = 0;
    for (Candidate candidate : all) {
      boolean accepts = candidate.route.accepts(request);
      Set<Location> done = new HashSet<>();
      for (PathMatcher matcher : candidate.matchers) {
        boolean wins = hit != null && hit.candidate() == candidate && hit.matcher().equals(matcher);
        boolean takes = wins || matcher.test().takes(path);
        boolean other = !wins && isSecond(candidate, matcher, path, hit);
        if (other || !done.add(matcher.from().at()) && !wins) {
          continue;
        }
        rank++;
        if (rank > MOST && !takes) {
          unlisted++;
        } else {
          add(rank, candidate, matcher, path, wins, takes, accepts);
        }
      }
    }
    if (unlisted > 0) {
      note(unlisted + " more paths do not match.", Optional.empty());
    }
  }

  /** Whether another comparison of the same path says more about the request. */
  private static boolean isSecond(
      Candidate candidate, PathMatcher matcher, String path, @Nullable Hit hit) {
    for (PathMatcher other : candidate.matchers) {
      if (!other.equals(matcher) && other.from().equals(matcher.from())) {
        boolean winner = hit != null && hit.candidate() == candidate && hit.matcher().equals(other);
        if (winner || !matcher.test().takes(path) && other.test().takes(path)) {
          return true;
        }
      }
    }
    return false;
  }

  private void add(
      int rank,
      Candidate candidate,
      PathMatcher matcher,
      String path,
      boolean wins,
      boolean takes,
      boolean accepts) {
    KongRoute route = candidate.route;
    Verdict verdict = wins ? Verdict.WINS : takes && accepts ? Verdict.BEATEN : Verdict.NO_MATCH;
    String reason =
        wins
            ? "It matches, and its route has the highest priority of those that match."
            : !takes ? noMatch(matcher, path) : accepts ? beaten(candidate) : refused(route);
    if (route.isDefault) {
      steps.add(
          new DefaultStep(
              route.target.backend().display(),
              verdict,
              wins ? "No route of the hosts takes the request." : reason,
              Optional.of(route.at())));
      return;
    }
    steps.add(
        new PathStep(
            rank,
            matcher.type(),
            matcher.from().written(),
            route.target.backend().display(),
            verdict,
            reason,
            matcher.from().at(),
            Optional.of(candidate.generated(matcher))));
  }

  private String beaten(Candidate candidate) {
    Hit hit = answer.hit();
    if (hit == null) {
      return "It would match, but the router does not reach it.";
    }
    Candidate winner = hit.candidate();
    String name = hit.matcher().from().written();
    if (candidate.route == winner.route) {
      return "It would match, but another path of the same route is asked before it.";
    }
    if (candidate.order() != winner.order()) {
      return table.flavor == Flavor.TRADITIONAL
          ? "It would match, but the route of " + name + " is asked before it."
          : "It would match, but the route of " + name + " has the higher priority.";
    }
    if (table.flavor == Flavor.TRADITIONAL) {
      hasTie = true;
      return "It equals "
          + name
          + " in all that the router compares; Kong leaves open which is"
          + " first.";
    }
    return "Its priority is that of "
        + name
        + ", whose route id is the larger one; age does not"
        + " count.";
  }

  private String refused(KongRoute route) {
    List<String> wants = new ArrayList<>();
    Options options = route.options;
    if (!options.methods().isEmpty() && !options.methods().contains(request.method())) {
      wants.add("a method of " + String.join(", ", options.methods()));
    }
    for (HeaderMatch header : options.headers()) {
      if (!header.accepts(request)) {
        wants.add("the header " + header.shown());
      }
    }
    if (!options.snis().isEmpty()) {
      wants.add("the server name " + String.join(" or ", options.snis()));
    }
    return wants.isEmpty()
        ? "The path matches, but the route is not for " + request.scheme() + "."
        : "The path matches, but the route wants " + String.join(" and ", wants) + ".";
  }

  private String noMatch(PathMatcher matcher, String path) {
    KongPath from = matcher.from();
    // The traditional flavours make two routes of a Prefix path, of which one may match.
    boolean whole = table.flavor == Flavor.EXPRESSIONS;
    if (whole && matcher.type() == PathType.EXACT) {
      return PathWords.notExact(from.text(), path);
    }
    if (whole && matcher.type() == PathType.PREFIX) {
      return PathWords.notPrefix(from.text(), path);
    }
    return matcher.isRegex()
        ? "The expression " + matcher.text() + " does not match from the start of the path."
        : "The path does not begin with " + UriText.text(matcher.text()) + ".";
  }

  private void consequences(String path) {
    Hit hit = answer.hit();
    switch (answer.outcome()) {
      case Outcome.Redirect redirect ->
          note("The route is for https only, so plain requests are sent there.", redirect.at());
      case Outcome.Status(int status, Optional<Location> at) when status == 426 ->
          note(
              "The route is for https only; without https-redirect-status-code the answer is 426.",
              at);
      case Outcome.Status(int status, Optional<Location> at) when status == 503 && hit != null ->
          note(hit.candidate().route.target.reason() + " The route stays and answers 503.", at);
      case Outcome.ToBackend to when hit != null -> rewritten(hit, path, to);
      case Outcome.Status _, Outcome.ToBackend _, Outcome.ControllerDefault _ -> {}
      case Outcome.TlsRefused _, Outcome.ConfigRejected _ -> {}
      case Outcome.Undecided _, Outcome.Split _ -> {}
    }
  }

  private void rewritten(Hit hit, String path, Outcome.ToBackend to) {
    KongRoute route = hit.candidate().route;
    Annotations annotations = route.options.annotations();
    String sent = to.upstreamPath();
    int query = sent.indexOf('?');
    String target = query < 0 ? sent : sent.substring(0, query);
    if (!target.equals(path)) {
      boolean rewrite = route.options.rewrite().isPresent();
      boolean strip = route.options.stripPath();
      String key = rewrite ? "rewrite" : "strip-path";
      Optional<Location> at =
          rewrite || strip ? Optional.of(annotations.at(key)) : Optional.empty();
      String reason =
          rewrite
              ? "konghq.com/rewrite replaces the whole path."
              : strip
                  ? "strip-path cuts " + hit.matcher().matched(path) + "."
                  : "konghq.com/path of the Service is put before it.";
      steps.add(new RewriteStep(path, target, reason, at));
    }
    if (!route.options.preserveHost()) {
      note(
          "preserve-host is off: the backend sees the Host " + route.target.host() + ".",
          Optional.of(annotations.at("preserve-host")));
    }
  }
}
