package io.github.ingressdesigner.lint.design;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.compare.OwnRequests;
import io.github.ingressdesigner.compare.Progress;
import io.github.ingressdesigner.compare.Unreachable;
import io.github.ingressdesigner.compare.Unreachable.Hidden;
import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.lint.Fix;
import io.github.ingressdesigner.lint.LintCheck.WorkspaceCheck;
import io.github.ingressdesigner.lint.LintContext;
import io.github.ingressdesigner.lint.LintRule;
import io.github.ingressdesigner.lint.Report;
import io.github.ingressdesigner.lint.common.Audience;
import io.github.ingressdesigner.lint.common.PathAt;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.Resources.Located;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Paths that no request reaches, and paths that stand twice. */
final class PathReach implements WorkspaceCheck {
  /** Above it, asking for every class of requests would hold up whoever types. */
  private static final int MOST_FOR_PROOF = 12;

  private static final int MOST_EXPRESSIONS = 6;

  /** Explaining a decision costs more than making it; nobody reads more of these at once. */
  private static final int MOST_EXPLAINED = 200;

  /** What every reading of a path takes as itself. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/._~@:,;=!&'-]*");

  static final LintRule UNREACHABLE =
      LintRule.design(
          "path-unreachable",
          Severity.WARNING,
          "No request reaches a path",
          "Another rule takes every request that this path would match, so its backend gets"
              + " nothing. Remove the path, or change the one that goes before it.",
          "path-types");

  static final LintRule NEVER =
      LintRule.design(
          "path-never-matches",
          Severity.WARNING,
          "A path matches nothing",
          "No request can look as this path is written: clients and proxies change paths before"
              + " they are compared. Write the path as it is after that.",
          "path-types");

  static final LintRule TWICE =
      LintRule.design(
          "path-duplicate",
          Severity.WARNING,
          "The same host, path and type stand twice",
          "Only one of them can answer, and which one depends on the controller: the older one, the"
              + " later one, or either by chance. Keep one.",
          "path-types");

  private record Place(String host, String path, String type) {}

  @Override
  public List<LintRule> rules() {
    return List.of(UNREACHABLE, NEVER, TWICE);
  }

  @Override
  public void check(LintContext context, Consumer<Report> out) {
    Audience audience = Audience.of(context);
    Set<Location> told = new HashSet<>();
    Map<Place, PathAt> first = new HashMap<>();
    Map<Location, PathAt> paths = new LinkedHashMap<>();
    for (Located located : audience.ingresses(context)) {
      for (PathAt path : PathAt.of(located)) {
        paths.put(path.at(), path);
        Place place =
            new Place(path.host(), path.text(), path.value().pathType().orElse("") + canary(path));
        PathAt before = first.putIfAbsent(place, path);
        if (before != null) {
          told.add(path.at());
          told.add(before.at());
          if (!isDenied(context, before, path)) {
            out.accept(twice(context, before, path));
          }
        }
      }
    }
    long expressions =
        paths.values().stream().filter(p -> !PLAIN.matcher(p.text()).matches()).count();
    List<Hidden> hidden =
        paths.size() <= MOST_FOR_PROOF && expressions <= MOST_EXPRESSIONS
            ? proven(context)
            : suspected(context, paths, told);
    report(context, hidden, paths, told, out);
  }

  /** The webhook of ingress-nginx denies the second Ingress, which a rule of its own tells. */
  private static boolean isDenied(LintContext context, PathAt before, PathAt path) {
    return context.dialect().id().equals("ingress-nginx")
        && !before.located().id().equals(path.located().id());
  }

  /** A canary stands beside the rule that it belongs to. */
  private static String canary(PathAt path) {
    return "true"
            .equals(path.ingress().meta().annotations().get("nginx.ingress.kubernetes.io/canary"))
        ? " canary " + path.located().id()
        : "";
  }

  private static Report twice(LintContext context, PathAt before, PathAt path) {
    String where =
        before.located().id().equals(path.located().id())
            ? "above in this Ingress"
            : "in Ingress " + before.ingress().meta().qualifiedName();
    boolean same = before.value().backend().equals(path.value().backend());
    String message =
        "The same host, path and type stand %s. %s %s"
            .formatted(
                where,
                winner(context, before, path),
                same ? "Both lead to the same backend; remove one." : "Keep one of them.");
    return Report.of(TWICE, path.pathAt(), message)
        .withFix(Fix.intent("Remove this path", new Intent.Remove(path.at())));
  }

  private static String winner(LintContext context, PathAt before, PathAt path) {
    String controller = context.dialect().displayName();
    Optional<Outcome> outcome = request(path).map(context.routes()::find);
    Optional<Location> at =
        outcome.flatMap(o -> o instanceof Outcome.ToBackend to ? to.at() : Optional.empty());
    if (at.equals(Optional.of(path.at()))) {
      return "With %s this one answers.".formatted(controller);
    }
    if (at.equals(Optional.of(before.at()))) {
      return "With %s that one answers.".formatted(controller);
    }
    return outcome.filter(Outcome.Split.class::isInstance).isPresent()
        ? "With %s nothing decides which one answers.".formatted(controller)
        : "Which one answers depends on the controller.";
  }

  private static Optional<Request> request(PathAt path) {
    String host = path.host().isEmpty() ? "zq.invalid" : path.host().replace("*", "zq");
    try {
      return Optional.of(Request.literal("GET", "http://" + host + path.text(), Map.of()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static List<Hidden> proven(LintContext context) {
    return Unreachable.of(context.routes(), context.resources(), Progress.NONE).hidden();
  }

  /** By their own requests; where requests differ by more than host and path, not at all. */
  private static List<Hidden> suspected(
      LintContext context, Map<Location, PathAt> paths, Set<Location> told) {
    List<Hidden> suspects = new ArrayList<>();
    for (PathAt path : paths.values()) {
      if (!told.contains(path.at()) && PLAIN.matcher(path.text()).matches()) {
        OwnRequests.hidden(
                context.routes(),
                new OwnRequests.Asked(
                    path.at(),
                    path.ingress().meta().qualifiedName(),
                    path.host(),
                    path.type(),
                    path.text()))
            .ifPresent(suspects::add);
        if (suspects.size() > MOST_EXPLAINED) {
          break;
        }
      }
    }
    return suspects.isEmpty() || context.routes().facets().conditions().isEmpty()
        ? suspects
        : List.of();
  }

  private static void report(
      LintContext context,
      List<Hidden> all,
      Map<Location, PathAt> paths,
      Set<Location> told,
      Consumer<Report> out) {
    RegexPaths regex = RegexPaths.of(context, Audience.of(context));
    for (Hidden hidden : all) {
      PathAt path = paths.get(hidden.at());
      boolean canary = path != null && !canary(path).isEmpty();
      if (told.contains(hidden.at())
          || canary
          || !hidden.path().startsWith("/") && !hidden.path().isEmpty()
          || isAnsweredBefore(hidden.outcome())) {
        continue;
      }
      switch (hidden.kind()) {
        case BEHIND -> out.accept(behind(context, hidden));
        case NEVER_MATCHES -> {
          if (!hidden.path().contains("%") && (hidden.proven() || isText(regex, paths, hidden))) {
            out.accept(
                Report.of(
                    NEVER,
                    hidden.at().key("path"),
                    "No request matches this path with %s. %s"
                        .formatted(context.dialect().displayName(), hidden.reason())));
          }
        }
        case LEFT_OUT, REJECTED -> {} // the rules of the controllers tell it
      }
    }
  }

  /** The server refuses every request: a missing Secret, a host that cannot be. */
  private static boolean isAnsweredBefore(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Status status -> status.status() != 404;
      case Outcome.TlsRefused _, Outcome.Undecided _ -> true;
      case Outcome.ToBackend _,
          Outcome.Redirect _,
          Outcome.Split _,
          Outcome.ControllerDefault _,
          Outcome.ConfigRejected _ ->
          false;
    };
  }

  /** Requests for expressions are found by trying, and may be missed. */
  private static boolean isText(RegexPaths regex, Map<Location, PathAt> paths, Hidden hidden) {
    PathAt path = paths.get(hidden.at());
    return path != null && !regex.isExpression(path);
  }

  private static Report behind(LintContext context, Hidden hidden) {
    String by =
        hidden.by().flatMap(at -> named(context, at)).map(name -> " behind " + name).orElse("");
    return Report.of(
            UNREACHABLE,
            hidden.at().key("path"),
            "No request reaches this path%s. %s %s"
                .formatted(by, hidden.winner(), hidden.reason())
                .strip())
        .withFix(Fix.intent("Remove this path", new Intent.Remove(hidden.at())));
  }

  private static Optional<String> named(LintContext context, Location at) {
    return context
        .resources()
        .find(at.resource())
        .map(resource -> new Located(at.resource(), resource))
        .flatMap(located -> PathAt.of(located).stream().filter(p -> p.at().equals(at)).findFirst())
        .map(
            path ->
                "the path " + path.text() + " of Ingress " + path.ingress().meta().qualifiedName());
  }
}
