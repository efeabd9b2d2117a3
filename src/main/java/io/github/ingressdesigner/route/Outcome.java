package io.github.ingressdesigner.route;

import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Location;
import java.util.List;
import java.util.Optional;

/** What becomes of a request. */
public sealed interface Outcome {
  /**
   * The path entry, or the default backend, that decides; empty where none does, and for a split,
   * whose options have their own.
   */
  default Optional<Location> at() {
    return Optional.empty();
  }

  /** The same with those of a split's options, none twice. */
  default List<Location> places() {
    return this instanceof Split split
        ? split.options().stream()
            .flatMap(option -> option.outcome().places().stream())
            .distinct()
            .toList()
        : at().map(List::of).orElse(List.of());
  }

  /** Of {@link #places} those that answer, so not those that are refused or not decided. */
  default List<Location> answering() {
    return switch (this) {
      case Split split ->
          split.options().stream()
              .flatMap(option -> option.outcome().answering().stream())
              .distinct()
              .toList();
      case ConfigRejected _, Undecided _ -> List.of();
      case ToBackend _, ControllerDefault _, Status _, Redirect _, TlsRefused _ -> places();
    };
  }

  /**
   * It reaches a backend.
   *
   * @param owner {@code namespace/name} of the Ingress (or route) that decides
   * @param at the path entry, or the default backend, that decides
   * @param upstreamPath request URI that the backend sees, query included
   * @param upstreamHost Host header that the backend sees, only where it differs from the request's
   */
  record ToBackend(
      Backend backend,
      Optional<String> owner,
      Optional<Location> at,
      String upstreamPath,
      Optional<String> upstreamHost)
      implements Outcome {}

  /** The controller's own default backend answers. */
  record ControllerDefault(int status) implements Outcome {}

  /** The proxy answers by itself; 404 means that nothing matched. */
  record Status(int status, Optional<Location> at) implements Outcome {}

  record Redirect(String location, int status, Optional<Location> at) implements Outcome {}

  /** No certificate for this server name: there is no HTTP answer. */
  record TlsRefused(String serverName) implements Outcome {}

  /** The proxy refuses the generated configuration; all hosts keep the previous one. */
  record ConfigRejected(String reason, Optional<Location> at) implements Outcome {}

  /**
   * Not decided: a pattern took too long and was stopped.
   *
   * @param reason names the pattern and why it may run for ever
   */
  record Undecided(String reason, Optional<Location> at) implements Outcome {}

  /** One of several, by chance or by share (0 to 1; empty where the shares are not defined). */
  record Split(List<Option> options) implements Outcome {
    /** One of the possible outcomes, with its share of the requests, 0 to 1. */
    public record Option(Outcome outcome, Optional<Double> share) {}

    public Split {
      options = List.copyOf(options);
    }
  }
}
