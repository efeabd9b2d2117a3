package io.github.ingressdesigner.lint.controller;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.lint.Fix;
import io.github.ingressdesigner.lint.LintCheck.WorkspaceCheck;
import io.github.ingressdesigner.lint.LintContext;
import io.github.ingressdesigner.lint.LintRule;
import io.github.ingressdesigner.lint.Report;
import io.github.ingressdesigner.lint.common.Audience;
import io.github.ingressdesigner.lint.common.PathAt;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Resources.Located;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What the admission webhook of ingress-nginx denies (controller.go, CheckIngress): such an Ingress
 * cannot be applied, although the API server has nothing against it.
 */
final class NginxAdmission implements WorkspaceCheck {
  static final LintRule PATH_TYPE =
      LintRule.controller(
          "nginx-path-type",
          Severity.ERROR,
          "The webhook of ingress-nginx denies a path of this type",
          "Prefix and Exact paths may hold letters, digits and . _ - / only"
              + " (strict-validate-path-type, on by default). Others need ImplementationSpecific.",
          "path-types");

  static final LintRule OVERLAP =
      LintRule.controller(
          "nginx-path-taken",
          Severity.ERROR,
          "The webhook of ingress-nginx denies a path that another Ingress has",
          "The same host and path may stand in two Ingresses only where exactly one of them is a"
              + " canary.",
          "path-types");

  private static final Pattern STRICT = Pattern.compile("(?i)/[a-z0-9._\\-/]*");
  private static final String CANARY = "nginx.ingress.kubernetes.io/canary";

  private record Place(String host, String path) {}

  @Override
  public List<LintRule> rules() {
    return List.of(PATH_TYPE, OVERLAP);
  }

  @Override
  public void check(LintContext context, Consumer<Report> out) {
    String id = context.dialect().id();
    boolean strict =
        context
            .dialect()
            .config()
            .isOn(
                id.equals("ingress-nginx") ? "strict-validate-path-type" : "strictValidatePathType",
                true);
    if (!id.equals("ingress-nginx")) {
      return; // the provider of Traefik drops the Ingress, which its route table tells
    }
    Map<Place, PathAt> taken = new HashMap<>();
    for (Located located : Audience.of(context).ingresses(context)) {
      for (PathAt path : PathAt.of(located)) {
        boolean plain = path.type() == PathType.PREFIX || path.type() == PathType.EXACT;
        if (strict
            && plain
            && path.text().startsWith("/")
            && !STRICT.matcher(path.text()).matches()) {
          out.accept(pathType(path));
        }
        if (!(path.value().backend().orElse(null) instanceof Backend.ServiceBackend)) {
          continue;
        }
        Place place = new Place(path.host(), path.text().isEmpty() ? "/" : path.text());
        PathAt other = taken.putIfAbsent(place, path);
        if (other != null && !other.located().id().equals(path.located().id())) {
          overlap(other, path, out);
        }
      }
    }
  }

  private static Report pathType(PathAt path) {
    return Report.of(
            PATH_TYPE,
            path.pathAt(),
            "path %s cannot be used with pathType %s: take ImplementationSpecific."
                .formatted(path.text(), path.type().text()))
        .withFix(
            Fix.intent(
                "Take ImplementationSpecific",
                new Intent.SetPathType(path.at(), PathType.IMPLEMENTATION_SPECIFIC)));
  }

  /** Types do not matter to the webhook; a canary beside an ordinary one is what it is for. */
  private static void overlap(PathAt other, PathAt path, Consumer<Report> out) {
    String one = other.ingress().meta().annotations().get(CANARY);
    String two = path.ingress().meta().annotations().get(CANARY);
    boolean denied = one == null && two == null || "true".equals(one) && "true".equals(two);
    if (denied) {
      out.accept(
          Report.of(
                  OVERLAP,
                  path.pathAt(),
                  "host \"%s\" and path \"%s\" is already defined in ingress %s."
                      .formatted(
                          path.host().isEmpty() ? "_" : path.host(),
                          path.text(),
                          other.ingress().meta().qualifiedName()))
              .withFix(Fix.intent("Remove this path", new Intent.Remove(path.at()))));
    }
  }
}
