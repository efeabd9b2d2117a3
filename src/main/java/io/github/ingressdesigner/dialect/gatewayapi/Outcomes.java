package io.github.ingressdesigner.dialect.gatewayapi;

import io.github.ingressdesigner.model.FieldValue;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a rule does with a request that it has won. */
final class Outcomes {
  private Outcomes() {}

  static Outcome of(Candidate winner, Listener listener, Request request, String path) {
    HttpRule rule = winner.rule();
    return rule.redirect().isPresent()
        ? redirect(winner, rule.redirect().get(), listener, request, path)
        : shared(winner, request, path);
  }

  /** The API says 421 or 404. */
  static Outcome misdirected() {
    return new Outcome.Split(
        List.of(
            new Outcome.Split.Option(new Outcome.Status(421, Optional.empty()), Optional.empty()),
            new Outcome.Split.Option(new Outcome.Status(404, Optional.empty()), Optional.empty())));
  }

  /** By weight; what cannot be reached keeps its share, and answers 500. */
  private static Outcome shared(Candidate winner, Request request, String path) {
    List<HttpRule.Target> targets = winner.rule().targets();
    if (targets.size() == 1) {
      HttpRule.Target only = targets.getFirst();
      return only.weight() > 0 && only.problem().isEmpty()
          ? reach(winner, only, request, path)
          : new Outcome.Status(500, Optional.of(winner.match().at()));
    }
    long total = 0;
    for (HttpRule.Target target : targets) {
      total += target.weight();
    }
    List<Outcome.Split.Option> options = new ArrayList<>(targets.size());
    double failing = 0;
    for (HttpRule.Target one : targets) {
      if (one.weight() == 0) {
        continue;
      }
      double share = (double) one.weight() / total;
      if (one.problem().isPresent()) {
        failing += share;
      } else {
        options.add(
            new Outcome.Split.Option(reach(winner, one, request, path), Optional.of(share)));
      }
    }
    Outcome error = new Outcome.Status(500, Optional.of(winner.match().at()));
    if (options.isEmpty()) {
      return error;
    }
    if (failing > 0) {
      options.add(new Outcome.Split.Option(error, Optional.of(failing)));
    }
    return options.size() == 1 ? options.getFirst().outcome() : new Outcome.Split(options);
  }

  private static Outcome reach(
      Candidate winner, HttpRule.Target target, Request request, String path) {
    Optional<Location> at = Optional.of(winner.match().at());
    if (!target.ready()) {
      return new Outcome.Status(503, at);
    }
    String now = path;
    Optional<String> host = Optional.empty();
    Optional<FieldValue> rewrite = target.rewrite().or(winner.rule()::rewrite);
    if (rewrite.isPresent()) {
      now = Rewriting.path(rewrite.get().get("path"), winner.match(), path);
      host = rewrite.get().get("hostname").text();
    }
    String sent = request.query().isPresent() ? now + "?" + request.query().get() : now;
    return new Outcome.ToBackend(
        target.backend(), Optional.of(winner.route().name()), at, sent, host);
  }

  /** HTTPRequestRedirectFilter. */
  private static Outcome redirect(
      Candidate winner, FieldValue filter, Listener listener, Request request, String path) {
    Optional<String> scheme = filter.get("scheme").text();
    String to = scheme.orElse(request.scheme());
    String host = filter.get("hostname").text().orElse(request.host());
    int usual = to.equals("https") ? 443 : 80;
    int own = listener.assumed() ? request.port() : listener.port();
    int port = filter.get("port").number().orElse(scheme.isPresent() ? usual : own);
    String now = Rewriting.path(filter.get("path"), winner.match(), path);
    String url = to + "://" + host + (port == usual ? "" : ":" + port) + now;
    return new Outcome.Redirect(
        request.query().map(q -> url + "?" + q).orElse(url),
        filter.get("statusCode").number().orElse(302),
        Optional.of(winner.match().at()));
  }
}
