package io.github.ingressdesigner.dialect.kong;

import io.github.ingressdesigner.dialect.common.PathTest;
import io.github.ingressdesigner.dialect.common.RegexFlavor;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import io.github.ingressdesigner.dialect.common.RouteRegex.Captures;
import io.github.ingressdesigner.dialect.common.UriText;
import io.github.ingressdesigner.model.PathType;
import java.util.List;
import java.util.Optional;

/**
 * One comparison with the path. A path of an Ingress becomes one or two.
 *
 * @param text what is compared: the bytes of a text, or the expression as it is written
 * @param regex present for an expression that Kong accepts and that is no mere text
 * @param refusal why Kong refuses the expression; empty if it does not
 */
record PathMatcher(
    KongPath from, Kind kind, String text, Optional<RouteRegex> regex, String refusal) {
  enum Kind {
    EQUAL,
    /** Letter by letter. */
    START,
    REGEX
  }

  private static PathMatcher text(KongPath from, Kind kind, String text) {
    return new PathMatcher(from, kind, UriText.bytes(text), Optional.empty(), "");
  }

  private static PathMatcher regex(KongPath from, String text, RegexFlavor flavor) {
    if (isPlain(text)) {
      return new PathMatcher(from, Kind.REGEX, text, Optional.empty(), "");
    }
    return switch (flavor.compile(text, false)) {
      case RegexFlavor.Result.Compiled(RouteRegex regex) ->
          new PathMatcher(from, Kind.REGEX, text, Optional.of(regex), "");
      case RegexFlavor.Result.Refused(String reason) ->
          new PathMatcher(from, Kind.REGEX, text, Optional.empty(), reason);
    };
  }

  /** The controller's ingress_atc.go, pathMatcherFromIngressPath. */
  static List<PathMatcher> expressions(KongPath path) {
    return switch (path.type()) {
      case PREFIX -> {
        String base = path.base();
        yield base.isEmpty()
            ? List.of(text(path, Kind.START, "/"))
            : List.of(text(path, Kind.EQUAL, "/" + base), text(path, Kind.START, "/" + base + "/"));
      }
      case EXACT -> List.of(text(path, Kind.EQUAL, "/" + path.relative()));
      default ->
          path.expression()
              .map(
                  regex -> {
                    String anchored = regex.isEmpty() ? "^/" : regex;
                    return List.of(
                        regex(
                            path,
                            anchored.startsWith("^") ? anchored : "^" + anchored,
                            RegexFlavor.RUST));
                  })
              .orElseGet(() -> List.of(text(path, Kind.START, path.text())));
    };
  }

  /**
   * The controller's ingress.go, PathsFromIngressPaths and MaybePrependRegexPrefix: the mark is
   * looked for in whatever a path of any type becomes. Kong anchors expressions itself.
   */
  static List<PathMatcher> traditional(KongPath path, RegexFlavor flavor) {
    return switch (path.type()) {
      case PREFIX -> {
        String base = path.base();
        yield base.isEmpty()
            ? List.of(marked(path, "/", flavor))
            : List.of(
                marked(path, "/" + base + "/", flavor), anchored(path, "/" + base + "$", flavor));
      }
      case EXACT -> List.of(anchored(path, "/" + path.relative() + "$", flavor));
      default -> List.of(marked(path, path.text(), flavor));
    };
  }

  private static PathMatcher marked(KongPath path, String text, RegexFlavor flavor) {
    return text.startsWith(path.regexPrefix())
        ? anchored(path, text.substring(path.regexPrefix().length()), flavor)
        : text(path, Kind.START, text);
  }

  private static PathMatcher anchored(KongPath path, String text, RegexFlavor flavor) {
    if (flavor == RegexFlavor.RUST) {
      return regex(path, "^" + text.replace("?<", "?P<"), flavor);
    }
    return regex(path, text.indexOf('|') < 0 ? "^" + text : "^(?:" + text + ")", flavor);
  }

  boolean isRegex() {
    return kind == Kind.REGEX;
  }

  /** Only of what is not refused. */
  PathTest test() {
    return switch (kind) {
      case EQUAL -> new PathTest.Whole(text);
      case START -> text.equals("/") ? new PathTest.Every() : new PathTest.Start(text);
      case REGEX ->
          literal()
              .<PathTest>map(PathTest.Whole::new)
              .orElseGet(() -> new PathTest.Expression(regex.orElseThrow(), false));
    };
  }

  /** {@code ^/foo$} is what every Exact path becomes, and most Prefix paths. */
  private static boolean isPlain(String text) {
    if (!text.startsWith("^/") || !text.endsWith("$")) {
      return false;
    }
    for (int i = 1; i < text.length() - 1; i++) {
      if (".[]{}()*+?^$|\\".indexOf(text.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** What an expression that is a mere text is equal to. */
  Optional<String> literal() {
    return isRegex() && regex.isEmpty() && refusal.isEmpty()
        ? Optional.of(UriText.bytes(text.substring(1, text.length() - 1)))
        : Optional.empty();
  }

  /** What of a path that it takes is matched: the part that strip-path cuts. */
  String matched(String path) {
    return switch (kind) {
      case EQUAL, START -> text;
      case REGEX ->
          regex.isEmpty()
              ? path
              : captures(path).map(c -> path.substring(0, c.end() - c.start())).orElse("");
    };
  }

  Optional<Captures> captures(String path) {
    return regex.flatMap(r -> r.find(path, 0));
  }

  String generated() {
    String shown = isRegex() ? text : UriText.text(text);
    return switch (kind) {
      case EQUAL -> "http.path == " + shown;
      case START -> "http.path ^= " + shown;
      case REGEX -> "http.path ~ " + shown;
    };
  }

  /** As a path of a traditional route. */
  String written() {
    return isRegex() ? "~" + text.substring(1) : UriText.text(text);
  }

  static PathMatcher everything(KongPath path) {
    return new PathMatcher(path, Kind.START, "/", Optional.empty(), "");
  }

  PathType type() {
    return from.type();
  }
}
