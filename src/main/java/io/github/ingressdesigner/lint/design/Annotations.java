package io.github.ingressdesigner.lint.design;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.catalog.AnnotationCatalog;
import io.github.ingressdesigner.catalog.AnnotationDoc;
import io.github.ingressdesigner.catalog.Family;
import io.github.ingressdesigner.catalog.History;
import io.github.ingressdesigner.catalog.Translation;
import io.github.ingressdesigner.dialect.ForeignControllers;
import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.lint.Fix;
import io.github.ingressdesigner.lint.LintCheck.WorkspaceCheck;
import io.github.ingressdesigner.lint.LintContext;
import io.github.ingressdesigner.lint.LintRule;
import io.github.ingressdesigner.lint.Report;
import io.github.ingressdesigner.lint.common.Audience;
import io.github.ingressdesigner.lint.common.TextChange;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressClass;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources.Located;
import io.github.ingressdesigner.model.Service;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Annotations that nobody reads, or not as they are written. */
final class Annotations implements WorkspaceCheck {
  static final LintRule FOREIGN =
      LintRule.design(
          "annotation-foreign",
          Severity.WARNING,
          "An annotation is for another controller",
          "The chosen controller does not read it and says nothing about it: what it asks for is"
              + " not done.",
          "annotations");

  static final LintRule MISSPELT =
      LintRule.design(
          "annotation-misspelt",
          Severity.WARNING,
          "An annotation is misspelt",
          "Nothing reads this key, but one that differs by a slip of the hand. Unknown annotations"
              + " are ignored without a word.",
          "annotations");

  static final LintRule UNKNOWN =
      LintRule.design(
          "annotation-unknown",
          Severity.INFO,
          "An annotation is unknown",
          "The prefix is that of the chosen controller, but it has no such annotation in the"
              + " versions that we know. It is ignored without a word.",
          "annotations");

  static final LintRule VALUE =
      LintRule.design(
          "annotation-value",
          Severity.WARNING,
          "An annotation has a value that is not understood",
          "The controller falls back to what counts without the annotation.",
          "annotations");

  static final LintRule REMOVED =
      LintRule.design(
          "annotation-removed",
          Severity.WARNING,
          "An annotation is not read any more",
          "The controller stopped reading it some versions ago and ignores it.",
          "annotations");

  static final LintRule DEPRECATED =
      LintRule.design(
          "annotation-deprecated",
          Severity.INFO,
          "An annotation has a newer name",
          "It still counts, but may be gone with the next version.",
          "annotations");

  static final LintRule WRONG_KIND =
      LintRule.design(
          "annotation-wrong-kind",
          Severity.WARNING,
          "An annotation stands on the wrong kind of object",
          "The controller looks for it on another object and ignores it here.",
          "annotations");

  static final LintRule SNIPPET =
      LintRule.design(
              "annotation-snippet",
              Severity.WARNING,
              "An annotation holds raw configuration",
              "Whoever may write the Ingress can run anything in the proxy, and read the Secrets of"
                  + " all namespaces (CVE-2021-25742).",
              "annotations")
          .offByDefault();

  private static final Set<String> FOR_ALL = Set.of("cert-manager", "external-dns", "kubernetes");

  private final AnnotationCatalog catalog = AnnotationCatalog.standard();

  @Override
  public List<LintRule> rules() {
    return List.of(FOREIGN, MISSPELT, UNKNOWN, VALUE, REMOVED, DEPRECATED, WRONG_KIND, SNIPPET);
  }

  @Override
  public void check(LintContext context, Consumer<Report> out) {
    Audience audience = Audience.of(context);
    Optional<Family> chosen = Audience.family(context.dialect());
    for (Located located : context.resources().all()) {
      boolean looked =
          switch (located.resource()) {
            case Ingress ingress -> audience.contains(ingress);
            case Service _, IngressClass _ -> true;
            default -> false;
          };
      if (looked) {
        located
            .resource()
            .meta()
            .annotations()
            .forEach((key, value) -> check(context, located, key, value, chosen, out));
      }
    }
  }

  private void check(
      LintContext context,
      Located located,
      String key,
      String value,
      Optional<Family> chosen,
      Consumer<Report> out) {
    Location at = new Location(located.id(), FieldPath.of("metadata", "annotations", key));
    List<AnnotationDoc> docs = catalog.find(key);
    boolean ingress = located.resource() instanceof Ingress;
    if (docs.isEmpty()) {
      nobody(context, key, at, chosen, ingress, out);
      return;
    }
    AnnotationDoc doc =
        docs.stream()
            .filter(d -> chosen.filter(f -> f.id().equals(d.family())).isPresent())
            .findFirst()
            .orElse(docs.getFirst());
    boolean ours =
        chosen.isEmpty()
            || FOR_ALL.contains(doc.family())
            || doc.family().equals(chosen.get().id());
    if (!ours) {
      if (ingress) {
        out.accept(foreign(context, located.id(), key, at, doc));
      }
      return;
    }
    History history = doc.history();
    if (history.status() == History.Status.REMOVED) {
      out.accept(removed(context, key, value, at, doc));
    } else if (!doc.belongsOn(located.resource().kind()) && !doc.family().equals("kubernetes")) {
      out.accept(wrongKind(located, at, doc));
    } else {
      if (history.status() == History.Status.DEPRECATED
          && history.instead().filter(i -> !i.startsWith("spec.")).isPresent()) {
        out.accept(deprecated(context, at, doc));
      }
      doc.problem(value)
          .filter(_ -> !value.isEmpty() && !isTold(context, located.id(), doc))
          .ifPresent(problem -> out.accept(value(located.id(), key, value, at, doc, problem)));
      if (doc.isSnippet()) {
        out.accept(
            Report.of(SNIPPET, at, "%s puts raw configuration into the proxy.".formatted(key))
                .onKey());
      }
    }
  }

  /** A rule of the controller says it, and that the whole Ingress is refused for it. */
  private static boolean isTold(LintContext context, ResourceId id, AnnotationDoc doc) {
    return context.routes().leftOut().stream()
        .filter(left -> left.ingress().resource().equals(id))
        .map(LeftOut::reason)
        .anyMatch(reason -> reason.contains(doc.name()));
  }

  private void nobody(
      LintContext context,
      String key,
      Location at,
      Optional<Family> chosen,
      boolean ingress,
      Consumer<Report> out) {
    List<Family> owners = catalog.owners(key);
    boolean ours =
        owners.isEmpty()
            || chosen.isEmpty()
            || owners.stream().anyMatch(f -> f.equals(chosen.get()) || FOR_ALL.contains(f.id()));
    if (!ours) {
      if (ingress) {
        out.accept(
            Report.of(
                    FOREIGN,
                    at,
                    "%s does not read %s; it is for %s."
                        .formatted(context.dialect().displayName(), key, owners.getFirst().name()))
                .onKey()
                .withFix(Fix.intent("Remove the annotation", new Intent.Remove(at))));
      }
      return;
    }
    Optional<String> foreign = ForeignControllers.byAnnotation(key);
    Optional<AnnotationDoc> meant = catalog.nearest(key);
    if (meant.isPresent() && foreign.isEmpty()) {
      String right = meant.get().key();
      out.accept(
          Report.of(
                  MISSPELT, at, "There is no annotation %s. Did you mean %s?".formatted(key, right))
              .onKey()
              .withFix(
                  TextChange.at(context, at)
                      .flatMap(change -> change.renameKey(right))
                      .map(edits -> Fix.edits("Write " + right, edits))));
    } else if (owners.stream().anyMatch(f -> chosen.filter(f::equals).isPresent())
        && !key.startsWith("ingress.kubernetes.io/")) {
      out.accept(
          Report.of(
                  UNKNOWN,
                  at,
                  "%s has no annotation %s, as far as we know."
                      .formatted(context.dialect().displayName(), key))
              .onKey()
              .withFix(Fix.intent("Remove the annotation", new Intent.Remove(at))));
    } else if (owners.isEmpty() && chosen.isPresent() && ingress) {
      foreign.ifPresent(
          name ->
              out.accept(
                  Report.of(
                          FOREIGN,
                          at,
                          "%s does not read %s; it is for %s."
                              .formatted(context.dialect().displayName(), key, name))
                      .onKey()
                      .withFix(Fix.intent("Remove the annotation", new Intent.Remove(at)))));
    }
  }

  private Report foreign(
      LintContext context, ResourceId id, String key, Location at, AnnotationDoc doc) {
    String controller = context.dialect().displayName();
    String name = catalog.family(doc.family()).map(Family::name).orElse(doc.family());
    String here =
        catalog
            .translate(key, context.dialect().id())
            .map(
                translation ->
                    switch (translation) {
                      case Translation.Known(String how) -> " Here it is: " + how + ".";
                      case Translation.Lost(String why) -> " Here there is " + why + ".";
                    })
            .orElse("");
    return Report.of(
            FOREIGN,
            at,
            "%s does not read %s; it is for %s.%s".formatted(controller, key, name, here))
        .onKey()
        .withFix(Fix.intent("Remove the annotation", new Intent.Remove(at)));
  }

  private static Report removed(
      LintContext context, String key, String value, Location at, AnnotationDoc doc) {
    History history = doc.history();
    String since = history.version().map(v -> " since version " + v).orElse("");
    String instead = history.instead().map(i -> " Write %s instead.".formatted(i)).orElse("");
    return Report.of(REMOVED, at, "%s is not read any more%s.%s".formatted(key, since, instead))
        .onKey()
        .withFix(
            Replacements.of(context, at, key, value, history)
                .or(() -> Optional.of(Fix.intent("Remove the annotation", new Intent.Remove(at)))));
  }

  private static Report deprecated(LintContext context, Location at, AnnotationDoc doc) {
    String instead = doc.history().instead().orElseThrow();
    return Report.of(DEPRECATED, at, "The newer name is %s.".formatted(instead))
        .onKey()
        .withFix(
            TextChange.at(context, at)
                .flatMap(change -> change.renameKey(instead))
                .map(edits -> Fix.safeEdits("Write " + instead, edits)));
  }

  private static Report wrongKind(Located located, Location at, AnnotationDoc doc) {
    String right =
        switch (doc.on()) {
          case INGRESS -> "an Ingress";
          case SERVICE -> "a Service";
          case BOTH -> "an Ingress or a Service";
          case CLASS -> "an IngressClass";
        };
    return Report.of(
            WRONG_KIND,
            at,
            "%s belongs on %s, not on this %s."
                .formatted(doc.key(), right, located.resource().kind()))
        .onKey()
        .withFix(
            located.resource() instanceof Ingress
                ? Optional.of(Fix.intent("Remove the annotation", new Intent.Remove(at)))
                : Optional.empty());
  }

  private static Report value(
      ResourceId id, String key, String value, Location at, AnnotationDoc doc, String problem) {
    return Report.of(
            VALUE, at, "\"%s\" is no value of %s. %s".formatted(value, doc.name(), problem))
        .withFix(
            Replacements.value(doc, value)
                .map(
                    right ->
                        Fix.intent("Write " + right, new Intent.SetAnnotation(id, key, right))));
  }
}
