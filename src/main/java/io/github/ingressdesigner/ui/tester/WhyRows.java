package io.github.ingressdesigner.ui.tester;

import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Trace.DefaultStep;
import io.github.ingressdesigner.route.Trace.HostStep;
import io.github.ingressdesigner.route.Trace.NoteStep;
import io.github.ingressdesigner.route.Trace.PathStep;
import io.github.ingressdesigner.route.Trace.RequestStep;
import io.github.ingressdesigner.route.Trace.RewriteStep;
import io.github.ingressdesigner.route.Trace.Step;
import io.github.ingressdesigner.route.Trace.Verdict;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The steps of a trace as rows: paths first, since they are what a person looks for. */
final class WhyRows {
  private WhyRows() {}

  /** What the hosts came to, in a sentence or two. */
  static String intro(List<Step> steps, Optional<HostStep> winner) {
    if (winner.isEmpty()) {
      boolean paths = steps.stream().anyMatch(PathStep.class::isInstance);
      return Messages.text(paths ? "tester.intro.all" : "tester.intro.noHost");
    }
    String beaten =
        steps.stream()
            .filter(HostStep.class::isInstance)
            .map(HostStep.class::cast)
            .filter(step -> step.verdict() == Verdict.BEATEN)
            .map(HostStep::reason)
            .collect(Collectors.joining(" "));
    String key =
        steps.stream().noneMatch(PathStep.class::isInstance)
            ? "tester.intro.noPaths"
            : beaten.isEmpty() ? "tester.intro.paths" : "tester.intro.then";
    return (beaten + " " + Messages.text(key, host(winner.get().host()))).strip();
  }

  static List<WhyRow> of(List<Step> steps, Outcome outcome, IngressNames names) {
    // Several win, and nothing decides between them.
    boolean tie = outcome instanceof Outcome.Split && !OutcomeWords.isShared(outcome);
    List<WhyRow> paths = new ArrayList<>();
    List<WhyRow> hosts = new ArrayList<>();
    List<WhyRow> defaults = new ArrayList<>();
    List<WhyRow> notes = new ArrayList<>();
    List<WhyRow> before = new ArrayList<>();
    List<WhyRow> after = new ArrayList<>();
    List<NoteStep> general = general(steps);
    for (Step step : steps) {
      switch (step) {
        case PathStep path -> paths.add(row(path, tie));
        case HostStep host -> hosts.add(row(host));
        case DefaultStep fallback -> defaults.add(row(fallback, tie));
        case RequestStep request ->
            before.add(note("request", "", request.reason(), Optional.empty()));
        case RewriteStep rewrite ->
            after.add(note("rewrite", rewrite.to(), rewrite.reason(), rewrite.at()));
        case NoteStep note -> {
          if (!general.contains(note)) {
            String name = note.at().flatMap(names::find).orElse("");
            notes.add(note("note", name, note.reason(), note.at()));
          }
        }
      }
    }
    List<WhyRow> all = new ArrayList<>(options(outcome));
    all.addAll(paths);
    all.addAll(paths.isEmpty() ? hosts : defaults);
    all.addAll(paths.isEmpty() ? defaults : List.of());
    all.addAll(after);
    all.addAll(before);
    all.addAll(notes);
    all.addAll(paths.isEmpty() ? List.of() : hosts);
    return all;
  }

  /** What may become of the request, where that is left to chance. */
  private static List<WhyRow> options(Outcome outcome) {
    if (!(outcome instanceof Outcome.Split split)) {
      return List.of();
    }
    List<WhyRow> rows = new ArrayList<>();
    for (Outcome.Split.Option option : split.options()) {
      String arrives = OutcomeWords.arrives(option.outcome());
      String share = OutcomeWords.share(option);
      rows.add(
          new WhyRow(
              OutcomeWords.sign(option.outcome()),
              "",
              share.isEmpty() ? Messages.text("tester.tag.either") : share,
              OutcomeWords.title(option.outcome()),
              Messages.text("tester.verdict.may"),
              arrives.isEmpty() ? "" : Messages.text("tester.option.receives", arrives),
              "",
              true,
              false,
              option.outcome().at()));
    }
    return rows;
  }

  private static WhyRow row(PathStep step, boolean tie) {
    return new WhyRow(
        sign(step.verdict()),
        Integer.toString(step.rank()),
        type(step.type()),
        step.path(),
        verdict(step.verdict(), tie, "tester.verdict.beaten"),
        step.reason(),
        step.generated().orElse(""),
        true,
        step.verdict() == Verdict.WINS,
        Optional.of(step.at()));
  }

  private static WhyRow row(HostStep step) {
    return new WhyRow(
        sign(step.verdict()),
        "",
        Messages.text("tester.tag.host"),
        step.host().isEmpty() ? Messages.text("tester.anyHost") : step.host(),
        step.verdict() == Verdict.WINS
            ? Messages.text("tester.verdict.taken")
            : verdict(step.verdict(), false, "tester.verdict.notAsked"),
        step.reason(),
        "",
        false,
        false,
        step.at());
  }

  private static WhyRow row(DefaultStep step, boolean tie) {
    return new WhyRow(
        sign(step.verdict()),
        "",
        Messages.text("tester.tag.default"),
        step.backend(),
        verdict(step.verdict(), tie, "tester.verdict.notAsked"),
        step.reason(),
        "",
        true,
        step.verdict() == Verdict.WINS,
        step.at());
  }

  private static WhyRow note(String tag, String subject, String reason, Optional<Location> at) {
    return new WhyRow(
        Sign.INFO,
        "",
        Messages.text("tester.tag." + tag),
        subject,
        Messages.text("tester.verdict." + tag),
        reason,
        "",
        false,
        false,
        at);
  }

  private static Sign sign(Verdict verdict) {
    return switch (verdict) {
      case WINS -> Sign.WINS;
      case BEATEN -> Sign.BEATEN;
      case NO_MATCH -> Sign.NO_MATCH;
    };
  }

  private static String verdict(Verdict verdict, boolean tie, String beaten) {
    return Messages.text(
        switch (verdict) {
          case WINS -> tie ? "tester.verdict.ties" : "tester.verdict.wins";
          case BEATEN -> beaten;
          case NO_MATCH -> "tester.verdict.noMatch";
        });
  }

  /** A path type as it is written, and what stands for a missing one. */
  static String type(PathType type) {
    return switch (type) {
      case EXACT, PREFIX, IMPLEMENTATION_SPECIFIC -> type.text();
      case UNKNOWN -> Messages.text("tester.type.unknown");
      case ABSENT -> Messages.text("tester.type.absent");
    };
  }

  /** A path type in short: the longest name is left out where it would hide the path. */
  static String tag(PathType type) {
    return type == PathType.IMPLEMENTATION_SPECIFIC ? Messages.text("tester.tag.impl") : type(type);
  }

  static String host(String pattern) {
    return pattern.isEmpty() ? Messages.text("tester.anyHost") : pattern;
  }

  /** The notes that speak of the whole way, not of one rule or Ingress: those are no rows. */
  static List<NoteStep> general(List<Step> steps) {
    int last = steps.size();
    while (last > 0 && steps.get(last - 1) instanceof NoteStep) {
      last--;
    }
    return steps.subList(last, steps.size()).stream()
        .map(NoteStep.class::cast)
        .filter(
            note -> note.at().map(at -> at.path().toString().startsWith("spec.tls")).orElse(true))
        .toList();
  }
}
