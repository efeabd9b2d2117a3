package io.github.ingressdesigner.cli;

import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.Trace;
import io.github.ingressdesigner.route.Trace.Verdict;
import io.github.ingressdesigner.suite.Manifests;
import io.github.ingressdesigner.suite.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A decision for people. */
final class RouteReport {
  private final Terminal terminal;
  private final Manifests manifests;

  RouteReport(Terminal terminal, Manifests manifests) {
    this.terminal = terminal;
    this.manifests = manifests;
  }

  void print(
      ControllerOptions.Chosen chosen,
      Request request,
      String url,
      Decision decision,
      boolean explain) {
    terminal.out().println(terminal.strong(request.method() + " " + url));
    printOutcome(decision.outcome(), "  ");
    if (decision.confidence() != Decision.Confidence.EXACT) {
      line("certain", confidence(decision));
    }
    line(
        "on",
        chosen.dialect().displayName()
            + chosen.reason().map(r -> terminal.faint("  " + r)).orElse(""));
    List<String> reasons = winners(decision.trace());
    for (int i = 0; i < reasons.size(); i++) {
      line(i == 0 ? "because" : "", reasons.get(i));
    }
    if (explain) {
      printTrace(decision.trace());
    }
  }

  private void printOutcome(Outcome outcome, String indent) {
    switch (outcome) {
      case Outcome.ToBackend to -> {
        terminal
            .out()
            .println(indent + terminal.good(terminal.arrow() + " " + to.backend().display()));
        to.owner().ifPresent(owner -> line("ingress", owner));
        to.at().ifPresent(at -> line("rule", at.path() + place(Optional.of(at), "  ")));
        line("receives", to.upstreamPath());
        to.upstreamHost().ifPresent(host -> line("host", host));
      }
      case Outcome.Split split -> {
        terminal.out().println(indent + terminal.good(terminal.arrow() + " one of"));
        split.options().forEach(o -> line("", Wording.of(o.outcome()) + share(o)));
      }
      case Outcome.Redirect redirect -> {
        terminal
            .out()
            .println(indent + terminal.good(terminal.arrow() + " " + Wording.of(redirect)));
        rule(redirect.at());
      }
      case Outcome.Status status -> {
        String text = Wording.of(status) + (status.status() == 404 ? ", nothing matches" : "");
        terminal.out().println(indent + terminal.bad(terminal.arrow() + " " + text));
        rule(status.at());
      }
      case Outcome.ControllerDefault _,
          Outcome.TlsRefused _,
          Outcome.ConfigRejected _,
          Outcome.Undecided _ ->
          terminal
              .out()
              .println(indent + terminal.bad(terminal.arrow() + " " + Wording.of(outcome)));
    }
  }

  private static String share(Outcome.Split.Option option) {
    return option.share().map(s -> "  " + Math.round(s * 100) + " %").orElse("");
  }

  private void rule(Optional<Location> at) {
    at.ifPresent(a -> line("rule", a.path() + place(at, "  ")));
  }

  private void line(String label, String text) {
    terminal.out().printf("    %s %s%n", terminal.faint("%-8s".formatted(label)), text);
  }

  private static String confidence(Decision decision) {
    String basis = decision.basis();
    return switch (decision.confidence()) {
      case EXACT -> "yes";
      case MODELLED ->
          "mostly: "
              + (basis.isEmpty() ? "read from the controller's source or documentation" : basis);
      case UNKNOWN ->
          "no: " + (basis.isEmpty() ? "something takes part that is not modelled" : basis);
    };
  }

  /** The reasons of the steps that decide; where nothing wins, of all steps. */
  private static List<String> winners(Trace trace) {
    List<String> reasons = new ArrayList<>();
    for (Trace.Step step : trace.steps()) {
      if (verdict(step).filter(v -> v == Verdict.WINS).isPresent()) {
        reasons.add(step.reason());
      }
    }
    if (reasons.isEmpty()) {
      trace.steps().stream().map(Trace.Step::reason).limit(10).forEach(reasons::add);
    }
    return reasons;
  }

  static Optional<Verdict> verdict(Trace.Step step) {
    return switch (step) {
      case Trace.HostStep host -> Optional.of(host.verdict());
      case Trace.PathStep path -> Optional.of(path.verdict());
      case Trace.DefaultStep def -> Optional.of(def.verdict());
      case Trace.RequestStep _, Trace.RewriteStep _, Trace.NoteStep _ -> Optional.empty();
    };
  }

  static Optional<Location> at(Trace.Step step) {
    return switch (step) {
      case Trace.HostStep host -> host.at();
      case Trace.PathStep path -> Optional.of(path.at());
      case Trace.DefaultStep def -> def.at();
      case Trace.RequestStep _ -> Optional.empty();
      case Trace.RewriteStep rewrite -> rewrite.at();
      case Trace.NoteStep note -> note.at();
    };
  }

  private void printTrace(Trace trace) {
    List<String> names = trace.steps().stream().map(this::name).toList();
    int width = Math.min(60, names.stream().mapToInt(String::length).max().orElse(0));
    terminal.out().println();
    terminal.out().println("Candidates in the order considered:");
    for (int i = 0; i < names.size(); i++) {
      Trace.Step step = trace.steps().get(i);
      String verdict = "%-8s".formatted(verdict(step).map(RouteReport::word).orElse("note"));
      String name = ("%-" + Math.max(1, width) + "s").formatted(names.get(i));
      if (step instanceof Trace.NoteStep || step instanceof Trace.RequestStep) {
        terminal.out().println("  " + terminal.faint(verdict) + "  " + step.reason());
      } else {
        String line = "  %s  %s  %s".formatted(colour(step, verdict), name, place(at(step), ""));
        terminal.out().println(line.stripTrailing());
        terminal.out().println("            " + terminal.faint(step.reason()));
      }
    }
  }

  private String colour(Trace.Step step, String verdict) {
    return verdict(step).filter(v -> v == Verdict.WINS).isPresent()
        ? terminal.good(verdict)
        : terminal.faint(verdict);
  }

  static String word(Verdict verdict) {
    return switch (verdict) {
      case WINS -> "wins";
      case BEATEN -> "beaten";
      case NO_MATCH -> "no match";
    };
  }

  private String name(Trace.Step step) {
    return switch (step) {
      case Trace.HostStep host -> "host " + (host.host().isEmpty() ? "(any)" : host.host());
      case Trace.PathStep path ->
          "%d. %s %s %s %s"
              .formatted(
                  path.rank(), path.type().text(), path.path(), terminal.arrow(), path.backend());
      case Trace.DefaultStep def -> "default backend " + def.backend();
      case Trace.RequestStep _ -> "";
      case Trace.RewriteStep rewrite ->
          "rewrite " + rewrite.from() + " " + terminal.arrow() + " " + rewrite.to();
      case Trace.NoteStep _ -> "";
    };
  }

  private String place(Optional<Location> at, String before) {
    return at.flatMap(manifests::spot)
        .map(spot -> before + terminal.faint(spot.toString()))
        .orElse("");
  }
}
