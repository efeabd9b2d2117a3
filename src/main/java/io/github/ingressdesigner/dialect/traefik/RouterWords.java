package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.dialect.common.PathWords;
import io.github.ingressdesigner.route.Request;

/** Sentences on routers, each naming the fact that decides. */
final class RouterWords {
  private RouterWords() {}

  /** Why the rule takes the path. */
  static String takes(Router router) {
    String text = router.matcher().text();
    String fact =
        switch (router.matcher().form()) {
          case NONE -> "The rule asks for the host alone.";
          case PATH -> "The path is equal.";
          case PREFIX ->
              text.equals("/")
                  ? "Every path begins with /."
                  : "The path begins with " + text + ", letter by letter.";
          case ELEMENTS -> "The path is " + text + ", or below it.";
          case REGEXP -> "The expression " + text + " finds a match in the path.";
        };
    return router.condition().isNone() ? fact : fact + " The headers ask for it too.";
  }

  /** What its priority comes from. */
  static String priority(Router router) {
    boolean own = !isByLength(router);
    return own
        ? "router.priority " + router.priority()
        : "its rule of " + router.priority() + " bytes";
  }

  private static boolean isByLength(Router router) {
    return router.priority()
        == router
            .condition()
            .bytes(
                RuleText.bytes(router.hosts(), router.matcher().form(), router.matcher().text()));
  }

  static String beaten(Router router, Router winner) {
    return "It matches too, but priority "
        + router.priority()
        + " is below "
        + winner.priority()
        + (isByLength(router) && isByLength(winner) ? ": the longer rule goes first." : ".");
  }

  /** Why the rule does not take the request. */
  static String differs(Router router, Request request, String path) {
    PathMatcher matcher = router.matcher();
    if (matcher.test().takes(path) && !router.condition().takes(request)) {
      return "The path matches, but no header asks for it.";
    }
    String text = matcher.text();
    String reason =
        switch (matcher.form()) {
          case NONE -> "It does not match.";
          case PATH -> PathWords.notExact(text, path);
          case PREFIX ->
              text.equals(path + "/")
                  ? "The slash at the end of " + text + " counts, and the path has none."
                  : "The path does not begin with " + text + ".";
          case ELEMENTS -> PathWords.notPrefix(text.isEmpty() ? "/" : text, path);
          case REGEXP -> "The expression " + text + " finds nothing in the path.";
        };
    return matcher.form() == RuleText.Form.REGEXP || isClean(text)
        ? reason
        : reason + " Requests are decoded and cleaned first, rules are not.";
  }

  private static boolean isClean(String text) {
    return text.indexOf('%') < 0 && GoUrl.isClean(text);
  }
}
