package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.dialect.common.UriText;
import java.util.Optional;

/**
 * The path of a URL as Go's {@code net/url} keeps it, in bytes: decoded, and as it was written
 * where that says more. Middlewares change both, and where they do not fit together any more the
 * decoded one is encoded anew.
 *
 * @param path decoded
 * @param rawPath as written; empty where encoding {@code path} gives it
 */
record GoUrl(String path, String rawPath) {
  /** {@code setPath}: empty where a % has no two hexadecimal digits behind it. */
  static Optional<GoUrl> of(String escaped) {
    return UriText.decoded(escaped)
        .map(path -> new GoUrl(path, encode(path).equals(escaped) ? "" : escaped));
  }

  /** {@code EscapedPath}. */
  String escaped() {
    if (!rawPath.isEmpty()
        && rawPath.chars().allMatch(GoUrl::isValid)
        && UriText.decoded(rawPath).filter(path::equals).isPresent()) {
      return rawPath;
    }
    return encode(path);
  }

  /** What rewriting middlewares take: the written path, else the encoded one. */
  String current() {
    return rawPath.isEmpty() ? escaped() : rawPath;
  }

  /** {@code path.Clean} would leave it as it is, but for a slash at its end. */
  static boolean isClean(String path) {
    String rooted = path.startsWith("/") ? path : "/" + path;
    return path.isEmpty() || UriText.cleaned(rooted).equals(rooted);
  }

  static String encode(String path) {
    return UriText.encoded(path, GoUrl::stays);
  }

  private static boolean stays(int c) {
    return UriText.isUnreserved(c) || "$&+,/:;=@".indexOf(c) >= 0;
  }

  private static boolean isValid(int c) {
    return stays(c) || "!'()*[]%".indexOf(c) >= 0;
  }
}
