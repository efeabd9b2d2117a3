package io.github.ingressdesigner.lint.apiserver;

import io.github.ingressdesigner.lint.LintRule;

/**
 * One reason for a refusal, as in the {@code details.causes} of a Status.
 *
 * @param rule under which we tell it
 * @param at what to mark, which says more than {@code field} where the server names only a map
 * @param onKey whether the key of an entry is wrong, not its value
 * @param message without the field
 */
record Cause(LintRule rule, String field, Field at, boolean onKey, Reason reason, String message) {
  /** Types of errors of k8s.io/apimachinery/pkg/util/validation/field. */
  enum Reason {
    REQUIRED("FieldValueRequired", "Required value"),
    DUPLICATE("FieldValueDuplicate", "Duplicate value"),
    INVALID("FieldValueInvalid", "Invalid value"),
    NOT_SUPPORTED("FieldValueNotSupported", "Unsupported value"),
    FORBIDDEN("FieldValueForbidden", "Forbidden"),
    TOO_LONG("FieldValueTooLong", "Too long");

    private final String word;
    private final String text;

    Reason(String word, String text) {
      this.word = word;
      this.text = text;
    }

    /** As the API spells it. */
    String word() {
      return word;
    }

    String text() {
      return text;
    }
  }
}
