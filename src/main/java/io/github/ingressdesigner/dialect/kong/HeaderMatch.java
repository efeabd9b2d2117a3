package io.github.ingressdesigner.dialect.kong;

import io.github.ingressdesigner.dialect.common.RegexFlavor;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import io.github.ingressdesigner.route.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An annotation {@code konghq.com/headers.<name>}.
 *
 * @param name in lower case
 * @param written as in the annotation
 */
record HeaderMatch(String name, String written, List<Value> values, Flavor flavor) {
  /**
   * One of the values of which one is enough.
   *
   * @param refusal why Kong refuses the expression; empty if it does not
   */
  record Value(String text, Optional<RouteRegex> regex, String refusal) {}

  static HeaderMatch of(String name, List<String> values, Flavor flavor) {
    List<Value> all = new ArrayList<>();
    for (String value : values) {
      // Traditional: an expression counts where it is the only value (marshall_route).
      boolean pattern =
          value.startsWith("~*") && (flavor != Flavor.TRADITIONAL || values.size() == 1);
      if (!pattern) {
        boolean exact = flavor == Flavor.EXPRESSIONS;
        all.add(new Value(exact ? value : lower(value), Optional.empty(), ""));
        continue;
      }
      // The compatible flavour makes the whole expression lower case: \D becomes \d.
      String written = value.substring(2);
      String text = flavor == Flavor.COMPATIBLE ? lower(written) : written;
      RegexFlavor kind = flavor == Flavor.TRADITIONAL ? RegexFlavor.PCRE : RegexFlavor.RUST;
      all.add(
          switch (kind.compile(text, false)) {
            case RegexFlavor.Result.Compiled(RouteRegex regex) ->
                new Value(text, Optional.of(regex), "");
            case RegexFlavor.Result.Refused(String reason) ->
                new Value(text, Optional.empty(), reason);
          });
    }
    return new HeaderMatch(lower(name), name, List.copyOf(all), flavor);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /**
   * Expressions: one of the comparisons holds for every value that is sent, and case counts. The
   * traditional flavours: some value that is sent, in lower case.
   */
  boolean accepts(Request request) {
    List<String> sent = sent(request);
    if (sent.isEmpty()) {
      return false;
    }
    for (Value value : values) {
      boolean takes =
          flavor == Flavor.EXPRESSIONS
              ? sent.stream().allMatch(text -> takes(value, text))
              : sent.stream().anyMatch(text -> takes(value, lower(text)));
      if (takes) {
        return true;
      }
    }
    return false;
  }

  boolean isSent(Request request) {
    return !sent(request).isEmpty();
  }

  /** The values that are sent; expressions have one sign for dash and underscore. */
  private List<String> sent(Request request) {
    if (name.equals("host")) {
      return List.of();
    }
    Map<String, List<String>> headers = request.headers();
    List<String> sent = headers.get(name);
    if (sent == null && name.indexOf('_') >= 0) {
      sent = headers.get(name.replace('_', '-'));
    }
    if (sent == null && flavor != Flavor.TRADITIONAL && name.indexOf('-') >= 0) {
      sent = headers.get(name.replace('-', '_'));
    }
    return sent == null ? List.of() : sent;
  }

  private static boolean takes(Value value, String text) {
    return value.regex().map(regex -> regex.finds(text)).orElse(text.equals(value.text()));
  }

  String shown() {
    List<String> all = new ArrayList<>();
    values.forEach(v -> all.add((v.regex().isPresent() ? "~" : "") + v.text()));
    return name + ": " + String.join(" or ", all);
  }
}
