package io.github.ingressdesigner.dialect.haproxyingress;

import io.github.ingressdesigner.dialect.common.RegexFlavor;
import io.github.ingressdesigner.dialect.common.RewriteTemplate;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import io.github.ingressdesigner.model.Location;
import java.util.Optional;

/**
 * What {@code rewrite-target} makes of a path: HAProxy's replace-path with an expression made of
 * the rule's path (buildBackendRewriteURL of annotations/backend.go and the backend part of
 * haproxy.tmpl).
 *
 * @param target the new path, {@code \1} for groups
 */
record Rewrite(RouteRegex regex, RewriteTemplate target, Location at) {
  private static final String REFUSED = " \t\n\r\"'";

  /** Empty where the value is refused: blanks and quotes are. */
  static Optional<Rewrite> of(String path, MatchType match, String value, Location at) {
    if (value.isEmpty() || value.chars().anyMatch(c -> REFUSED.indexOf(c) >= 0)) {
      return Optional.empty();
    }
    String expression;
    String target = value;
    if (match == MatchType.REGEX) {
      expression = "^" + path;
    } else {
      boolean slash = path.endsWith("/");
      String optional = value.equals("/") && !slash ? "/?" : "";
      expression = "^" + MapEntry.quoted(path) + optional + "(.*)$";
      target = value + (slash && !value.endsWith("/") ? "/" : "") + "\\1";
    }
    return RegexFlavor.PCRE.compile(expression, false)
            instanceof RegexFlavor.Result.Compiled(RouteRegex regex)
        ? Optional.of(
            new Rewrite(regex, RewriteTemplate.of(RewriteTemplate.Style.BACKSLASH, target), at))
        : Optional.empty();
  }

  /** The path that arrives; unchanged where the expression is not found. */
  String apply(String path) {
    Optional<RouteRegex.Captures> found = regex.find(path, 0);
    if (found.isEmpty()) {
      return path;
    }
    return target.expand(found.get());
  }
}
