package io.github.ingressdesigner.lint.rules;

import io.github.ingressdesigner.lint.Finding;
import io.github.ingressdesigner.lint.LintCase;
import io.github.ingressdesigner.lint.LintCheck;
import io.github.ingressdesigner.lint.LintConfig;
import io.github.ingressdesigner.lint.LintContext;
import io.github.ingressdesigner.lint.LintReader;
import io.github.ingressdesigner.lint.Linter;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Prints how much processor time each check takes on one file. Run by hand: FILE CONTROLLER. */
final class LintTimes {
  private LintTimes() {}

  /** Of this thread, so that a busy machine does not count. */
  private static long cpu() {
    return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  public static void main(String[] args) throws IOException {
    String text = Files.readString(Path.of(args[0]));
    for (int round = 0; round < Integer.getInteger("rounds", 3); round++) {
      for (LintCheck check : LintRules.checks()) {
        LintContext context =
            LintReader.read(
                Map.of(new FileId("a.yaml"), SourceText.of(text)), LintCase.settings(args[1]));
        if (check.getClass().getSimpleName().equals("PathReach")) {
          context.routes();
        }
        long start = cpu();
        List<Finding> found =
            new Linter(List.of(check)).lint(context, LintConfig.DEFAULT, () -> false).orElseThrow();
        long millis = (cpu() - start) / 1_000_000;
        if (round == Integer.getInteger("rounds", 3) - 1) {
          System.out.println(
              check.getClass().getSimpleName() + " " + millis + " ms, " + found.size());
        }
      }
    }
  }
}
