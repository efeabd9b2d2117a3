package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.common.RewriteTemplate;
import java.util.Optional;
import java.util.Set;

/** The variables of NGINX that a rewrite-target may name. */
final class RewriteWords {
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
          "request",
          "request_id",
          "request_length",
          "content_type",
          "content_length",
          "hostname",
          "https",
          "nginx_version",
          "pid",
          "time_iso8601",
          "time_local",
          "msec",
          "status",
          "connection",
          "proxy_host",
          "proxy_port",
          "best_http_host",
          "pass_access_scheme",
          "pass_server_port",
          "pass_port",
          "proxy_upstream_name",
          "namespace",
          "ingress_name",
          "service_name",
          "service_port",
          "location_path",
          "req_id",
          "subdomain",
          "body_bytes_sent",
          "bytes_sent",
          "request_time",
          "request_body",
          "request_completion",
          "request_filename",
          "document_root",
          "realpath_root",
          "limit_rate",
          "binary_remote_addr",
          "ssl_protocol",
          "ssl_cipher",
          "ssl_server_name",
          "redirect_to");

  private RewriteWords() {}

  static Optional<Servers.Rejection> unknownVariable(Block block) {
    Optional<String> target = block.rules.rewriteTarget().filter(t -> !t.equals(block.text));
    if (target.isEmpty() || target.get().indexOf('$') < 0) {
      return Optional.empty();
    }
    RewriteTemplate template = RewriteTemplate.of(RewriteTemplate.Style.NGINX, target.get());
    return template.names().stream()
        .filter(name -> !isKnown(name))
        .findFirst()
        .map(
            name ->
                new Servers.Rejection(
                    "rewrite-target names the variable $" + name + ", which NGINX does not know.",
                    Optional.of(block.rules.annotations().at("rewrite-target"))));
  }

  private static boolean isKnown(String name) {
    return KNOWN.contains(name)
        || name.startsWith("http_")
        || name.startsWith("arg_")
        || name.startsWith("cookie_")
        || name.startsWith("sent_http_")
        || name.startsWith("upstream_");
  }
}
