package io.github.ingressdesigner.dialect.haproxy;

import io.github.ingressdesigner.dialect.common.RegexFlavor;
import io.github.ingressdesigner.dialect.common.RewriteTemplate;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import io.github.ingressdesigner.dialect.common.UriText;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.route.DialectConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The http-request rules that the annotations of an Ingress make; they hold for rows of the maps
 * that carry their ids (pkg/annotations, pkg/haproxy/rules).
 *
 * @param redirect where request-redirect sends; empty without it
 * @param rewrites the lines of path-rewrite, one after the other
 */
record Rules(
    boolean sslRedirect,
    String sslPort,
    int sslCode,
    Optional<String> redirect,
    int redirectCode,
    Optional<String> setHost,
    List<Line> rewrites,
    Annotations annotations) {
  /** replace-path: where the expression is found, the whole path becomes the format. */
  record Line(RouteRegex regex, RewriteTemplate format) {}

  static Rules of(Annotations all, Ingress ingress, DialectConfig config) {
    boolean implicit = ingress.spec().tls().stream().anyMatch(tls -> !tls.hosts().isEmpty());
    Optional<Boolean> explicit =
        Annotations.flag(all.find("ssl-redirect").or(() -> config.find("ssl-redirect")));
    return new Rules(
        explicit.orElse(implicit),
        all.find("ssl-redirect-port").orElse(config.get("ssl-redirect-port", "8443")),
        code(all.find("ssl-redirect-code").or(() -> config.find("ssl-redirect-code"))),
        all.find("request-redirect").filter(v -> !v.isBlank()).map(Rules::target),
        code(all.find("request-redirect-code")),
        all.find("set-host").filter(v -> !v.isBlank()),
        rewrites(all.find("path-rewrite").orElse("")),
        all);
  }

  private static int code(Optional<String> value) {
    return value.filter(v -> v.matches("30[12378]")).map(Integer::parseInt).orElse(302);
  }

  private static String target(String value) {
    String text = value.strip();
    return text.startsWith("http://") || text.startsWith("https://") ? text : "http://" + text;
  }

  private static List<Line> rewrites(String value) {
    List<Line> lines = new ArrayList<>();
    for (String written : value.split("\n")) {
      String line = written.strip();
      if (line.isEmpty()) {
        continue;
      }
      String[] words = line.split("\\s+");
      if (words.length > 2) {
        break;
      }
      String expression = words.length == 1 ? "(.*)" : words[0];
      if (RegexFlavor.PCRE.compile(expression, false)
          instanceof RegexFlavor.Result.Compiled(RouteRegex regex)) {
        String format = UriText.bytes(words[words.length - 1]);
        lines.add(new Line(regex, RewriteTemplate.of(RewriteTemplate.Style.BACKSLASH, format)));
      }
    }
    return lines;
  }

  /** Whether a row carries the id of any rule; such rows sort behind those without. */
  boolean isAny() {
    return sslRedirect || redirect.isPresent() || setHost.isPresent() || !rewrites.isEmpty();
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
