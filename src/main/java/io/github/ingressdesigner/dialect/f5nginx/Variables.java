package io.github.ingressdesigner.dialect.f5nginx;

import io.github.ingressdesigner.dialect.nginx.NginxRequest;
import io.github.ingressdesigner.route.Request;
import java.util.Optional;
import java.util.Set;

/** The variables of NGINX that rewrite-target may name. */
final class Variables {
  /** Known to NGINX, or set by the controller's templates; the usual ones. */
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
          "ssl_server_name",
          "resource_type",
          "resource_name",
          "resource_namespace",
          "service",
          "connection_upgrade");

  private Variables() {}

  /** Why NGINX refuses a target, if it does. */
  static Optional<String> problem(String target) {
    for (int i = target.indexOf('$'); i >= 0; i = target.indexOf('$', i + 1)) {
      char next = i + 1 < target.length() ? target.charAt(i + 1) : 0;
      if (next >= '1' && next <= '9') {
        continue;
      }
      int end = i + 1;
      while (end < target.length() && isWord(target.charAt(end))) {
        end++;
      }
      String name = target.substring(i + 1, end);
      if (name.isEmpty()) {
        return Optional.of("rewrite-target has a $ without a name behind it, which NGINX refuses.");
      }
      if (!isKnown(name)) {
        return Optional.of(
            "rewrite-target names the variable $" + name + ", which NGINX does not know.");
      }
    }
    return Optional.empty();
  }

  private static boolean isWord(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
  }

  private static boolean isKnown(String name) {
    return KNOWN.contains(name)
        || name.startsWith("http_")
        || name.startsWith("arg_")
        || name.startsWith("cookie_")
        || name.startsWith("sent_http_")
        || name.startsWith("upstream_");
  }

  /** The value for a request; empty for what is not known before it is sent. */
  static String value(String name, Request request, NginxRequest seen, PathRoute route) {
    String args = NginxRequest.args(request);
    return switch (name) {
      case "host" -> seen.host();
      case "http_host" ->
          request.headers().getOrDefault("Host", java.util.List.of(request.host())).getFirst();
      case "request_method" -> request.method();
      case "uri", "document_uri" -> seen.uri();
      case "request_uri" -> request.target();
      case "scheme" -> request.scheme();
      case "https" -> request.scheme().equals("https") ? "on" : "";
      case "server_port" -> request.scheme().equals("https") ? "443" : "80";
      case "server_protocol" -> "HTTP/1.1";
      case "args", "query_string" -> args;
      case "is_args" -> args.isEmpty() ? "" : "?";
      case "resource_type" -> "ingress";
      case "resource_name" -> route.owner().substring(route.owner().indexOf('/') + 1);
      case "resource_namespace" -> route.owner().substring(0, route.owner().indexOf('/'));
      default -> {
        for (String pair : name.startsWith("arg_") ? args.split("&") : new String[0]) {
          int equals = pair.indexOf('=');
          if (equals > 0 && pair.substring(0, equals).equalsIgnoreCase(name.substring(4))) {
            yield pair.substring(equals + 1);
          }
        }
        yield "";
      }
    };
  }
}
