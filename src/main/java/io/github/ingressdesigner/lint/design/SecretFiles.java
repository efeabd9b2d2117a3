package io.github.ingressdesigner.lint.design;

import io.github.ingressdesigner.bind.SourceMap;
import io.github.ingressdesigner.lint.LintContext;
import io.github.ingressdesigner.lint.LintDocument;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.OtherResource;
import io.github.ingressdesigner.model.Resources.Located;
import io.github.ingressdesigner.model.Secret;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The Secrets of the files, and those that something in the files will make.
 *
 * @param byName by namespace/name
 * @param promised namespace/name of what Certificates, SealedSecrets and ExternalSecrets make
 */
record SecretFiles(Map<String, Located> byName, Set<String> promised) {
  static final String TLS = "kubernetes.io/tls";

  static SecretFiles of(LintContext context) {
    Map<String, Located> byName = new HashMap<>();
    Set<String> promised = new HashSet<>();
    for (Located located : context.resources().all()) {
      switch (located.resource()) {
        case Secret secret -> byName.put(secret.meta().qualifiedName(), located);
        case OtherResource other -> promise(other).ifPresent(promised::add);
        default -> {}
      }
    }
    return new SecretFiles(byName, promised);
  }

  private static Optional<String> promise(OtherResource other) {
    Optional<String> name =
        switch (other.kind()) {
          case "Certificate" -> field(other, "secretName");
          case "ExternalSecret" ->
              other.get("spec").get("target").get("name").text().or(other.meta()::name);
          case "SealedSecret" -> other.meta().name();
          default -> Optional.empty();
        };
    return name.map(n -> other.meta().namespaceOrDefault() + "/" + n);
  }

  private static Optional<String> field(OtherResource other, String key) {
    return other.get("spec").get(key).text();
  }

  Optional<Located> find(String namespace, String name) {
    return Optional.ofNullable(byName.get(namespace + "/" + name));
  }

  /** Whether the files bring TLS Secrets along, so that one that is not there is missing. */
  boolean isWhole() {
    return byName.values().stream()
        .map(l -> (Secret) l.resource())
        .anyMatch(s -> s.type().filter(TLS::equals).isPresent());
  }

  /** Namespaces that have a Secret of that name. */
  List<String> namespacesOf(String name) {
    return byName.values().stream()
        .map(Located::resource)
        .filter(s -> s.meta().name().filter(name::equals).isPresent())
        .map(s -> s.meta().namespaceOrDefault())
        .toList();
  }

  /** Where a value of a Secret stands. */
  static Location valueAt(LintContext context, Located secret, String key) {
    Location data = new Location(secret.id(), FieldPath.of("data", key));
    return scalar(context, data).isPresent()
        ? data
        : new Location(secret.id(), FieldPath.of("stringData", key));
  }

  /** A value, decoded; empty where it is absent, encrypted in the file, or no base64. */
  static Optional<String> value(LintContext context, Located secret, String key) {
    Optional<String> plain =
        scalar(context, new Location(secret.id(), FieldPath.of("stringData", key)));
    return plain.or(
        () ->
            scalar(context, new Location(secret.id(), FieldPath.of("data", key)))
                .flatMap(SecretFiles::decoded));
  }

  private static Optional<String> decoded(String base64) {
    try {
      return Optional.of(
          new String(
              Base64.getDecoder().decode(base64.replaceAll("\\s+", "")),
              StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> scalar(LintContext context, Location at) {
    return context
        .document(at)
        .flatMap(LintDocument::tree)
        .flatMap(tree -> SourceMap.find(tree, at.resource().item(), at.path()))
        .map(found -> found.definition().node())
        .filter(Scalar.class::isInstance)
        .map(node -> ((Scalar) node).value());
  }
}
