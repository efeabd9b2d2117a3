package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.Trace.RewriteStep;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request on its way through middlewares; one for each decision, used by one thread. */
final class Pass {
  final Request request;
  private final @Nullable List<RewriteStep> steps;
  private final Optional<String> query;
  private @Nullable GoUrl url;
  private String escaped;

  /** The request line as middlewares print it; only rewriting ones turn its {@code ;} into &. */
  private String uri;

  private Optional<String> host = Optional.empty();

  /**
   * @param steps takes what is rewritten; null where nobody reads it
   */
  Pass(Request request, String escaped, TraefikOptions options, @Nullable List<RewriteStep> steps) {
    this.request = request;
    this.escaped = escaped;
    this.steps = steps;
    Optional<String> written = request.query();
    boolean encodes = options.isOn("http.encodeQuerySemicolons", false);
    query =
        written.filter(q -> q.indexOf(';') >= 0).isEmpty()
            ? written
            : written.map(q -> q.replace(";", encodes ? "%3B" : "&"));
    uri = withQuery(escaped, encodes ? query : written);
  }

  private static String withQuery(String path, Optional<String> query) {
    return query.isEmpty() ? path : path + "?" + query.get();
  }

  GoUrl url() {
    if (url == null) {
      url = GoUrl.of(escaped).orElseThrow();
    }
    return url;
  }

  boolean isTls() {
    return request.serverName().isPresent();
  }

  /** Changes the path; the reason is a sentence for people. */
  void rewrite(GoUrl to, Middleware by) {
    String before = escaped;
    url = to;
    escaped = to.escaped().isEmpty() ? "/" : to.escaped();
    uri = withQuery(escaped, query);
    if (steps != null) {
      steps.add(new RewriteStep(before, escaped, by.sentence(), by.at()));
    }
  }

  void setHost(String name, Middleware by) {
    if (steps != null) {
      steps.add(new RewriteStep(host.orElse(rawHost()), name, by.sentence(), by.at()));
    }
    host = Optional.of(name);
  }

  /** The Host header as it was sent, with its port. */
  String rawHost() {
    List<String> header = request.headers().get("Host");
    if (header != null && !header.isEmpty()) {
      return header.getFirst();
    }
    boolean isUsual = request.port() == (isTls() ? 443 : 80);
    return isUsual ? request.host() : request.host() + ":" + request.port();
  }

  /** Path and query as redirects show them. */
  String uri() {
    return uri;
  }

  /** Path and query as a backend sees them. */
  String upstream() {
    return withQuery(escaped, query);
  }

  Optional<String> upstreamHost() {
    return host.filter(h -> !h.equals(request.host()));
  }
}
