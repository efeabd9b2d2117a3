package io.github.ingressdesigner.dialect.f5nginx;

import io.github.ingressdesigner.dialect.common.RewriteTemplate;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import io.github.ingressdesigner.dialect.common.UriText;
import io.github.ingressdesigner.dialect.nginx.NginxRequest;
import io.github.ingressdesigner.route.Request;
import java.util.Optional;

/**
 * {@code rewrite expression target break}: where it is found, the whole path becomes the target.
 *
 * @param keepsArgs whether the query stays; a question mark at the end of the target drops it
 */
record Rewrite(RouteRegex regex, RewriteTemplate target, boolean keepsArgs) {
  static Rewrite of(RouteRegex regex, String target) {
    boolean drops = target.endsWith("?");
    String kept = drops ? target.substring(0, target.length() - 1) : target;
    return new Rewrite(
        regex, RewriteTemplate.of(RewriteTemplate.Style.NGINX, UriText.bytes(kept)), !drops);
  }

  /** The request URI that the backend sees; empty where the expression is not found. */
  Optional<String> apply(Request request, NginxRequest seen, PathRoute route) {
    return regex
        .find(seen.uri(), 0)
        .map(
            found -> {
              String whole =
                  target.expand(found, name -> TemplateVariables.value(name, request, seen, route));
              int mark = whole.indexOf('?');
              String path = UriText.encodedAsNginx(mark < 0 ? whole : whole.substring(0, mark));
              String args = mark < 0 ? "" : whole.substring(mark + 1);
              String sent = keepsArgs ? NginxRequest.args(request) : "";
              String all = args.isEmpty() ? sent : sent.isEmpty() ? args : args + "&" + sent;
              return all.isEmpty() ? path : path + "?" + all;
            });
  }
}
