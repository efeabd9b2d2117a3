package io.github.ingressdesigner.workspace.routing;

import io.github.ingressdesigner.lint.KubeVersion;
import io.github.ingressdesigner.lint.LintConfig;
import io.github.ingressdesigner.lint.LintConfig.Level;
import io.github.ingressdesigner.yaml.ScalarWriter;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The part of the settings file about linting:
 *
 * <pre>
 * lint:
 *   kubernetes-version: "1.34"
 *   rules:
 *     snippet-annotation: warning
 *     path-unreachable: off
 * </pre>
 */
final class LintText {
  static final String KEY = "lint";
  private static final String VERSION = "kubernetes-version";
  private static final String RULES = "rules";

  private LintText() {}

  /** What cannot be read, and where in the text. */
  static final class BadLintException extends Exception {
    private static final long serialVersionUID = 1;
    private final int offset;

    BadLintException(YamlCursor at, String message) {
      super(message);
      this.offset = at.start();
    }

    int offset() {
      return offset;
    }
  }

  static LintConfig read(YamlCursor root) throws BadLintException {
    Optional<YamlCursor> lint = root.get(KEY).filter(at -> !isMissing(at));
    if (lint.isEmpty()) {
      return LintConfig.DEFAULT;
    }
    mapping(lint.get(), "lint must be a mapping with kubernetes-version and rules.");
    Optional<KubeVersion> version = Optional.empty();
    Optional<YamlCursor> written = lint.get().get(VERSION);
    if (written.isPresent()) {
      version = KubeVersion.parse(scalar(written.get()));
      if (version.isEmpty()) {
        throw new BadLintException(
            written.get(), "The kubernetes-version is written like \"1.34\".");
      }
    }
    Map<String, Level> levels = new LinkedHashMap<>();
    Optional<YamlCursor> rules = lint.get().get(RULES).filter(at -> !isMissing(at));
    if (rules.isPresent()) {
      mapping(rules.get(), "rules must be a mapping from rules to error, warning, info or off.");
      for (int i = 0; i < rules.get().entries().size(); i++) {
        YamlCursor value = rules.get().value(i);
        Optional<Level> level = Level.of(scalar(value));
        if (level.isEmpty()) {
          throw new BadLintException(value, "The level of a rule is error, warning, info or off.");
        }
        levels.put(scalar(rules.get().key(i)), level.get());
      }
    }
    return new LintConfig(levels, version);
  }

  private static void mapping(YamlCursor at, String message) throws BadLintException {
    if (!(at.node() instanceof YamlNode.Mapping)) {
      throw new BadLintException(at, message);
    }
  }

  private static String scalar(YamlCursor at) {
    return at.node() instanceof YamlNode.Scalar scalar ? scalar.value() : "";
  }

  private static boolean isMissing(YamlCursor at) {
    return at.node() instanceof YamlNode.Scalar scalar && scalar.isMissing();
  }

  /** Its lines; none where nothing differs from what holds without. */
  static String write(LintConfig config) {
    if (config.equals(LintConfig.DEFAULT)) {
      return "";
    }
    StringBuilder text = new StringBuilder(KEY + ":\n");
    config
        .kubernetes()
        .ifPresent(v -> text.append("  " + VERSION + ": \"").append(v).append("\"\n"));
    if (!config.rules().isEmpty()) {
      text.append("  " + RULES + ":\n");
    }
    config
        .rules()
        .forEach(
            (rule, level) ->
                text.append("    ")
                    .append(ScalarWriter.inline(rule, YamlNode.Style.PLAIN, false))
                    .append(": ")
                    .append(level == Level.OFF ? "\"off\"" : level.word())
                    .append('\n'));
    return text.toString();
  }
}
