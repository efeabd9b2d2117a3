package io.github.ingressdesigner.route;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as it is sent. Nothing is normalised: {@code //}, {@code ..} and {@code %2F} stay.
 *
 * @param host what the Host header says, without port; may be empty
 * @param serverName the TLS server name, present for https
 * @param port 0 to 65535
 * @param path the raw path, at least "/"
 * @param query what stands behind the first {@code ?}, without it
 * @param headers by case-insensitive name, each with its values in order
 */
public record Request(
    String method,
    String scheme,
    String host,
    Optional<String> serverName,
    int port,
    String path,
    Optional<String> query,
    Map<String, List<String>> headers) {
  private static final Map<String, List<String>> NO_HEADERS =
      Collections.unmodifiableMap(new TreeMap<>(String.CASE_INSENSITIVE_ORDER));

  public Request {
    headers = headers.isEmpty() ? NO_HEADERS : copy(headers);
  }

  private static Map<String, List<String>> copy(Map<String, List<String>> headers) {
    TreeMap<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    return Collections.unmodifiableMap(copy);
  }

  /**
   * Reads a URL literally, as the route tests do: scheme and authority, then path and query
   * untouched. A {@code Host} header replaces the authority's host, but not the TLS server name.
   *
   * @throws IllegalArgumentException with a message for people when the URL has no http or https
   *     scheme or no host
   */
  public static Request of(String method, String url, Map<String, List<String>> headers) {
    return UrlReader.read(method, url, headers);
  }

  /**
   * The same for what may be sent but is no URL: a port that is no number counts as the usual one.
   *
   * @throws IllegalArgumentException when the URL has no http or https scheme or no host
   */
  public static Request literal(String method, String url, Map<String, List<String>> headers) {
    return UrlReader.readLiterally(method, url, headers);
  }

  /** The same with another path. */
  public Request withPath(String other, Optional<String> otherQuery) {
    return new Request(method, scheme, host, serverName, port, other, otherQuery, headers);
  }

  /** Path and query as they stand in the request line. */
  public String target() {
    return query.map(q -> path + "?" + q).orElse(path);
  }
}
