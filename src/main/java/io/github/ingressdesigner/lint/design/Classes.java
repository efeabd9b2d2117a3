package io.github.ingressdesigner.lint.design;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.catalog.Nearest;
import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.lint.Fix;
import io.github.ingressdesigner.lint.LintCheck.WorkspaceCheck;
import io.github.ingressdesigner.lint.LintContext;
import io.github.ingressdesigner.lint.LintRule;
import io.github.ingressdesigner.lint.Report;
import io.github.ingressdesigner.lint.common.TextChange;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressClass;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.Resources.Located;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Which controller serves an Ingress, and whether anything says so. */
final class Classes implements WorkspaceCheck {
  static final LintRule MISSING =
      LintRule.design(
          "class-missing",
          Severity.WARNING,
          "Nothing says which controller serves the Ingress",
          "Without a class, an Ingress is served only where the cluster has a default class or the"
              + " controller takes what has none. Name the class.",
          "classes");

  static final LintRule UNKNOWN =
      LintRule.design(
          "class-unknown",
          Severity.WARNING,
          "The class is not among the files",
          "The files hold IngressClasses, but none of this name. An Ingress of a class that does"
              + " not exist is served by nobody.",
          "classes");

  static final LintRule DEFAULTS =
      LintRule.design(
          "class-several-defaults",
          Severity.WARNING,
          "Two classes are the default",
          "Older API servers then refuse every Ingress without a class, newer ones take the class"
              + " that was made last.",
          "classes");

  static final LintRule CONTROLLER =
      LintRule.design(
          "class-controller-misspelt",
          Severity.WARNING,
          "An IngressClass names no known controller, but almost one",
          "A controller compares the name letter by letter and ignores every other class.",
          "classes");

  private static final String DEFAULT = "ingressclass.kubernetes.io/is-default-class";
  private static final Set<String> CLASS_ANNOTATIONS =
      Set.of(
          "kubernetes.io/ingress.class", "projectcontour.io/ingress.class",
          "haproxy.org/ingress.class", "haproxy.com/ingress.class");

  /** Controllers that take an Ingress without class as they are installed. */
  private static final Set<String> LENIENT = Set.of("traefik", "contour", "haproxy");

  @Override
  public List<LintRule> rules() {
    return List.of(MISSING, UNKNOWN, DEFAULTS, CONTROLLER);
  }

  @Override
  public void check(LintContext context, Consumer<Report> out) {
    List<Located> classes =
        context.resources().all().stream()
            .filter(l -> l.resource() instanceof IngressClass)
            .toList();
    classes(context, classes, out);
    boolean byDefault = classes.stream().anyMatch(l -> ((IngressClass) l.resource()).isDefault());
    Set<String> names =
        classes.stream()
            .flatMap(l -> l.resource().meta().name().stream())
            .collect(Collectors.toSet());
    for (Located located : context.resources().ingresses().toList()) {
      Ingress ingress = (Ingress) located.resource();
      Optional<String> field = ingress.spec().ingressClassName();
      boolean annotated =
          ingress.meta().annotations().keySet().stream().anyMatch(CLASS_ANNOTATIONS::contains);
      if (field.isEmpty() && !annotated && !byDefault) {
        out.accept(missing(context, located, names));
      }
      if (field.isPresent() && !names.isEmpty() && !names.contains(field.get())) {
        out.accept(unknown(located, field.get(), names));
      }
    }
  }

  private static Report missing(LintContext context, Located located, Set<String> names) {
    boolean lenient = LENIENT.contains(context.dialect().id());
    Report report =
        Report.of(
                MISSING,
                new Location(located.id(), FieldPath.of("spec", "ingressClassName")),
                lenient
                    ? "The Ingress names no class. %s takes it as it is installed, others do not."
                        .formatted(context.dialect().displayName())
                    : "The Ingress names no class, and no class of the files is the default.")
            .withFix(
                usual(context, names)
                    .map(
                        name ->
                            Fix.intent(
                                "Write the class " + name,
                                new Intent.SetIngressClass(located.id(), Optional.of(name)))));
    return lenient ? report.withSeverity(Severity.INFO) : report;
  }

  /** The only class of the files, else the one that the chosen controller usually has. */
  private static Optional<String> usual(LintContext context, Set<String> names) {
    if (names.size() == 1) {
      return names.stream().findFirst();
    }
    Set<String> customary = context.dialect().claims().classes();
    return names.isEmpty()
        ? customary.stream()
            .sorted()
            .filter(n -> !n.contains(".") && !n.equals("public"))
            .findFirst()
        : names.stream().sorted().filter(customary::contains).findFirst();
  }

  private static Report unknown(Located located, String name, Set<String> names) {
    Optional<String> meant =
        names.size() == 1 ? names.stream().findFirst() : Nearest.to(name, names);
    return Report.of(
            UNKNOWN,
            new Location(located.id(), FieldPath.of("spec", "ingressClassName")),
            "There is no IngressClass %s among the files; there is %s."
                .formatted(name, String.join(", ", names.stream().sorted().toList())))
        .withFix(
            meant.map(
                m ->
                    Fix.intent(
                        "Write " + m, new Intent.SetIngressClass(located.id(), Optional.of(m)))));
  }

  private static void classes(LintContext context, List<Located> classes, Consumer<Report> out) {
    Optional<String> first = Optional.empty();
    Set<String> known =
        Dialects.all().stream()
            .flatMap(dialect -> dialect.claims().controllers().stream())
            .collect(Collectors.toSet());
    for (Located located : classes) {
      IngressClass one = (IngressClass) located.resource();
      String name = one.meta().name().orElse("");
      if (one.isDefault()) {
        Location at = new Location(located.id(), FieldPath.of("metadata", "annotations", DEFAULT));
        if (first.isPresent() && !first.get().equals(name)) {
          out.accept(
              Report.of(
                      DEFAULTS,
                      at,
                      "IngressClass %s is the default already.".formatted(first.get()))
                  .withFix(
                      TextChange.at(context, at)
                          .flatMap(change -> change.replace("false"))
                          .map(edits -> Fix.edits("Write false", edits))));
        }
        first = first.or(() -> Optional.of(name));
      }
      one.controller()
          .filter(c -> !known.contains(c))
          .flatMap(c -> Nearest.to(c, known))
          .ifPresent(meant -> out.accept(misspelt(context, located, one, meant)));
    }
  }

  private static Report misspelt(
      LintContext context, Located located, IngressClass one, String meant) {
    Location at = new Location(located.id(), FieldPath.of("spec", "controller"));
    return Report.of(
            CONTROLLER,
            at,
            "No controller that we know is called %s. Did you mean %s?"
                .formatted(one.controller().orElse(""), meant))
        .withFix(
            TextChange.at(context, at)
                .flatMap(change -> change.replace(meant))
                .map(edits -> Fix.edits("Write " + meant, edits)));
  }
}
