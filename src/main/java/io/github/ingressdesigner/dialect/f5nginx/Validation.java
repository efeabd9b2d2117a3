package io.github.ingressdesigner.dialect.f5nginx;

import io.github.ingressdesigner.dialect.common.BitsSeen;
import io.github.ingressdesigner.dialect.common.RegexFlavor;
import io.github.ingressdesigner.dialect.common.UriText;
import io.github.ingressdesigner.dialect.nginx.ConfigWord;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.IngressSpec;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.route.DialectConfig;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What makes the controller refuse a whole Ingress (internal/k8s/validation.go,
 * validateIngressSpec, validatePath, validateMasterSpec, validateMinionSpec).
 */
final class Validation {
  private static final String RESOURCE =
      "A backend is a resource, not a Service, so the whole Ingress is refused.";

  private Validation() {}

  /**
   * Why an Ingress is refused; empty where it is not.
   *
   * @param odd takes the numbers of rules of which NGINX may refuse a path: those of odd letters,
   *     and the same twice
   */
  static Optional<String> refusal(Annotations annotations, DialectConfig config, BitSet odd) {
    IngressSpec spec = annotations.ingress().spec();
    if (spec.rules().isEmpty()) {
      return Optional.of("It has no rules, so it is refused.");
    }
    boolean allowsEmpty = config.isOn("allow-empty-ingress-host", false);
    List<Rule> rules = spec.rules();
    Set<String> hosts = HashSet.newHashSet(rules.size());
    int count = 0;
    for (Rule rule : rules) {
      count += rule.paths().size();
    }
    BitsSeen seen = new BitsSeen(count);
    for (int i = 0; i < rules.size(); i++) {
      String host = rules.get(i).host().orElse("");
      if (host.isEmpty() && !allowsEmpty) {
        return Optional.of("A rule has no host, so the whole Ingress is refused.");
      }
      if (!hosts.add(host)) {
        return Optional.of("The host " + host + " stands in it twice, so it is refused.");
      }
      for (HttpPath path : rules.get(i).paths()) {
        long bits = UriText.plainBits(path.path().orElse(""));
        if (bits == UriText.NOT_PLAIN || isSecret(path.path().orElse(""))) {
          odd.set(i);
          Optional<String> bad = path(path);
          if (bad.isPresent()) {
            return bad;
          }
        } else if (!seen.add(of(bits, i, path))) {
          odd.set(i);
        }
      }
    }
    return mergeable(annotations, spec).or(() -> values(annotations, spec, config));
  }

  /** Tells apart the same path of other rules and of a location of the other kind. */
  private static long of(long bits, int rule, HttpPath path) {
    return bits + 2L * rule + (path.type() == PathType.EXACT ? 1 : 0) << 1 | 1;
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
            || text.contains("/..") && List.of(text.split("/")).contains("..")
            || ConfigWord.breaks(text)
            || hasLetterInBraces(text);
    if (bad || !isExpression(text)) {
      return Optional.of("The path " + text + " is not allowed, so the whole Ingress is refused.");
    }
    return isSecret(text)
        ? Optional.of(
            "The path %s looks like one of the controller's files (/etc/, /root, /var), so the whole Ingress is refused."
                .formatted(text))
        : Optional.empty();
  }

  /** The alternatives are anchored as they are written there: only the first and the last are. */
  private static boolean isSecret(String text) {
    return text.startsWith("/etc/")
        || text.contains("/root")
        || text.contains("/var")
        || text.contains("\\n")
        || text.endsWith("\\r");
  }

  private static boolean hasLetterInBraces(String text) {
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
      int close = text.indexOf('}', open);
      for (int i = open; i < close; i++) {
        char c = text.charAt(i);
        if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
          return true;
        }
      }
      open = close < 0 ? text.length() : close;
    }
    return false;
  }

  /** The controller asks an engine that looks around as PCRE does, without possessive repeats. */
  private static boolean isExpression(String text) {
    boolean plain = true;
    for (int i = 0; i < text.length() && plain; i++) {
      plain = "\\^$.|?*+()[]{}".indexOf(text.charAt(i)) < 0;
    }
    return plain
        || RegexFlavor.RE2.compile(text, false) instanceof RegexFlavor.Result.Compiled
        || !text.contains("++")
            && !text.contains("*+")
            && !text.contains("?+")
            && RegexFlavor.PCRE.compile(text, false) instanceof RegexFlavor.Result.Compiled;
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
      default -> {}
    }
    return Optional.empty();
  }

  private static Optional<String> values(
      Annotations annotations, IngressSpec spec, DialectConfig config) {
    if (isResource(spec.defaultBackend())) {
      return Optional.of(RESOURCE);
    }
    for (Rule rule : spec.rules()) {
      for (HttpPath path : rule.paths()) {
        if (isResource(path.backend())) {
          return Optional.of(RESOURCE);
        }
      }
    }
    return annotations.ingress().meta().annotations().isEmpty()
        ? Optional.empty()
        : AnnotationValues.refusal(annotations, services(spec), config);
  }

  private static boolean isResource(Optional<Backend> backend) {
    return backend.isPresent() && !(backend.get() instanceof ServiceBackend);
  }

  private static Set<String> services(IngressSpec spec) {
    return Stream.concat(
            spec.defaultBackend().stream(),
            spec.rules().stream()
                .flatMap(rule -> rule.paths().stream())
                .flatMap(path -> path.backend().stream()))
        .filter(ServiceBackend.class::isInstance)
        .flatMap(backend -> ((ServiceBackend) backend).name().stream())
        .collect(Collectors.toSet());
  }
}
