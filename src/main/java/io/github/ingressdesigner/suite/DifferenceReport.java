package io.github.ingressdesigner.suite;

import io.github.ingressdesigner.compare.Cause;
import io.github.ingressdesigner.compare.Comparison;
import io.github.ingressdesigner.compare.Difference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a comparison found, for people as Markdown and for programs as the fields of a JSON object.
 *
 * @param from name of the first side, for people
 * @param to name of the second
 */
public record DifferenceReport(
    Comparison comparison, AcceptedDifferences accepted, String from, String to) {
  /** Those that nobody has accepted. */
  public List<Difference> open() {
    return comparison.differences().stream().filter(d -> !accepted.accepts(d)).toList();
  }

  /** One sentence: how many differences, and between what. */
  public String title() {
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

  /** For what the comparison is complete, and what was sampled. */
  public List<String> scope() {
    List<String> scope = new ArrayList<>();
    scope.add("Complete for " + String.join(", ", comparison.complete()) + ".");
    if (!comparison.sampled().isEmpty()) {
      scope.add("Sampled: " + String.join("; ", comparison.sampled()) + ".");
    }
    return scope;
  }

  /** The witness on one line, with all that it stands for. */
  public static String request(Difference d) {
    String schemes = d.schemes().size() > 1 ? " (http and https)" : "";
    String condition = d.condition().isEmpty() ? "" : " (" + d.condition() + ")";
    String sampled = d.sampled() ? " (sampled)" : "";
    return d.witness().method() + " " + d.url() + condition + schemes + sampled;
  }

  /** A heading for the differences of one cause. */
  public static String words(Cause cause) {
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

  /** Lines of a table for each cause. */
  public List<String> markdown() {
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
      lines.add(
          "| | | %s | %s | |"
              .formatted(cell(comparison.reasonFrom(d)), cell(comparison.reasonTo(d))));
    }
    return lines;
  }

  static String code(String text) {
    return "`" + text.replace("|", "\\|").replace("`", "'") + "`";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;").replace("\n", " ");
  }

  /** Keys in their order; values are text, numbers, booleans, lists and maps. */
  public Map<String, Object> json() {
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
    json.put("reasonFrom", comparison.reasonFrom(d));
    json.put("reasonTo", comparison.reasonTo(d));
    json.put("sampled", d.sampled());
    json.put("accepted", accepted.accepts(d));
    return json;
  }
}
