package io.github.ingressdesigner.suite;

import io.github.ingressdesigner.suite.Expectation.AnyOf;
import io.github.ingressdesigner.yaml.YamlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code expect}. */
final class ExpectationReader {
  private static final Set<String> FIELDS =
      Set.of(
          "service",
          "port",
          "ingress",
          "route",
          "upstreamPath",
          "upstreamHost",
          "defaultBackend",
          "status",
          "redirect",
          "tlsRefused",
          "configRejected",
          "anyOf",
          "canaryShare",
          "share");

  private final SuiteFields fields;

  ExpectationReader(SuiteFields fields) {
    this.fields = fields;
  }

  /** Empty, with a notice, where it says nothing that can be judged. */
  Optional<Expectation> read(YamlCursor expect) {
    if (!fields.isMapping(expect, "expect", FIELDS)) {
      return Optional.empty();
    }
    if (expect.get("anyOf").isPresent()) {
      return anyOf(expect);
    }
    if (fields.isTrue(expect, "tlsRefused")) {
      return Optional.of(new Expectation.TlsRefused());
    }
    if (fields.isTrue(expect, "configRejected")) {
      return Optional.of(new Expectation.ConfigRejected());
    }
    if (fields.isTrue(expect, "defaultBackend")) {
      return Optional.of(new Expectation.OwnDefault(fields.number(expect, "status")));
    }
    Optional<String> redirect = fields.text(expect, "redirect");
    Optional<Integer> status = fields.number(expect, "status");
    if (redirect.isPresent()) {
      return Optional.of(new Expectation.RedirectTo(redirect.get(), status));
    }
    Expectation.ToService service = service(expect);
    boolean saysBackend = !service.equals(NOTHING);
    if (status.isPresent()) {
      if (saysBackend) {
        fields.notice(
            expect,
            "expect names a backend and a status, but the status of a backend is not known here."
                + " Remove status.");
      }
      return Optional.of(new Expectation.Answer(status.get()));
    }
    if (!saysBackend) {
      fields.notice(
          expect,
          "expect says nothing. Write service, status, redirect, defaultBackend, tlsRefused,"
              + " configRejected or anyOf.");
      return Optional.empty();
    }
    return Optional.of(service);
  }

  private static final Expectation.ToService NOTHING =
      new Expectation.ToService(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private Expectation.ToService service(YamlCursor expect) {
    Optional<String> owner = fields.text(expect, "ingress");
    return new Expectation.ToService(
        fields.text(expect, "service"),
        fields.text(expect, "port"),
        owner.isPresent() ? owner : fields.text(expect, "route"),
        fields.text(expect, "upstreamPath"),
        fields.text(expect, "upstreamHost"));
  }

  private Optional<Expectation> anyOf(YamlCursor expect) {
    Optional<Double> first = fields.fraction(expect, "canaryShare");
    List<AnyOf.Option> options = new ArrayList<>();
    List<YamlCursor> entries = fields.list(expect, "anyOf");
    for (YamlCursor entry : entries) {
      Optional<Double> share = fields.fraction(entry, "share");
      Optional<Double> known = options.isEmpty() && first.isPresent() ? first : share;
      read(entry).ifPresent(e -> options.add(new AnyOf.Option(e, known)));
    }
    if (entries.isEmpty()) {
      fields.notice(expect, "anyOf is an empty list. Write the answers that are right.");
    }
    return Optional.of(new AnyOf(options));
  }
}
