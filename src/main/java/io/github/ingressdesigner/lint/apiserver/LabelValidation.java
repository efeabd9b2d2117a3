package io.github.ingressdesigner.lint.apiserver;

import io.github.ingressdesigner.lint.LintRule;
import java.util.Map;

/** Validates labels, and selectors made of them. */
record LabelValidation(Features features, Causes out) {
  void validate(LintRule rule, Json labels, Field at) {
    for (Map.Entry<String, Json> label : labels.entries().entrySet()) {
      String key = label.getKey();
      String value = label.getValue().text();
      out.invalidEntry(rule, at, key, key, Formats.qualifiedName(key, features));
      out.invalidEntry(rule, at, key, value, Formats.labelValue(value, features));
    }
  }
}
