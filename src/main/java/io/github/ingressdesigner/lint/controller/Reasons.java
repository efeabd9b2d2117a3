package io.github.ingressdesigner.lint.controller;

import static io.github.ingressdesigner.lint.controller.Words.word;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import java.util.List;
import java.util.Map;

/** The rules for what route tables leave out, by controller. */
final class Reasons {
  static final Map<String, Words> LEFT_OUT =
      Map.of(
          "ingress-nginx",
          new Words(
              List.of(
                  word(
                      "The risk of the annotation",
                      "nginx-snippet-refused",
                      Severity.ERROR,
                      "ingress-nginx does not load an Ingress with a snippet",
                      "Snippets are of critical risk, and annotations-risk-level is High by"
                          + " default: the whole Ingress has no routes. Do without the snippet, or"
                          + " raise the level for everybody."),
                  word(
                      "Deep inspection",
                      "nginx-inspection",
                      Severity.ERROR,
                      "ingress-nginx finds a text dangerous",
                      "Hosts, paths and names of Secrets that look like an attack on the controller"
                          + " keep the whole Ingress from being loaded."),
                  word(
                      "value of .* is not valid|blocked word|disable-catch-all",
                      "nginx-ingress-dropped",
                      Severity.ERROR,
                      "ingress-nginx does not load the Ingress",
                      "One annotation that it cannot read keeps all routes of the Ingress away; an"
                          + " older version of it stays in force."),
                  word(
                      "canary",
                      "nginx-canary-unattached",
                      Severity.WARNING,
                      "A canary belongs to no rule",
                      "A canary needs an ordinary Ingress with the same host, path and type."
                          + " Without one it gets no traffic."),
                  word(
                      "no Service|skip",
                      "nginx-path-skipped",
                      Severity.WARNING,
                      "ingress-nginx skips a path",
                      "It reads paths that lead to Services only."))),
          "f5-nginx",
          new Words(
              List.of(
                  word(
                      "no host",
                      "f5-host-missing",
                      Severity.ERROR,
                      "F5's controller refuses a rule without host",
                      "The whole Ingress is refused, unless the controller runs with"
                          + " -allow-empty-ingress-host."),
                  word(
                      "stands in it twice",
                      "f5-host-twice",
                      Severity.ERROR,
                      "F5's controller refuses a host given twice",
                      "The whole Ingress is refused. Put all paths of the host below one rule."),
                  word(
                      "no rules",
                      "f5-no-rules",
                      Severity.ERROR,
                      "F5's controller refuses an Ingress without rules",
                      "A default backend alone is not enough there."),
                  word(
                      "minion|master",
                      "f5-mergeable",
                      Severity.ERROR,
                      "A master or minion is not built as it must be",
                      "A master has one host and no paths, a minion one host, paths and no TLS, and"
                          + " each minion needs a master of its host."),
                  word(
                      "Plus",
                      "f5-needs-plus",
                      Severity.ERROR,
                      "An annotation needs NGINX Plus",
                      "Without it the whole Ingress is refused."),
                  word(
                      "enable-snippets",
                      "f5-snippet-refused",
                      Severity.ERROR,
                      "F5's controller refuses an Ingress with a snippet",
                      "Snippets are off unless the controller runs with -enable-snippets."),
                  word(
                      "path",
                      "f5-path-refused",
                      Severity.ERROR,
                      "F5's controller refuses a path",
                      "One path that it does not take refuses the whole Ingress."),
                  word(
                      "nginx\\.(org|com)/|ingress\\.kubernetes\\.io/|f5\\.com/",
                      "f5-annotation-refused",
                      Severity.ERROR,
                      "F5's controller refuses an annotation",
                      "One annotation that it cannot read refuses the whole Ingress."),
                  word(
                      "",
                      "f5-ingress-refused",
                      Severity.ERROR,
                      "F5's controller refuses the Ingress",
                      "Nothing of it is served."))),
          "traefik",
          new Words(
              List.of(
                  word(
                      "drops Ingress|is dropped",
                      "traefik-ingress-dropped",
                      Severity.ERROR,
                      "Traefik drops the Ingress",
                      "One annotation that it cannot decode, an unknown one too, drops all routes"
                          + " of the Ingress."),
                  word(
                      "without router.tls",
                      "traefik-entry-point-tls",
                      Severity.INFO,
                      "A path is on a TLS entry point without router.tls",
                      "HTTPS does not reach it, unless the entry point has TLS itself, as the Helm"
                          + " chart sets it up."),
                  word(
                      "[Mm]iddleware",
                      "traefik-middleware",
                      Severity.ERROR,
                      "A middleware is not found",
                      "Routers that name an unknown Middleware are not built, so the paths answer"
                          + " 404. The name is namespace-name@kubernetescrd."),
                  word(
                      "",
                      "traefik-path-dropped",
                      Severity.WARNING,
                      "Traefik builds no router for a path",
                      "The path does not exist there; requests fall through to the next rule."))),
          "traefik-nginx",
          new Words(
              List.of(
                  word(
                      "is dropped",
                      "traefik-nginx-ingress-dropped",
                      Severity.ERROR,
                      "Traefik's ingress-nginx provider drops the Ingress",
                      "None of its routes is served."),
                  word(
                      "",
                      "traefik-nginx-path-dropped",
                      Severity.WARNING,
                      "Traefik's ingress-nginx provider builds no router for a path",
                      "The path does not exist there; requests fall through to the next rule."))),
          "haproxy",
          new Words(
              List.of(
                  word(
                      "",
                      "haproxy-path-left-out",
                      Severity.WARNING,
                      "HAProxy's controller leaves a path out",
                      "Requests for it go to a shorter path of the host, or to the default"
                          + " backend."))),
          "haproxy-ingress",
          new Words(
              List.of(
                  word(
                      "",
                      "haproxy-ingress-path-left-out",
                      Severity.WARNING,
                      "HAProxy Ingress leaves a path out",
                      "Requests for it go to a shorter path of the host, or elsewhere."))),
          "contour",
          new Words(
              List.of(
                  word(
                      "expression",
                      "contour-regex-refused",
                      Severity.ERROR,
                      "Contour refuses an expression",
                      "The path is dropped, and all paths behind it in its rule."),
                  word(
                      "",
                      "contour-path-skipped",
                      Severity.WARNING,
                      "Contour skips a path",
                      "Requests for it go to the next shorter path of the host."))),
          "kong",
          new Words(
              List.of(
                  word(
                      "default backend",
                      "kong-default-backend-ignored",
                      Severity.WARNING,
                      "Kong ignores a default backend",
                      "It takes one for all hosts: that of the oldest Ingress."),
                  word(
                      "",
                      "kong-path-left-out",
                      Severity.WARNING,
                      "Kong leaves a path out",
                      "The path has no route there."))));

  static final Words REJECTED =
      new Words(
          List.of(
              word(
                  "",
                  "configuration-rejected",
                  Severity.ERROR,
                  "The proxy refuses the whole configuration",
                  "All hosts keep what was configured before, and nothing new is taken until this"
                      + " is mended: neither routes nor, with some controllers, new pods.")));

  private Reasons() {}
}
