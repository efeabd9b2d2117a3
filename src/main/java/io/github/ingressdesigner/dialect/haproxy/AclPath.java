package io.github.ingressdesigner.dialect.haproxy;

import io.github.ingressdesigner.dialect.common.PathTest;
import io.github.ingressdesigner.dialect.common.RegexFlavor;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import io.github.ingressdesigner.model.PathType;

/**
 * The path of a route with a condition: unlike in the maps it is an expression, into which the path
 * goes as it is (AddCustomRoute of pkg/route/route.go).
 */
final class AclPath {
  /** For what HAProxy cannot read. */
  static final PathTest NEVER = new PathTest.Whole("");

  private AclPath() {}

  static String expression(String path) {
    String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return "^" + bare + "($|/)";
  }

  static PathTest of(PathRoute route) {
    String path = route.path();
    if (path.isEmpty()) {
      return new PathTest.Every();
    }
    if (route.type() == PathType.EXACT) {
      return new PathTest.Whole(path);
    }
    if (path.equals("/")) {
      return new PathTest.Start("/");
    }
    return switch (RegexFlavor.PCRE.compile(expression(path), false)) {
      case RegexFlavor.Result.Compiled(RouteRegex regex) -> new PathTest.Expression(regex, false);
      case RegexFlavor.Result.Refused _ -> NEVER;
    };
  }

  /** What the controller writes for it. */
  static String generated(PathRoute route) {
    StringBuilder rule =
        new StringBuilder("use_backend ").append(route.backendName()).append(" if ");
    if (!route.host().isEmpty()) {
      String method = route.host().startsWith(".") ? "end" : "str";
      rule.append("{ var(txn.host) -m %s %s } ".formatted(method, route.host()));
    }
    String path = route.path();
    if (!path.isEmpty()) {
      rule.append(
          route.type() == PathType.EXACT
              ? "{ path " + path + " } "
              : path.equals("/")
                  ? "{ path -m beg / } "
                  : "{ path -m reg " + expression(path) + " } ");
    }
    return rule.append("{ ").append(route.acl().map(Acl::text).orElse("")).append(" }").toString();
  }
}
