package io.github.ingressdesigner.ui.tester;

import io.github.ingressdesigner.compare.Answers;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Decision.Confidence;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Sign;
import java.util.Optional;

/**
 * What one controller makes of the request.
 *
 * @param outcome empty where it could not be asked
 * @param title where it goes
 * @param arrives path that the backend sees; empty where none sees one
 * @param reason why, from the step that decides
 */
record ControllerRow(
    Dialect dialect,
    Optional<Outcome> outcome,
    Sign sign,
    String title,
    String arrives,
    Confidence confidence,
    String basis,
    String reason) {
  static ControllerRow of(Dialect dialect, Decision decision, IngressNames names) {
    Outcome outcome = decision.outcome();
    return new ControllerRow(
        dialect,
        Optional.of(outcome),
        OutcomeWords.sign(outcome),
        OutcomeWords.title(outcome),
        OutcomeWords.arrives(outcome),
        decision.confidence(),
        decision.basis(),
        DecidingReason.of(decision, names));
  }

  /** A controller that could not be asked, by a mistake of the program. */
  static ControllerRow failed(Dialect dialect) {
    return new ControllerRow(
        dialect,
        Optional.empty(),
        Sign.ERROR,
        Messages.text("tester.controllers.failed"),
        "",
        Confidence.UNKNOWN,
        "",
        Messages.text("tester.controllers.failed.reason"));
  }

  /** Whether it answers otherwise than another one does. */
  boolean differs(ControllerRow other) {
    return outcome.isPresent()
        && other.outcome().isPresent()
        && Answers.difference(other.outcome().get(), outcome.get()).isPresent();
  }

  /** All of it as one sentence, for screen readers. */
  String spoken() {
    return String.join(", ", dialect.displayName(), title, arrives, reason);
  }
}
