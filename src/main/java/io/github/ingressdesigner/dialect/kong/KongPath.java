package io.github.ingressdesigner.dialect.kong;

import io.github.ingressdesigner.dialect.common.UriText;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import java.util.Optional;

/**
 * A path of an Ingress as the controller reads it (its ingress.go, Add).
 *
 * @param text several slashes in a row are one, an empty path is {@code /}
 * @param written as it stands in the file
 * @param regexPrefix what marks a path as an expression; empty: in expressions nothing, else all
 */
record KongPath(PathType type, String text, String written, Location at, String regexPrefix) {
  static KongPath of(HttpPath path, Location at, String regexPrefix) {
    String written = path.path().filter(p -> !p.isEmpty()).orElse("/");
    PathType type =
        path.type() == PathType.PREFIX || path.type() == PathType.EXACT
            ? path.type()
            : PathType.IMPLEMENTATION_SPECIFIC;
    return new KongPath(type, UriText.mergedSlashes(written), written, at, regexPrefix);
  }

  /** Without the slashes around it. */
  String base() {
    String from = relative();
    int end = from.length();
    while (end > 0 && from.charAt(end - 1) == '/') {
      end--;
    }
    return from.substring(0, end);
  }

  /** Without the slashes before it. */
  String relative() {
    int start = 0;
    while (start < text.length() && text.charAt(start) == '/') {
      start++;
    }
    return text.substring(start);
  }

  /** The expression behind the mark. */
  Optional<String> expression() {
    return type == PathType.IMPLEMENTATION_SPECIFIC
            && !regexPrefix.isEmpty()
            && text.startsWith(regexPrefix)
        ? Optional.of(text.substring(regexPrefix.length()))
        : Optional.empty();
  }

  /** ingress_atc.go, calculateIngressRoutePriorityTraits. */
  boolean hasRegexBit() {
    return type != PathType.IMPLEMENTATION_SPECIFIC || expression().isPresent();
  }

  /** The same: bytes. */
  int length() {
    return UriText.bytes(
            switch (type) {
              case EXACT -> "/" + relative();
              case PREFIX -> base().isEmpty() ? "/" : "/" + base() + "/";
              default -> expression().orElse(text);
            })
        .length();
  }
}
