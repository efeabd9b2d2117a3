package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.nginx.Headers;
import io.github.ingressdesigner.dialect.nginx.NginxRequest;
import io.github.ingressdesigner.dialect.nginx.Variables;
import io.github.ingressdesigner.route.Request;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The variables that rewrite-target and app-root may name: those of NGINX and of the template. */
final class TemplateVariables {
  /** Of the modules that the controller loads and of its template; the usual ones. */
  private static final Set<String> KNOWN =
      Set.of(
          "realip_remote_addr",
          "realip_remote_port",
          "proxy_protocol_addr",
          "proxy_protocol_port",
          "pipe",
          "connection_requests",
          "connection_time",
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
          "ssl_ciphers",
          "ssl_curves",
          "ssl_session_id",
          "ssl_session_reused",
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

  private TemplateVariables() {}

  /**
   * The first thing in a text that NGINX cannot read as a capture or a variable, for people.
   *
   * @param named whether an expression of the configuration captures under this name
   */
  static Optional<String> problem(String text, Predicate<String> named) {
    return Variables.problem(
        text, name -> KNOWN.contains(name) || name.startsWith("sent_trailer_") || named.test(name));
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
      case "best_http_host" -> Headers.host(request);
      case "pass_access_scheme" -> request.scheme();
      case "pass_server_port", "pass_port" -> Variables.value("server_port", request, seen);
      case "server_name" -> Servers.serverName(server.host);
      case "subdomain" -> server.host.startsWith("*.") ? seen.host().split("\\.", 2)[0] : "";
      case "literal_dollar" -> "$";
      default -> Variables.value(name, request, seen);
    };
  }
}
