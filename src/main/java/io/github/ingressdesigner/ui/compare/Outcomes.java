package io.github.ingressdesigner.ui.compare;

import io.github.ingressdesigner.compare.Cause;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Outcomes in a word or two, and the places that decide them. */
final class Outcomes {
  private Outcomes() {}

  /** Where it goes: {@code api:8080}, {@code 404}, {@code 308}. */
  static String title(Outcome outcome) {
    return switch (outcome) {
      case Outcome.ToBackend to -> to.backend().display();
      case Outcome.ControllerDefault own -> Integer.toString(own.status());
      case Outcome.Status status -> Integer.toString(status.status());
      case Outcome.Redirect redirect -> Integer.toString(redirect.status());
      case Outcome.TlsRefused _ -> Messages.text("compare.outcome.tls");
      case Outcome.ConfigRejected _ -> Messages.text("compare.outcome.rejected");
      case Outcome.Undecided _ -> Messages.text("compare.outcome.undecided");
      case Outcome.Split split ->
          split.options().stream()
              .map(o -> (title(o.outcome()) + " " + share(o.share())).strip())
              .collect(Collectors.joining(" | "));
    };
  }

  /** The same, where only what arrives differs: that. */
  static String title(Outcome outcome, Cause cause) {
    return switch (outcome) {
      case Outcome.ToBackend to when cause == Cause.UPSTREAM_PATH ->
          Messages.text("compare.outcome.as", to.upstreamPath());
      case Outcome.ToBackend to when cause == Cause.UPSTREAM_HOST ->
          Messages.text("compare.outcome.as", to.upstreamHost().orElse("\u2013"));
      default -> title(outcome);
    };
  }

  private static String share(Optional<Double> share) {
    return share.map(s -> String.format(Locale.ROOT, "%.3g", s * 100) + " %").orElse("");
  }

  /** What the title leaves out: the path that arrives, the location of a redirect; may be empty. */
  static String more(Outcome outcome) {
    return switch (outcome) {
      case Outcome.ToBackend to ->
          Messages.text("compare.outcome.arrives", to.upstreamPath())
              + to.upstreamHost()
                  .map(host -> Messages.text("compare.outcome.host", host))
                  .orElse("");
      case Outcome.Redirect redirect -> redirect.location();
      case Outcome.ControllerDefault _ -> Messages.text("compare.outcome.ownDefault");
      case Outcome.TlsRefused refused -> refused.serverName();
      case Outcome.ConfigRejected rejected -> rejected.reason();
      case Outcome.Undecided undecided -> undecided.reason();
      case Outcome.Status _, Outcome.Split _ -> "";
    };
  }

  static boolean isBackend(Outcome outcome) {
    return outcome instanceof Outcome.ToBackend;
  }
}
