package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.dialect.common.RouteRegex;
import io.github.ingressdesigner.route.Request;
import java.util.List;

/**
 * What a router asks of headers, beside host and path: any of several.
 *
 * @param any none for no condition at all
 */
record Condition(List<Header> any) {
  static final Condition NONE = new Condition(List.of());

  /** A test of one header. */
  sealed interface Header {
    boolean takes(Request request);

    String text();

    /** One of its values is equal. */
    record Equal(String name, String value) implements Header {
      @Override
      public boolean takes(Request request) {
        return values(request, name).contains(value);
      }

      @Override
      public String text() {
        return "Header(" + RuleText.quoted(name) + ", " + RuleText.quoted(value) + ")";
      }
    }

    /** An expression is found in one of its values. */
    record Found(String name, RouteRegex regex) implements Header {
      @Override
      public boolean takes(Request request) {
        return values(request, name).stream().anyMatch(regex::finds);
      }

      @Override
      public String text() {
        return "HeaderRegexp(" + RuleText.quoted(name) + ", " + RuleText.quoted(regex.text()) + ")";
      }
    }

    /**
     * A cookie has a value; an expression on the Cookie header finds that.
     *
     * @param header the test of the header
     */
    record CookieIs(String cookie, String value, Found header) implements Header {
      @Override
      public boolean takes(Request request) {
        return header.takes(request);
      }

      @Override
      public String text() {
        return header.text();
      }
    }

    /** An expression that cannot be read: the router is left out. */
    record Unreadable(String name, String pattern, String reason) implements Header {
      @Override
      public boolean takes(Request request) {
        return false;
      }

      @Override
      public String text() {
        return "HeaderRegexp(" + RuleText.quoted(name) + ", " + RuleText.quoted(pattern) + ")";
      }
    }

    /** The one, but not the other. */
    record Unless(Header one, Header other) implements Header {
      @Override
      public boolean takes(Request request) {
        return one.takes(request) && !other.takes(request);
      }

      @Override
      public String text() {
        return "(" + one.text() + " && !" + other.text() + ")";
      }
    }

    private static List<String> values(Request request, String name) {
      return request.headers().getOrDefault(name, List.of());
    }
  }

  boolean isNone() {
    return any.isEmpty();
  }

  /** Whether its rule can be read. */
  boolean isReadable() {
    return any.stream().noneMatch(Header.Unreadable.class::isInstance);
  }

  boolean takes(Request request) {
    for (Header header : any) {
      if (header.takes(request)) {
        return true;
      }
    }
    return any.isEmpty();
  }

  /** How many bytes the rule has with this condition. */
  int bytes(int rule) {
    return any.isEmpty() ? rule : rule + RuleText.utf8Bytes(of(""));
  }

  /** The rule text with this condition. */
  String of(String rule) {
    return any.isEmpty()
        ? rule
        : "("
            + rule
            + ") && ("
            + String.join(" || ", any.stream().map(Header::text).toList())
            + ")";
  }
}
