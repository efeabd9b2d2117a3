package io.github.ingressdesigner.bind;

import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Resource;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlReader;
import io.github.ingressdesigner.yaml.YamlTree;
import java.util.List;

/** Short ways from text to bound values. */
final class Bindings {
  private Bindings() {}

  static YamlTree tree(String yaml) {
    return switch (new YamlReader().read(yaml)) {
      case ReadResult.Parsed parsed -> parsed.tree();
      case ReadResult.Empty empty -> throw new AssertionError(empty);
      case ReadResult.Template template -> throw new AssertionError(template);
      case ReadResult.Broken broken -> throw new AssertionError(broken);
    };
  }

  static BoundDocument bind(String yaml) {
    return new ResourceBinder().bind(tree(yaml));
  }

  static Resource resource(String yaml) {
    return bind(yaml).resources().getFirst().resource();
  }

  static Ingress ingress(String yaml) {
    return (Ingress) resource(yaml);
  }

  /** An Ingress whose one path entry has these lines. */
  static String withPath(String... lines) {
    return """
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata: {name: shop}
    spec:
      rules:
      - http:
          paths:
          - %s
    """
        .formatted(String.join("\n        ", lines));
  }

  /** An Ingress whose one backend has this port. */
  static String withPort(String port) {
    return withPath(
        "path: /", "pathType: Prefix", "backend: {service: {name: web, port: {" + port + "}}}");
  }

  static HttpPath path(String yaml) {
    return ingress(yaml).spec().rules().getFirst().paths().getFirst();
  }

  /** Where something is reported, as the API server writes it. */
  static List<String> places(String yaml) {
    return bind(yaml).problems().stream().map(p -> p.path().toString()).toList();
  }

  static List<String> messages(String yaml) {
    return bind(yaml).problems().stream().map(BindProblem::message).toList();
  }
}
