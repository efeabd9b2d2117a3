package io.github.ingressdesigner.lint;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.SourceText;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Lints one text, for the tests of rules. */
public final class LintCase {
  public static final FileId FILE = new FileId("case.yaml");
  public static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  private LintCase() {}

  public static LintSettings settings(String controller) {
    return new LintSettings(Dialects.find(controller).orElseThrow(), KubeVersion.DEFAULT, NOW);
  }

  public static List<Finding> findings(List<LintCheck> checks, String controller, String yaml) {
    LintContext context = LintReader.read(Map.of(FILE, SourceText.of(yaml)), settings(controller));
    return new Linter(checks).lint(context, LintConfig.DEFAULT, () -> false).orElseThrow();
  }

  /** {@code rule@line}, lines from 1. */
  public static List<String> shown(List<LintCheck> checks, String controller, String yaml) {
    SourceText text = SourceText.of(yaml);
    return findings(checks, controller, yaml).stream()
        .map(f -> f.rule().id() + "@" + (text.lines().lineOf(f.range().start()) + 1))
        .toList();
  }
}
