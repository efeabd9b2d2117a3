package io.github.ingressdesigner.lint.rules;

import io.github.ingressdesigner.dialect.Dialects;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Prints the time from a letter typed into a path until all problems are known, routes and graph
 * included. Run by hand: FILE CONTROLLER.
 */
final class KeystrokeTime {
  private static final int LETTERS = 41;

  private KeystrokeTime() {}

  public static void main(String[] args) throws IOException {
    FileId id = new FileId("/w/a.yaml");
    Dialect dialect = Dialects.find(args[1]).orElseThrow();
    Workspace workspace = new Workspace(Clock.systemUTC());
    Analyzer analyzer = new Analyzer();
    workspace.open(id, FileBytes.decode(Files.readAllBytes(Path.of(args[0]))));
    long start = System.nanoTime();
    Snapshot snapshot =
        analyzer.analyze(workspace.snapshotText(), dialect, () -> false).orElseThrow();
    System.out.printf(
        "open %d ms, %d problems%n",
        (System.nanoTime() - start) / 1_000_000, snapshot.problems().size());
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < LETTERS; i++) {
      int at = workspace.text(id).string().indexOf("path: /") + 7;
      start = System.nanoTime();
      workspace.apply(
          new Change(
              "typing",
              Change.Kind.GESTURE,
              Map.of(id, TextEdits.of(TextEdit.insert(at, "x"))),
              Optional.empty()),
          workspace);
      analyzer.analyze(workspace.snapshotText(), dialect, () -> false).orElseThrow();
      times.add((System.nanoTime() - start) / 1e6);
    }
    Collections.sort(times);
    System.out.printf(
        "keystroke to problems: median %.1f ms, least %.1f, most %.1f%n",
        times.get(LETTERS / 2), times.getFirst(), times.getLast());
  }
}
