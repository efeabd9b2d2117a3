package io.github.ingressdesigner.ui.tester;

import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.ui.common.Sign;
import java.util.Optional;

/**
 * One candidate, or a note, in the list of reasons.
 *
 * @param rank place in the order tried; empty where there is none
 * @param tag type of a path, or what kind of row it is
 * @param subject path, host or backend, as the file says it; may be empty
 * @param generated what the controller makes of it; may be empty
 * @param target whether a request can end there: a path or a default backend
 */
record WhyRow(
    Sign sign,
    String rank,
    String tag,
    String subject,
    String verdict,
    String reason,
    String generated,
    boolean target,
    boolean wins,
    Optional<Location> at) {

  /** All of it as one sentence, for screen readers. */
  String spoken() {
    return String.join(", ", verdict, tag + " " + subject, reason);
  }
}
