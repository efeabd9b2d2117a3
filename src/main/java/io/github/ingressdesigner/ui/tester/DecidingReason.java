package io.github.ingressdesigner.ui.tester;

import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Trace.DefaultStep;
import io.github.ingressdesigner.route.Trace.HostStep;
import io.github.ingressdesigner.route.Trace.NoteStep;
import io.github.ingressdesigner.route.Trace.PathStep;
import io.github.ingressdesigner.route.Trace.Step;
import io.github.ingressdesigner.route.Trace.Verdict;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The one sentence of a trace that tells best why the request ends where it does. */
final class DecidingReason {
  private final List<Step> steps;
  private final Outcome outcome;
  private final IngressNames names;

  private DecidingReason(Decision decision, IngressNames names) {
    this.steps = decision.trace().steps();
    this.outcome = decision.outcome();
    this.names = names;
  }

  static String of(Decision decision, IngressNames names) {
    return new DecidingReason(decision, names).text();
  }

  private String text() {
    return switch (outcome) {
      case Outcome.ConfigRejected rejected -> rejected.reason();
      case Outcome.Undecided undecided -> undecided.reason();
      case Outcome.ToBackend _,
          Outcome.ControllerDefault _,
          Outcome.Status _,
          Outcome.Redirect _,
          Outcome.TlsRefused _,
          Outcome.Split _ ->
          path()
              .or(this::note)
              .or(this::noPath)
              .or(() -> last(DefaultStep.class, this::wins).map(Step::reason))
              .or(() -> steps.stream().findFirst().map(this::named))
              .orElse("");
    };
  }

  private Optional<String> path() {
    return last(PathStep.class, path -> path.verdict() == Verdict.WINS)
        .map(path -> path.path() + ": " + path.reason());
  }

  private boolean wins(DefaultStep step) {
    return step.verdict() == Verdict.WINS;
  }

  /** Where no backend answers, a note at a place of the files tells why; of other hosts it not. */
  private Optional<String> note() {
    if (outcome instanceof Outcome.ToBackend || outcome instanceof Outcome.Split) {
      return Optional.empty();
    }
    Optional<ResourceId> asked =
        last(HostStep.class, host -> host.verdict() == Verdict.WINS)
            .flatMap(HostStep::at)
            .map(Location::resource);
    return last(
            NoteStep.class,
            note ->
                note.at()
                    .filter(at -> asked.isEmpty() || asked.get().equals(at.resource()))
                    .isPresent())
        .map(this::named);
  }

  private Optional<String> noPath() {
    boolean elsewhere = last(DefaultStep.class, this::wins).isPresent();
    return last(HostStep.class, host -> host.verdict() == Verdict.WINS)
        .filter(host -> !elsewhere)
        .map(host -> Messages.text("tester.decides.noPath", WhyRows.host(host.host())));
  }

  /** Notes speak of "it", so they need the name of the Ingress. */
  private String named(Step step) {
    return step instanceof NoteStep note
        ? note.at()
            .flatMap(names::find)
            .filter(name -> !note.reason().contains(name))
            .map(name -> Messages.text("tester.ingress", name, note.reason()))
            .orElse(note.reason())
        : step.reason();
  }

  private <S extends Step> Optional<S> last(Class<S> type, Predicate<S> wanted) {
    return steps.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .filter(wanted)
        .reduce((before, step) -> step);
  }
}
