package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.nginx.NginxRequest;
import io.github.ingressdesigner.route.Request;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The variables of NGINX that rewrite-target and app-root may name. */
final class Variables {
  /** Known to NGINX with the modules and the template of the controller; the usual ones. */
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
          "server_name",
          "server_port",
          "server_protocol",
          "server_addr",
          "remote_addr",
          "remote_port",
          "remote_user",
          "realip_remote_addr",
          "realip_remote_port",
          "proxy_protocol_addr",
          "proxy_protocol_port",
          "request",
          "request_id",
          "request_length",
          "content_type",
          "content_length",
          "hostname",
          "https",
          "nginx_version",
          "pid",
          "pipe",
          "time_iso8601",
          "time_local",
          "msec",
          "status",
          "connection",
          "connection_requests",
          "connection_time",
          "proxy_host",
          "proxy_port",
          "proxy_add_x_forwarded_for",
          "best_http_host",
          "pass_access_scheme",
          "pass_server_port",
          "pass_port",
          "proxy_upstream_name",
          "proxy_alternative_upstream_name",
          "balancer_ewma_score",
          "namespace",
          "ingress_name",
          "service_name",
          "service_port",
          "location_path",
          "global_rate_limit_exceeding",
          "literal_dollar",
          "connection_upgrade",
          "req_id",
          "body_bytes_sent",
          "bytes_sent",
          "request_time",
          "request_body",
          "request_body_file",
          "request_completion",
          "request_filename",
          "document_root",
          "realpath_root",
          "limit_rate",
          "binary_remote_addr",
          "tcpinfo_rtt",
          "tcpinfo_rttvar",
          "tcpinfo_snd_cwnd",
          "tcpinfo_rcv_space",
          "gzip_ratio",
          "ssl_protocol",
          "ssl_cipher",
          "ssl_ciphers",
          "ssl_curves",
          "ssl_session_id",
          "ssl_session_reused",
          "ssl_server_name",
          "ssl_early_data",
          "ssl_client_cert",
          "ssl_client_raw_cert",
          "ssl_client_escaped_cert",
          "ssl_client_s_dn",
          "ssl_client_i_dn",
          "ssl_client_serial",
          "ssl_client_fingerprint",
          "ssl_client_verify",
          "redirect_to",
          "the_real_ip");

  private Variables() {}

  /**
   * The first thing in a text that NGINX cannot read as a capture or a variable, for people.
   *
   * @param named whether an expression of the configuration captures under this name
   */
  static Optional<String> problem(String text, Predicate<String> named) {
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
      if (!isKnown(name) && !named.test(name)) {
        return Optional.of("the variable $" + name + ", which NGINX does not know");
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
        || name.startsWith("sent_trailer_")
        || name.startsWith("upstream_");
  }

  /** The value for a request; empty for what is not known before it is sent. */
  static String value(
      String name, Request request, NginxRequest seen, Server server, @Nullable Block block) {
    return switch (name) {
      case "namespace" -> block == null || block.owner == null ? "" : block.owner.namespace();
      case "ingress_name" ->
          block == null || block.owner == null
              ? ""
              : block.owner.ingress().meta().name().orElse("");
      case "location_path" -> block == null ? "" : block.text;
      case "host" -> seen.host();
      case "http_host", "best_http_host" -> Headers.host(request);
      case "request_method" -> request.method();
      case "request_uri" -> request.target();
      case "uri", "document_uri" -> seen.uri();
      case "args", "query_string" -> NginxRequest.args(request);
      case "is_args" -> NginxRequest.args(request).isEmpty() ? "" : "?";
      case "scheme", "pass_access_scheme" -> request.scheme();
      case "server_port", "pass_server_port", "pass_port" ->
          request.scheme().equals("https") ? "443" : "80";
      case "server_name" -> Servers.serverName(server.host);
      case "subdomain" -> server.host.startsWith("*.") ? seen.host().split("\\.", 2)[0] : "";
      case "literal_dollar" -> "$";
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
