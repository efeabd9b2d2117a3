package io.github.ingressdesigner.cli;

import io.github.ingressdesigner.cluster.KubeObject;
import io.github.ingressdesigner.cluster.apply.ApplyPreview;
import io.github.ingressdesigner.cluster.apply.ApplyResult;
import io.github.ingressdesigner.cluster.apply.ApplyStep;
import io.github.ingressdesigner.cluster.clean.Clean;
import io.github.ingressdesigner.cluster.clean.YamlText;
import io.github.ingressdesigner.cluster.kubeconfig.KubeContext;
import java.util.Locale;
import java.util.Optional;

/** Prints what an apply would do, and what it did. */
record ApplyPrinter(Terminal terminal) {
  void preview(KubeContext context, ApplyPreview preview) {
    terminal
        .out()
        .printf(
            "%s, %s, kube-system %s%n",
            terminal.strong(context.name()),
            preview.identity().server(),
            preview.identity().kubeSystem().orElse("not readable: only the address is checked"));
    for (ApplyStep step : preview.steps()) {
      step(step);
    }
  }

  private void step(ApplyStep step) {
    String state = step.state().name().toLowerCase(Locale.ROOT);
    terminal
        .out()
        .printf("%n%s  %s  (%s)%n", word(step, state), step.shown(), step.wanted().source());
    step.refusal().ifPresent(e -> terminal.out().println("  " + e.getMessage()));
    step.refusal()
        .ifPresent(
            e ->
                e.causes()
                    .forEach(c -> terminal.out().println("  " + c.field() + ": " + c.message())));
    step.warnings().forEach(w -> terminal.out().println("  the server warns: " + w));
    step.conflicts()
        .forEach(c -> terminal.out().printf("  %s belongs to %s%n", c.field(), c.manager()));
    if (step.isWrite()) {
      step.owners().advice().ifPresent(advice -> terminal.out().println("  " + advice));
      step.stays()
          .forEach(
              field ->
                  terminal
                      .out()
                      .printf(
                          "  %s is not in the file and stays in the cluster: others set it%n",
                          field));
      String before = step.live().map(ApplyPrinter::text).orElse("");
      String after = step.result().map(ApplyPrinter::text).orElse("");
      TextDiff.print(before, after, "cluster", step.wanted().source(), terminal);
    }
  }

  private String word(ApplyStep step, String state) {
    return switch (step.state()) {
      case CREATE, CHANGE -> terminal.good(state);
      case SAME, SKIPPED -> terminal.faint(state);
      case CONFLICT, REFUSED -> terminal.bad(state);
    };
  }

  private static String text(KubeObject object) {
    return YamlText.of(Clean.of(object));
  }

  void result(ApplyResult result) {
    terminal.out().println();
    for (ApplyResult.One one : result.objects()) {
      String state = one.done().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      String number = one.journal().map(n -> "  (journal " + n + ")").orElse("");
      terminal.out().println(mark(one, state) + "  " + one.step().shown() + number);
      one.failure().ifPresent(e -> terminal.err().println(e.getMessage()));
      Optional<String> planned = one.step().result().map(ApplyPrinter::text);
      Optional<String> real = one.after().map(ApplyPrinter::text);
      if (real.isPresent() && !real.equals(planned)) {
        terminal.out().println("  It is not quite what the dry run promised:");
        TextDiff.print(planned.orElse(""), real.get(), "dry run", "cluster", terminal);
      }
    }
  }

  private String mark(ApplyResult.One one, String state) {
    return switch (one.done()) {
      case APPLIED -> terminal.good(state);
      case UNCHANGED, NOT_TRIED -> terminal.faint(state);
      case FAILED -> terminal.bad(state);
    };
  }
}
