package io.github.ingressdesigner.suite;

import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A route test that is to be written.
 *
 * @param url as it is to be written, with its scheme
 * @param controller id of the dialect that gave the answer; empty for the one that decides
 */
public record NewTest(
    String method,
    String url,
    Map<String, List<String>> headers,
    Expectation expectation,
    Optional<String> controller) {
  public NewTest {
    TreeMap<String, List<String>> copy = new TreeMap<>();
    headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    headers = java.util.Collections.unmodifiableMap(copy);
  }

  /** A test that an answer stays what it is; empty where the answer is not decided. */
  public static Optional<NewTest> of(Request request, Outcome outcome) {
    return Expectations.of(request, outcome)
        .map(
            expectation ->
                new NewTest(
                    request.method(),
                    url(request),
                    request.headers(),
                    expectation,
                    Optional.empty()));
  }

  /** The same for a URL as it is to be written. */
  public static Optional<NewTest> of(
      String method, String url, Map<String, List<String>> headers, Outcome outcome) {
    return Expectations.of(Request.of(method, url, headers), outcome)
        .map(expectation -> new NewTest(method, url, headers, expectation, Optional.empty()));
  }

  public NewTest withController(String id) {
    return new NewTest(method, url, headers, expectation, Optional.of(id));
  }

  /** The URL that is read as this request; a Host header keeps its part in it. */
  static String url(Request request) {
    boolean usual = request.port() == (request.scheme().equals("https") ? 443 : 80);
    return request.scheme()
        + "://"
        + request.serverName().orElse(request.host())
        + (usual ? "" : ":" + request.port())
        + request.target();
  }
}
