package io.github.ingressdesigner.workspace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that passes when told to. */
final class TestClock implements InstantSource {
  private Instant now = Instant.EPOCH;

  @Override
  public Instant instant() {
    return now;
  }

  void pass(long millis) {
    now = now.plus(Duration.ofMillis(millis));
  }
}
