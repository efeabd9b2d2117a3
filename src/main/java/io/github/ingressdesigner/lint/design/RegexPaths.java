package io.github.ingressdesigner.lint.design;

import io.github.ingressdesigner.lint.LintContext;
import io.github.ingressdesigner.lint.common.Audience;
import io.github.ingressdesigner.lint.common.PathAt;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Resources.Located;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which paths the chosen controller reads as regular expressions. */
final class RegexPaths {
  static final String NGINX = "nginx.ingress.kubernetes.io/";

  /** What is surely meant as an expression: a lone dot, plus or question mark may be text. */
  private static final Pattern MEANT =
      Pattern.compile("[()\\[\\]^|\\\\]|\\.[*+]|\\$$|\\{\\d+(,\\d*)?}");

  private final String controller;
  private final Set<String> regexHosts;

  private RegexPaths(String controller, Set<String> regexHosts) {
    this.controller = controller;
    this.regexHosts = regexHosts;
  }

  static RegexPaths of(LintContext context, Audience audience) {
    Set<String> hosts = new HashSet<>();
    if (Audience.readsNginx(context.dialect())) {
      for (Located located : audience.ingresses(context)) {
        for (PathAt path : PathAt.of(located)) {
          if (switchesOn(path)) {
            hosts.add(path.host());
          }
        }
      }
    }
    return new RegexPaths(context.dialect().id(), hosts);
  }

  private static boolean switchesOn(PathAt path) {
    Map<String, String> all = path.ingress().meta().annotations();
    String target = all.getOrDefault(NGINX + "rewrite-target", "");
    return isTrue(all.get(NGINX + "use-regex")) || !target.isEmpty() && !target.equals(path.text());
  }

  /** Whether the path is read as an expression. */
  boolean isExpression(PathAt path) {
    Ingress ingress = path.ingress();
    Map<String, String> all = ingress.meta().annotations();
    boolean specific =
        path.type() == PathType.IMPLEMENTATION_SPECIFIC || path.type() == PathType.ABSENT;
    return switch (controller) {
      case "ingress-nginx" -> regexHosts.contains(path.host());
      case "traefik-nginx" -> regexHosts.contains(path.host()) && path.type() != PathType.EXACT;
      case "f5-nginx" -> all.containsKey("nginx.org/path-regex");
      case "traefik" ->
          specific
              && "PathRegexp".equals(all.get("traefik.ingress.kubernetes.io/router.pathmatcher"));
      case "haproxy-ingress" ->
          specific
              && ("regex".equalsIgnoreCase(all.get("haproxy-ingress.github.io/path-type"))
                  || "regex".equalsIgnoreCase(all.get("ingress.kubernetes.io/path-type")));
      case "contour" -> specific && path.text().chars().anyMatch(c -> "^+*[]%".indexOf(c) >= 0);
      case "kong" ->
          specific && path.text().startsWith(all.getOrDefault("konghq.com/regex-prefix", "/~"));
      case "haproxy" -> false;
      default -> specific && MEANT.matcher(path.text()).find();
    };
  }

  /** Whether the text looks as if an expression was meant. */
  static boolean looksLikeExpression(String text) {
    return MEANT.matcher(text).find();
  }

  static boolean isTrue(String value) {
    return value != null && Set.of("1", "t", "T", "true", "True", "TRUE").contains(value);
  }
}
