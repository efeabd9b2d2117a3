package io.github.ingressdesigner.bind;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.bind.Reading.Bound;
import io.github.ingressdesigner.model.FieldValue;
import io.github.ingressdesigner.model.IngressClass;
import io.github.ingressdesigner.model.ObjectMeta;
import io.github.ingressdesigner.model.OtherResource;
import io.github.ingressdesigner.model.Resource;
import io.github.ingressdesigner.model.Secret;
import io.github.ingressdesigner.yaml.YamlNode;
import io.github.ingressdesigner.yaml.YamlNode.Sequence;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides by apiVersion and kind what a mapping is, and binds it. */
final class KindBinder {
  private static final String V1 = "networking.k8s.io/v1";
  private static final Set<String> LEGACY =
      Set.of("networking.k8s.io/v1beta1", "extensions/v1beta1");
  private static final List<String> KINDS = List.of("Ingress", "IngressClass", "Service", "Secret");

  /** What else networking.k8s.io/v1 holds. */
  private static final Set<String> NETWORKING = Set.of("NetworkPolicy", "IPAddress", "ServiceCIDR");

  /** What a resource says it is. */
  record Type(String apiVersion, String kind) {}

  private final Reading reading;

  KindBinder(Reading reading) {
    this.reading = reading;
  }

  /** The entries of a list of resources; kubectl unfolds every kind that ends with List. */
  Optional<Sequence> listItems(Fields root) {
    Optional<String> kind = plainText(root, "kind").filter(k -> k.endsWith("List"));
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    Optional<YamlNode> items = root.get("items");
    if (items.isPresent() && !(items.get() instanceof Sequence)) {
      reading.wrongType(root.at("items"), "a list", items.get());
    }
    return items.filter(Sequence.class::isInstance).map(Sequence.class::cast);
  }

  /** What the entries of an {@code IngressList} are where they do not say it themselves. */
  Optional<Type> itemType(Fields list) {
    String kind = plainText(list, "kind").orElse("");
    String item = kind.substring(0, kind.length() - "List".length());
    return item.isEmpty()
        ? Optional.empty()
        : Optional.of(new Type(plainText(list, "apiVersion").orElse(""), item));
  }

  /** Empty for a mapping that is no Kubernetes object, and for what is no mapping. */
  Bound<Optional<Resource>, Optional<IngressBinder.Memory>> bind(
      Fields root, Optional<Type> ofList, Optional<IngressBinder.Memory> before) {
    if (!root.has("apiVersion") && !root.has("kind") && ofList.isEmpty()) {
      return none();
    }
    Type type =
        !root.has("apiVersion") && !root.has("kind")
            ? ofList.orElseThrow()
            : new Type(
                reading.text(root, "apiVersion").orElse(""), reading.text(root, "kind").orElse(""));
    if (!root.isPresent()) {
      return none();
    }
    return switch (modelled(type)) {
      case "Ingress" -> {
        reportVersion(root, type);
        IngressBinder binder = new IngressBinder(reading, LEGACY.contains(type.apiVersion()));
        var bound = binder.bind(root, type.apiVersion(), meta(root), before);
        yield new Bound<>(Optional.of(bound.value()), Optional.of(bound.memory()));
      }
      case "IngressClass" -> {
        reportClassVersion(root, type);
        Fields spec = reading.fields(root, "spec");
        yield some(
            new IngressClass(type.apiVersion(), meta(root), reading.text(spec, "controller")));
      }
      case "Service" -> some(new ServiceBinder(reading).bind(root, type.apiVersion(), meta(root)));
      case "Secret" -> some(secret(root, type));
      default -> some(other(root, type));
    };
  }

  /** The kind, where it is one that we bind; else nothing. */
  private static String modelled(Type type) {
    String api = type.apiVersion();
    boolean ours =
        switch (type.kind()) {
          case "Ingress" -> isIngress(api);
          case "IngressClass" -> api.startsWith("networking.k8s.io/");
          case "Service", "Secret" -> api.equals("v1");
          default -> false;
        };
    return ours ? type.kind() : "";
  }

  /** A misspelt version of ours is shown as an Ingress; an Ingress of another group is not ours. */
  private static boolean isIngress(String apiVersion) {
    return apiVersion.equals(V1)
        || LEGACY.contains(apiVersion)
        || apiVersion.isEmpty()
        || apiVersion.equals("v1")
        || apiVersion.matches("(networking\\.k8s[^/]*|extensions)/.*");
  }

  private void reportVersion(Fields root, Type type) {
    if (type.apiVersion().equals(V1)) {
      return;
    }
    if (LEGACY.contains(type.apiVersion())) {
      reading.report(
          root.at("apiVersion"),
          Severity.WARNING,
          "%s was removed with Kubernetes 1.22, so this Ingress is read only. The version of today"
                  .formatted(type.apiVersion())
              + " is networking.k8s.io/v1.");
    } else {
      reading.error(
          root.at("apiVersion"),
          type.apiVersion().isEmpty()
              ? "The apiVersion is missing. Write networking.k8s.io/v1."
              : "There is no Ingress in %s. Write networking.k8s.io/v1."
                  .formatted(type.apiVersion()));
    }
  }

  private void reportClassVersion(Fields root, Type type) {
    if (!type.apiVersion().equals(V1)) {
      reading.report(
          root.at("apiVersion"),
          Severity.WARNING,
          "%s is not served any more. Write networking.k8s.io/v1.".formatted(type.apiVersion()));
    }
  }

  private ObjectMeta meta(Fields root) {
    return MetaBinder.bind(reading, root);
  }

  private Secret secret(Fields root, Type type) {
    reading.setSecret(true);
    Set<String> keys = new HashSet<>(keys(root, "data"));
    keys.addAll(keys(root, "stringData"));
    Secret secret = new Secret(type.apiVersion(), meta(root), reading.text(root, "type"), keys);
    reading.setSecret(false);
    return secret;
  }

  /** Their names only; of the values it is asked whether they are text, and nothing is kept. */
  private Set<String> keys(Fields root, String field) {
    return reading.texts(root, field).keySet();
  }

  private OtherResource other(Fields root, Type type) {
    reportKind(root, type);
    reading.setQuiet(true);
    ObjectMeta meta = meta(root);
    Map<String, FieldValue> content = content(root);
    reading.setQuiet(false);
    return new OtherResource(type.apiVersion(), type.kind(), meta, content);
  }

  /** A Secret is bound elsewhere or, misspelt, not at all: its values must not get about. */
  private Map<String, FieldValue> content(Fields root) {
    boolean secret = plainText(root, "kind").orElse("").equalsIgnoreCase("Secret");
    return secret ? Map.of() : new ValueBinder(reading).topLevel(root.all());
  }

  private void reportKind(Fields root, Type type) {
    String kind = type.kind();
    Optional<String> meant = KINDS.stream().filter(kind::equalsIgnoreCase).findFirst();
    if (kind.isEmpty()) {
      reading.error(root.at("kind"), "The kind is missing. Write Ingress, for example.");
    } else if (meant.isPresent() && !meant.get().equals(kind)) {
      reading.report(
          root.at("kind"),
          Severity.WARNING,
          "The kind is written %s, not %s.".formatted(meant.get(), kind));
    } else if (type.apiVersion().equals(V1)
        && !kind.endsWith("List")
        && !NETWORKING.contains(kind)) {
      reading.report(
          root.at("kind"), Severity.WARNING, "There is no kind %s in %s.".formatted(kind, V1));
    }
  }

  private static Optional<String> plainText(Fields root, String key) {
    return root.get(key)
        .filter(YamlNode.Scalar.class::isInstance)
        .map(node -> ((YamlNode.Scalar) node).value());
  }

  private static Bound<Optional<Resource>, Optional<IngressBinder.Memory>> some(Resource resource) {
    return new Bound<>(Optional.of(resource), Optional.empty());
  }

  private static Bound<Optional<Resource>, Optional<IngressBinder.Memory>> none() {
    return new Bound<>(Optional.empty(), Optional.empty());
  }
}
