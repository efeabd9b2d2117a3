package io.github.ingressdesigner.lint.rules;

import io.github.ingressdesigner.dialect.ControllerChoice;
import io.github.ingressdesigner.lint.Finding;
import io.github.ingressdesigner.lint.KubeVersion;
import io.github.ingressdesigner.lint.LintCase;
import io.github.ingressdesigner.lint.LintConfig;
import io.github.ingressdesigner.lint.LintContext;
import io.github.ingressdesigner.lint.LintReader;
import io.github.ingressdesigner.lint.LintRule;
import io.github.ingressdesigner.lint.LintSettings;
import io.github.ingressdesigner.lint.Linter;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.yaml.CorpusFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lints every file of the corpus by itself and prints what is found. Run by hand. */
final class CorpusLintReport {
  private CorpusLintReport() {}

  public static void main(String[] args) {
    Map<String, List<String>> byRule = new TreeMap<>();
    long slowest = 0;
    String slow = "";
    int files = 0;
    for (CorpusFiles.CorpusFile file : CorpusFiles.all()) {
      FileId id = new FileId(file.path());
      long start = System.nanoTime();
      List<Finding> findings = findings(id, file.text());
      long millis = (System.nanoTime() - start) / 1_000_000;
      files++;
      if (millis > slowest) {
        slowest = millis;
        slow = file.path();
      }
      for (Finding finding : findings) {
        if (args.length == 0 || finding.rule().id().matches(args[0])) {
          byRule
              .computeIfAbsent(
                  finding.rule().group().id() + " " + finding.rule().id(), _ -> new ArrayList<>())
              .add(file.path() + ": " + finding.message());
        }
      }
    }
    byRule.forEach(
        (rule, found) -> {
          System.out.println(rule + " " + found.size());
          if (args.length > 0) {
            found.forEach(f -> System.out.println("    " + f));
          }
        });
    System.out.println(files + " files, slowest " + slowest + " ms: " + slow);
  }

  static List<Finding> findings(FileId id, String text) {
    LintContext plain =
        LintReader.read(Map.of(id, SourceText.of(text)), LintCase.settings("kubernetes-spec"));
    Resources resources = plain.resources();
    LintSettings settings =
        new LintSettings(
            ControllerChoice.of(resources).dialect(), KubeVersion.DEFAULT, LintCase.NOW);
    LintContext context = LintReader.read(Map.of(id, SourceText.of(text)), settings);
    return new Linter(LintRules.checks())
        .lint(context, LintConfig.DEFAULT, () -> false)
        .orElseThrow();
  }

  /** Whether a rule belongs to what this report is about. */
  static boolean isOurs(LintRule rule) {
    return rule.group() != LintRule.Group.API_SERVER;
  }
}
