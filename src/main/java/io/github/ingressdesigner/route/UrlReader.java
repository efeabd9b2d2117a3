package io.github.ingressdesigner.route;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Cuts a URL into a request without touching a character of it. {@code java.net.URI} would refuse
 * or decode what a client may well send.
 */
final class UrlReader {
  private UrlReader() {}

  static Request read(String method, String url, Map<String, List<String>> headers) {
    return read(method, url, headers, false);
  }

  static Request readLiterally(String method, String url, Map<String, List<String>> headers) {
    return read(method, url, headers, true);
  }

  private static Request read(
      String method, String url, Map<String, List<String>> headers, boolean anyPort) {
    String scheme = scheme(url);
    String rest = url.substring(scheme.length() + 3);
    int end = authorityEnd(rest);
    String authority = rest.substring(rest.lastIndexOf('@', end) + 1, end);
    String host = hostOf(authority);
    if (host.isEmpty()) {
      throw new IllegalArgumentException(
          "The URL names no host. Write it after " + scheme + "://.");
    }
    boolean tls = scheme.equals("https");
    String written = authority.substring(host.length());
    boolean usual = anyPort && !isPort(written);
    int port = port(usual ? "" : written, tls ? 443 : 80);
    int mark = rest.indexOf('?', end);
    String path = rest.substring(end, mark < 0 ? rest.length() : mark);
    return new Request(
        method,
        scheme,
        hostHeader(headers).map(UrlReader::hostOf).orElse(host),
        tls ? Optional.of(host) : Optional.empty(),
        port,
        path.startsWith("/") ? path : "/" + path,
        mark < 0 ? Optional.empty() : Optional.of(rest.substring(mark + 1)),
        headers);
  }

  private static String scheme(String url) {
    int colon = url.indexOf("://");
    String scheme = colon < 0 ? "" : url.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException(
          scheme.isEmpty()
              ? "The URL has no scheme. Begin it with http:// or https://."
              : "The scheme " + scheme + " is not routed. Begin with http:// or https://.");
    }
    // The same text for all requests, which is one place less to look at for whoever compares it.
    return scheme.equals("https") ? "https" : "http";
  }

  private static int authorityEnd(String rest) {
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      if (c == '/' || c == '?' || c == '#') {
        return i;
      }
    }
    return rest.length();
  }

  /** The host of an authority or Host header; a bracketed IPv6 address keeps its brackets. */
  private static String hostOf(String authority) {
    int colon = authority.indexOf(':', Math.max(0, authority.indexOf(']')));
    return colon < 0 ? authority : authority.substring(0, colon);
  }

  private static int port(String text, int standard) {
    if (text.length() < 2) {
      return standard;
    }
    if (!isPort(text)) {
      throw new IllegalArgumentException(
          "The port " + text.substring(1) + " is not a number from 0 to 65535.");
    }
    return Integer.parseInt(text.substring(1));
  }

  private static boolean isPort(String text) {
    return text.matches(":[0-9]{1,5}") && Integer.parseInt(text.substring(1)) <= 65535;
  }

  private static Optional<String> hostHeader(Map<String, List<String>> headers) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase("host"))
        .flatMap(header -> header.getValue().stream())
        .findFirst();
  }
}
