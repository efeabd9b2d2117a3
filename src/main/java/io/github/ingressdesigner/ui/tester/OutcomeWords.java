package io.github.ingressdesigner.ui.tester;

import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Outcome.Split;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Sign;
import java.util.stream.Collectors;

/** Outcomes in a few words and by their sign. */
final class OutcomeWords {
  private OutcomeWords() {}

  static Sign sign(Outcome outcome) {
    return switch (outcome) {
      case Outcome.ToBackend _, Outcome.Redirect _ -> Sign.WINS;
      case Outcome.ControllerDefault _ -> Sign.NO_MATCH;
      case Outcome.Status status -> status.status() < 400 ? Sign.WINS : Sign.ERROR;
      case Outcome.TlsRefused _, Outcome.ConfigRejected _ -> Sign.ERROR;
      case Outcome.Undecided _, Split _ -> Sign.WARNING;
    };
  }

  /** Where it goes: {@code api:8080}, {@code 404}, {@code api:80 80 % or next:80 20 %}. */
  static String title(Outcome outcome) {
    return switch (outcome) {
      case Outcome.ToBackend to -> to.backend().display();
      case Outcome.ControllerDefault own -> Integer.toString(own.status());
      case Outcome.Status status -> Integer.toString(status.status());
      case Outcome.Redirect redirect -> redirect.status() + " \u2192 " + redirect.location();
      case Outcome.TlsRefused _ -> Messages.text("tester.title.tlsRefused");
      case Outcome.ConfigRejected _ -> Messages.text("tester.title.configRejected");
      case Outcome.Undecided _ -> Messages.text("tester.title.undecided");
      case Split split ->
          split.options().stream()
              .map(option -> (title(option.outcome()) + " " + share(option)).strip())
              .collect(Collectors.joining(" " + Messages.text("tester.title.or") + " "));
    };
  }

  /** "80 %"; empty where the share is not defined. */
  static String share(Split.Option option) {
    return option.share().map(share -> percent(share * 100)).orElse("");
  }

  private static String percent(double value) {
    double tenths = Math.round(value * 10) / 10.0;
    boolean whole = tenths == Math.rint(tenths);
    return (whole ? Long.toString((long) tenths) : Double.toString(tenths)) + "\u00a0%";
  }

  /** Whether the options of a split have their shares. */
  static boolean isShared(Outcome outcome) {
    return outcome instanceof Split split
        && split.options().stream().allMatch(option -> option.share().isPresent());
  }

  /** What arrives at the backend; empty where none is reached. */
  static String arrives(Outcome outcome) {
    return switch (outcome) {
      case Outcome.ToBackend to -> to.upstreamPath();
      case Split split ->
          split.options().stream()
              .map(option -> arrives(option.outcome()))
              .filter(path -> !path.isEmpty())
              .distinct()
              .collect(Collectors.joining(" " + Messages.text("tester.title.or") + " "));
      case Outcome.ControllerDefault _,
          Outcome.Status _,
          Outcome.Redirect _,
          Outcome.TlsRefused _,
          Outcome.ConfigRejected _,
          Outcome.Undecided _ ->
          "";
    };
  }
}
