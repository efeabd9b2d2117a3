package io.github.ingressdesigner.lint;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a workspace wants to be told.
 *
 * @param rules the level of each rule that differs from its own, by the rule's id
 * @param kubernetes the version of the API server, where it is said
 */
public record LintConfig(Map<String, Level> rules, Optional<KubeVersion> kubernetes) {
  public static final LintConfig DEFAULT = new LintConfig(Map.of(), Optional.empty());

  /** How bad a workspace takes a rule, or that it does not want to hear of it. */
  public enum Level {
    ERROR,
    WARNING,
    INFO,
    OFF;

    /** As the settings file spells it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Level> of(String word) {
      for (Level level : values()) {
        if (level.word().equals(word)) {
          return Optional.of(level);
        }
      }
      return Optional.empty();
    }
  }

  public LintConfig {
    rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
  }

  public KubeVersion version() {
    return kubernetes.orElse(KubeVersion.DEFAULT);
  }

  /** Whether the rule is looked for. */
  public boolean wants(LintRule rule) {
    Level level = rules.get(rule.id());
    return level == null ? rule.on() : level != Level.OFF;
  }

  /** How bad a report is, which may say so itself. */
  public Severity severity(Report report) {
    Level level = rules.getOrDefault(report.rule().id(), Level.OFF);
    return switch (level) {
      case ERROR -> Severity.ERROR;
      case WARNING -> Severity.WARNING;
      case INFO -> Severity.INFO;
      case OFF -> report.severity().orElse(report.rule().severity());
    };
  }

  /** With another level for a rule; none to go by the rule itself. */
  public LintConfig with(String rule, Optional<Level> level) {
    Map<String, Level> changed = new LinkedHashMap<>(rules);
    level.ifPresentOrElse(l -> changed.put(rule, l), () -> changed.remove(rule));
    return new LintConfig(changed, kubernetes);
  }

  public LintConfig with(Optional<KubeVersion> version) {
    return new LintConfig(rules, version);
  }
}
