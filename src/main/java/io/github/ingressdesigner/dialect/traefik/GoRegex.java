package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.dialect.common.RewriteTemplate;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import io.github.ingressdesigner.dialect.common.RouteRegex.Captures;
import java.util.Optional;

/** Go's {@code regexp.ReplaceAllString}. */
final class GoRegex {
  private GoRegex() {}

  /**
   * Every match replaced, but no empty one right behind another.
   *
   * @throws io.github.ingressdesigner.dialect.common.RegexStoppedException when it takes too long
   */
  static String replaceAll(RouteRegex regex, RewriteTemplate template, String input) {
    StringBuilder out = new StringBuilder();
    int done = 0;
    int from = 0;
    while (from <= input.length()) {
      Optional<Captures> found = regex.find(input, from);
      if (found.isEmpty()) {
        break;
      }
      Captures match = found.get();
      out.append(input, done, match.start());
      if (match.end() > done || match.start() == 0) {
        out.append(template.expand(match));
      }
      done = match.end();
      from = Math.max(from + 1, match.end());
    }
    return out.append(input, Math.min(done, input.length()), input.length()).toString();
  }
}
