package io.github.ingressdesigner.dialect;

import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Backend.ResourceBackend;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FieldValue;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressClass;
import io.github.ingressdesigner.model.IngressSpec;
import io.github.ingressdesigner.model.ObjectMeta;
import io.github.ingressdesigner.model.OtherResource;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.model.Resource;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.model.Secret;
import io.github.ingressdesigner.model.Service;
import io.github.ingressdesigner.model.Service.ServicePort;
import io.github.ingressdesigner.model.TlsEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;

/** Resources from well-formed YAML, so that tests of routing do not hang on our own reader. */
public final class Manifests {
  private Manifests() {}

  public static Resources read(String yaml) {
    List<Resources.Located> all = new ArrayList<>();
    for (Object document : new Yaml().loadAll(yaml)) {
      if (document != null) {
        ResourceId id = ResourceId.whole(new FileId("/t/in.yaml"), new DocumentId(all.size()));
        all.add(new Resources.Located(id, resource(map(document))));
      }
    }
    return new Resources(all);
  }

  private static Resource resource(Map<String, Object> map) {
    String version = text(map, "apiVersion").orElse("");
    ObjectMeta meta = meta(map(map.get("metadata")));
    Map<String, Object> spec = map(map.get("spec"));
    return switch (text(map, "kind").orElse("")) {
      case "Ingress" -> new Ingress(version, meta, ingress(spec));
      case "IngressClass" -> new IngressClass(version, meta, text(spec, "controller"));
      case "Service" ->
          new Service(
              version,
              meta,
              text(spec, "type"),
              text(spec, "externalName"),
              list(spec.get("ports")).stream()
                  .map(
                      p ->
                          new ServicePort(
                              text(p, "name"),
                              Optional.ofNullable((Integer) p.get("port")),
                              text(p, "targetPort"),
                              Optional.empty()))
                  .toList());
      case "Secret" ->
          new Secret(version, meta, text(map, "type"), map(map.get("stringData")).keySet());
      default -> new OtherResource(version, text(map, "kind").orElse(""), meta, content(map));
    };
  }

  private static Map<String, FieldValue> content(Map<String, Object> map) {
    Map<String, FieldValue> content = new LinkedHashMap<>();
    map.forEach((key, value) -> content.put(key, value(value)));
    List.of("apiVersion", "kind", "metadata").forEach(content::remove);
    return content;
  }

  private static FieldValue value(Object value) {
    return switch (value) {
      case null -> FieldValue.NONE;
      case Map<?, ?> map -> {
        Map<String, FieldValue> values = new LinkedHashMap<>();
        map.forEach((key, member) -> values.put(String.valueOf(key), value(member)));
        yield new FieldValue.Mapping(values);
      }
      case List<?> list -> new FieldValue.Listing(list.stream().map(Manifests::value).toList());
      default -> new FieldValue.Scalar(value.toString(), value instanceof String);
    };
  }

  private static IngressSpec ingress(Map<String, Object> spec) {
    return new IngressSpec(
        text(spec, "ingressClassName"),
        backend(spec.get("defaultBackend")),
        list(spec.get("tls")).stream()
            .map(t -> new TlsEntry(strings(t.get("hosts")), text(t, "secretName")))
            .toList(),
        list(spec.get("rules")).stream().map(Manifests::rule).toList());
  }

  private static Rule rule(Map<String, Object> rule) {
    return new Rule(
        text(rule, "host").filter(host -> !host.isEmpty()),
        rule.get("http") != null,
        list(map(rule.get("http")).get("paths")).stream()
            .map(p -> new HttpPath(text(p, "path"), text(p, "pathType"), backend(p.get("backend"))))
            .toList());
  }

  private static Optional<Backend> backend(Object value) {
    Map<String, Object> map = map(value);
    if (map.get("service") != null) {
      Map<String, Object> service = map(map.get("service"));
      Map<String, Object> port = map(service.get("port"));
      Optional<Port> number =
          Optional.ofNullable((Integer) port.get("number")).map(Port.Number::new);
      return Optional.of(
          new ServiceBackend(
              text(service, "name"), number.or(() -> text(port, "name").map(Port.Name::new))));
    }
    Map<String, Object> other = map(map.get("resource"));
    return other.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ResourceBackend(text(other, "apiGroup"), text(other, "kind"), text(other, "name")));
  }

  private static ObjectMeta meta(Map<String, Object> meta) {
    return new ObjectMeta(
        text(meta, "name"),
        text(meta, "namespace"),
        texts(meta.get("labels")),
        texts(meta.get("annotations")),
        text(meta, "creationTimestamp"));
  }

  private static Map<String, String> texts(Object value) {
    Map<String, String> texts = new LinkedHashMap<>();
    map(value).forEach((key, text) -> texts.put(key, text.toString()));
    return texts;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> list(Object value) {
    return value == null ? List.of() : (List<Map<String, Object>>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<String> strings(Object value) {
    return value == null ? List.of() : (List<String>) value;
  }

  static Optional<String> text(Map<String, Object> map, String key) {
    return Optional.ofNullable(map.get(key)).map(Object::toString);
  }
}
