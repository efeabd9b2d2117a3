package io.github.ingressdesigner.dialect.kong;

import io.github.ingressdesigner.dialect.common.RewriteTemplate;
import io.github.ingressdesigner.route.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the annotations of an Ingress say of all its routes: read by the controller in expressions
 * ({@code ingress_atc.go}), else laid over the routes ({@code kongstate/route.go}).
 *
 * @param aliases hosts beside that of the rule
 * @param asked what counts for the priority, which in expressions may be more than what is compared
 * @param joinsPlainly {@code path-handling: v1}, which the traditional router alone knows
 * @param separated whether a condition beside host and path may refuse a request
 */
record Options(
    Annotations annotations,
    Flavor flavor,
    List<String> aliases,
    List<HeaderMatch> headers,
    List<String> methods,
    List<String> snis,
    Asked asked,
    Protocols protocols,
    boolean stripPath,
    boolean preserveHost,
    int regexPriority,
    boolean joinsPlainly,
    Optional<RewriteTemplate> rewrite,
    boolean separated) {
  /** How many are asked for. */
  record Asked(int headers, int methods, int snis) {
    /** Match fields beside path and host. */
    int kinds() {
      return (headers == 0 ? 0 : 1) + (methods == 0 ? 0 : 1) + (snis == 0 ? 0 : 1);
    }
  }

  /**
   * @param named of the annotation; http and https without it
   * @param redirect the status for plain requests where only https is served
   */
  record Protocols(List<String> named, int redirect) {
    private static final Set<String> KNOWN =
        Set.of("http", "https", "grpc", "grpcs", "tcp", "udp", "tls", "tls_passthrough");

    boolean redirects() {
      return named.contains("https") && !named.contains("http");
    }

    /** Whether requests that are no gRPC are refused. */
    boolean isGrpc() {
      return named.contains("grpc") || named.contains("grpcs");
    }

    /** kong/router/expressions.lua: a lone https takes plain requests, to redirect them. */
    boolean takes(boolean secure) {
      return named.equals(List.of("https"))
          || (secure
              ? named.contains("https") || named.contains("grpcs")
              : named.contains("http") || named.contains("grpc"));
    }

    static Protocols of(Annotations annotations, Flavor flavor) {
      boolean forced = annotations.isForced();
      List<String> named = annotations.list("protocols");
      if (named.isEmpty() || !KNOWN.containsAll(named)) {
        named = forced ? List.of("https") : List.of("http", "https");
      }
      boolean grpc = named.stream().anyMatch(name -> name.startsWith("grpc"));
      boolean http = named.stream().anyMatch(name -> name.startsWith("http"));
      if (grpc && http && flavor != Flavor.EXPRESSIONS) {
        named = List.of("http", "https");
      }
      int written = annotations.number("https-redirect-status-code");
      boolean known = List.of(301, 302, 307, 308, 426).contains(written);
      return new Protocols(List.copyOf(named), known ? written : forced ? 302 : 426);
    }
  }

  static Options of(Annotations annotations, Flavor flavor) {
    boolean expressions = flavor == Flavor.EXPRESSIONS;
    Map<String, List<String>> written = annotations.headers();
    List<HeaderMatch> headers = new ArrayList<>();
    written.forEach(
        (name, values) -> {
          // Kong takes Host out of the headers: only the compatible flavour still compares it.
          if (!name.equalsIgnoreCase("host") || flavor == Flavor.COMPATIBLE) {
            headers.add(HeaderMatch.of(name, values, flavor));
          }
        });
    List<String> methods = annotations.methods(flavor);
    List<String> snis = annotations.snis(flavor);
    Asked asked =
        expressions
            ? new Asked(
                written.size(), annotations.list("methods").size(), annotations.list("snis").size())
            : new Asked(headers.size(), methods.size(), snis.size());
    Protocols protocols = Protocols.of(annotations, flavor);
    boolean grpc = !expressions && protocols.isGrpc();
    return new Options(
        annotations,
        flavor,
        annotations.aliases(flavor),
        List.copyOf(headers),
        methods,
        snis,
        asked,
        protocols,
        !grpc && annotations.flag("strip-path").orElse(false),
        annotations.flag("preserve-host").orElse(true),
        annotations.number("regex-priority"),
        flavor == Flavor.TRADITIONAL
            && annotations.find("path-handling").filter("v1"::equals).isPresent(),
        annotations.rewrite(),
        !headers.isEmpty()
            || !methods.isEmpty()
            || !snis.isEmpty()
            || expressions && !(protocols.takes(true) && protocols.takes(false)));
  }

  /** A default backend in expressions takes everything. */
  Options notNarrowed() {
    return new Options(
        annotations,
        flavor,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Asked(0, 0, 0),
        protocols,
        stripPath,
        preserveHost,
        regexPriority,
        joinsPlainly,
        rewrite,
        !(protocols.takes(true) && protocols.takes(false)));
  }

  /** What is asked beside host and path. */
  boolean accepts(Request request) {
    if (!separated) {
      return true;
    }
    boolean secure = request.scheme().equals("https");
    if (!methods.isEmpty() && !methods.contains(request.method())) {
      return false;
    }
    if (flavor == Flavor.EXPRESSIONS && !protocols.takes(secure)) {
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
}
