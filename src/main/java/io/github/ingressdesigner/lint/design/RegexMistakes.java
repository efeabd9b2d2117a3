package io.github.ingressdesigner.lint.design;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.lint.Fix;
import io.github.ingressdesigner.lint.LintCheck.WorkspaceCheck;
import io.github.ingressdesigner.lint.LintContext;
import io.github.ingressdesigner.lint.LintRule;
import io.github.ingressdesigner.lint.Report;
import io.github.ingressdesigner.lint.common.Audience;
import io.github.ingressdesigner.lint.common.PathAt;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Resources.Located;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Regular expressions where none is read. */
final class RegexMistakes implements WorkspaceCheck {
  static final LintRule PLAIN_TYPE =
      LintRule.design(
          "prefix-regex-characters",
          Severity.WARNING,
          "A path of type Prefix or Exact looks like a regular expression",
          "Prefix and Exact compare text. Brackets, bars and backslashes are characters like others"
              + " there. Expressions need the type ImplementationSpecific and a controller that"
              + " reads them.",
          "path-types");

  static final LintRule NOT_ENABLED =
      LintRule.design(
          "regex-not-enabled",
          Severity.WARNING,
          "A regular expression is read as text",
          "Nothing tells this controller that the path is an expression, so it compares the text"
              + " itself and no request matches.",
          "path-types");

  @Override
  public List<LintRule> rules() {
    return List.of(PLAIN_TYPE, NOT_ENABLED);
  }

  @Override
  public void check(LintContext context, Consumer<Report> out) {
    Audience audience = Audience.of(context);
    RegexPaths regex = RegexPaths.of(context, audience);
    String controller = context.dialect().id();
    for (Located located : audience.ingresses(context)) {
      for (PathAt path : PathAt.of(located)) {
        if (!RegexPaths.looksLikeExpression(path.text())) {
          continue;
        }
        switch (path.type()) {
          case PREFIX, EXACT -> plainType(controller, path).ifPresent(out);
          case IMPLEMENTATION_SPECIFIC, ABSENT -> {
            if (!regex.isExpression(path) && !controller.equals("kubernetes-spec")) {
              out.accept(notEnabled(context, path));
            }
          }
          case UNKNOWN -> {}
        }
      }
    }
  }

  /** The admission of ingress-nginx refuses it, which a rule of its own tells. */
  private static Optional<Report> plainType(String controller, PathAt path) {
    boolean elsewhere =
        controller.equals("ingress-nginx")
            || controller.equals("traefik-nginx")
            || controller.equals("f5-nginx")
                && path.ingress().meta().annotations().containsKey("nginx.org/path-regex");
    if (elsewhere) {
      return Optional.empty();
    }
    return Optional.of(
        Report.of(
                PLAIN_TYPE,
                path.pathAt(),
                "With the type %s, %s is compared as text. Take ImplementationSpecific for an"
                        .formatted(path.type().text(), path.text())
                    + " expression.")
            .withFix(
                Fix.intent(
                    "Take ImplementationSpecific",
                    new Intent.SetPathType(path.at(), PathType.IMPLEMENTATION_SPECIFIC))));
  }

  private static Report notEnabled(LintContext context, PathAt path) {
    Report report =
        Report.of(
            NOT_ENABLED,
            path.pathAt(),
            "%s compares %s as text. %s"
                .formatted(context.dialect().displayName(), path.text(), advice(context)));
    return report.withFix(enable(context.dialect().id(), path));
  }

  private static String advice(LintContext context) {
    return switch (context.dialect().id()) {
      case "ingress-nginx", "traefik-nginx" ->
          "The annotation nginx.ingress.kubernetes.io/use-regex makes all paths of the host"
              + " expressions.";
      case "f5-nginx" -> "The annotation nginx.org/path-regex makes the paths expressions.";
      case "traefik" ->
          "The annotation traefik.ingress.kubernetes.io/router.pathmatcher: PathRegexp makes the"
              + " paths expressions.";
      case "haproxy-ingress" ->
          "The annotation haproxy-ingress.github.io/path-type: regex makes the paths expressions.";
      case "kong" -> "An expression begins with /~ there.";
      case "contour" -> "It takes a path for an expression only with one of ^ + * [ ] %.";
      default -> "It has no expressions in paths.";
    };
  }

  private static Optional<Fix> enable(String controller, PathAt path) {
    return switch (controller) {
      case "ingress-nginx", "traefik-nginx" ->
          annotation(path, RegexPaths.NGINX + "use-regex", "true");
      case "f5-nginx" -> annotation(path, "nginx.org/path-regex", "case_sensitive");
      case "traefik" ->
          annotation(path, "traefik.ingress.kubernetes.io/router.pathmatcher", "PathRegexp");
      case "haproxy-ingress" -> annotation(path, "haproxy-ingress.github.io/path-type", "regex");
      case "kong" ->
          Optional.of(
              Fix.intent("Begin it with /~", new Intent.SetPath(path.at(), "/~" + path.text())));
      default -> Optional.empty();
    };
  }

  private static Optional<Fix> annotation(PathAt path, String key, String value) {
    return Optional.of(
        Fix.intent(
            "Add %s: %s".formatted(key, value),
            new Intent.SetAnnotation(path.located().id(), key, value)));
  }
}
