package io.github.ingressdesigner.lint;

import io.github.ingressdesigner.lint.LintCheck.WorkspaceCheck;
import io.github.ingressdesigner.lint.LintRule.Group;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.yaml.ReadResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs checks over a workspace. The result depends on what is given alone; what did not change
 * since the last call is remembered. Not thread-safe.
 */
public final class Linter {
  private final CheckRunner runner;
  private final Map<String, LintRule> known;
  private Map<DocumentId, DocumentReports> documents = new HashMap<>();
  private List<Report> workspace = List.of();
  private Optional<Resources> lastResources = Optional.empty();
  private Optional<LintSettings> lastSettings = Optional.empty();

  /** Whether something changed that the checks of the workspace have not seen. */
  private boolean changed = true;

  public Linter(List<LintCheck> checks) {
    runner = new CheckRunner(checks);
    known =
        Stream.concat(
                checks.stream().flatMap(check -> check.rules().stream()),
                FrameworkRules.ALL.stream())
            .collect(Collectors.toUnmodifiableMap(LintRule::id, rule -> rule, (a, _) -> a));
  }

  /** The rules about linting itself, which no check reports. */
  public static List<LintRule> ownRules() {
    return FrameworkRules.ALL;
  }

  /**
   * All findings without what comments ignore, in the order of files and documents; in a document
   * those about the API server in the order of its answer, then the others in the order of text.
   *
   * @param outdated asked now and then; when true the work is given up
   * @return empty if given up
   */
  public Optional<List<Finding>> lint(
      LintContext context, LintConfig config, BooleanSupplier outdated) {
    Map<DocumentId, DocumentReports> now = new HashMap<>();
    for (LintFile file : context.files()) {
      for (LintDocument document : file.documents()) {
        if (outdated.getAsBoolean()) {
          return Optional.empty();
        }
        DocumentReports memory =
            documents.computeIfAbsent(document.id(), _ -> new DocumentReports(runner));
        changed |= memory.update(document, context.settings());
        now.put(document.id(), memory);
      }
    }
    changed |= now.size() != documents.size();
    documents = now;
    if (changed
        || lastResources.filter(r -> r == context.resources()).isEmpty()
        || !lastSettings.equals(Optional.of(context.settings()))) {
      Optional<List<Report>> reports = ofWorkspace(context, outdated);
      if (reports.isEmpty()) {
        return Optional.empty();
      }
      workspace = reports.get();
      changed = false;
      lastResources = Optional.of(context.resources());
      lastSettings = Optional.of(context.settings());
    }
    return Optional.of(findings(context, config));
  }

  private Optional<List<Report>> ofWorkspace(LintContext context, BooleanSupplier outdated) {
    Optional<Location> first =
        context.files().stream()
            .flatMap(file -> file.documents().stream())
            .findFirst()
            .map(document -> document.at(-1, FieldPath.ROOT));
    List<Report> all = new ArrayList<>();
    for (LintCheck check : runner.checks()) {
      if (outdated.getAsBoolean()) {
        return Optional.empty();
      }
      if (first.isPresent() && check instanceof WorkspaceCheck one) {
        runner.run(check, first.get(), out -> one.check(context, out), all::add);
      }
    }
    return Optional.of(all);
  }

  private List<Finding> findings(LintContext context, LintConfig config) {
    Map<DocumentId, List<Report>> apart =
        workspace.stream().collect(Collectors.groupingBy(r -> r.at().resource().document()));
    List<Finding> all = new ArrayList<>();
    for (LintFile file : context.files()) {
      for (LintDocument document : file.documents()) {
        DocumentReports memory = documents.get(document.id());
        List<Report> reports = new ArrayList<>(memory.reports());
        // of broken text only that is told, until it is mended
        if (!(document.read() instanceof ReadResult.Broken)) {
          reports.addAll(apart.getOrDefault(document.id(), List.of()));
        }
        all.addAll(new DocumentFindings(document, config, known).of(reports, memory.comments()));
      }
    }
    return List.copyOf(all);
  }

  /** The findings of one document. */
  private record DocumentFindings(
      LintDocument document, LintConfig config, Map<String, LintRule> known) {
    List<Finding> of(List<Report> reports, List<IgnoreComment> comments) {
      if (reports.isEmpty() && comments.isEmpty()) {
        return List.of();
      }
      Map<Integer, String> names =
          document.read() instanceof ReadResult.Broken ? Map.of() : DocumentReports.names(document);
      List<Finding> findings = new ArrayList<>();
      Set<String> used = new HashSet<>();
      for (Report report : reports) {
        if (config.wants(report.rule())) {
          Finding finding = finding(report, names);
          int offset = finding.range().start() - document.range().start();
          boolean ignored = false;
          for (IgnoreComment comment : comments) {
            if (comment.covers(report.rule().id(), offset)) {
              ignored = true;
              used.add(comment.comment() + report.rule().id());
            }
          }
          if (!ignored) {
            findings.add(finding);
          }
        }
      }
      for (IgnoreComment comment : comments) {
        judge(comment, used).stream()
            .filter(report -> config.wants(report.rule()))
            .forEach(report -> findings.add(finding(report, names)));
      }
      // the API server's own come first, in the order of its answer
      findings.sort(
          Comparator.comparingInt(
              f -> f.rule().group() == Group.API_SERVER ? -1 : f.range().start()));
      return findings;
    }

    private List<Report> judge(IgnoreComment comment, Set<String> used) {
      List<Report> reports = new ArrayList<>();
      if (comment.rules().isEmpty()) {
        reports.add(
            report(
                FrameworkRules.UNKNOWN, comment, "Name the rule to ignore, and say why after it."));
      }
      for (String rule : comment.rules()) {
        if (!known.containsKey(rule)) {
          reports.add(
              report(
                  FrameworkRules.UNKNOWN,
                  comment,
                  "There is no rule \"%s\", so nothing is ignored.".formatted(rule)));
        } else if (config.wants(known.get(rule)) && !used.contains(comment.comment() + rule)) {
          reports.add(
              report(
                  FrameworkRules.UNUSED,
                  comment,
                  "The rule %s finds nothing here. Remove this comment.".formatted(rule)));
        }
      }
      if (!comment.rules().isEmpty() && comment.reason().isEmpty()) {
        reports.add(
            report(
                FrameworkRules.NO_REASON,
                comment,
                "Say behind the rule why it is ignored here, for whoever reads this next."));
      }
      return reports;
    }

    private Report report(LintRule rule, IgnoreComment comment, String message) {
      return Report.of(rule, document.at(-1, FieldPath.ROOT), message).withRange(comment.comment());
    }

    private Finding finding(Report report, Map<Integer, String> names) {
      return new Finding(
          report.rule(),
          config.severity(report),
          report.at(),
          Placing.range(document, report),
          names.getOrDefault(report.at().resource().item(), ""),
          report.field(),
          report.reason(),
          report.message(),
          report.fix().map(fix -> fix.inFile(document.range().start())));
    }
  }
}
