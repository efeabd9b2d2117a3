package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.common.RewriteTemplate;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import io.github.ingressdesigner.dialect.common.UriText;
import io.github.ingressdesigner.dialect.nginx.NginxRequest;
import io.github.ingressdesigner.route.Request;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the rewrite of a location makes of a request: the expression is searched in the normalised
 * URI, and the whole URI becomes the target (template.go, buildProxyPass).
 *
 * @param target the new URI, not encoded yet
 * @param applied whether the expression was found; else the URI stays
 */
record Rewritten(String target, boolean applied) {
  /** Null where the location does not rewrite. */
  static @Nullable Rewritten of(Block block, Request request, NginxRequest seen) {
    Optional<String> target =
        block.rules.rewriteTarget().filter(t -> block.rules.rewrites(block.text));
    RouteRegex regex = target.isEmpty() ? null : block.rewrite();
    if (regex == null) {
      return null;
    }
    Optional<RouteRegex.Captures> found = regex.find(seen.uri(), 0);
    if (found.isEmpty()) {
      return new Rewritten(seen.uri(), false);
    }
    String written =
        RewriteTemplate.of(RewriteTemplate.Style.NGINX, UriText.bytes(target.get()))
            .expand(found.get(), name -> variable(name, request, seen));
    return new Rewritten(written, true);
  }

  /** A target with a scheme is no URI: NGINX answers with a redirect to it. */
  boolean isUrl() {
    return applied && (target.startsWith("http://") || target.startsWith("https://"));
  }

  /** The request URI that the backend sees. */
  String upstreamPath(Request request) {
    if (!applied) {
      return request.target();
    }
    String path = UriText.encodedAsNginx(target);
    return request.query().filter(q -> !q.isEmpty()).map(q -> path + "?" + q).orElse(path);
  }

  static String encoded(String bytes) {
    return UriText.encodedAsNginx(UriText.bytes(bytes));
  }

  private static String variable(String name, Request request, NginxRequest seen) {
    return switch (name) {
      case "host" -> seen.host();
      case "http_host", "best_http_host" -> IngressNginxTable.sentHost(request);
      case "request_method" -> request.method();
      case "request_uri" -> request.target();
      case "uri", "document_uri" -> seen.uri();
      case "args", "query_string" -> request.query().orElse("");
      case "is_args" -> request.query().filter(q -> !q.isEmpty()).isPresent() ? "?" : "";
      case "scheme", "pass_access_scheme" -> request.scheme();
      case "server_port" -> request.scheme().equals("https") ? "443" : "80";
      default -> named(name, request);
    };
  }

  private static String named(String name, Request request) {
    if (name.startsWith("http_")) {
      String sent = Canary.header(request, name.substring(5));
      return sent == null ? "" : sent;
    }
    if (name.startsWith("arg_")) {
      for (String pair : request.query().orElse("").split("&")) {
        int equals = pair.indexOf('=');
        if (equals > 0 && pair.substring(0, equals).equalsIgnoreCase(name.substring(4))) {
          return pair.substring(equals + 1);
        }
      }
    }
    if (name.startsWith("cookie_")) {
      List<String> lines = request.headers().getOrDefault("Cookie", List.of());
      for (String pair : String.join("; ", lines).split(";")) {
        int equals = pair.indexOf('=');
        if (equals > 0 && pair.substring(0, equals).strip().equalsIgnoreCase(name.substring(7))) {
          return pair.substring(equals + 1).strip();
        }
      }
    }
    return "";
  }
}
