package io.github.ingressdesigner.dialect.nginx;

import io.github.ingressdesigner.route.Request;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Variables of NGINX in the text of a directive (ngx_http_script_compile and
 * ngx_http_core_variables of NGINX 1.27); what a controller's template adds is its own.
 */
public final class Variables {
  private static final Set<String> KNOWN =
      Set.of(
          "host",
          "http_host",
          "request_method",
          "request_uri",
          "uri",
          "document_uri",
          "args",
          "query_string",
          "is_args",
          "scheme",
          "https",
          "server_name",
          "server_port",
          "server_addr",
          "server_protocol",
          "remote_addr",
          "remote_port",
          "remote_user",
          "request",
          "request_id",
          "request_length",
          "request_time",
          "content_type",
          "content_length",
          "hostname",
          "nginx_version",
          "pid",
          "msec",
          "status",
          "time_local",
          "time_iso8601",
          "connection",
          "proxy_host",
          "proxy_port",
          "ssl_protocol",
          "ssl_cipher",
          "ssl_server_name");

  private static final List<String> FAMILIES =
      List.of("http_", "arg_", "cookie_", "sent_http_", "upstream_");

  private Variables() {}

  /**
   * The first thing in a text that NGINX cannot read as a capture or a variable, for people.
   *
   * @param others whether a name is known beside those of NGINX itself
   */
  public static Optional<String> problem(String text, Predicate<String> others) {
    for (int i = text.indexOf('$'); i >= 0; i = text.indexOf('$', i + 1)) {
      char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
      if (next >= '1' && next <= '9') {
        continue;
      }
      int end = i + 1;
      while (end < text.length() && isWord(text.charAt(end))) {
        end++;
      }
      String name = text.substring(i + 1, end);
      if (name.isEmpty()) {
        return Optional.of("a $ without a name behind it, which NGINX refuses");
      }
      if (!isKnown(name) && !others.test(name)) {
        return Optional.of("the variable $" + name + ", which NGINX does not know");
      }
    }
    return Optional.empty();
  }

  private static boolean isWord(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
  }

  private static boolean isKnown(String name) {
    return KNOWN.contains(name) || FAMILIES.stream().anyMatch(name::startsWith);
  }

  /** The value for a request; empty for what is not known before it is sent. */
  public static String value(String name, Request request, NginxRequest seen) {
    return switch (name) {
      case "host" -> seen.host();
      case "http_host" -> Headers.host(request);
      case "request_method" -> request.method();
      case "request_uri" -> request.target();
      case "uri", "document_uri" -> seen.uri();
      case "args", "query_string" -> NginxRequest.args(request);
      case "is_args" -> NginxRequest.args(request).isEmpty() ? "" : "?";
      case "scheme" -> request.scheme();
      case "https" -> request.scheme().equals("https") ? "on" : "";
      case "server_port" -> request.scheme().equals("https") ? "443" : "80";
      case "request" -> request.method() + " " + request.target() + " HTTP/1.1";
      case "server_protocol" -> "HTTP/1.1";
      default -> sent(name, request);
    };
  }

  private static String sent(String name, Request request) {
    if (name.startsWith("http_")) {
      return orEmpty(Headers.variable(request, name.substring(5)));
    }
    if (name.startsWith("cookie_")) {
      return orEmpty(Headers.cookie(request, name.substring(7)));
    }
    if (name.startsWith("arg_")) {
      for (String pair : NginxRequest.args(request).split("&")) {
        int equals = pair.indexOf('=');
        if (equals > 0 && pair.substring(0, equals).equalsIgnoreCase(name.substring(4))) {
          return pair.substring(equals + 1);
        }
      }
    }
    return "";
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
