package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.catalog.AnnotationCatalog;
import io.github.ingressdesigner.catalog.AnnotationDoc;
import io.github.ingressdesigner.catalog.ValueType;
import io.github.ingressdesigner.model.OtherResource;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.ui.common.AnnotationChoice;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.editor.Completion.Kind;
import io.github.ingressdesigner.ui.editor.Completion.Proposal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What could be written as an annotation of an object: keys and values from the catalogue. */
final class AnnotationValues {
  private static final Set<String> CERT_MANAGER_ISSUERS =
      Set.of("cert-manager.io/issuer", "cert-manager.io/cluster-issuer");

  private final AnnotationCatalog catalog;
  private final Dialect dialect;
  private final Resources resources;

  AnnotationValues(AnnotationCatalog catalog, Dialect dialect, Resources resources) {
    this.catalog = catalog;
    this.dialect = dialect;
    this.resources = resources;
  }

  /**
   * Keys that the deciding controller reads, then those of other readers. Keys of other controllers
   * are left out, because they would do nothing.
   *
   * @param kind of the object
   * @param present keys that it has already
   */
  List<Proposal> keys(String kind, Set<String> present) {
    return AnnotationChoice.docs(catalog, dialect, kind).stream()
        .filter(doc -> !present.contains(doc.key()))
        .map(doc -> new Proposal(Kind.ANNOTATION, doc.key(), doc.key() + ": ", "", doc.sentence()))
        .toList();
  }

  /**
   * Values of an annotation, as they have to be written.
   *
   * @param quoted whether quotes stand around the caret already
   */
  List<Proposal> values(String key, boolean quoted) {
    Optional<AnnotationDoc> doc = catalog.find(key).stream().findFirst();
    if (doc.isEmpty()) {
      return List.of();
    }
    if (CERT_MANAGER_ISSUERS.contains(key)) {
      return issuers(key.endsWith("cluster-issuer") ? "ClusterIssuer" : "Issuer");
    }
    List<String> values =
        doc.get().type() == ValueType.BOOL && doc.get().choices().isEmpty()
            ? List.of("true", "false")
            : doc.get().choices();
    return values.stream().map(value -> value(value, doc.get(), quoted)).toList();
  }

  private static Proposal value(String value, AnnotationDoc doc, boolean quoted) {
    boolean initial = doc.initial().filter(value::equals).isPresent();
    return new Proposal(
        Kind.VALUE,
        value,
        quoted || isText(value) ? value : "\"" + value + "\"",
        initial ? Messages.text("editor.value.initial") : "",
        doc.sentence());
  }

  /** Whether YAML reads it as a string without quotes too; annotations must be strings. */
  private static boolean isText(String value) {
    return value.matches("[A-Za-z][A-Za-z0-9_-]*")
        && !value.matches("(?i)y|n|yes|no|on|off|true|false|null");
  }

  private List<Proposal> issuers(String kind) {
    return resources.all().stream()
        .map(Resources.Located::resource)
        .filter(OtherResource.class::isInstance)
        .map(OtherResource.class::cast)
        .filter(r -> r.kind().equals(kind) && r.group().equals("cert-manager.io"))
        .flatMap(r -> r.meta().name().stream())
        .distinct()
        .map(
            name ->
                new Proposal(
                    Kind.VALUE, name, name, "", Messages.text("editor.value.issuer", kind)))
        .toList();
  }
}
