package io.github.ingressdesigner.ui.common;

import io.github.ingressdesigner.catalog.AnnotationCatalog;
import io.github.ingressdesigner.catalog.AnnotationDoc;
import io.github.ingressdesigner.catalog.Family;
import io.github.ingressdesigner.catalog.History.Status;
import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.route.Dialect;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which annotations are worth proposing while one controller decides. */
public final class AnnotationChoice {
  /** Families of controllers are called after their dialects. */
  private static final Set<String> CONTROLLERS =
      Dialects.all().stream().map(Dialect::id).collect(Collectors.toUnmodifiableSet());

  private AnnotationChoice() {}

  /**
   * Annotations that the controller reads, then those of other readers such as cert-manager. What
   * only other controllers read would do nothing, so it is left out; removed ones too.
   *
   * @param kind of the object that carries them
   */
  public static List<AnnotationDoc> docs(AnnotationCatalog catalog, Dialect dialect, String kind) {
    return families(catalog, dialect.claims().annotations())
        .flatMap(family -> family.docs().stream())
        .filter(doc -> doc.belongsOn(kind) && !doc.isGroup())
        .filter(doc -> doc.history().status() != Status.REMOVED)
        .toList();
  }

  private static Stream<Family> families(AnnotationCatalog catalog, Set<String> own) {
    if (own.isEmpty()) {
      return catalog.families().stream();
    }
    List<Family> first =
        catalog.families().stream()
            .filter(family -> family.prefixes().stream().anyMatch(own::contains))
            .toList();
    return Stream.concat(
        first.stream(),
        catalog.families().stream()
            .filter(family -> !first.contains(family) && !CONTROLLERS.contains(family.id())));
  }
}
