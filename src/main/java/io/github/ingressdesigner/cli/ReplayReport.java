package io.github.ingressdesigner.cli;

import io.github.ingressdesigner.suite.DifferenceReport;
import io.github.ingressdesigner.suite.replay.LogFormat;
import io.github.ingressdesigner.suite.replay.ReplayResult;
import io.github.ingressdesigner.suite.replay.ReplayResult.BadLine;
import io.github.ingressdesigner.suite.replay.ReplayResult.Change;
import io.github.ingressdesigner.suite.replay.ReplayResult.Count;
import io.github.ingressdesigner.suite.replay.ReplayResult.Example;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a replay found, as text, JSON or Markdown.
 *
 * @param host that counted where the log told none
 */
record ReplayReport(ReplayResult result, Optional<String> host) {
  enum Format {
    TEXT,
    JSON,
    MARKDOWN
  }

  /** More changes help nobody in a terminal or a comment; JSON has all. */
  private static final int MOST_CHANGES = 50;

  private static final int MOST_BACKENDS = 100;
  private static final int MOST_BAD = 5;

  void print(Terminal terminal, Format format) {
    switch (format) {
      case TEXT -> text(terminal);
      case JSON -> terminal.out().print(JsonWriter.write(json()));
      case MARKDOWN -> markdown().forEach(terminal.out()::println);
    }
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String count(long number, String one, String many) {
    return number(number) + " " + (number == 1 ? one : many);
  }

  private String title() {
    String requests = count(result.requests(), "request", "requests");
    if (result.from().isEmpty()) {
      return requests + " on " + result.to() + ".";
    }
    String sides = " from " + result.from().get() + " to " + result.to();
    return result.changed() == 0
        ? requests + ", all answered alike" + sides + "."
        : "%s of %s answered otherwise%s (%.3g %%)."
            .formatted(
                number(result.changed()),
                requests,
                sides,
                100.0 * result.changed() / result.requests());
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (ReplayResult.Log log : result.logs()) {
      String format = log.format().map(LogFormat::title).orElse("format not known, not read");
      notes.add("%s: %s, %s.".formatted(log.name(), format, count(log.lines(), "line", "lines")));
    }
    host.ifPresent(name -> notes.add("Where a log tells no host, " + name + " counts."));
    if (result.bad() > 0) {
      notes.add(count(result.bad(), "line was", "lines were") + " not replayed:");
      for (BadLine bad : result.firstBad().stream().limit(MOST_BAD).toList()) {
        notes.add("  %s:%d: %s".formatted(bad.log(), bad.line(), bad.reason()));
      }
      if (result.bad() > MOST_BAD) {
        notes.add("  and " + number(result.bad() - MOST_BAD) + " more");
      }
    }
    return notes;
  }

  private void text(Terminal terminal) {
    terminal.out().println(terminal.strong(title()));
    notes().forEach(note -> terminal.out().println(terminal.faint(note)));
    terminal.out().println();
    List<Count> counts = result.backends().stream().limit(MOST_BACKENDS).toList();
    int width = counts.stream().mapToInt(c -> c.backend().length()).max().orElse(0);
    String row = "  %-" + Math.max(7, width) + "s";
    if (result.from().isPresent()) {
      terminal.out().printf(row + "  %12s  %12s%n", "backend", "before", "after");
    } else {
      terminal.out().printf(row + "  %12s%n", "backend", "requests");
    }
    for (Count count : counts) {
      String name = row.formatted(count.backend());
      String after = "  %12s".formatted(number(count.to()));
      boolean same = result.from().isEmpty() || count.from() == count.to();
      terminal
          .out()
          .println(
              name
                  + (result.from().isPresent() ? "  %12s".formatted(number(count.from())) : "")
                  + (same ? after : terminal.strong(after)));
    }
    more(result.backends().size() - counts.size(), "backends").ifPresent(terminal.out()::println);
    List<Change> changes = result.changes().stream().limit(MOST_CHANGES).toList();
    changes.forEach(change -> text(change, terminal));
    more(result.changes().size() - changes.size(), "kinds of change")
        .ifPresent(terminal.out()::println);
    unlisted().ifPresent(terminal.out()::println);
  }

  private static Optional<String> more(int rest, String what) {
    return rest > 0
        ? Optional.of("  and " + number(rest) + " more " + what + "; --json has all")
        : Optional.empty();
  }

  private Optional<String> unlisted() {
    return result.unlisted() > 0
        ? Optional.of(
            "  and %s of further kinds, which are only counted"
                .formatted(count(result.unlisted(), "request", "requests")))
        : Optional.empty();
  }

  private void text(Change change, Terminal terminal) {
    terminal.out().println();
    terminal
        .out()
        .printf(
            "  %s  %s %s%n",
            terminal.strong(number(change.requests()) + "×"), change.method(), url(change));
    terminal
        .out()
        .printf(
            "     %s: %s %s %s%n",
            DifferenceReport.words(change.cause()),
            change.from(),
            terminal.arrow(),
            terminal.strong(change.to()));
    for (Example example : change.examples()) {
      terminal
          .out()
          .println(
              "     "
                  + terminal.faint(
                      "%s:%d  %s%s"
                          .formatted(
                              example.log(), example.line(), example.url(), condition(example))));
    }
  }

  private static String condition(Example example) {
    return example.condition().isEmpty() ? "" : " (" + example.condition() + ")";
  }

  private static String url(Change change) {
    return change.scheme() + "://" + change.host() + change.paths();
  }

  private List<String> markdown() {
    List<String> lines = new ArrayList<>();
    lines.add("### " + title());
    lines.add("");
    notes().forEach(note -> lines.add("- " + note.strip()));
    lines.add("");
    boolean two = result.from().isPresent();
    lines.add(two ? "| Backend | Before | After |" : "| Backend | Requests |");
    lines.add(two ? "|---|--:|--:|" : "|---|--:|");
    for (Count count : result.backends().stream().limit(MOST_BACKENDS).toList()) {
      lines.add(
          two
              ? "| %s | %s | %s |"
                  .formatted(code(count.backend()), number(count.from()), number(count.to()))
              : "| %s | %s |".formatted(code(count.backend()), number(count.to())));
    }
    if (!result.changes().isEmpty()) {
      lines.add("");
      lines.add("| Requests | Which | Change | Before | After |");
      lines.add("|--:|---|---|---|---|");
      for (Change change : result.changes().stream().limit(MOST_CHANGES).toList()) {
        lines.add(
            "| %s | %s | %s | %s | %s |"
                .formatted(
                    number(change.requests()),
                    code(change.method() + " " + url(change)),
                    DifferenceReport.words(change.cause()),
                    code(change.from()),
                    code(change.to())));
      }
      more(result.changes().size() - MOST_CHANGES, "kinds of change")
          .ifPresent(line -> lines.addAll(List.of("", line.strip())));
      unlisted().ifPresent(line -> lines.addAll(List.of("", line.strip())));
    }
    return lines;
  }

  private static String code(String text) {
    return "`" + text.replace("|", "\\|").replace("`", "'") + "`";
  }

  private Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", 1);
    result.from().ifPresent(from -> json.put("from", from));
    json.put("to", result.to());
    json.put("requests", result.requests());
    json.put("changed", result.changed());
    json.put("unlisted", result.unlisted());
    json.put("bad", result.bad());
    json.put("withoutHost", result.noHost());
    json.put("logs", result.logs().stream().map(ReplayReport::json).toList());
    json.put("firstBad", result.firstBad().stream().map(ReplayReport::json).toList());
    json.put("backends", result.backends().stream().map(this::json).toList());
    json.put("changes", result.changes().stream().map(ReplayReport::json).toList());
    return json;
  }

  private static Map<String, Object> json(ReplayResult.Log log) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", log.name());
    log.format().ifPresent(format -> json.put("format", format.id()));
    json.put("lines", log.lines());
    return json;
  }

  private static Map<String, Object> json(BadLine bad) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("log", bad.log());
    json.put("line", bad.line());
    json.put("reason", bad.reason());
    return json;
  }

  private Map<String, Object> json(Count count) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("backend", count.backend());
    if (result.from().isPresent()) {
      json.put("from", count.from());
    }
    json.put("to", count.to());
    return json;
  }

  private static Map<String, Object> json(Change change) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("requests", change.requests());
    json.put("cause", change.cause().name().toLowerCase(Locale.ROOT));
    json.put("method", change.method());
    json.put("scheme", change.scheme());
    json.put("host", change.host());
    json.put("paths", change.paths());
    json.put("from", change.from());
    json.put("to", change.to());
    json.put("examples", change.examples().stream().map(ReplayReport::json).toList());
    return json;
  }

  private static Map<String, Object> json(Example example) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("log", example.log());
    json.put("line", example.line());
    json.put("method", example.request().method());
    json.put("url", example.url());
    json.put("condition", example.condition());
    json.put("from", example.from());
    json.put("to", example.to());
    return json;
  }
}
