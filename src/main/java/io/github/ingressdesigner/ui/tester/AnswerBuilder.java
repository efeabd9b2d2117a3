package io.github.ingressdesigner.ui.tester;

import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Trace.DefaultStep;
import io.github.ingressdesigner.route.Trace.HostStep;
import io.github.ingressdesigner.route.Trace.NoteStep;
import io.github.ingressdesigner.route.Trace.PathStep;
import io.github.ingressdesigner.route.Trace.RequestStep;
import io.github.ingressdesigner.route.Trace.RewriteStep;
import io.github.ingressdesigner.route.Trace.Step;
import io.github.ingressdesigner.route.Trace.Verdict;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Traced;
import io.github.ingressdesigner.ui.tester.Answer.Lines;
import io.github.ingressdesigner.ui.tester.Answer.Sentence;
import io.github.ingressdesigner.workspace.Snapshot;
import io.github.ingressdesigner.workspace.Snapshot.DocumentState;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts a decision into words. Pure; may run on any thread. */
final class AnswerBuilder {
  private final Traced traced;
  private final Snapshot snapshot;
  private final Outcome outcome;
  private final List<Step> steps;
  private final Optional<HostStep> host;
  private final Optional<PathStep> path;
  private final Optional<DefaultStep> fallback;

  private AnswerBuilder(Traced traced, Snapshot snapshot) {
    this.traced = traced;
    this.snapshot = snapshot;
    this.outcome = traced.decision().outcome();
    this.steps = traced.decision().trace().steps();
    this.host = steps(HostStep.class).filter(s -> s.verdict() == Verdict.WINS).findFirst();
    this.path = steps(PathStep.class).filter(s -> s.verdict() == Verdict.WINS).findFirst();
    this.fallback = steps(DefaultStep.class).filter(s -> s.verdict() == Verdict.WINS).findFirst();
  }

  static Answer build(Traced traced, Snapshot snapshot) {
    return new AnswerBuilder(traced, snapshot).build();
  }

  private Answer build() {
    return new Answer(
        OutcomeWords.sign(outcome),
        OutcomeWords.title(outcome),
        summary(),
        traced.decision().confidence(),
        traced.decision().basis(),
        decides(),
        effect(),
        notes(),
        stale(),
        lines(),
        WhyRows.intro(steps, host),
        WhyRows.of(steps, outcome, new IngressNames(snapshot.resources())));
  }

  private <S extends Step> Stream<S> steps(Class<S> type) {
    return steps.stream().filter(type::isInstance).map(type::cast);
  }

  private String summary() {
    if (path.isPresent()) {
      String type = WhyRows.type(path.get().type());
      return host.filter(h -> !h.host().isEmpty())
          .map(h -> Messages.text("tester.through.host", h.host(), type, path.get().path()))
          .orElseGet(() -> Messages.text("tester.through.any", type, path.get().path()));
    }
    return fallback.flatMap(DefaultStep::at).isPresent()
        ? Messages.text("tester.through.default", ingress(fallback.get().at().get()))
        : Messages.text("tester.through.none");
  }

  private Sentence decides() {
    if (outcome instanceof Outcome.Split && !OutcomeWords.isShared(outcome)) {
      return new Sentence(
          Messages.text("tester.decides.tie"),
          path.map(p -> WhyRows.tag(p.type()) + " " + p.path()).orElse(""));
    }
    if (path.isPresent()) {
      Location at = path.get().at();
      String words =
          Messages.text(
              "tester.decides.path",
              at.path().indexAt(0) + 1,
              at.path().indexAt(1) + 1,
              ingress(at));
      return new Sentence(words, WhyRows.tag(path.get().type()) + " " + path.get().path());
    }
    Optional<Location> at = fallback.flatMap(DefaultStep::at);
    return at.isPresent()
        ? new Sentence(
            Messages.text("tester.decides.default", ingress(at.get())), fallback.get().backend())
        : new Sentence(withoutRule(), "");
  }

  /** What decides where no path and no default backend does. */
  private String withoutRule() {
    return switch (outcome) {
      case Outcome.TlsRefused _ -> Messages.text("tester.decides.tls");
      case Outcome.ConfigRejected _ -> Messages.text("tester.decides.rejected");
      case Outcome.Undecided _ -> Messages.text("tester.decides.undecided");
      case Outcome.Redirect _ when host.isPresent() ->
          Messages.text("tester.decides.host", WhyRows.host(host.get().host()));
      case Outcome.ToBackend _,
          Outcome.ControllerDefault _,
          Outcome.Status _,
          Outcome.Redirect _,
          Outcome.Split _ ->
          host.isPresent()
              ? Messages.text("tester.decides.noPath", WhyRows.host(host.get().host()))
              : Messages.text("tester.decides.noHost", traced.request().host());
    };
  }

  /** The name of the Ingress that holds a place. */
  private String ingress(Location at) {
    return snapshot
        .resources()
        .findIngress(at.resource())
        .flatMap(ingress -> ingress.meta().name())
        .orElseGet(() -> Messages.text("tester.noName"));
  }

  private Sentence effect() {
    return switch (outcome) {
      case Outcome.ToBackend to ->
          new Sentence(Messages.text("tester.effect.receives"), to.upstreamPath());
      case Outcome.ControllerDefault _ -> new Sentence(whyNothing(), "");
      case Outcome.Status(_, Optional<Location> at) -> new Sentence(noteAt(at), "");
      case Outcome.Redirect redirect ->
          new Sentence(Messages.text("tester.effect.redirect"), redirect.location());
      case Outcome.TlsRefused refused ->
          new Sentence(Messages.text("tester.effect.tlsRefused"), refused.serverName());
      case Outcome.ConfigRejected rejected -> new Sentence(rejected.reason(), "");
      case Outcome.Undecided undecided -> new Sentence(undecided.reason(), "");
      case Outcome.Split _ when OutcomeWords.isShared(outcome) ->
          new Sentence(Messages.text("tester.effect.shares"), OutcomeWords.arrives(outcome));
      case Outcome.Split _ -> new Sentence(Messages.text("tester.effect.split"), "");
    };
  }

  /** An Ingress that is left out stands before all else, and is the likely cause. */
  private String whyNothing() {
    return !steps.isEmpty() && steps.getFirst() instanceof NoteStep note
        ? note.reason()
        : Messages.text("tester.effect.controller");
  }

  private String noteAt(Optional<Location> at) {
    return steps(NoteStep.class)
        .filter(note -> note.at().equals(at))
        .findFirst()
        .map(NoteStep::reason)
        .orElseGet(() -> Messages.text("tester.effect.proxy"));
  }

  /** The notes that are no remark on a single candidate: those are rows of their own. */
  private String notes() {
    return WhyRows.general(steps).stream().map(NoteStep::reason).collect(Collectors.joining(" "));
  }

  private Optional<String> stale() {
    Set<DocumentId> broken =
        snapshot.files().stream()
            .flatMap(file -> file.documents().stream())
            .filter(DocumentState::isStale)
            .map(DocumentState::id)
            .collect(Collectors.toSet());
    return steps.stream()
        .map(AnswerBuilder::at)
        .flatMap(Optional::stream)
        .map(Location::resource)
        .filter(resource -> broken.contains(resource.document()))
        .map(resource -> Messages.text("tester.stale", resource.file().name()))
        .findFirst();
  }

  static Optional<Location> at(Step step) {
    return switch (step) {
      case HostStep s -> s.at();
      case PathStep s -> Optional.of(s.at());
      case DefaultStep s -> s.at();
      case RequestStep _ -> Optional.empty();
      case RewriteStep s -> s.at();
      case NoteStep s -> s.at();
    };
  }

  private Optional<Lines> lines() {
    Optional<Location> at =
        path.map(PathStep::at).or(() -> fallback.flatMap(DefaultStep::at)).or(outcome::at);
    Optional<TextRange> own = at.flatMap(snapshot::rangeOf);
    if (own.isEmpty()) {
      return Optional.empty();
    }
    Location place = at.get();
    Optional<TextRange> ownHost =
        Optional.of(place.path().indexAt(0))
            .filter(rule -> rule >= 0)
            .flatMap(
                rule ->
                    snapshot.rangeOf(
                        new Location(place.resource(), FieldPath.rule(rule).key("host"))));
    String lines =
        Stream.of(ownHost, own)
            .flatMap(Optional::stream)
            .map(range -> span(place, range))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" " + Messages.text("tester.lines.and") + " "));
    boolean one = lines.chars().allMatch(Character::isDigit);
    return Optional.of(
        new Lines(
            Messages.text(one ? "tester.lines.one" : "tester.lines.several", lines),
            place,
            place.resource().file(),
            own.get()));
  }

  /** {@code 12}, or {@code 22 to 28}. */
  private String span(Location at, TextRange range) {
    return snapshot
        .file(at.resource().file())
        .map(
            file -> {
              int first = file.text().lines().lineOf(range.start()) + 1;
              int last = file.text().lines().lineOf(Math.max(range.start(), range.end() - 1)) + 1;
              return first == last
                  ? Integer.toString(first)
                  : Messages.text(
                      "tester.lines.span", Integer.toString(first), Integer.toString(last));
            })
        .orElse("");
  }
}
