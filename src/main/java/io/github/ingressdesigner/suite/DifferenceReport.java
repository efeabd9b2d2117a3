package io.github.ingressdesigner.cli;

import io.github.ingressdesigner.compare.Cause;
import io.github.ingressdesigner.compare.Comparison;
import io.github.ingressdesigner.compare.Difference;
import io.github.ingressdesigner.suite.AcceptedDifferences;
import io.github.ingressdesigner.suite.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a comparison found, as text, JSON or Markdown.
 *
 * @param from name of the first side, for people
 * @param to name of the second
 */
record DifferenceReport(
    Comparison comparison, AcceptedDifferences accepted, String from, String to) {
  enum Format {
    TEXT,
    JSON,
    MARKDOWN
  }

  /** Those that nobody has accepted. */
  List<Difference> open() {
    return comparison.differences().stream().filter(d -> !accepted.accepts(d)).toList();
  }

  private String title() {
    int all = comparison.differences().size();
    int open = open().size();
    String accepted = open < all ? ", %d of them accepted".formatted(all - open) : "";
    return all == 0
        ? "%s and %s route all requests alike (%d classes).".formatted(from, to, comparison.same())
        : "%d %s%s: from %s to %s. %d classes of requests stay the same."
            .formatted(
                all,
                all == 1 ? "difference" : "differences",
                accepted,
                from,
                to,
                comparison.same());
  }

  private List<String> scope() {
    List<String> scope = new ArrayList<>();
    scope.add("Complete for " + String.join(", ", comparison.complete()) + ".");
    if (!comparison.sampled().isEmpty()) {
      scope.add("Sampled: " + String.join("; ", comparison.sampled()) + ".");
    }
    return scope;
  }

  void print(Terminal terminal, Format format) {
    switch (format) {
      case TEXT -> text(terminal);
      case JSON -> terminal.out().print(JsonWriter.write(json()));
      case MARKDOWN -> markdown().forEach(terminal.out()::println);
    }
  }

  private void text(Terminal terminal) {
    terminal.out().println(terminal.strong(title()));
    scope().forEach(line -> terminal.out().println(terminal.faint(line)));
    Cause cause = null;
    for (Difference d : comparison.differences()) {
      if (d.cause() != cause) {
        cause = d.cause();
        terminal.out().println();
        terminal.out().println(terminal.strong(words(cause)));
      }
      String mark = accepted.accepts(d) ? terminal.faint("accepted") : terminal.bad("open    ");
      terminal.out().printf("  %3d  %s  %s%n", d.number(), mark, request(d));
      terminal
          .out()
          .printf(
              "       %s %s %s%n",
              Wording.of(d.from()), terminal.arrow(), terminal.strong(Wording.of(d.to())));
      more(terminal, d);
      terminal.out().println("       " + terminal.faint(from + ": " + d.reasonFrom()));
      terminal.out().println("       " + terminal.faint(to + ": " + d.reasonTo()));
    }
  }

  private static void more(Terminal terminal, Difference d) {
    if (d.paths().size() > 1) {
      List<String> rest = d.paths().subList(1, d.paths().size());
      terminal.out().println("       " + terminal.faint("also " + String.join(", ", rest)));
    }
  }

  private static String request(Difference d) {
    String schemes = d.schemes().size() > 1 ? " (http and https)" : "";
    String condition = d.condition().isEmpty() ? "" : " (" + d.condition() + ")";
    String sampled = d.sampled() ? " (sampled)" : "";
    return d.witness().method() + " " + d.url() + condition + schemes + sampled;
  }

  /** A heading for the differences of one cause. */
  static String words(Cause cause) {
    return switch (cause) {
      case BACKEND -> "Another backend answers";
      case NO_BACKEND -> "No backend answers any more";
      case NEW_BACKEND -> "A backend answers that did not before";
      case REDIRECT -> "Redirected otherwise";
      case UPSTREAM_PATH -> "Another path arrives at the backend";
      case UPSTREAM_HOST -> "Another host arrives at the backend";
      case WEIGHT -> "The shares differ";
      case SPLIT -> "Chance decides in one, or otherwise";
      case TLS -> "The TLS handshake fails in one";
      case STATUS -> "Another status";
      case REJECTED -> "One proxy refuses its configuration";
      case UNDECIDED -> "One could not be decided in time";
    };
  }

  private List<String> markdown() {
    List<String> lines = new ArrayList<>();
    lines.add("### " + title());
    lines.add("");
    lines.addAll(scope());
    Cause cause = null;
    for (Difference d : comparison.differences()) {
      if (d.cause() != cause) {
        cause = d.cause();
        lines.add("");
        lines.add("#### " + words(cause));
        lines.add("");
        lines.add("| # | Request | %s | %s | |".formatted(cell(from), cell(to)));
        lines.add("|--:|---|---|---|---|");
      }
      lines.add(
          "| %d | %s | %s | %s | %s |"
              .formatted(
                  d.number(),
                  code(request(d)),
                  code(Wording.of(d.from())),
                  code(Wording.of(d.to())),
                  accepted.accepts(d) ? "accepted" : "**open**"));
      lines.add("| | | %s | %s | |".formatted(cell(d.reasonFrom()), cell(d.reasonTo())));
    }
    return lines;
  }

  private static String code(String text) {
    return "`" + text.replace("|", "\\|").replace("`", "'") + "`";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;").replace("\n", " ");
  }

  private Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", 1);
    json.put("from", from);
    json.put("to", to);
    json.put("same", comparison.same());
    json.put("open", open().size());
    json.put("complete", comparison.complete());
    json.put("sampled", comparison.sampled());
    json.put("differences", comparison.differences().stream().map(this::json).toList());
    return json;
  }

  private Map<String, Object> json(Difference d) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("number", d.number());
    json.put("cause", d.cause().name().toLowerCase(Locale.ROOT));
    json.put("method", d.witness().method());
    json.put("url", d.url());
    json.put("condition", d.condition());
    json.put("host", d.host());
    json.put("paths", d.paths());
    json.put("schemes", d.schemes());
    json.put("from", Wording.of(d.from()));
    json.put("to", Wording.of(d.to()));
    json.put("reasonFrom", d.reasonFrom());
    json.put("reasonTo", d.reasonTo());
    json.put("sampled", d.sampled());
    json.put("accepted", accepted.accepts(d));
    return json;
  }
}
