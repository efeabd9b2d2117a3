package io.github.ingressdesigner.dialect.gatewayapi;

import io.github.ingressdesigner.model.PathType;
import java.util.Comparator;

/** One match of one rule of one route, under one host of one listener. */
record Candidate(HttpRoute route, HttpRule rule, Match match) {
  /**
   * The order of the API: an Exact path, the longest prefix, a method, most headers, most query
   * parameters, the oldest route, namespace/name, the first rule (HTTPRouteRule of
   * httproute_types.go). Where expressions stand is the implementation's; here behind Exact.
   */
  static final Comparator<Candidate> ORDER = Candidate::compare;

  private static final Comparator<Candidate> OF_EQUAL_PATHS =
      Comparator.comparing((Candidate c) -> c.match.method().isPresent() ? 0 : 1)
          .thenComparing(c -> -c.match.headers().size())
          .thenComparing(c -> -c.match.queries().size())
          .thenComparing(c -> c.route.meta().creationTimestamp().orElse("9999"))
          .thenComparing(c -> c.route.name())
          .thenComparing(c -> c.rule.index());

  private static int compare(Candidate a, Candidate b) {
    int order = Integer.compare(group(a.match), group(b.match));
    order = order != 0 ? order : Integer.compare(length(b.match), length(a.match));
    return order != 0 ? order : OF_EQUAL_PATHS.compare(a, b);
  }

  private static int group(Match match) {
    return match.type() == PathType.EXACT ? 0 : match.type() == PathType.PREFIX ? 2 : 1;
  }

  private static int length(Match match) {
    return match.text().length();
  }
}
