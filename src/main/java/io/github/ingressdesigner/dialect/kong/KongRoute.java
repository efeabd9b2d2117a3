package io.github.ingressdesigner.dialect.kong;

import io.github.ingressdesigner.dialect.common.RewriteTemplate;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Request;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One route of Kong: all paths of one Ingress, host, Service and port. */
final class KongRoute {
  final String owner;
  final String name;
  final Annotations annotations;
  final Target target;
  final List<String> hosts;
  final List<KongPath> paths;
  final boolean isDefault;
  final List<HeaderMatch> headers;
  final List<String> methods;
  final List<String> snis;
  final Protocols protocols;
  final boolean stripPath;
  final boolean preserveHost;
  final int regexPriority;
  final Optional<RewriteTemplate> rewrite;
  private @Nullable String id;

  /**
   * The Kong service behind a route.
   *
   * @param reason why it has no target; empty if it has one
   * @param path {@code konghq.com/path} of the Service, else {@code /}
   * @param host what a backend sees as Host without preserve-host
   */
  record Target(Backend backend, String reason, String path, String host) {}

  /**
   * @param redirect the status for plain requests where only https is served
   */
  record Protocols(boolean http, boolean https, int redirect) {}

  /**
   * @param narrowed whether annotations for hosts, headers, methods and names count
   */
  KongRoute(
      String name,
      Annotations annotations,
      Target target,
      List<String> hosts,
      List<KongPath> paths,
      Flavor flavor,
      boolean isDefault) {
    this.owner = annotations.meta().qualifiedName();
    this.name = name;
    this.annotations = annotations;
    this.target = target;
    this.hosts = hosts;
    this.paths = paths;
    this.isDefault = isDefault;
    boolean narrowed = !isDefault || flavor != Flavor.EXPRESSIONS;
    this.headers =
        narrowed
            ? annotations.headers().entrySet().stream()
                .filter(e -> !e.getKey().equalsIgnoreCase("host"))
                .map(e -> HeaderMatch.of(e.getKey(), e.getValue(), flavor))
                .toList()
            : List.of();
    this.methods = narrowed ? annotations.methods(flavor) : List.of();
    this.snis = narrowed ? annotations.snis() : List.of();
    this.protocols = protocols(annotations);
    this.stripPath = annotations.flag("strip-path").orElse(false);
    this.preserveHost = annotations.flag("preserve-host").orElse(true);
    this.regexPriority = annotations.number("regex-priority");
    this.rewrite =
        annotations
            .find("rewrite")
            .map(
                text ->
                    RewriteTemplate.of(RewriteTemplate.Style.DOLLAR, text.isEmpty() ? "/" : text));
  }

  private static Protocols protocols(Annotations annotations) {
    List<String> named = annotations.list("protocols");
    boolean forced = annotations.isForced();
    boolean http = named.isEmpty() ? !forced : named.contains("http");
    boolean https = named.isEmpty() || named.contains("https");
    int written = annotations.number("https-redirect-status-code");
    boolean known = List.of(301, 302, 307, 308, 426).contains(written);
    return new Protocols(http, https, known ? written : forced ? 302 : 426);
  }

  String id() {
    String known = id;
    if (known == null) {
      known = RouteIds.of(name);
      id = known;
    }
    return known;
  }

  /** What is asked beside host and path. */
  boolean accepts(Request request, Flavor flavor) {
    boolean secure = request.scheme().equals("https");
    if (!methods.isEmpty() && !methods.contains(request.method())) {
      return false;
    }
    if (flavor == Flavor.EXPRESSIONS && secure && protocols.http() && !protocols.https()) {
      return false;
    }
    if (!snis.isEmpty() && (secure || flavor == Flavor.EXPRESSIONS)) {
      String name = secure ? request.serverName().orElse("") : "";
      if (!snis.contains(name)) {
        return false;
      }
    }
    for (HeaderMatch header : headers) {
      if (!header.accepts(request)) {
        return false;
      }
    }
    return true;
  }

  Location at() {
    return paths.getFirst().at();
  }
}
