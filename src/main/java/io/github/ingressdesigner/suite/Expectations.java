package io.github.ingressdesigner.suite;

import io.github.ingressdesigner.intent.Value;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.suite.Expectation.AnyOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From an answer to the expectation that it meets, and to the text of that. */
public final class Expectations {
  private Expectations() {}

  /**
   * What to expect so that the test passes as long as the answer stays: the backend with its port,
   * the path that arrives there where it is another than the request's, a status, a redirect.
   *
   * @return empty for an answer that is not decided
   */
  public static Optional<Expectation> of(Request request, Outcome outcome) {
    return switch (outcome) {
      case Outcome.ToBackend to -> Optional.of(of(request, to));
      case Outcome.ControllerDefault own -> Optional.of(new Expectation.Answer(own.status()));
      case Outcome.Status status -> Optional.of(new Expectation.Answer(status.status()));
      case Outcome.Redirect redirect ->
          Optional.of(
              new Expectation.RedirectTo(redirect.location(), Optional.of(redirect.status())));
      case Outcome.TlsRefused _ -> Optional.of(new Expectation.TlsRefused());
      case Outcome.ConfigRejected _ -> Optional.of(new Expectation.ConfigRejected());
      case Outcome.Undecided _ -> Optional.empty();
      case Outcome.Split split -> anyOf(request, split);
    };
  }

  private static Expectation of(Request request, Outcome.ToBackend to) {
    Optional<ServiceBackend> service =
        to.backend() instanceof ServiceBackend backend ? Optional.of(backend) : Optional.empty();
    Optional<String> name = service.flatMap(ServiceBackend::name);
    Optional<String> path = Optional.of(to.upstreamPath());
    return new Expectation.ToService(
        name,
        service.flatMap(ServiceBackend::port).map(Port::display),
        // A backend that is no Service is told by the rule that names it.
        name.isPresent() ? Optional.empty() : to.owner(),
        name.isPresent() ? path.filter(p -> !p.equals(request.target())) : path,
        to.upstreamHost().filter(host -> !host.equals(request.host())));
  }

  private static Optional<Expectation> anyOf(Request request, Outcome.Split split) {
    List<AnyOf.Option> options = new ArrayList<>();
    for (Outcome.Split.Option option : split.options()) {
      Optional<Expectation> one = of(request, option.outcome());
      if (one.isEmpty()) {
        return one;
      }
      options.add(new AnyOf.Option(one.get(), option.share()));
    }
    return Optional.of(new AnyOf(options));
  }

  /**
   * The expectation changed to meet another answer, saying no more than it said: where only the
   * Service was named, only the Service is named again.
   */
  public static Optional<Expectation> mended(Expectation old, Request request, Outcome outcome) {
    Optional<Expectation> whole = of(request, outcome);
    if (!(old instanceof Expectation.ToService said
        && outcome instanceof Outcome.ToBackend to
        && to.backend() instanceof ServiceBackend backend
        && backend.name().isPresent()
        && said.service().isPresent())) {
      return whole;
    }
    return Optional.of(
        new Expectation.ToService(
            backend.name(),
            said.port().flatMap(_ -> backend.port().map(Port::display)),
            said.owner().flatMap(_ -> to.owner()),
            said.upstreamPath().map(_ -> to.upstreamPath()),
            said.upstreamHost().map(_ -> to.upstreamHost().orElse(request.host()))));
  }

  /** As it stands below {@code expect}. */
  static Value.Fields fields(Expectation expectation) {
    List<Value.Field> fields = new ArrayList<>();
    switch (expectation) {
      case Expectation.ToService service -> {
        text(fields, "service", service.service());
        service.port().ifPresent(port -> fields.add(new Value.Field("port", port(port))));
        text(fields, "ingress", service.owner());
        text(fields, "upstreamPath", service.upstreamPath());
        text(fields, "upstreamHost", service.upstreamHost());
      }
      case Expectation.OwnDefault own -> {
        fields.add(new Value.Field("defaultBackend", new Value.Bare("true")));
        own.status().ifPresent(status -> fields.add(status(status)));
      }
      case Expectation.Answer answer -> fields.add(status(answer.status()));
      case Expectation.RedirectTo redirect -> {
        text(fields, "redirect", Optional.of(redirect.location()));
        redirect.status().ifPresent(status -> fields.add(status(status)));
      }
      case Expectation.TlsRefused _ ->
          fields.add(new Value.Field("tlsRefused", new Value.Bare("true")));
      case Expectation.ConfigRejected _ ->
          fields.add(new Value.Field("configRejected", new Value.Bare("true")));
      case AnyOf any -> fields.add(new Value.Field("anyOf", options(any)));
    }
    return new Value.Fields(fields);
  }

  private static Value options(AnyOf any) {
    List<Value> items = new ArrayList<>();
    for (AnyOf.Option option : any.options()) {
      List<Value.Field> fields = new ArrayList<>(fields(option.expectation()).fields());
      option
          .share()
          .ifPresent(
              share ->
                  fields.add(new Value.Field("share", new Value.Bare(ShortForm.number(share)))));
      items.add(new Value.Fields(fields));
    }
    return new Value.Items(items);
  }

  private static void text(List<Value.Field> fields, String key, Optional<String> value) {
    value.ifPresent(v -> fields.add(new Value.Field(key, new Value.Text(v))));
  }

  private static Value port(String port) {
    return Port.parse(port) instanceof Port.Number ? new Value.Bare(port) : new Value.Text(port);
  }

  private static Value.Field status(int status) {
    return new Value.Field("status", new Value.Bare(Integer.toString(status)));
  }
}
