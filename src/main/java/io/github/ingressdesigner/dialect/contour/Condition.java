package io.github.ingressdesigner.dialect.contour;

import io.github.ingressdesigner.dialect.common.PathTest;
import io.github.ingressdesigner.dialect.common.RegexFlavor;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import io.github.ingressdesigner.dialect.common.UriText;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.PathType;
import java.util.Optional;

/**
 * What a path becomes (internal/dag/ingress_processor.go), and when it is asked
 * (internal/sorter/sorter.go): exact ones, expressions with the longest text first, prefixes with
 * the longest first, of one text by elements before by letters.
 */
record Condition(Kind kind, String text) {
  enum Kind {
    EXACT,
    REGEX,
    /** By whole elements. */
    SEGMENT,
    /** Letter by letter. */
    STRING
  }

  static Condition of(HttpPath path) {
    String text = path.path().filter(p -> !p.isEmpty()).orElse("/");
    if (path.type() == PathType.EXACT) {
      return new Condition(Kind.EXACT, text);
    }
    if (path.type() != PathType.PREFIX) {
      return isRegex(text)
          ? new Condition(Kind.REGEX, "^" + text)
          : new Condition(Kind.STRING, text);
    }
    String bare = text;
    while (bare.length() > 1 && bare.endsWith("/")) {
      bare = bare.substring(0, bare.length() - 1);
    }
    return bare.equals("/") ? new Condition(Kind.STRING, "/") : new Condition(Kind.SEGMENT, bare);
  }

  private static boolean isRegex(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("^+*[]%".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** False where the expression is refused. */
  boolean isReadable() {
    return kind != Kind.REGEX || test().isPresent();
  }

  /** Empty where the expression is refused. */
  Optional<PathTest> test() {
    String bytes = UriText.bytes(text);
    return switch (kind) {
      case EXACT -> Optional.of(new PathTest.Whole(bytes));
      case SEGMENT -> Optional.of(new PathTest.Elements(bytes));
      case STRING -> Optional.of(new PathTest.Start(bytes));
      case REGEX ->
          RegexFlavor.RE2.compile(text, false)
                  instanceof RegexFlavor.Result.Compiled(RouteRegex regex)
              ? Optional.of(new PathTest.Expression(regex, true))
              : Optional.empty();
    };
  }

  /** The match of the Envoy route. */
  String generated() {
    return switch (kind) {
      case EXACT -> "path: " + text;
      case SEGMENT -> "path_separated_prefix: " + text;
      case STRING -> "prefix: " + text;
      case REGEX -> "safe_regex: " + text;
    };
  }
}
