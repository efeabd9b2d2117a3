package io.github.ingressdesigner.cli;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.lint.Finding;
import io.github.ingressdesigner.lint.LintRule;
import io.github.ingressdesigner.lint.rules.LintRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How findings are printed. */
enum LintFormat {
  TEXT {
    @Override
    void print(LintResult result, Terminal terminal) {
      for (Finding finding : result.byPlace()) {
        LintResult.Place at = result.start(finding);
        String word = word(finding);
        String severity = finding.severity() == Severity.ERROR ? terminal.bad(word) : word;
        String field = finding.field().isEmpty() ? "" : finding.field() + ": ";
        terminal
            .out()
            .println(
                "%s:%d:%d: %s: %s%s %s"
                    .formatted(
                        finding.file().value(),
                        at.line(),
                        at.column(),
                        severity,
                        field,
                        finding.message(),
                        terminal.faint("[" + finding.rule().id() + "]")));
      }
      terminal.out().println(summary(result));
    }
  },

  /** The order of keys and their meaning are stable; keys may be added. */
  JSON {
    @Override
    void print(LintResult result, Terminal terminal) {
      Map<String, Object> summary = new LinkedHashMap<>();
      summary.put("files", result.texts().size());
      summary.put("errors", result.errors());
      summary.put("warnings", result.count(Severity.WARNING));
      summary.put("infos", result.count(Severity.INFO));
      summary.put("fixed", result.fixed());
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("findings", result.findings().stream().map(f -> json(f, result)).toList());
      json.put("summary", summary);
      terminal.out().print(JsonWriter.write(json));
    }

    private Map<String, Object> json(Finding finding, LintResult result) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("rule", finding.rule().id());
      json.put("group", finding.rule().group().id());
      json.put("severity", word(finding));
      json.put("file", finding.file().value());
      json.put("line", result.start(finding).line());
      json.put("column", result.start(finding).column());
      json.put("resource", finding.resource());
      json.put("field", finding.field());
      json.put("reason", finding.reason());
      json.put("message", finding.message());
      return json;
    }
  },

  /** SARIF 2.1.0, as code scanning reads it. */
  SARIF {
    @Override
    void print(LintResult result, Terminal terminal) {
      Map<String, Object> driver = new LinkedHashMap<>();
      driver.put("name", "ingress-designer");
      driver.put("rules", LintRules.all().stream().map(this::rule).toList());
      Map<String, Object> run = new LinkedHashMap<>();
      run.put("tool", Map.of("driver", driver));
      run.put("columnKind", "utf16CodeUnits");
      run.put("results", result.findings().stream().map(f -> result(f, result)).toList());
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
      json.put("version", "2.1.0");
      json.put("runs", List.of(run));
      terminal.out().print(JsonWriter.write(json));
    }

    private Map<String, Object> rule(LintRule rule) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("id", rule.id());
      json.put("shortDescription", Map.of("text", rule.title()));
      json.put("fullDescription", Map.of("text", rule.explanation()));
      json.put("defaultConfiguration", Map.of("level", level(rule.severity())));
      json.put("properties", Map.of("tags", List.of(rule.group().id())));
      return json;
    }

    private Map<String, Object> result(Finding finding, LintResult result) {
      Map<String, Object> region = new LinkedHashMap<>();
      region.put("startLine", result.start(finding).line());
      region.put("startColumn", result.start(finding).column());
      region.put("endLine", result.end(finding).line());
      region.put("endColumn", result.end(finding).column());
      Map<String, Object> physical = new LinkedHashMap<>();
      physical.put("artifactLocation", Map.of("uri", uri(finding.file().value())));
      physical.put("region", region);
      Map<String, Object> location = new LinkedHashMap<>();
      location.put("physicalLocation", physical);
      String name = (finding.resource() + " " + finding.field()).strip();
      if (!name.isEmpty()) {
        location.put("logicalLocations", List.of(Map.of("fullyQualifiedName", name)));
      }
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("ruleId", finding.rule().id());
      json.put("level", level(finding.severity()));
      json.put("message", Map.of("text", finding.message()));
      json.put("locations", List.of(location));
      return json;
    }

    private String uri(String path) {
      return path.replace('\\', '/').replace("%", "%25").replace(" ", "%20");
    }

    private String level(Severity severity) {
      return switch (severity) {
        case ERROR -> "error";
        case WARNING -> "warning";
        case INFO -> "note";
      };
    }
  },

  /** Workflow commands of GitHub Actions, which show them beside the lines of a change. */
  GITHUB {
    @Override
    void print(LintResult result, Terminal terminal) {
      for (Finding finding : result.byPlace()) {
        String command =
            switch (finding.severity()) {
              case ERROR -> "error";
              case WARNING -> "warning";
              case INFO -> "notice";
            };
        String field = finding.field().isEmpty() ? "" : finding.field() + ": ";
        terminal
            .out()
            .println(
                "::%s file=%s,line=%d,endLine=%d,col=%d,title=%s::%s"
                    .formatted(
                        command,
                        property(finding.file().value()),
                        result.start(finding).line(),
                        result.end(finding).line(),
                        result.start(finding).column(),
                        property(finding.rule().id()),
                        data(field + finding.message())));
      }
    }

    private String data(String text) {
      return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private String property(String text) {
      return data(text).replace(":", "%3A").replace(",", "%2C");
    }
  };

  static Optional<LintFormat> of(String word) {
    return List.of(values()).stream()
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }

  abstract void print(LintResult result, Terminal terminal);

  private static String word(Finding finding) {
    return finding.severity().name().toLowerCase(Locale.ROOT);
  }

  private static String summary(LintResult result) {
    List<String> parts = new ArrayList<>();
    parts.add(counted(result.errors(), "error"));
    parts.add(counted(result.count(Severity.WARNING), "warning"));
    if (result.count(Severity.INFO) > 0) {
      parts.add(counted(result.count(Severity.INFO), "note"));
    }
    String all =
        parts.stream().collect(Collectors.joining(", "))
            + " in "
            + counted(result.texts().size(), "file")
            + ".";
    long safe =
        result.findings().stream().flatMap(f -> f.fix().stream()).filter(f -> f.safe()).count();
    return all
        + (result.fixed() > 0 ? " Mended " + result.fixed() + "." : "")
        + (safe > 0 ? " --fix mends " + safe + "." : "");
  }

  private static String counted(long count, String word) {
    return count + " " + word + (count == 1 ? "" : "s");
  }
}
