package io.github.ingressdesigner.lint.rules;

import io.github.ingressdesigner.lint.LintCheck;
import io.github.ingressdesigner.lint.LintRule;
import io.github.ingressdesigner.lint.Linter;
import io.github.ingressdesigner.lint.apiserver.NothingInFiles;
import io.github.ingressdesigner.lint.apiserver.ServerCheck;
import io.github.ingressdesigner.lint.controller.ControllerChecks;
import io.github.ingressdesigner.lint.design.DesignChecks;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All checks and rules; a new check is one line here. */
public final class LintRules {
  private static final List<LintCheck> CHECKS =
      Stream.of(
              List.of(new ServerCheck(), new NothingInFiles()),
              DesignChecks.ALL,
              ControllerChecks.ALL)
          .<LintCheck>flatMap(List::stream)
          .toList();

  private LintRules() {}

  /** In the order in which they run. */
  public static List<LintCheck> checks() {
    return CHECKS;
  }

  /** Without those about a whole set of files: an empty new file is no mistake in a window. */
  public static List<LintCheck> whileEditing() {
    return CHECKS.stream().filter(check -> !(check instanceof NothingInFiles)).toList();
  }

  /** By group and id. */
  public static List<LintRule> all() {
    return Stream.concat(
            CHECKS.stream().flatMap(check -> check.rules().stream()), Linter.ownRules().stream())
        .distinct()
        .sorted(Comparator.comparing(LintRule::group).thenComparing(LintRule::id))
        .toList();
  }

  public static Optional<LintRule> find(String id) {
    return all().stream().filter(rule -> rule.id().equals(id)).findFirst();
  }
}
