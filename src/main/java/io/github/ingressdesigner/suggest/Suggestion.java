package io.github.ingressdesigner.suggest;

import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import java.util.List;
import java.util.Map;

/**
 * A request worth trying.
 *
 * @param reaches whether it reaches the path, by the table that was asked
 * @param url with its scheme
 * @param headers beside those of the URL
 * @param shows what is tried, a few words for people
 */
public record Suggestion(
    Kind kind,
    boolean reaches,
    String method,
    String url,
    Map<String, List<String>> headers,
    Outcome outcome,
    String shows) {
  /** What it is suggested for. */
  public enum Kind {
    /** It reaches the path. */
    HIT,
    /** It looks as if it did, and does not. */
    NEAR_MISS,
    /** It stands at a border where controllers differ; it may reach the path or not. */
    BOUNDARY
  }

  public Suggestion {
    headers = Map.copyOf(headers);
  }

  public Request request() {
    return Request.of(method, url, headers);
  }
}
