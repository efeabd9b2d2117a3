package io.github.ingressdesigner.dialect.haproxy;

import io.github.ingressdesigner.dialect.common.RewriteTemplate;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import java.util.List;
import java.util.Optional;

/**
 * The http-request rules that the annotations of an Ingress make; they hold for rows of the maps
 * that carry their ids (pkg/annotations, pkg/haproxy/rules).
 *
 * @param sslPort the port that the redirect to https names
 * @param redirect where request-redirect sends; empty without it
 * @param rewrites the lines of path-rewrite, one after the other
 * @param answersOptions whether requests for the options are answered with 204
 * @param ids in the order in which they stand in the values of rows
 * @param opaque whether one of the ids is not known, so that rows cannot be sorted by them
 * @param refused why HAProxy does not load them
 * @param doubt what of them is not modelled
 */
record Rules(
    boolean sslRedirect,
    int sslPort,
    int sslCode,
    Optional<String> redirect,
    int redirectCode,
    Optional<String> setHost,
    List<Line> rewrites,
    boolean answersOptions,
    List<String> ids,
    boolean opaque,
    Optional<String> refused,
    Optional<String> doubt,
    Annotations annotations) {
  /** replace-path: where the expression is found, the whole path becomes the format. */
  record Line(RouteRegex regex, RewriteTemplate format) {}

  static Rules none(Annotations annotations) {
    return new Rules(
        false,
        0,
        302,
        Optional.empty(),
        302,
        Optional.empty(),
        List.of(),
        false,
        List.of(),
        false,
        Optional.empty(),
        Optional.empty(),
        annotations);
  }

  /** Whether a row carries the id of any rule; such rows sort behind those without. */
  boolean isAny() {
    return !ids.isEmpty();
  }

  String rewritten(String path) {
    String now = path;
    for (Line line : rewrites) {
      Optional<RouteRegex.Captures> found = line.regex().find(now, 0);
      if (found.isPresent()) {
        now = line.format().expand(found.get());
      }
    }
    return now;
  }
}
