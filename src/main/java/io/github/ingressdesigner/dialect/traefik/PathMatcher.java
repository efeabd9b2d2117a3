package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.dialect.common.PathTest;
import io.github.ingressdesigner.dialect.common.RegexFlavor;
import io.github.ingressdesigner.dialect.common.RouteRegex;

/**
 * The path part of a rule, and how it compares paths.
 *
 * @param text as the matcher gets it
 */
record PathMatcher(RuleText.Form form, String text, PathTest test) {
  private static final PathTest EVERY = new PathTest.Every();

  /** Of a rule without path, or of the default backend of everything. */
  static final PathMatcher ANY = new PathMatcher(RuleText.Form.NONE, "", EVERY);

  /** The path part, or why there is no router. */
  sealed interface Read {
    record Ready(PathMatcher matcher) implements Read {}

    /**
     * @param reason a sentence for people
     */
    record Refused(String reason) implements Read {}
  }

  static Read whole(String path) {
    return rooted(path, new PathMatcher(RuleText.Form.PATH, path, new PathTest.Whole(path)));
  }

  static Read prefix(String path) {
    return rooted(path, new PathMatcher(RuleText.Form.PREFIX, path, new PathTest.Start(path)));
  }

  /** The path, with one slash at its end cut, or what is below it. */
  static Read elements(String path) {
    if (path.equals("/")) {
      return prefix(path);
    }
    String key = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    // No request has two slashes in a row, so nothing is below such a path.
    PathTest test = key.endsWith("/") ? new PathTest.Whole(key) : new PathTest.Elements(key);
    return rooted(path, new PathMatcher(RuleText.Form.ELEMENTS, key, test));
  }

  static Read regex(String text) {
    return switch (RegexFlavor.RE2.compile(text, false)) {
      case RegexFlavor.Result.Compiled(RouteRegex regex) ->
          new Read.Ready(
              new PathMatcher(RuleText.Form.REGEXP, text, new PathTest.Expression(regex, false)));
      case RegexFlavor.Result.Refused(String reason) ->
          new Read.Refused(reason + " Traefik leaves out this router alone.");
    };
  }

  private static Read rooted(String path, PathMatcher matcher) {
    return path.startsWith("/")
        ? new Read.Ready(matcher)
        : new Read.Refused("The path does not begin with /, so Traefik leaves out the router.");
  }
}
