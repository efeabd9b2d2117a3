package io.github.ingressdesigner.ui.tester;

import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Decision.Confidence;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Trace.DefaultStep;
import io.github.ingressdesigner.route.Trace.HostStep;
import io.github.ingressdesigner.route.Trace.NoteStep;
import io.github.ingressdesigner.route.Trace.PathStep;
import io.github.ingressdesigner.route.Trace.RequestStep;
import io.github.ingressdesigner.route.Trace.RewriteStep;
import io.github.ingressdesigner.route.Trace.Step;
import io.github.ingressdesigner.route.Trace.Verdict;
import io.github.ingressdesigner.ui.common.Sign;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What one controller makes of the request.
 *
 * @param title where it goes
 * @param arrives path that the backend sees; empty where none sees one
 * @param reason why, from the step that decides
 */
record ControllerRow(
    Dialect dialect,
    Sign sign,
    String title,
    String arrives,
    Confidence confidence,
    String basis,
    String reason) {
  static ControllerRow of(Dialect dialect, Decision decision) {
    Outcome outcome = decision.outcome();
    return new ControllerRow(
        dialect,
        OutcomeWords.sign(outcome),
        OutcomeWords.title(outcome),
        OutcomeWords.arrives(outcome),
        decision.confidence(),
        decision.basis(),
        reason(decision.trace().steps(), outcome));
  }

  private static String reason(List<Step> steps, Outcome outcome) {
    if (outcome instanceof Outcome.ConfigRejected rejected) {
      return rejected.reason();
    }
    return last(steps, PathStep.class, path -> path.verdict() == Verdict.WINS)
        .or(() -> last(steps, NoteStep.class, note -> none(outcome) && note.at().isPresent()))
        .or(() -> last(steps, DefaultStep.class, step -> step.verdict() == Verdict.WINS))
        .or(() -> steps.stream().findFirst())
        .map(step -> subject(step) + step.reason())
        .orElse("");
  }

  /** No backend answers; a note at a place of the files tells best why. */
  private static boolean none(Outcome outcome) {
    return !(outcome instanceof Outcome.ToBackend) && !(outcome instanceof Outcome.Split);
  }

  private static <S extends Step> Optional<Step> last(
      List<Step> steps, Class<S> type, Predicate<S> wanted) {
    return steps.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .filter(wanted)
        .map(Step.class::cast)
        .reduce((before, step) -> step);
  }

  private static String subject(Step step) {
    return switch (step) {
      case PathStep path -> path.path() + ": ";
      case DefaultStep _, HostStep _, NoteStep _, RequestStep _, RewriteStep _ -> "";
    };
  }

  /** All of it as one sentence, for screen readers. */
  String spoken() {
    return String.join(", ", dialect.displayName(), title, arrives, reason);
  }
}
