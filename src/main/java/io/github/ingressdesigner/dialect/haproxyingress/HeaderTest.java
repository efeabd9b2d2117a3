package io.github.ingressdesigner.dialect.haproxyingress;

import io.github.ingressdesigner.dialect.common.RegexFlavor;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import io.github.ingressdesigner.route.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of {@code http-header-match} or {@code http-header-match-regex}: {@code Name: value}
 * (documentation, keys.md, HTTP match).
 *
 * @param value the text that is wanted, or the expression
 */
record HeaderTest(String name, String value, Optional<RouteRegex> regex) {
  /** All lines of both annotations; what is no header is left out. */
  static List<HeaderTest> of(Optional<String> texts, Optional<String> expressions) {
    List<HeaderTest> tests = new ArrayList<>();
    texts.ifPresent(text -> text.lines().forEach(line -> add(line, false, tests)));
    expressions.ifPresent(text -> text.lines().forEach(line -> add(line, true, tests)));
    return tests;
  }

  private static void add(String line, boolean expression, List<HeaderTest> tests) {
    int colon = line.indexOf(':');
    if (colon <= 0) {
      return;
    }
    String name = line.substring(0, colon).strip();
    String value = line.substring(colon + 1).strip();
    if (!expression) {
      tests.add(new HeaderTest(name, value, Optional.empty()));
    } else if (RegexFlavor.PCRE.compile(value, false)
        instanceof RegexFlavor.Result.Compiled(RouteRegex regex)) {
      tests.add(new HeaderTest(name, value, Optional.of(regex)));
    }
  }

  /** HAProxy asks each comma-separated value of the header. */
  boolean accepts(Request request) {
    List<String> sent = request.headers().get(name);
    if (sent == null) {
      return false;
    }
    for (String line : sent) {
      for (String one : line.split(",", -1)) {
        String value = one.strip();
        if (regex.isPresent() ? regex.get().finds(value) : this.value.equals(value)) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return name + (regex.isPresent() ? " matches " : ": ") + value;
  }
}
