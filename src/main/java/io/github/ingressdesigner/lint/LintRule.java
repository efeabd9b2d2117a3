package io.github.ingressdesigner.lint;

import io.github.ingressdesigner.bind.BindProblem.Severity;

/**
 * A rule as people see it; a {@link LintCheck} finds what breaks it.
 *
 * @param id stable, in words joined by dashes: {@code path-unreachable}; used in settings, in
 *     comments that ignore it and in output
 * @param severity unless the workspace says otherwise
 * @param on whether it is looked for unless the workspace says otherwise
 * @param title what is wrong, in a few words, without a full stop
 * @param explanation why it matters and what to do, in a sentence or a few
 * @param help id of the help page
 */
public record LintRule(
    String id,
    Group group,
    Severity severity,
    boolean on,
    String title,
    String explanation,
    String help) {
  /** Who minds: the API server, whoever reads or uses the routes, or one controller. */
  public enum Group {
    API_SERVER("api-server"),
    DESIGN("design"),
    CONTROLLER("controller");

    private final String id;

    Group(String id) {
      this.id = id;
    }

    /** As the command line spells it. */
    public String id() {
      return id;
    }
  }

  /** Throws {@link IllegalArgumentException} when the id is not made of small words. */
  public LintRule {
    if (!id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("rule id " + id + ", expected words joined by dashes");
    }
  }

  /** A rule about what the API server accepts yet is wrong or risky. */
  public static LintRule design(
      String id, Severity severity, String title, String explanation, String help) {
    return new LintRule(id, Group.DESIGN, severity, true, title, explanation, help);
  }

  /** A rule about what a controller rejects or drops. */
  public static LintRule controller(
      String id, Severity severity, String title, String explanation, String help) {
    return new LintRule(id, Group.CONTROLLER, severity, true, title, explanation, help);
  }

  /** A rule about what the API server refuses. */
  public static LintRule apiServer(
      String id, Severity severity, String title, String explanation, String help) {
    return new LintRule(id, Group.API_SERVER, severity, true, title, explanation, help);
  }

  /** The same rule, not looked for unless the workspace asks for it. */
  public LintRule offByDefault() {
    return new LintRule(id, group, severity, false, title, explanation, help);
  }
}
