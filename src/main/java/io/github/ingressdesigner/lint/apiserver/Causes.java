package io.github.ingressdesigner.lint.apiserver;

import io.github.ingressdesigner.lint.LintRule;
import io.github.ingressdesigner.lint.apiserver.Cause.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Collects errors in the order found, with the texts of the API server. */
final class Causes {
  private final List<Cause> causes = new ArrayList<>();

  List<Cause> all() {
    return List.copyOf(causes);
  }

  boolean isEmpty() {
    return causes.isEmpty();
  }

  void add(Cause cause) {
    causes.add(cause);
  }

  void required(LintRule rule, Field field, String detail) {
    add(rule, field, field, Reason.REQUIRED, "", detail);
  }

  void forbidden(LintRule rule, Field field, String detail) {
    add(rule, field, field, Reason.FORBIDDEN, "", detail);
  }

  void tooLong(LintRule rule, Field field, int most) {
    add(rule, field, field, Reason.TOO_LONG, "", "may not be more than %d bytes".formatted(most));
  }

  void invalid(LintRule rule, Field field, String value, String detail) {
    add(rule, field, field, Reason.INVALID, GoText.quote(value), detail);
  }

  void invalid(LintRule rule, Field field, String value, List<String> details) {
    details.forEach(detail -> invalid(rule, field, value, detail));
  }

  void invalid(LintRule rule, Field field, long value, List<String> details) {
    details.forEach(
        detail -> add(rule, field, field, Reason.INVALID, Long.toString(value), detail));
  }

  /** A value that is no string: it is printed as JSON. */
  void invalid(LintRule rule, Field field, Json value, String detail) {
    add(rule, field, field, Reason.INVALID, GoText.json(value), detail);
  }

  /** An error of a map, whose place is one of its entries. */
  void invalidEntry(LintRule rule, Field map, String key, String value, List<String> details) {
    details.forEach(
        detail -> add(rule, map, map.key(key), Reason.INVALID, GoText.quote(value), detail));
  }

  /**
   * An error of an element, told under the list.
   *
   * @param field as the server names it
   * @param at where it stands
   */
  void invalidAt(LintRule rule, Field field, Field at, String value, String detail) {
    add(rule, field, at, Reason.INVALID, GoText.quote(value), detail);
  }

  void duplicate(LintRule rule, Field field, String printed) {
    add(rule, field, field, Reason.DUPLICATE, printed, "");
  }

  /**
   * A value of a type that is plain string in Go.
   *
   * @param supported sorted
   */
  void notSupported(LintRule rule, Field field, String value, List<String> supported) {
    notSupported(rule, field, supported, GoText.quote(value));
  }

  /**
   * A value of a named type, which is printed as JSON.
   *
   * @param supported sorted
   */
  void notSupportedWord(LintRule rule, Field field, String value, List<String> supported) {
    notSupported(rule, field, supported, GoText.json(new Json.Str(value)));
  }

  private void notSupported(LintRule rule, Field field, List<String> supported, String printed) {
    String list = supported.stream().map(GoText::quote).collect(Collectors.joining(", "));
    add(rule, field, field, Reason.NOT_SUPPORTED, printed, "supported values: " + list);
  }

  private void add(
      LintRule rule, Field field, Field at, Reason reason, String printed, String detail) {
    String message =
        reason.text()
            + (printed.isEmpty() ? "" : ": " + printed)
            + (detail.isEmpty() ? "" : ": " + detail);
    boolean onKey = field != at && printed.equals(GoText.quote(at.name()));
    causes.add(new Cause(rule, field.toString(), at, onKey, reason, message));
  }
}
