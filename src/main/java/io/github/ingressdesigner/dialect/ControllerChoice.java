package io.github.ingressdesigner.dialect;

import io.github.ingressdesigner.dialect.common.IngressClassNames;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressClass;
import io.github.ingressdesigner.model.ObjectMeta;
import io.github.ingressdesigner.model.OtherResource;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which controller the files are meant for, as far as they tell. Each Ingress has one vote: by its
 * IngressClass document, else by the custom of its class name and the annotations that it carries.
 * Most votes win; without Ingresses, other kinds of objects tell.
 *
 * @param dialect the specification where nothing tells; a {@link ForeignDialect} where the
 *     controller is not modelled
 * @param told whether the files tell it
 * @param reason one sentence: what tells it
 * @param foreign the name of a controller that is not modelled, where most votes are for it
 */
public record ControllerChoice(
    Dialect dialect, boolean told, String reason, Optional<String> foreign) {
  private static final String NOTHING =
      "No IngressClass, class name or annotation in the files names a controller.";

  /**
   * @param name of the dialect, or of a foreign controller
   */
  private record Vote(Optional<Dialect> dialect, String name, String because) {}

  /** Total; costs one look at each Ingress. */
  public static ControllerChoice of(Resources resources) {
    return of(resources, Dialects.all());
  }

  static ControllerChoice of(Resources resources, List<Dialect> dialects) {
    Map<String, IngressClass> classes = new LinkedHashMap<>();
    resources.ingressClasses().forEach(c -> c.meta().name().ifPresent(n -> classes.put(n, c)));
    List<Vote> votes = new ArrayList<>();
    resources
        .ingresses()
        .map(located -> (Ingress) located.resource())
        .forEach(ingress -> vote(ingress, classes, dialects).ifPresent(votes::add));
    if (votes.isEmpty()) {
      classes.values().forEach(c -> byDocument(c, dialects).ifPresent(votes::add));
      byKind(resources, dialects).ifPresent(votes::add);
    }
    return votes.isEmpty()
        ? new ControllerChoice(Dialects.SPEC, false, NOTHING, Optional.empty())
        : mostOf(votes);
  }

  private static ControllerChoice mostOf(List<Vote> votes) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    votes.forEach(vote -> counts.merge(vote.name(), 1, Integer::sum));
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
    Vote winner =
        votes.stream().filter(v -> counts.get(v.name()) == most).findFirst().orElseThrow();
    String reason =
        counts.size() == 1
            ? winner.because()
            : "%s So say %d of %d Ingresses.".formatted(winner.because(), most, votes.size());
    return new ControllerChoice(
        winner.dialect().orElseGet(() -> new ForeignDialect(winner.name())),
        true,
        reason,
        winner.dialect().isPresent() ? Optional.empty() : Optional.of(winner.name()));
  }

  private static Optional<Vote> vote(
      Ingress ingress, Map<String, IngressClass> classes, List<Dialect> dialects) {
    Optional<String> name = IngressClassNames.named(ingress);
    Optional<IngressClass> document =
        name.isPresent()
            ? name.map(classes::get)
            : classes.values().stream().filter(IngressClass::isDefault).findFirst();
    return document
        .flatMap(c -> byDocument(c, dialects))
        .or(() -> byCustom(ingress.meta(), name, dialects));
  }

  private static Optional<Vote> byDocument(IngressClass document, List<Dialect> dialects) {
    String controller = document.controller().orElse("");
    String because =
        "IngressClass %s names the controller %s."
            .formatted(document.meta().name().orElse(""), controller);
    return first(dialects, d -> d.claims().controllers().contains(controller))
        .map(d -> vote(d, because))
        .or(() -> ForeignControllers.byController(controller).map(f -> foreign(f, because)));
  }

  /** A class name that several controllers use by custom ("nginx") is told by the annotations. */
  private static Optional<Vote> byCustom(
      ObjectMeta meta, Optional<String> name, List<Dialect> dialects) {
    List<Dialect> byClass =
        name.map(n -> dialects.stream().filter(d -> d.claims().classes().contains(n)).toList())
            .orElse(List.of());
    if (!byClass.isEmpty()) {
      Dialect dialect =
          first(byClass, d -> annotation(meta, d).isPresent()).orElse(byClass.getFirst());
      return Optional.of(
          vote(dialect, "The class %s is that of this controller.".formatted(name.get())));
    }
    Optional<Vote> foreign =
        name.flatMap(ForeignControllers::byClass)
            .map(f -> foreign(f, "The class %s is that of %s.".formatted(name.get(), f)));
    return foreign
        .or(() -> byAnnotation(meta, dialects))
        .or(() -> name.flatMap(n -> byWord(n, dialects)));
  }

  private static Optional<Vote> byAnnotation(ObjectMeta meta, List<Dialect> dialects) {
    Optional<Vote> ours =
        first(dialects, d -> annotation(meta, d).isPresent())
            .map(d -> vote(d, read(annotation(meta, d).orElseThrow())));
    return ours.or(
        () ->
            meta.annotations().keySet().stream()
                .flatMap(
                    k -> ForeignControllers.byAnnotation(k).map(f -> foreign(f, read(k))).stream())
                .findFirst());
  }

  /** A second installation is often called after the first: {@code nginx-internal}. */
  private static Optional<Vote> byWord(String name, List<Dialect> dialects) {
    List<String> words = List.of(name.split("[^A-Za-z0-9]+"));
    return first(dialects, d -> d.claims().classes().stream().anyMatch(words::contains))
        .map(d -> vote(d, "The class %s is named after this controller.".formatted(name)));
  }

  private static Optional<Vote> byKind(Resources resources, List<Dialect> dialects) {
    return resources.all().stream()
        .map(Resources.Located::resource)
        .filter(OtherResource.class::isInstance)
        .map(OtherResource.class::cast)
        .flatMap(
            other ->
                first(
                    dialects, d -> d.claims().kinds().contains(other.group() + "/" + other.kind()))
                    .map(d -> vote(d, "The files hold objects of kind %s.".formatted(other.kind())))
                    .stream())
        .findFirst();
  }

  private static Optional<String> annotation(ObjectMeta meta, Dialect dialect) {
    return meta.annotations().keySet().stream()
        .filter(key -> dialect.claims().annotations().stream().anyMatch(key::startsWith))
        .findFirst();
  }

  private static String read(String annotation) {
    return "The annotation %s is read by this controller.".formatted(annotation);
  }

  private static Optional<Dialect> first(List<Dialect> dialects, Predicate<Dialect> wanted) {
    return dialects.stream().filter(wanted).findFirst();
  }

  private static Vote vote(Dialect dialect, String because) {
    return new Vote(Optional.of(dialect), dialect.id(), because);
  }

  private static Vote foreign(String name, String because) {
    return new Vote(Optional.empty(), name, because);
  }
}
