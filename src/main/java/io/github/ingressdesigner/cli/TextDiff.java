package io.github.ingressdesigner.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/** Prints how two texts differ, as {@code diff -u} does. */
final class TextDiff {
  private static final int CONTEXT = 3;

  private TextDiff() {}

  static void print(String before, String after, String from, String to, Terminal terminal) {
    List<String> old = before.isEmpty() ? List.of() : before.lines().toList();
    List<String> now = after.isEmpty() ? List.of() : after.lines().toList();
    for (String line :
        UnifiedDiffUtils.generateUnifiedDiff(from, to, old, DiffUtils.diff(old, now), CONTEXT)) {
      terminal
          .out()
          .println(
              line.startsWith("+")
                  ? terminal.good(line)
                  : line.startsWith("-") ? terminal.bad(line) : line);
    }
  }
}
