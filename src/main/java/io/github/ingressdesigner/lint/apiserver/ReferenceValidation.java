package io.github.ingressdesigner.lint.apiserver;

import io.github.ingressdesigner.lint.LintRule;
import java.util.List;

/** Validates a typed reference to another object. */
record ReferenceValidation(Causes out) {
  /**
   * @param names the fields that name kind and object, in the order in which they are checked
   */
  void validate(LintRule rule, Json reference, Field at, List<String> names) {
    group(rule, reference, at);
    for (String name : names) {
      required(rule, reference, at, name);
      segment(rule, reference, at, name);
    }
  }

  void group(LintRule rule, Json reference, Field at) {
    if (reference.has("apiGroup")) {
      String group = reference.text("apiGroup");
      out.invalid(rule, at.child("apiGroup"), group, Formats.dns1123Subdomain(group));
    }
  }

  void required(LintRule rule, Json reference, Field at, String name) {
    if (reference.text(name).isEmpty()) {
      out.required(rule, at.child(name), "");
    }
  }

  void segment(LintRule rule, Json reference, Field at, String name) {
    String value = reference.text(name);
    out.invalid(rule, at.child(name), value, Formats.pathSegment(value));
  }
}
