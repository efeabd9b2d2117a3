package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.dialect.common.RegexFlavor;
import io.github.ingressdesigner.dialect.common.RewriteTemplate;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The middlewares that the ingress-nginx provider makes of annotations, in its order
 * (middleware.go, translator.go applyMiddlewares).
 *
 * @param problem why the router cannot be built
 */
record NginxWay(Way way, Optional<String> problem) {
  private static final NginxWay STRAIGHT = new NginxWay(Way.STRAIGHT, Optional.empty());
  private static final String WWW = "^(https?)://(?:\\[[^/\\]]*\\]|[^/:]+)(:[0-9]+)?[^/]*/(.*?)/?$";

  static NginxWay of(NginxIngress ingress, String path, boolean regex) {
    NginxAnnotations annotations = ingress.annotations();
    if (!ingress.hasTls() && annotations.all().isEmpty()) {
      return STRAIGHT;
    }
    List<Middleware> steps = new ArrayList<>();
    appRoot(ingress).ifPresent(steps::add);
    Optional<String> problem = redirect(ingress, path, regex, steps);
    problem = problem.or(() -> rewrite(ingress, path, steps));
    Optional<String> vhost = annotations.text("upstream-vhost").filter(v -> !v.isEmpty());
    vhost.ifPresent(
        v -> steps.add(new PathMiddleware.SetHost(v, at(ingress.owner(), "upstream-vhost"))));
    List<Middleware> all = List.copyOf(steps);
    return new NginxWay(
        sslRedirect(ingress).map(s -> new Way(List.of(s), all)).orElse(Way.of(all)), problem);
  }

  private static Optional<Location> at(Owner owner, String key) {
    return Optional.of(owner.annotationAt(NginxAnnotations.PREFIX + key));
  }

  private static Optional<Middleware> sslRedirect(NginxIngress ingress) {
    NginxAnnotations annotations = ingress.annotations();
    boolean forced = annotations.isOn("force-ssl-redirect");
    boolean usual = ingress.hasTls() && annotations.flag("ssl-redirect").orElse(true);
    if (!forced && !usual) {
      return Optional.empty();
    }
    Location tls = ingress.owner().at(FieldPath.of("spec", "tls"));
    return Optional.of(
        new RedirectMiddleware.ToScheme(
            "https",
            "",
            new RedirectMiddleware.Code(true, Optional.of(308)),
            forced
                ? "force-ssl-redirect sends plain HTTP to HTTPS."
                : "The Ingress has spec.tls, so all its hosts are redirected to HTTPS.",
            forced ? at(ingress.owner(), "force-ssl-redirect") : Optional.of(tls)));
  }

  private static Optional<Middleware> appRoot(NginxIngress ingress) {
    return ingress
        .annotations()
        .text("app-root")
        .filter(path -> path.startsWith("/"))
        .map(path -> new RedirectMiddleware.AppRoot(path, at(ingress.owner(), "app-root")));
  }

  private static Optional<String> redirect(
      NginxIngress ingress, String path, boolean regexHost, List<Middleware> steps) {
    NginxAnnotations annotations = ingress.annotations();
    boolean temporal = annotations.text("temporal-redirect").isPresent();
    String key = temporal ? "temporal-redirect" : "permanent-redirect";
    Optional<String> url = annotations.text(key);
    if (url.isEmpty()) {
      return Optional.empty();
    }
    int usual = temporal ? 302 : 301;
    int code = annotations.number(key + "-code").filter(c -> c >= 300 && c <= 308).orElse(usual);
    String text = regexHost ? "^https?://[^/]+" + path : ".*";
    return switch (RegexFlavor.RE2.compile(text, false)) {
      case RegexFlavor.Result.Refused(String reason) -> Optional.of(reason);
      case RegexFlavor.Result.Compiled(RouteRegex regex) -> {
        steps.add(
            new RedirectMiddleware.ByRegex(
                regex,
                RewriteTemplate.of(RewriteTemplate.Style.GO, url.get()),
                url.get(),
                new RedirectMiddleware.Code(!temporal, Optional.of(code)),
                key + " sends requests to " + url.get() + ".",
                at(ingress.owner(), key)));
        yield Optional.empty();
      }
    };
  }

  private static Optional<String> rewrite(
      NginxIngress ingress, String path, List<Middleware> steps) {
    String target = ingress.annotations().textOr("rewrite-target", "").strip();
    if (target.isEmpty() || target.equals(path)) {
      return Optional.empty();
    }
    Optional<Location> at = at(ingress.owner(), "rewrite-target");
    if (path.isEmpty()) {
      steps.add(new PathMiddleware.ReplacePath(target.replaceAll("\\$[0-9]+", ""), at));
      return Optional.empty();
    }
    return switch (RegexFlavor.RE2.compile("(?i)" + path, false)) {
      case RegexFlavor.Result.Refused(String reason) -> Optional.of(reason);
      case RegexFlavor.Result.Compiled(RouteRegex regex) -> {
        steps.add(
            isAbsolute(target)
                ? new RedirectMiddleware.RewriteAway(
                    regex, RewriteTemplate.of(RewriteTemplate.Style.GO, target), target, at)
                : Middlewares.rewrite("rewrite-target", regex, target, at));
        yield Optional.empty();
      }
    };
  }

  /** A scheme stands in front. */
  private static boolean isAbsolute(String target) {
    return target.matches("[A-Za-z][A-Za-z0-9+.-]*:.*");
  }

  static Middleware wwwRedirect(Owner owner, String to) {
    String replacement = "$1://" + to + "$2/$3";
    return switch (RegexFlavor.RE2.compile(WWW, false)) {
      case RegexFlavor.Result.Refused(String reason) -> throw new IllegalStateException(reason);
      case RegexFlavor.Result.Compiled(RouteRegex regex) ->
          new RedirectMiddleware.ByRegex(
              regex,
              RewriteTemplate.of(RewriteTemplate.Style.GO, replacement),
              to,
              new RedirectMiddleware.Code(true, Optional.of(308)),
              "from-to-www-redirect sends the other spelling of the host to " + to + ".",
              at(owner, "from-to-www-redirect"));
    };
  }
}
