package io.github.ingressdesigner.suite;

import java.util.List;
import java.util.Optional;

/** What a route test wants; a field that is absent is not judged. */
public sealed interface Expectation {
  /**
   * This backend answers.
   *
   * @param port number or name
   * @param owner {@code namespace/name} of the Ingress or route
   * @param upstreamPath request URI that the backend sees
   */
  record ToService(
      Optional<String> service,
      Optional<String> port,
      Optional<String> owner,
      Optional<String> upstreamPath,
      Optional<String> upstreamHost)
      implements Expectation {}

  /** The controller's own default backend answers. */
  record OwnDefault(Optional<Integer> status) implements Expectation {}

  /** An answer with this status that comes from no backend of ours. */
  record Answer(int status) implements Expectation {}

  record RedirectTo(String location, Optional<Integer> status) implements Expectation {}

  record TlsRefused() implements Expectation {}

  record ConfigRejected() implements Expectation {}

  /** Each of these is right. */
  record AnyOf(List<Option> options) implements Expectation {
    /**
     * @param share expected fraction, 0 to 1
     */
    public record Option(Expectation expectation, Optional<Double> share) {}

    public AnyOf {
      options = List.copyOf(options);
    }
  }
}
