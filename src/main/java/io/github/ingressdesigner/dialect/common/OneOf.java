package io.github.ingressdesigner.dialect.common;

import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Outcome.ConfigRejected;
import io.github.ingressdesigner.route.Outcome.ControllerDefault;
import io.github.ingressdesigner.route.Outcome.Redirect;
import io.github.ingressdesigner.route.Outcome.Split;
import io.github.ingressdesigner.route.Outcome.Status;
import io.github.ingressdesigner.route.Outcome.TlsRefused;
import io.github.ingressdesigner.route.Outcome.ToBackend;
import io.github.ingressdesigner.route.Outcome.Undecided;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The outcome where nothing decides between several. */
public final class OneOf {
  private OneOf() {}

  /**
   * A split without shares. What a client cannot tell apart counts once: the same backend of the
   * same namespace with the same upstream path and host, whichever Ingress names it; the same
   * status; the same redirect. If one is left, it is the outcome.
   *
   * @param all at least one, the first of equals is kept
   */
  public static Outcome of(List<Outcome> all) {
    if (all.size() == 1) {
      return all.getFirst();
    }
    Set<List<Object>> seen = new HashSet<>();
    List<Split.Option> options = new ArrayList<>();
    for (Outcome outcome : all) {
      if (seen.add(target(outcome))) {
        options.add(new Split.Option(outcome, Optional.empty()));
      }
    }
    return options.size() == 1 ? options.getFirst().outcome() : new Split(options);
  }

  private static List<Object> target(Outcome outcome) {
    return switch (outcome) {
      case ToBackend to ->
          List.of(
              to.owner().map(name -> name.substring(0, name.indexOf('/') + 1)).orElse(""),
              to.backend().display(),
              to.upstreamPath(),
              to.upstreamHost());
      case ControllerDefault(int status) -> List.of("default", status);
      case Status(int status, _) -> List.of("status", status);
      case Redirect(String location, int status, _) -> List.of(location, status);
      case TlsRefused refused -> List.of(refused);
      case ConfigRejected(String reason, _) -> List.of("rejected", reason);
      case Undecided(String reason, _) -> List.of("undecided", reason);
      case Split split -> List.of(split);
    };
  }
}
