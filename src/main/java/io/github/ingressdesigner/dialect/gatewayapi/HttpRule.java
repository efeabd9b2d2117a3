package io.github.ingressdesigner.dialect.gatewayapi;

import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.FieldValue;
import io.github.ingressdesigner.model.Location;
import java.util.List;
import java.util.Optional;

/**
 * A rule of an HTTPRoute.
 *
 * @param redirect the RequestRedirect filter
 * @param rewrite the URLRewrite filter
 * @param unknown a filter whose effect is not modelled
 */
record HttpRule(
    int index,
    Location at,
    List<Match> matches,
    List<Target> targets,
    Optional<FieldValue> redirect,
    Optional<FieldValue> rewrite,
    Optional<String> unknown) {
  /**
   * A backendRef.
   *
   * @param weight from 0
   * @param problem why it gets status 500
   * @param ready whether it has endpoints
   * @param rewrite its own URLRewrite filter
   * @param unknown its own filter whose effect is not modelled
   */
  record Target(
      Backend backend,
      int weight,
      Optional<String> problem,
      boolean ready,
      Optional<FieldValue> rewrite,
      Optional<String> unknown,
      Location at) {}

  /** Something of the rule that is not modelled, in words. */
  Optional<String> unknownPart() {
    return unknown.or(
        () -> targets.stream().flatMap(target -> target.unknown().stream()).findFirst());
  }

  HttpRule {
    matches = List.copyOf(matches);
    targets = List.copyOf(targets);
  }
}
