package io.github.ingressdesigner.lint.rules;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.lint.LintConfig;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.workspace.Analyzer;
import io.github.ingressdesigner.workspace.Change;
import io.github.ingressdesigner.workspace.Snapshot;
import io.github.ingressdesigner.workspace.Workspace;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Prints the processor time from a keystroke to the snapshot, with rules and without. Run by hand:
 * FILE CONTROLLER WORD, where the keystrokes go behind the first WORD of the file.
 */
final class KeystrokeTimes {
  private static final int KEYS = 60;

  private KeystrokeTimes() {}

  public static void main(String[] args) throws IOException {
    Dialect dialect = Dialects.find(args[1]).orElseThrow();
    for (boolean rules : new boolean[] {false, true}) {
      Workspace workspace = new Workspace(InstantSource.system());
      FileId file = new FileId("/a.yaml");
      workspace.open(file, FileBytes.decode(Files.readAllBytes(Path.of(args[0]))));
      Analyzer analyzer = new Analyzer();
      Optional<LintConfig> wanted = rules ? Optional.of(LintConfig.DEFAULT) : Optional.empty();
      Snapshot first =
          analyzer.analyze(workspace.snapshotText(), dialect, wanted, () -> false).orElseThrow();
      String text = workspace.text(file).string();
      int at = text.indexOf(args[2], text.length() / 2) + args[2].length();
      long[] times = new long[KEYS];
      for (int i = 0; i < KEYS; i++) {
        TextEdit edit = i % 2 == 0 ? TextEdit.insert(at, "x") : TextEdit.insert(at, "x").inverse();
        workspace.apply(
            new Change(
                "type", Change.Kind.TYPING, Map.of(file, TextEdits.of(edit)), Optional.empty()),
            "test");
        long start = cpu();
        analyzer.analyze(workspace.snapshotText(), dialect, wanted, () -> false).orElseThrow();
        times[i] = cpu() - start;
      }
      long[] late = Arrays.copyOfRange(times, KEYS / 3, KEYS);
      Arrays.sort(late);
      System.out.printf(
          "%s: %d lines, %d problems; median %.1f ms, worst %.1f ms%n",
          rules ? "with rules" : "without rules",
          workspace.text(file).lines().lineCount(),
          first.problems().size(),
          late[late.length / 2] / 1e6,
          late[late.length - 1] / 1e6);
    }
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
