package io.github.ingressdesigner.suite.replay;

import io.github.ingressdesigner.route.Request;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as a log tells it.
 *
 * @param scheme {@code http} or {@code https}; logs often do not tell it
 * @param authority host, perhaps with a port; logs often do not tell it
 * @param target path and query as sent; begins with a slash
 * @param headers those that the log tells
 */
record Recorded(
    String method,
    Optional<String> scheme,
    Optional<String> authority,
    String target,
    Map<String, List<String>> headers) {

  /** What a log line is: a request, or the reason why it is none. */
  sealed interface Line {
    record Told(Recorded request) implements Line {}

    record Bad(String reason) implements Line {}
  }

  static final Line.Bad NO_REQUEST =
      new Line.Bad("The line holds no HTTP request, such as \"GET /path HTTP/1.1\".");

  /** Checks what was read; an absolute URL as target tells scheme and host. */
  static Line of(
      String method,
      Optional<String> scheme,
      Optional<String> authority,
      String target,
      Map<String, List<String>> headers) {
    if (!isMethod(method)) {
      return NO_REQUEST;
    }
    if (target.startsWith("/")) {
      return new Line.Told(new Recorded(method, scheme, authority, target, headers));
    }
    int start = target.indexOf("://");
    String named = start < 0 ? "" : target.substring(0, start).toLowerCase(Locale.ROOT);
    if (!named.equals("http") && !named.equals("https")) {
      return new Line.Bad(
          "The target of the request is no path; "
              + method
              + " requests like this are not routed.");
    }
    int end = start + 3;
    while (end < target.length() && "/?#".indexOf(target.charAt(end)) < 0) {
      end++;
    }
    String written = target.substring(start + 3, end);
    String own = written.substring(written.lastIndexOf('@') + 1);
    int fragment = target.indexOf('#', end);
    String rest = target.substring(end, fragment < 0 ? target.length() : fragment);
    return new Line.Told(
        new Recorded(
            method,
            Optional.of(named),
            own.isEmpty() ? authority : Optional.of(own),
            rest.startsWith("/") ? rest : "/" + rest,
            headers));
  }

  static boolean isMethod(String text) {
    if (text.isEmpty() || text.length() > 20) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < 'A' || c > 'Z') && c != '-' && c != '_') {
        return false;
      }
    }
    return text.charAt(0) != '-';
  }

  /** The request to ask; empty where no host is known. */
  Optional<Request> request(Defaults defaults) {
    Optional<String> known = authority.or(defaults::host);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    String name = known.get();
    int colon = name.indexOf(':', Math.max(0, name.indexOf(']')));
    String host = colon < 0 ? name : name.substring(0, colon);
    String by = scheme.orElseGet(() -> defaults.schemeOf(host));
    boolean tls = by.equals("https");
    int mark = target.indexOf('?');
    return Optional.of(
        new Request(
            method,
            by,
            host,
            tls ? Optional.of(host) : Optional.empty(),
            port(colon < 0 ? "" : name.substring(colon + 1), tls ? 443 : 80),
            mark < 0 ? target : target.substring(0, mark),
            mark < 0 ? Optional.empty() : Optional.of(target.substring(mark + 1)),
            headers));
  }

  private static int port(String text, int usual) {
    if (text.isEmpty() || text.length() > 5) {
      return usual;
    }
    int port = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return usual;
      }
      port = port * 10 + c - '0';
    }
    return port <= 65535 ? port : usual;
  }
}
