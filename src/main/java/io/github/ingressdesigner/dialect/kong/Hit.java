package io.github.ingressdesigner.dialect.kong;

import io.github.ingressdesigner.dialect.kong.KongRoute.Target;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Request;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of a candidate. What the outcome takes from both is kept here too: with very many
 * hosts a decision costs what it costs to reach them.
 */
final class Hit {
  final Options options;
  final Target target;
  final Optional<String> owner;
  final Optional<Location> at;
  private final Candidate candidate;
  private final PathMatcher matcher;

  Hit(Candidate candidate, PathMatcher matcher) {
    this.candidate = candidate;
    this.matcher = matcher;
    options = candidate.route.options;
    target = candidate.route.target;
    owner = Optional.of(candidate.route.owner);
    at = Optional.of(matcher.from().at());
  }

  Candidate candidate() {
    return candidate;
  }

  PathMatcher matcher() {
    return matcher;
  }

  /** What is asked beside host and path. */
  boolean accepts(Request request) {
    return options.accepts(request);
  }

  /**
   * The one that goes before: of equal priorities that with the larger id, of one candidate the
   * first given.
   */
  static @Nullable Hit first(@Nullable Hit one, @Nullable Hit other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return isBefore(other.candidate, one.candidate) ? other : one;
  }

  private static boolean isBefore(Candidate one, Candidate other) {
    return one.order() != other.order()
        ? one.order() < other.order()
        : one != other && one.isBeforeEqual(other);
  }
}
