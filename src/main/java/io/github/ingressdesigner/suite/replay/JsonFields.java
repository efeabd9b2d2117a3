package io.github.ingressdesigner.suite.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of a request among the fields of a JSON log line. NGINX has no names of its own, so
 * these are the names of its variables and those of ingress-nginx's documentation; Envoy's are
 * those of its default JSON format, Istio and Envoy Gateway included. A better source beats a
 * lesser one wherever it stands: a whole request line is literal, {@code $uri} is already
 * normalised.
 */
final class JsonFields {
  private static final int NONE = 0;

  private String requestLine = "";
  private String method = "";
  private String target = "";
  private int targetRank = NONE;
  private String query = "";
  private String host = "";
  private int hostRank = NONE;
  private String scheme = "";
  private int schemeRank = NONE;
  private String inner = "";
  private final Map<String, List<String>> headers = new LinkedHashMap<>();

  /** Takes a field that means something; all others are passed over. */
  void put(String written, String value) {
    if (value.isEmpty() || value.equals("-")) {
      return;
    }
    switch (plain(written)) {
      case "request", "request_line" -> requestLine = value;
      case "method", "request_method", "http_method", "verb", "requestmethod" -> method = value;
      case "request_uri", "x_envoy_original_path", "x_envoy_origin_path", "original_path" ->
          target(value, 3);
      case "url", "target", "requestpath" -> target(value, 2);
      case "path", "uri" -> target(value, 1);
      case "args", "query", "query_string", "request_query" -> query = value;
      case "http_host", "requesthost" -> host(value, 3);
      case "authority", "host", "request_host", "vhost", "domain" -> host(value, 2);
      case "server_name" -> serverName(value);
      case "scheme", "request_scheme", "requestscheme" -> scheme(value, 3);
      case "x_forwarded_proto", "http_x_forwarded_proto" -> scheme(value, 2);
      case "https" -> scheme(value.equals("on") ? "https" : "http", 2);
      case "ssl_protocol", "tls_version", "downstream_tls_version" -> scheme("https", 1);
      case "server_port" -> port(value);
      case "log", "message", "msg" -> inner = value;
      default -> header(written, value);
    }
  }

  /** {@code :authority} and {@code X-Envoy-Original-Path} are names that configurations shorten. */
  private static String plain(String written) {
    String name = written.startsWith(":") ? written.substring(1) : written;
    return name.replace('-', '_').toLowerCase(Locale.ROOT);
  }

  private void target(String value, int rank) {
    if (rank > targetRank) {
      target = value;
      targetRank = rank;
    }
  }

  private void host(String value, int rank) {
    if (rank > hostRank) {
      host = value;
      hostRank = rank;
    }
  }

  /** The name of a server block may be a pattern or a placeholder. */
  private void serverName(String value) {
    if (HostWord.find(value).isPresent()) {
      host(value, 1);
    }
  }

  private void scheme(String value, int rank) {
    if (rank > schemeRank && (value.equals("http") || value.equals("https"))) {
      scheme = value;
      schemeRank = rank;
    }
  }

  private void port(String value) {
    if (value.equals("443")) {
      scheme("https", 1);
    } else if (value.equals("80")) {
      scheme("http", 1);
    }
  }

  /** NGINX's variable {@code $http_x_canary} is the header X-Canary. */
  private void header(String written, String value) {
    if (written.startsWith("http_")) {
      putHeader(written.substring("http_".length()).replace('_', '-'), value);
    }
  }

  void putHeader(String name, String value) {
    if (name.equalsIgnoreCase("host")) {
      host(value, 3);
    } else if (!name.startsWith(":")) {
      headers.computeIfAbsent(name, n -> new ArrayList<>(1)).add(value);
    }
  }

  /** What a collector wrapped into a field, if there is nothing else. */
  Optional<String> inner() {
    return requestLine.isEmpty() && target.isEmpty() && !inner.isEmpty()
        ? Optional.of(inner)
        : Optional.empty();
  }

  Recorded.Line line() {
    if (!requestLine.isEmpty()) {
      int first = requestLine.indexOf(' ');
      int last = requestLine.lastIndexOf(' ');
      if (first > 0) {
        boolean version = last > first && requestLine.startsWith("HTTP/", last + 1);
        String written = requestLine.substring(first + 1, version ? last : requestLine.length());
        return line(requestLine.substring(0, first), written);
      }
    }
    if (target.isEmpty()) {
      return Recorded.NO_REQUEST;
    }
    String whole = query.isEmpty() || target.indexOf('?') >= 0 ? target : target + "?" + query;
    return line(method.isEmpty() ? "GET" : method, whole);
  }

  private Recorded.Line line(String by, String to) {
    return Recorded.of(
        by,
        schemeRank == NONE ? Optional.empty() : Optional.of(scheme),
        hostRank == NONE ? Optional.empty() : Optional.of(host),
        to,
        headers);
  }
}
