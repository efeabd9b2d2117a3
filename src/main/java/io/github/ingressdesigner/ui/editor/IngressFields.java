package io.github.ingressdesigner.ui.editor;

import java.util.List;
import java.util.Map;

/** The fields of an Ingress of networking.k8s.io/v1, by the path of their mapping. */
final class IngressFields {
  /** What stands behind a key. */
  enum Shape {
    SCALAR,
    MAPPING,
    LIST
  }

  record Field(String name, Shape shape) {}

  private static final List<Field> BACKEND = List.of(mapping("service"), mapping("resource"));
  private static final List<Field> SERVICE = List.of(scalar("name"), mapping("port"));
  private static final List<Field> PORT = List.of(scalar("number"), scalar("name"));
  private static final List<Field> RESOURCE =
      List.of(scalar("apiGroup"), scalar("kind"), scalar("name"));

  private static final Map<String, List<Field>> FIELDS =
      Map.ofEntries(
          Map.entry(
              "",
              List.of(scalar("apiVersion"), scalar("kind"), mapping("metadata"), mapping("spec"))),
          Map.entry(
              "metadata",
              List.of(
                  scalar("name"), scalar("namespace"), mapping("annotations"), mapping("labels"))),
          Map.entry(
              "spec",
              List.of(
                  scalar("ingressClassName"),
                  mapping("defaultBackend"),
                  list("tls"),
                  list("rules"))),
          Map.entry("spec.tls[]", List.of(list("hosts"), scalar("secretName"))),
          Map.entry("spec.rules[]", List.of(scalar("host"), mapping("http"))),
          Map.entry("spec.rules[].http", List.of(list("paths"))),
          Map.entry(
              "spec.rules[].http.paths[]",
              List.of(scalar("path"), scalar("pathType"), mapping("backend"))),
          Map.entry("spec.rules[].http.paths[].backend", BACKEND),
          Map.entry("spec.rules[].http.paths[].backend.service", SERVICE),
          Map.entry("spec.rules[].http.paths[].backend.service.port", PORT),
          Map.entry("spec.rules[].http.paths[].backend.resource", RESOURCE),
          Map.entry("spec.defaultBackend", BACKEND),
          Map.entry("spec.defaultBackend.service", SERVICE),
          Map.entry("spec.defaultBackend.service.port", PORT),
          Map.entry("spec.defaultBackend.resource", RESOURCE));

  private IngressFields() {}

  /** The fields that a mapping may have, in their usual order; empty where nothing is known. */
  static List<Field> at(String path) {
    return FIELDS.getOrDefault(path, List.of());
  }

  private static Field scalar(String name) {
    return new Field(name, Shape.SCALAR);
  }

  private static Field mapping(String name) {
    return new Field(name, Shape.MAPPING);
  }

  private static Field list(String name) {
    return new Field(name, Shape.LIST);
  }
}
