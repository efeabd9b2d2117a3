package io.github.ingressdesigner.cli;

import io.github.ingressdesigner.compare.Cause;
import io.github.ingressdesigner.compare.Difference;
import io.github.ingressdesigner.suite.DifferenceReport;
import io.github.ingressdesigner.suite.Wording;
import java.util.List;

/** Prints what a comparison found, as text, JSON or Markdown. */
record DifferencePrinter(DifferenceReport report, Terminal terminal) {
  enum Format {
    TEXT,
    JSON,
    MARKDOWN
  }

  void print(Format format) {
    switch (format) {
      case TEXT -> text();
      case JSON -> terminal.out().print(JsonWriter.write(report.json()));
      case MARKDOWN -> report.markdown().forEach(terminal.out()::println);
    }
  }

  private void text() {
    terminal.out().println(terminal.strong(report.title()));
    report.scope().forEach(line -> terminal.out().println(terminal.faint(line)));
    Cause cause = null;
    for (Difference d : report.comparison().differences()) {
      if (d.cause() != cause) {
        cause = d.cause();
        terminal.out().println();
        terminal.out().println(terminal.strong(DifferenceReport.words(cause)));
      }
      boolean accepted = report.accepted().accepts(d);
      String mark = accepted ? terminal.faint("accepted") : terminal.bad("open    ");
      terminal.out().printf("  %3d  %s  %s%n", d.number(), mark, DifferenceReport.request(d));
      terminal
          .out()
          .printf(
              "       %s %s %s%n",
              Wording.of(d.from()), terminal.arrow(), terminal.strong(Wording.of(d.to())));
      more(d);
      String why = report.accepted().why(d);
      if (!why.isEmpty()) {
        terminal.out().println("       " + terminal.faint("accepted because: " + why));
      }
      terminal
          .out()
          .println(
              "       " + terminal.faint(report.from() + ": " + report.comparison().reasonFrom(d)));
      terminal
          .out()
          .println(
              "       " + terminal.faint(report.to() + ": " + report.comparison().reasonTo(d)));
    }
  }

  private void more(Difference d) {
    if (d.paths().size() > 1) {
      List<String> rest = d.paths().subList(1, d.paths().size());
      terminal.out().println("       " + terminal.faint("also " + String.join(", ", rest)));
    }
  }
}
