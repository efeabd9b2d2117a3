package io.github.ingressdesigner.dialect.f5nginx;

import io.github.ingressdesigner.dialect.common.RewriteTemplate;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import io.github.ingressdesigner.dialect.common.UriText;
import io.github.ingressdesigner.dialect.nginx.NginxRequest;
import io.github.ingressdesigner.route.Request;
import java.util.Optional;

/**
 * {@code rewrite expression target break}: where it is found, the whole path becomes the target.
 */
record Rewrite(RouteRegex regex, RewriteTemplate target) {
  static Rewrite of(RouteRegex regex, String target) {
    return new Rewrite(
        regex, RewriteTemplate.of(RewriteTemplate.Style.NGINX, UriText.bytes(target)));
  }

  /** The request URI that the backend sees; empty where the expression is not found. */
  Optional<String> apply(Request request, NginxRequest seen) {
    return regex
        .find(seen.uri(), 0)
        .map(
            found -> {
              String whole = target.expand(found, name -> variable(name, request, seen));
              int mark = whole.indexOf('?');
              String path = UriText.encodedAsNginx(mark < 0 ? whole : whole.substring(0, mark));
              String args = mark < 0 ? "" : whole.substring(mark + 1);
              String sent = request.query().orElse("");
              String all = args.isEmpty() ? sent : sent.isEmpty() ? args : args + "&" + sent;
              return all.isEmpty() ? path : path + "?" + all;
            });
  }

  private static String variable(String name, Request request, NginxRequest seen) {
    return switch (name) {
      case "host" -> seen.host();
      case "request_method" -> request.method();
      case "uri" -> seen.uri();
      case "request_uri" -> request.target();
      case "scheme" -> request.scheme();
      case "args", "query_string" -> request.query().orElse("");
      default -> "";
    };
  }
}
