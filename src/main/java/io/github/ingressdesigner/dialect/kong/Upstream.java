package io.github.ingressdesigner.dialect.kong;

import io.github.ingressdesigner.dialect.common.RewriteTemplate;
import io.github.ingressdesigner.dialect.common.RouteRegex.Captures;
import io.github.ingressdesigner.dialect.common.UriText;
import io.github.ingressdesigner.dialect.nginx.NginxRequest;
import io.github.ingressdesigner.route.Request;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Kong makes of a path before it matches, and what the backend sees. */
final class Upstream {
  private Upstream() {}

  /**
   * kong/tools/uri.lua, normalize, after NGINX has accepted the request. Null where NGINX answers
   * 400.
   */
  static @Nullable String normalised(Request request) {
    if (NginxRequest.read(request) == null) {
      return null;
    }
    String path = request.path();
    if (UriText.isPlain(path)) {
      return path;
    }
    return UriText.decoded(UriText.bytes(path), c -> c != '%' && !UriText.isReserved(c))
        .map(UriText::mergedSlashes)
        .map(UriText::withoutDotsFromRoot)
        .orElse(null);
  }

  /**
   * kong/router/utils.lua, get_upstream_uri; with path-handling v1 the traditional router's own.
   *
   * @param path normalised
   */
  static String path(Hit hit, String path) {
    Options options = hit.options;
    Optional<RewriteTemplate> rewrite = options.rewrite();
    if (rewrite.isPresent()) {
      Captures captures =
          hit.matcher()
              .captures(path)
              .orElseGet(() -> new Captures(0, 0, List.<Optional<String>>of()));
      return escaped(rewrite.get().expand(captures));
    }
    String base = hit.target.path();
    boolean strip = options.stripPath();
    String rest = strip ? sanitized(path.substring(hit.matcher().matched(path).length())) : path;
    if (options.joinsPlainly()) {
      boolean doubled = base.endsWith("/") && rest.startsWith("/");
      String tail = strip ? rest : path.substring(1);
      return escaped(strip && doubled ? base + rest.substring(1) : base + tail);
    }
    return escaped(strip ? stripped(base, rest, path) : kept(base, path));
  }

  private static String kept(String base, String path) {
    if (base.endsWith("/")) {
      return base.length() == 1 ? path : base + path.substring(1);
    }
    return path.equals("/") ? base : base + path;
  }

  private static String stripped(String base, String rest, String path) {
    boolean slash = base.endsWith("/");
    String bare = slash ? base.substring(0, base.length() - 1) : base;
    if (!rest.isEmpty()) {
      return rest.startsWith("/") ? bare + rest : bare + "/" + rest;
    }
    if (base.equals("/")) {
      return "/";
    }
    boolean ends = path.endsWith("/") && (slash || path.length() > 1);
    return ends ? bare + "/" : bare;
  }

  /** kong/router/utils.lua, sanitize_uri_postfix. */
  private static String sanitized(String rest) {
    if (rest.equals(".") || rest.equals("..")) {
      return "";
    }
    if (rest.startsWith("./")) {
      return rest.substring(2);
    }
    return rest.startsWith("../") ? rest.substring(3) : rest;
  }

  /** kong/tools/uri.lua, escape. */
  private static String escaped(String path) {
    return UriText.encoded(path, c -> UriText.isUnreserved(c) || c == '%' || UriText.isReserved(c));
  }

  /** The Host header that the backend sees, where it is not the request's. */
  static Optional<String> host(Hit hit, Request request) {
    if (!hit.options.preserveHost()) {
      return Optional.of(hit.target.host());
    }
    boolean usual = request.port() == (request.scheme().equals("https") ? 443 : 80);
    return usual || request.host().isEmpty()
        ? Optional.empty()
        : Optional.of(request.host() + ":" + request.port());
  }
}
