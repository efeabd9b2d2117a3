package io.github.ingressdesigner.migrate;

import io.github.ingressdesigner.bind.SourceMap;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Converts Ingress and IngressClass of extensions/v1beta1 and networking.k8s.io/v1beta1, which no
 * server has known since Kubernetes 1.22, into networking.k8s.io/v1 in the text: comments, order
 * and style stay. {@code serviceName} and {@code servicePort} become {@code service}, {@code
 * spec.backend} becomes {@code spec.defaultBackend}, and a path without {@code pathType} gets the
 * one that it had without saying so, ImplementationSpecific.
 *
 * <p>The result is proved: the edited text is read again and must bind to the same Ingress.
 */
public final class ApiVersions {
  /** The version of today. */
  public static final String V1 = "networking.k8s.io/v1";

  private static final Set<String> OLD = Set.of("extensions/v1beta1", "networking.k8s.io/v1beta1");
  private static final Set<String> KINDS = Set.of("Ingress", "IngressClass");

  private ApiVersions() {}

  /** Whether a kind of that version was removed and has a successor that {@link #toV1} writes. */
  public static boolean isOld(String apiVersion, String kind) {
    return OLD.contains(apiVersion) && KINDS.contains(kind);
  }

  /**
   * The edits that convert one resource of a document.
   *
   * @param text of the document, as the tree was read from
   * @param item index in a {@code kind: List} or -1
   * @return offsets in the document; empty where it is not old, or is written in a way that cannot
   *     be converted for sure
   */
  public static Optional<TextEdits> toV1(String text, YamlTree tree, int item) {
    Optional<YamlCursor> root = at(tree, item, FieldPath.ROOT);
    Optional<YamlCursor> version = root.flatMap(r -> r.get("apiVersion"));
    String kind = root.flatMap(r -> r.get("kind")).map(ApiVersions::text).orElse("");
    if (version.isEmpty() || !isOld(text(version.get()), kind)) {
      return Optional.empty();
    }
    List<TextEdit> edits = new ArrayList<>();
    edits.add(replaceScalar(text, version.get(), V1));
    if (kind.equals("Ingress")) {
      spec(text, tree, item, edits);
    }
    edits.removeIf(edit -> edit.removed().equals(edit.inserted()));
    try {
      TextEdits all = new TextEdits(edits);
      return ConversionProof.holds(text, tree, item, all) ? Optional.of(all) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // shared through aliases in a way that would be edited twice
    }
  }

  private static void spec(String text, YamlTree tree, int item, List<TextEdit> edits) {
    Set<Integer> seen = new HashSet<>();
    Optional<YamlCursor> spec = at(tree, item, FieldPath.of("spec"));
    spec.filter(s -> s.indexOf("backend") >= 0)
        .ifPresent(
            s -> {
              YamlCursor key = s.key(s.indexOf("backend"));
              edits.add(replaceScalar(text, key, "defaultBackend"));
            });
    at(tree, item, FieldPath.of("spec", "backend")).ifPresent(b -> backend(text, b, seen, edits));
    int rules = at(tree, item, FieldPath.of("spec", "rules")).map(r -> r.items().size()).orElse(0);
    for (int i = 0; i < rules; i++) {
      FieldPath paths = FieldPath.rule(i).key("http").key("paths");
      int count = at(tree, item, paths).map(p -> p.items().size()).orElse(0);
      for (int j = 0; j < count; j++) {
        at(tree, item, FieldPath.path(i, j))
            .filter(path -> path.indexOf("pathType") < 0 && seen.add(path.start()))
            .ifPresent(path -> NewPathType.insert(text, path).ifPresent(edits::add));
        at(tree, item, FieldPath.path(i, j).key("backend"))
            .ifPresent(b -> backend(text, b, seen, edits));
      }
    }
  }

  private static void backend(
      String text, YamlCursor backend, Set<Integer> seen, List<TextEdit> edits) {
    if (seen.add(backend.start())) {
      edits.addAll(new OldBackend(text, backend).edits());
    }
  }

  /** Aliases followed: what is edited is where the value is defined. */
  private static Optional<YamlCursor> at(YamlTree tree, int item, FieldPath path) {
    return SourceMap.find(tree, item, path).map(SourceMap.Found::definition);
  }

  static String text(YamlCursor cursor) {
    return cursor.node() instanceof Scalar scalar ? scalar.value() : "";
  }

  /** Another value in the same quotes. */
  static TextEdit replaceScalar(String text, YamlCursor scalar, String value) {
    int start = scalar.valueRange().start();
    String written = text.substring(start, scalar.valueRange().end());
    String quote = Map.of('"', "\"", '\'', "'").getOrDefault(written.charAt(0), "");
    return new TextEdit(start, written, quote + value + quote);
  }
}
