package io.github.ingressdesigner.compare;

import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import java.util.List;

/**
 * Requests that two tables route differently in the same way.
 *
 * @param number from 1, for people
 * @param host the names: one, {@code *.x}, {@code *.*.x}, or empty for all that no rule names
 * @param paths some of the paths, the shortest first
 * @param schemes those for which it holds
 * @param condition methods, headers, cookies and query of the witness; empty where none matters
 * @param url of the witness
 * @param sampled whether it was found by example, so that others like it may exist
 */
public record Difference(
    int number,
    Cause cause,
    String host,
    List<String> paths,
    List<String> schemes,
    String condition,
    Request witness,
    String url,
    Outcome from,
    Outcome to,
    boolean sampled) {
  public Difference {
    paths = List.copyOf(paths);
    schemes = List.copyOf(schemes);
  }
}
