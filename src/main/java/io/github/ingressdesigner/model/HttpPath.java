package io.github.ingressdesigner.model;

import java.util.Optional;

/**
 * One entry of {@code http.paths}, with the values as they stand.
 *
 * @param path the path; absent where the text has none
 * @param pathType the text of {@code pathType}; see {@link #type()} for its meaning
 */
public record HttpPath(
    Optional<String> path, Optional<String> pathType, Optional<Backend> backend) {
  public PathType type() {
    return pathType.map(PathType::of).orElse(PathType.ABSENT);
  }
}
