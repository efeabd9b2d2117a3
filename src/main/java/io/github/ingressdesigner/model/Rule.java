package io.github.ingressdesigner.model;

import java.util.List;
import java.util.Optional;

/**
 * One entry of {@code spec.rules}.
 *
 * @param host absent for a rule that takes every host; an empty string in the text counts as absent
 * @param hasHttp whether {@code http} is there; a rule without it sends its host to the default
 *     backend
 */
public record Rule(Optional<String> host, boolean hasHttp, List<HttpPath> paths) {
  public Rule {
    paths = List.copyOf(paths);
  }
}
