package io.github.ingressdesigner.lint.controller;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.lint.Fix;
import io.github.ingressdesigner.lint.LintCheck.WorkspaceCheck;
import io.github.ingressdesigner.lint.LintContext;
import io.github.ingressdesigner.lint.LintRule;
import io.github.ingressdesigner.lint.Report;
import io.github.ingressdesigner.lint.common.Audience;
import io.github.ingressdesigner.lint.common.PathAt;
import io.github.ingressdesigner.model.Backend.ResourceBackend;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Resources.Located;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What the route table of the chosen controller leaves out, and why it may be refused whole. */
final class LeftOutChecks implements WorkspaceCheck {
  /** Another controller's, or nobody's: the rules about classes tell. */
  private static final Pattern CLASS = Pattern.compile("\\b[Cc]lass\\b|IngressClass");

  /** The rules about Services tell. */
  private static final Pattern SERVICE =
      Pattern.compile("no Service |has no port|no ready endpoint|[Nn]o endpoint|ExternalName");

  /** The rules about paths that stand twice tell. */
  private static final Pattern TWICE =
      Pattern.compile("stand (in|below)|same (path|host|rule)|Another minion|which is older");

  @Override
  public List<LintRule> rules() {
    List<LintRule> rules = new ArrayList<>();
    Reasons.LEFT_OUT.keySet().stream()
        .sorted()
        .forEach(controller -> rules.addAll(Reasons.LEFT_OUT.get(controller).all()));
    rules.addAll(Reasons.REJECTED.all());
    return rules;
  }

  @Override
  public void check(LintContext context, Consumer<Report> out) {
    Words words = Reasons.LEFT_OUT.get(context.dialect().id());
    if (words == null) {
      return;
    }
    Audience audience = Audience.of(context);
    Set<String> told = new HashSet<>();
    for (LeftOut left : context.routes().leftOut()) {
      String reason = left.reason();
      boolean elsewhere =
          CLASS.matcher(reason).find()
              || SERVICE.matcher(reason).find()
              || TWICE.matcher(reason).find();
      Optional<Ingress> ingress = context.resources().findIngress(left.ingress().resource());
      if (elsewhere
          || ingress.isEmpty()
          || isFacade(left.ingress(), ingress.get())
          || !audience.contains(ingress.get())
          || !told.add(left.ingress() + reason)) {
        continue;
      }
      words.of(reason).ifPresent(rule -> out.accept(report(left, ingress.get(), rule)));
    }
    rejected(context, out);
  }

  /** Kong takes one kind of resource for a Service. */
  private static boolean isFacade(Location at, Ingress ingress) {
    return PathAt.of(new Located(at.resource(), ingress)).stream()
        .filter(path -> path.at().equals(at))
        .anyMatch(
            path ->
                path.value().backend().orElse(null) instanceof ResourceBackend backend
                    && backend.kind().filter("KongServiceFacade"::equals).isPresent());
  }

  private static Report report(LeftOut left, Ingress ingress, LintRule rule) {
    Location at = place(left, ingress);
    boolean whole = at.path().toString().matches("spec|spec\\.defaultBackend");
    Report report =
        whole
            ? Report.of(rule, at, left.reason()).onKey()
            : Report.of(rule, isPath(at) ? at.key("path") : at, left.reason());
    if (isPath(at) && left.reason().contains("strictValidatePathType")) {
      return report.withFix(
          Fix.intent(
              "Take ImplementationSpecific",
              new Intent.SetPathType(at, PathType.IMPLEMENTATION_SPECIFIC)));
    }
    if (left.reason().contains("without router.tls")) {
      return report.withFix(
          Fix.intent(
              "Add router.tls: \"true\"",
              new Intent.SetAnnotation(at.resource(), TlsOfControllers.ROUTER_TLS, "true")));
    }
    boolean annotation = at.path().startsWith(FieldPath.of("metadata", "annotations"));
    boolean path = isPath(at);
    return annotation
        ? report.onKey().withFix(Fix.intent("Remove the annotation", new Intent.Remove(at)))
        : path ? report.withFix(Fix.intent("Remove this path", new Intent.Remove(at))) : report;
  }

  private static boolean isPath(Location at) {
    return at.path().elements().size() == 6 && at.path().toString().contains(".http.paths[");
  }

  /** The annotation, host or path that the reason names; else what the table says. */
  private static Location place(LeftOut left, Ingress ingress) {
    if (!left.ingress().path().isRoot()) {
      return left.ingress();
    }
    Location root = left.ingress();
    for (String key : ingress.meta().annotations().keySet()) {
      String name = key.substring(key.indexOf('/') + 1);
      if (Pattern.compile("(^|[^A-Za-z0-9-])" + Pattern.quote(name) + "($|[^A-Za-z0-9-])")
          .matcher(left.reason())
          .find()) {
        return new Location(root.resource(), FieldPath.of("metadata", "annotations", key));
      }
    }
    for (PathAt path : PathAt.of(new Located(root.resource(), ingress))) {
      if (path.text().length() > 1 && left.reason().contains(path.text())) {
        return path.pathAt();
      }
    }
    int rule = rule(left.reason(), ingress);
    return rule >= 0
        ? new Location(root.resource(), FieldPath.rule(rule))
        : new Location(root.resource(), FieldPath.of("spec"));
  }

  private static int rule(String reason, Ingress ingress) {
    int last = -1;
    for (int i = 0; i < ingress.spec().rules().size(); i++) {
      String host = ingress.spec().rules().get(i).host().orElse("");
      if (host.isEmpty() ? reason.contains("no host") : reason.contains(host)) {
        last = i;
      }
    }
    return last;
  }

  /** One request is enough: every answer says that the configuration is refused. */
  private static void rejected(LintContext context, Consumer<Report> out) {
    Optional<Outcome> outcome =
        context.routes().hosts().stream()
            .map(host -> host.host().isEmpty() ? "zq.invalid" : host.host().replace("*", "zq"))
            .findFirst()
            .flatMap(LeftOutChecks::request)
            .map(context.routes()::find);
    if (outcome.orElse(null)
        instanceof Outcome.ConfigRejected(String reason, Optional<Location> at)) {
      Optional<Location> place =
          at.or(
              () ->
                  Audience.of(context).ingresses(context).stream()
                      .map(l -> new Location(l.id(), FieldPath.of("spec")))
                      .findFirst());
      place.ifPresent(
          where ->
              out.accept(
                  Report.of(
                          Reasons.REJECTED.all().getFirst(),
                          isPath(where) ? where.key("path") : where,
                          "%s refuses the whole configuration. %s"
                              .formatted(
                                  context.dialect().displayName(),
                                  reason.endsWith(".") ? reason : reason + "."))
                      .withFix(removal(where))));
    }
  }

  private static Optional<Fix> removal(Location at) {
    return isPath(at)
        ? Optional.of(Fix.intent("Remove this path", new Intent.Remove(at)))
        : at.path().startsWith(FieldPath.of("metadata", "annotations"))
            ? Optional.of(Fix.intent("Remove the annotation", new Intent.Remove(at)))
            : Optional.empty();
  }

  private static Optional<Request> request(String host) {
    try {
      return Optional.of(Request.literal("GET", "http://" + host + "/zq", Map.of()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
