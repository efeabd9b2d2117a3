package io.github.ingressdesigner.suite;

import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.suite.Expectation.AnyOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Outcomes and expectations in one line each, so that two of them can be laid side by side. */
public final class Wording {
  private Wording() {}

  static String of(Expectation expectation) {
    return switch (expectation) {
      case Expectation.ToService s ->
          line(
              s.service().orElse("any service") + s.port().map(p -> ":" + p).orElse(""),
              s.owner(),
              s.upstreamPath(),
              s.upstreamHost());
      case Expectation.OwnDefault own ->
          "the controller's default backend" + own.status().map(s -> " (" + s + ")").orElse("");
      case Expectation.Answer answer -> "status " + answer.status();
      case Expectation.RedirectTo redirect ->
          "redirect to "
              + redirect.location()
              + redirect.status().map(s -> " (" + s + ")").orElse("");
      case Expectation.TlsRefused _ -> "TLS refused";
      case Expectation.ConfigRejected _ -> "configuration rejected";
      case AnyOf any ->
          any.options().stream()
              .map(o -> of(o.expectation()) + share(o.share()))
              .collect(Collectors.joining(", or "));
    };
  }

  /** One line that says everything about an outcome. */
  public static String of(Outcome outcome) {
    return of(outcome, true, true, true);
  }

  /** Only what the expectation judges, so that a difference stands out. */
  static String of(Outcome outcome, Expectation expectation) {
    return expectation instanceof Expectation.ToService s
        ? of(
            outcome,
            s.owner().isPresent(),
            s.upstreamPath().isPresent(),
            s.upstreamHost().isPresent())
        : of(outcome);
  }

  private static String of(Outcome outcome, boolean owner, boolean path, boolean host) {
    return switch (outcome) {
      case Outcome.ToBackend to ->
          line(
              to.backend().display(),
              to.owner().filter(_ -> owner),
              Optional.of(to.upstreamPath()).filter(_ -> path),
              to.upstreamHost().filter(_ -> host));
      case Outcome.ControllerDefault own ->
          "the controller's default backend (" + own.status() + ")";
      case Outcome.Status status -> "status " + status.status();
      case Outcome.Redirect redirect ->
          "redirect to " + redirect.location() + " (" + redirect.status() + ")";
      case Outcome.TlsRefused refused -> "TLS refused for " + refused.serverName();
      case Outcome.ConfigRejected rejected -> "configuration rejected: " + rejected.reason();
      case Outcome.Undecided undecided -> "not decided: " + undecided.reason();
      case Outcome.Split split ->
          split.options().stream()
              .map(o -> of(o.outcome(), owner, path, host) + share(o.share()))
              .collect(Collectors.joining(", or "));
    };
  }

  private static String line(
      String backend, Optional<String> owner, Optional<String> path, Optional<String> host) {
    List<String> parts = new ArrayList<>();
    parts.add(backend);
    owner.ifPresent(o -> parts.add("by " + o));
    path.ifPresent(p -> parts.add("as " + p));
    host.ifPresent(h -> parts.add("with Host " + h));
    return String.join(" ", parts);
  }

  private static String share(Optional<Double> share) {
    return share.map(s -> String.format(Locale.ROOT, " (%.4g %%)", s * 100)).orElse("");
  }
}
