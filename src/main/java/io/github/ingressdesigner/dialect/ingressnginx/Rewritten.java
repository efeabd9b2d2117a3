package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.common.RewriteTemplate;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import io.github.ingressdesigner.dialect.common.RouteRegex.Captures;
import io.github.ingressdesigner.dialect.common.UriText;
import io.github.ingressdesigner.dialect.nginx.NginxRequest;
import io.github.ingressdesigner.route.Request;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the rewrite of a location makes of a request: the expression is searched in the normalised
 * URI, and the whole URI becomes the target (template.go, buildProxyPass).
 *
 * @param target the new URI, not encoded yet
 * @param applied whether the expression was found; else the URI stays
 * @param isUrl whether the target is written with a scheme: then NGINX answers with a redirect
 */
record Rewritten(String target, boolean applied, boolean isUrl) {
  /** Null where the location does not rewrite. */
  static @Nullable Rewritten of(Server server, Block block, Request request, NginxRequest seen) {
    RouteRegex regex = block.rules.rewrites(block.text) ? block.rewrite() : null;
    if (regex == null) {
      return null;
    }
    Optional<Captures> found = regex.find(seen.uri(), 0);
    if (found.isEmpty()) {
      return new Rewritten(seen.uri(), false, false);
    }
    String target = block.rules.rewriteTarget().orElseThrow();
    Captures captures = found.get();
    String written =
        RewriteTemplate.of(RewriteTemplate.Style.NGINX, UriText.bytes(target))
            .expand(
                captures,
                name -> {
                  int group = groupNamed(regex.text(), name);
                  return group > 0
                      ? captures.group(group)
                      : TemplateVariables.value(name, request, seen, server, block);
                });
    boolean url =
        target.startsWith("http://")
            || target.startsWith("https://")
            || target.startsWith("$scheme");
    return new Rewritten(written, true, url);
  }

  /** The number of a named group of an expression; 0 for none. */
  private static int groupNamed(String regex, String name) {
    int number = 0;
    boolean inClass = false;
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c == '\\') {
        i++;
      } else if (inClass) {
        inClass = c != ']';
      } else if (c == '[') {
        inClass = true;
      } else if (c == '(') {
        String rest = regex.substring(i + 1);
        boolean plain = !rest.startsWith("?") && !rest.startsWith("*");
        boolean named =
            rest.startsWith("?P<")
                || rest.startsWith("?'")
                || rest.startsWith("?<") && !rest.startsWith("?<=") && !rest.startsWith("?<!");
        number += plain || named ? 1 : 0;
        if (named && rest.matches("(?s)\\?P?[<']" + name + "[>'].*")) {
          return number;
        }
      }
    }
    return 0;
  }

  /** A rewrite to nothing at all, which NGINX answers with 500. */
  boolean isEmpty() {
    return applied && !isUrl && target.isEmpty();
  }

  /** Where a target with a scheme sends the client. */
  String url(Request request) {
    String args = NginxRequest.args(request);
    return args.isEmpty() ? target : target + "?" + args;
  }

  /** The request URI that the backend sees. */
  String upstreamPath(Request request) {
    if (!applied) {
      return request.target();
    }
    String path = UriText.encodedAsNginx(target);
    String args = NginxRequest.args(request);
    return args.isEmpty() ? path : path + "?" + args;
  }

  static String encoded(String text) {
    return UriText.encodedAsNginx(UriText.bytes(text));
  }
}
