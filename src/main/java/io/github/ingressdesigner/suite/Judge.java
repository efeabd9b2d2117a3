package io.github.ingressdesigner.suite;

import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Service;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.suite.Expectation.AnyOf;
import java.util.Optional;

/** Decides whether an outcome is the one expected. */
final class Judge {
  private static final double SAME_SHARE = 1e-6;

  private final Resources resources;

  Judge(Resources resources) {
    this.resources = resources;
  }

  boolean accepts(Expectation expectation, Outcome outcome, Request request) {
    if (outcome instanceof Outcome.Split split) {
      return split.options().stream().allMatch(o -> acceptsOption(expectation, o, request));
    }
    return switch (expectation) {
      case Expectation.ToService service ->
          outcome instanceof Outcome.ToBackend to && accepts(service, to, request);
      case Expectation.OwnDefault own ->
          outcome instanceof Outcome.ControllerDefault actual
              && own.status().filter(s -> s != actual.status()).isEmpty();
      case Expectation.Answer answer ->
          status(outcome).filter(s -> s == answer.status()).isPresent();
      case Expectation.RedirectTo redirect ->
          outcome instanceof Outcome.Redirect actual
              && actual.location().equals(redirect.location())
              && redirect.status().filter(s -> s != actual.status()).isEmpty();
      case Expectation.TlsRefused _ -> outcome instanceof Outcome.TlsRefused;
      case Expectation.ConfigRejected _ -> outcome instanceof Outcome.ConfigRejected;
      case AnyOf any ->
          any.options().stream().anyMatch(o -> accepts(o.expectation(), outcome, request));
    };
  }

  private boolean acceptsOption(
      Expectation expectation, Outcome.Split.Option option, Request request) {
    if (!(expectation instanceof AnyOf any)) {
      return accepts(expectation, option.outcome(), request);
    }
    return any.options().stream()
        .anyMatch(
            wanted ->
                accepts(wanted.expectation(), option.outcome(), request)
                    && isSameShare(wanted.share(), option.share()));
  }

  private static boolean isSameShare(Optional<Double> wanted, Optional<Double> actual) {
    return wanted.isEmpty()
        || actual.filter(a -> Math.abs(a - wanted.get()) < SAME_SHARE).isPresent();
  }

  /** The status that a client sees where no backend of ours answers. */
  private static Optional<Integer> status(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Status status -> Optional.of(status.status());
      case Outcome.ControllerDefault own -> Optional.of(own.status());
      case Outcome.Redirect redirect -> Optional.of(redirect.status());
      case Outcome.ToBackend _,
          Outcome.TlsRefused _,
          Outcome.ConfigRejected _,
          Outcome.Undecided _,
          Outcome.Split _ ->
          Optional.empty();
    };
  }

  private boolean accepts(
      Expectation.ToService expected, Outcome.ToBackend actual, Request request) {
    return fits(expected.owner(), actual.owner().orElse(""))
        && fits(expected.upstreamPath(), actual.upstreamPath())
        && fits(expected.upstreamHost(), actual.upstreamHost().orElse(request.host()))
        && (expected.service().isEmpty() && expected.port().isEmpty()
            || actual.backend() instanceof ServiceBackend service
                && fits(expected.service(), service.name().orElse(""))
                && fitsPort(expected.port(), service, actual.owner()));
  }

  private static boolean fits(Optional<String> expected, String actual) {
    return expected.isEmpty() || expected.get().equals(actual);
  }

  /**
   * As the rule names it, or the number that the Service gives to that name; where no Service in
   * the files says the number, none contradicts it.
   */
  private boolean fitsPort(
      Optional<String> expected, ServiceBackend backend, Optional<String> owner) {
    String written = backend.port().map(Port::display).orElse("");
    if (fits(expected, written)) {
      return true;
    }
    String namespace = owner.map(o -> o.substring(0, o.indexOf('/'))).orElse("default");
    boolean isName = backend.port().filter(Port.Name.class::isInstance).isPresent();
    if (isName && isNumber(expected) && resources.services().findAny().isEmpty()) {
      return true;
    }
    return resources
        .services()
        .filter(s -> s.meta().namespaceOrDefault().equals(namespace))
        .filter(s -> s.meta().name().equals(backend.name()))
        .flatMap(s -> s.ports().stream())
        .filter(p -> p.name().filter(written::equals).isPresent())
        .map(Service.ServicePort::port)
        .flatMap(Optional::stream)
        .anyMatch(number -> fits(expected, Integer.toString(number)));
  }

  private static boolean isNumber(Optional<String> port) {
    return port.filter(p -> Port.parse(p) instanceof Port.Number).isPresent();
  }
}
