package io.github.ingressdesigner.dialect.nginx;

import io.github.ingressdesigner.route.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Headers as NGINX's variables hold them. */
public final class Headers {
  private Headers() {}

  /** The Host header as it is sent. */
  public static String host(Request request) {
    List<String> sent = request.headers().get("Host");
    if (sent != null) {
      return sent.getFirst();
    }
    boolean usual = request.port() == (request.scheme().equals("https") ? 443 : 80);
    return request.host() + (usual ? "" : ":" + request.port());
  }

  /**
   * A header as {@code $http_name}: several are joined, {@code -} and {@code _} of the wanted name
   * are the same, and what is sent with {@code _} is dropped. Null where it is not sent.
   */
  public static @Nullable String variable(Request request, String name) {
    if (name.equalsIgnoreCase("host")) {
      return host(request);
    }
    List<String> values = request.headers().get(name.replace('_', '-'));
    return values == null ? null : join(name, values);
  }

  private static String join(String name, List<String> values) {
    return String.join(name.equalsIgnoreCase("cookie") ? "; " : ", ", values);
  }

  /** All values of a header joined; null where it is not sent. */
  public static @Nullable String joined(Request request, String name) {
    List<String> values = request.headers().get(name);
    return values == null ? null : join(name, values);
  }

  /**
   * A cookie as {@code $cookie_name}, its name without regard to case
   * (ngx_http_parse_multi_header_lines); null where it is not sent.
   */
  public static @Nullable String cookie(Request request, String name) {
    for (String line : request.headers().getOrDefault("Cookie", List.of())) {
      int start = 0;
      while (start < line.length()) {
        if (line.regionMatches(true, start, name, 0, name.length())) {
          int sign = blanks(line, start + name.length());
          if (sign < line.length() && line.charAt(sign) == '=') {
            int from = blanks(line, sign + 1);
            int end = line.indexOf(';', from);
            return line.substring(from, end < 0 ? line.length() : end);
          }
        }
        while (start < line.length() && line.charAt(start) != ';' && line.charAt(start) != ',') {
          start++;
        }
        start = blanks(line, start + 1);
      }
    }
    return null;
  }

  private static int blanks(String line, int from) {
    int i = from;
    while (i < line.length() && line.charAt(i) == ' ') {
      i++;
    }
    return i;
  }
}
