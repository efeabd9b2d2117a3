package io.github.ingressdesigner.dialect.gatewayapi;

import io.github.ingressdesigner.model.FieldValue;
import io.github.ingressdesigner.model.OtherResource;
import io.github.ingressdesigner.model.Resources;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which routes a listener takes by namespace and kind (AllowedRoutes of gateway_types.go). */
final class AllowedRoutes {
  /** The API server writes it into each namespace. */
  private static final String NAME_LABEL = "kubernetes.io/metadata.name";

  private final Map<String, Map<String, String>> labels = new HashMap<>();

  AllowedRoutes(Resources resources) {
    for (Resources.Located located : resources.all()) {
      if (located.resource() instanceof OtherResource other
          && other.kind().equals("Namespace")
          && other.group().isEmpty()) {
        labels.put(other.meta().name().orElse(""), other.meta().labels());
      }
    }
  }

  boolean takes(Listener listener, HttpRoute route) {
    return listener.assumed()
        || isKindTaken(listener.allowed().get("kinds").items())
            && isNamespaceTaken(listener, route.meta().namespaceOrDefault());
  }

  private static boolean isKindTaken(List<FieldValue> kinds) {
    return kinds.isEmpty()
        || kinds.stream()
            .anyMatch(
                kind ->
                    kind.get("kind").text().equals(Optional.of("HTTPRoute"))
                        && kind.get("group")
                            .text()
                            .orElse(RouteReader.GROUP)
                            .equals(RouteReader.GROUP));
  }

  private boolean isNamespaceTaken(Listener listener, String namespace) {
    FieldValue namespaces = listener.allowed().get("namespaces");
    return switch (namespaces.get("from").text().orElse("Same")) {
      case "All" -> true;
      case "Selector" -> isSelected(namespaces.get("selector"), namespace);
      case "None" -> false;
      default -> namespace.equals(listener.namespace());
    };
  }

  /** A selector that is absent selects nothing, an empty one everything. */
  private boolean isSelected(FieldValue selector, String namespace) {
    return selector.isPresent()
        && selector.get("matchLabels").entries().entrySet().stream()
            .allMatch(e -> e.getValue().text().equals(label(namespace, e.getKey())))
        && selector.get("matchExpressions").items().stream().allMatch(e -> holds(e, namespace));
  }

  private Optional<String> label(String namespace, String key) {
    return key.equals(NAME_LABEL)
        ? Optional.of(namespace)
        : Optional.ofNullable(labels.getOrDefault(namespace, Map.of()).get(key));
  }

  private boolean holds(FieldValue expression, String namespace) {
    Optional<String> label = label(namespace, expression.get("key").text().orElse(""));
    boolean listed =
        label.isPresent()
            && expression.get("values").items().stream().anyMatch(v -> v.text().equals(label));
    return switch (expression.get("operator").text().orElse("")) {
      case "In" -> listed;
      case "NotIn" -> !listed;
      case "Exists" -> label.isPresent();
      case "DoesNotExist" -> label.isEmpty();
      default -> false;
    };
  }
}
