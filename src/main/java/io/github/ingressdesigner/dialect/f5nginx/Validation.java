package io.github.ingressdesigner.dialect.f5nginx;

import io.github.ingressdesigner.dialect.common.RegexFlavor;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.IngressSpec;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.route.DialectConfig;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What makes the controller refuse a whole Ingress (internal/k8s/validation.go,
 * validateIngressSpec, validatePath, validateMasterSpec, validateMinionSpec).
 */
final class Validation {
  private Validation() {}

  static Optional<String> refusal(Annotations annotations, DialectConfig config) {
    IngressSpec spec = annotations.ingress().spec();
    if (spec.rules().isEmpty()) {
      return Optional.of("It has no rules, so it is refused.");
    }
    Set<String> hosts = new HashSet<>();
    for (Rule rule : spec.rules()) {
      String host = rule.host().orElse("");
      if (host.isEmpty() && !config.isOn("allow-empty-ingress-host", false)) {
        return Optional.of("A rule has no host, so the whole Ingress is refused.");
      }
      if (!hosts.add(host)) {
        return Optional.of("The host " + host + " stands in it twice, so it is refused.");
      }
      for (HttpPath path : rule.paths()) {
        Optional<String> bad = path(path);
        if (bad.isPresent()) {
          return bad;
        }
      }
    }
    return mergeable(annotations, spec).or(() -> values(annotations, spec));
  }

  private static Optional<String> path(HttpPath path) {
    String text = path.path().orElse("");
    if (text.isEmpty()) {
      return path.type() == PathType.IMPLEMENTATION_SPECIFIC
          ? Optional.empty()
          : Optional.of("A path is empty, so the whole Ingress is refused.");
    }
    boolean bad =
        !text.startsWith("/")
            || text.startsWith("//")
            || hasBlankOrSemicolon(text)
            || text.contains("/..") && List.of(text.split("/")).contains("..");
    if (bad || RegexFlavor.RE2.compile(text, false) instanceof RegexFlavor.Result.Refused) {
      return Optional.of("The path " + text + " is not allowed, so the whole Ingress is refused.");
    }
    return Optional.empty();
  }

  private static boolean hasBlankOrSemicolon(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == ';' || " \t\n\u000b\f\r".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> mergeable(Annotations annotations, IngressSpec spec) {
    switch (annotations.mergeableType()) {
      case "master" -> {
        if (spec.rules().size() != 1) {
          return Optional.of("A master must have one host.");
        }
        if (!spec.rules().getFirst().paths().isEmpty()) {
          return Optional.of("A master must have no paths.");
        }
      }
      case "minion" -> {
        if (spec.rules().size() != 1 || spec.rules().getFirst().paths().isEmpty()) {
          return Optional.of("A minion must have one host and at least one path.");
        }
        if (!spec.tls().isEmpty()) {
          return Optional.of("A minion must have no tls.");
        }
      }
      case "" -> {}
      default -> {
        return Optional.of(
            "nginx.org/mergeable-ingress-type is "
                + annotations.mergeableType()
                + "; it must be master or minion.");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> values(Annotations annotations, IngressSpec spec) {
    Optional<Map<String, String>> rewrites = annotations.rewrites();
    if (rewrites.isEmpty()) {
      return Optional.of("The value of nginx.org/rewrites cannot be read, so it is refused.");
    }
    Set<String> services = new HashSet<>();
    spec.defaultBackend()
        .ifPresent(b -> services.add(b instanceof ServiceBackend s ? s.name().orElse("") : ""));
    for (Rule rule : spec.rules()) {
      for (HttpPath path : rule.paths()) {
        path.backend()
            .ifPresent(b -> services.add(b instanceof ServiceBackend s ? s.name().orElse("") : ""));
      }
    }
    for (String name : rewrites.get().keySet()) {
      if (!services.contains(name)) {
        return Optional.of(
            "nginx.org/rewrites names the Service %s, which is not in this Ingress, so it is refused."
                .formatted(name));
      }
    }
    Optional<String> mode = annotations.find("path-regex");
    if (mode.isPresent() && !mode.get().matches("case_sensitive|case_insensitive|exact")) {
      return Optional.of(
          "nginx.org/path-regex is " + mode.get() + ", which is not known, so it is refused.");
    }
    return Optional.empty();
  }
}
