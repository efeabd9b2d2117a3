package io.github.ingressdesigner.compare;

import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether two outcomes are the same to whoever sent the request, and to the backend. */
public final class Answers {
  private Answers() {}

  /** What of two outcomes differs; empty where nothing does. */
  public static Optional<Cause> difference(Outcome from, Outcome to) {
    if (from instanceof Outcome.Split || to instanceof Outcome.Split) {
      return split(options(from), options(to));
    }
    if (from instanceof Outcome.ToBackend a && to instanceof Outcome.ToBackend b) {
      return backends(a, b);
    }
    if (isSameRefusal(from, to)) {
      return Optional.empty();
    }
    Optional<Integer> statusFrom = status(from);
    if (statusFrom.isPresent() && statusFrom.equals(status(to))) {
      return Optional.empty();
    }
    if (from instanceof Outcome.Redirect a && to instanceof Outcome.Redirect b) {
      return a.location().equals(b.location()) && a.status() == b.status()
          ? Optional.empty()
          : Optional.of(Cause.REDIRECT);
    }
    return Optional.of(kind(from, to));
  }

  /** Whether the outcome says nothing of the path, so that one request stands for its class. */
  static boolean isSameForAllPaths(Outcome outcome, Request request) {
    return switch (outcome) {
      case Outcome.ToBackend to -> to.upstreamPath().equals(request.target());
      case Outcome.Split(List<Outcome.Split.Option> options) ->
          options.stream().allMatch(option -> isSameForAllPaths(option.outcome(), request));
      case Outcome.Redirect _, Outcome.Undecided _ -> false;
      case Outcome.Status _, Outcome.ControllerDefault _ -> true;
      case Outcome.TlsRefused _, Outcome.ConfigRejected _ -> true;
    };
  }

  private static boolean isSameRefusal(Outcome from, Outcome to) {
    return from instanceof Outcome.ConfigRejected && to instanceof Outcome.ConfigRejected
        || from instanceof Outcome.TlsRefused && to instanceof Outcome.TlsRefused;
  }

  private static Optional<Cause> backends(Outcome.ToBackend a, Outcome.ToBackend b) {
    if (!target(a).equals(target(b))) {
      return Optional.of(Cause.BACKEND);
    }
    if (!a.upstreamPath().equals(b.upstreamPath())) {
      return Optional.of(Cause.UPSTREAM_PATH);
    }
    return a.upstreamHost().equals(b.upstreamHost())
        ? Optional.empty()
        : Optional.of(Cause.UPSTREAM_HOST);
  }

  /** A Service is told by its namespace, too; the name of the Ingress does not matter. */
  static String target(Outcome.ToBackend to) {
    String namespace =
        to.owner().filter(o -> o.contains("/")).map(o -> o.substring(0, o.indexOf('/'))).orElse("");
    return namespace + " " + to.backend().display();
  }

  private static Optional<Integer> status(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Status status -> Optional.of(status.status());
      case Outcome.ControllerDefault own -> Optional.of(own.status());
      case Outcome.ToBackend _, Outcome.Redirect _, Outcome.TlsRefused _ -> Optional.empty();
      case Outcome.ConfigRejected _, Outcome.Undecided _, Outcome.Split _ -> Optional.empty();
    };
  }

  private static Cause kind(Outcome from, Outcome to) {
    if (from instanceof Outcome.Undecided || to instanceof Outcome.Undecided) {
      return Cause.UNDECIDED;
    }
    if (from instanceof Outcome.ConfigRejected || to instanceof Outcome.ConfigRejected) {
      return Cause.REJECTED;
    }
    if (from instanceof Outcome.TlsRefused || to instanceof Outcome.TlsRefused) {
      return Cause.TLS;
    }
    if (from instanceof Outcome.Redirect || to instanceof Outcome.Redirect) {
      return Cause.REDIRECT;
    }
    boolean backendFrom = from instanceof Outcome.ToBackend;
    return backendFrom || to instanceof Outcome.ToBackend
        ? backendFrom ? Cause.NO_BACKEND : Cause.NEW_BACKEND
        : Cause.STATUS;
  }

  private static List<Outcome.Split.Option> options(Outcome outcome) {
    return outcome instanceof Outcome.Split(List<Outcome.Split.Option> options)
        ? options
        : List.of(new Outcome.Split.Option(outcome, Optional.of(1.0)));
  }

  /** The order of the options does not count. */
  private static Optional<Cause> split(
      List<Outcome.Split.Option> from, List<Outcome.Split.Option> to) {
    List<Outcome.Split.Option> rest = new ArrayList<>(to);
    boolean weights = false;
    for (Outcome.Split.Option a : from) {
      Optional<Outcome.Split.Option> twin =
          rest.stream().filter(b -> difference(a.outcome(), b.outcome()).isEmpty()).findFirst();
      if (twin.isEmpty()) {
        return Optional.of(Cause.SPLIT);
      }
      weights |= !a.share().equals(twin.get().share());
      rest.remove(twin.get());
    }
    return rest.isEmpty()
        ? weights ? Optional.of(Cause.WEIGHT) : Optional.empty()
        : Optional.of(Cause.SPLIT);
  }
}
