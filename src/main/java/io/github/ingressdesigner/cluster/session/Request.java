package io.github.ingressdesigner.cluster.session;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A request to the API.
 *
 * @param path begins with a slash
 * @param query parameters, not encoded
 * @param patience how long the whole answer may take
 */
public record Request(
    String method, String path, Map<String, String> query, Optional<Body> body, Duration patience) {
  /** What is sent. */
  public record Body(String type, String text) {
    /** It may be a Secret. */
    @Override
    public String toString() {
      return "Body[" + type + "]";
    }
  }

  private static final Duration USUAL = Duration.ofSeconds(30);

  public Request {
    query = Map.copyOf(query);
  }

  public static Request get(String path) {
    return new Request("GET", path, Map.of(), Optional.empty(), USUAL);
  }

  public static Request of(String method, String path, Body body) {
    return new Request(method, path, Map.of(), Optional.of(body), USUAL);
  }

  public Request with(String parameter, String value) {
    Map<String, String> more = new LinkedHashMap<>(query);
    more.put(parameter, value);
    return new Request(method, path, more, body, patience);
  }

  public Request within(Duration time) {
    return new Request(method, path, query, body, time);
  }

  boolean isRead() {
    return method.equals("GET");
  }

  /** Path and query, encoded. */
  String target() {
    String parameters =
        query.entrySet().stream()
            .map(p -> encode(p.getKey()) + "=" + encode(p.getValue()))
            .sorted()
            .collect(Collectors.joining("&"));
    return path + (parameters.isEmpty() ? "" : "?" + parameters);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
