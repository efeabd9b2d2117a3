package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.intent.Intent;

/**
 * Plans the smallest text edit for an intent and proves it by reading again. The only writer of
 * YAML.
 */
public final class IntentPlanner {
  public Plan plan(Intent intent, PlanContext context) {
    throw new UnsupportedOperationException("not yet " + intent + context);
  }
}
