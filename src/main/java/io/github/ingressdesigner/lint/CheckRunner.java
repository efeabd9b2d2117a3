package io.github.ingressdesigner.lint;

import io.github.ingressdesigner.model.Location;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs checks so that one that breaks down takes no other with it. */
record CheckRunner(List<LintCheck> checks) {
  private static final Logger LOG = LoggerFactory.getLogger(CheckRunner.class);

  CheckRunner {
    checks = List.copyOf(checks);
  }

  /**
   * @param at where to report that the check broke down
   */
  void run(LintCheck check, Location at, Consumer<Consumer<Report>> task, Consumer<Report> out) {
    try {
      task.accept(out);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("The check {} failed", check.getClass().getName(), e);
      out.accept(
          Report.of(
              FrameworkRules.INTERNAL,
              at,
              "The check %s failed: %s. This is a mistake of the program."
                  .formatted(check.getClass().getSimpleName(), e.getClass().getSimpleName())));
    }
  }
}
