package io.github.ingressdesigner.cli;

import io.github.ingressdesigner.lint.Finding;
import io.github.ingressdesigner.lint.Fix;
import io.github.ingressdesigner.lint.LintConfig;
import io.github.ingressdesigner.lint.LintContext;
import io.github.ingressdesigner.lint.LintFile;
import io.github.ingressdesigner.lint.LintReader;
import io.github.ingressdesigner.lint.LintSettings;
import io.github.ingressdesigner.lint.Linter;
import io.github.ingressdesigner.lint.rules.LintRules;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.splice.IntentPlanner;
import io.github.ingressdesigner.splice.Plan;
import io.github.ingressdesigner.splice.PlanContext;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.text.UnencodableTextException;
import io.github.ingressdesigner.workspace.disk.DiskException;
import io.github.ingressdesigner.workspace.disk.FileStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the fixes that need no decision: round by round, all that do not touch each other, each the
 * smallest edit. What one hides behind another is mended in the next round.
 */
final class SafeFixes {
  private static final int MOST_ROUNDS = 20;

  private final LintSettings settings;
  private final LintConfig config;
  private final IntentPlanner planner = new IntentPlanner();
  private int count;

  SafeFixes(LintSettings settings, LintConfig config) {
    this.settings = settings;
    this.config = config;
  }

  int count() {
    return count;
  }

  /** Mends the texts and writes those files that changed. */
  void apply(Map<FileId, SourceText> texts, InputFiles inputs) throws DiskException {
    Map<FileId, TextEdits> all = mend(texts);
    for (InputFiles.Input input : inputs.inputs()) {
      FileId file = new FileId(input.source().name());
      TextEdits edits = all.getOrDefault(file, TextEdits.NONE);
      if (!edits.isEmpty()) {
        write(Path.of(input.source().name()), edits);
      }
    }
  }

  private static void write(Path path, TextEdits edits) throws DiskException {
    FileStore store = new FileStore();
    FileBytes bytes = store.load(path).bytes().apply(edits);
    try {
      store.replace(path, bytes.encode());
    } catch (UnencodableTextException e) {
      throw new DiskException(path + ": " + e.getMessage());
    }
  }

  /** What tells a finding from others, wherever it stands after an edit. */
  private record Key(FileId file, String resource, String rule, String field, String message) {
    static Key of(Finding f) {
      return new Key(f.file(), f.resource(), f.rule().id(), f.field(), f.message());
    }
  }

  /** Changes the texts and gives what was changed. */
  Map<FileId, TextEdits> mend(Map<FileId, SourceText> texts) {
    Map<FileId, TextEdits> all = new HashMap<>();
    Set<Key> hopeless = new HashSet<>();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      LintContext context = LintReader.read(texts, settings);
      Map<FileId, List<TextEdit>> edits = new HashMap<>();
      List<Key> made = new ArrayList<>();
      for (Finding finding : lint(context)) {
        boolean wanted = finding.fix().filter(Fix::safe).isPresent();
        if (wanted
            && !hopeless.contains(Key.of(finding))
            && add(finding.fix().get(), context, finding, edits)) {
          made.add(Key.of(finding));
        }
      }
      if (made.isEmpty()) {
        break;
      }
      edits.forEach(
          (file, list) -> {
            TextEdits own = new TextEdits(list);
            texts.put(file, texts.get(file).apply(own));
            all.merge(file, own, TextEdits::then);
          });
      Set<Key> left = new HashSet<>();
      lint(LintReader.read(texts, settings)).forEach(f -> left.add(Key.of(f)));
      left.retainAll(made);
      hopeless.addAll(left);
      count += made.size() - left.size();
    }
    return all;
  }

  private List<Finding> lint(LintContext context) {
    return new Linter(LintRules.checks()).lint(context, config, () -> false).orElseThrow();
  }

  /** Whether the fix was taken: it touches no other of this round. */
  private boolean add(
      Fix fix, LintContext context, Finding finding, Map<FileId, List<TextEdit>> edits) {
    Optional<Map<FileId, TextEdits>> planned =
        switch (fix) {
          case Fix.ByEdits(String _, boolean _, TextEdits own) ->
              Optional.of(Map.of(finding.file(), own));
          case Fix.ByIntent(String _, boolean _, var intent) ->
              planner.plan(intent, planContext(context)) instanceof Plan.Ready ready
                  ? Optional.of(ready.edits())
                  : Optional.empty();
        };
    boolean free =
        planned.isPresent()
            && planned.get().entrySet().stream()
                .allMatch(
                    e ->
                        e.getValue().edits().stream()
                            .noneMatch(
                                edit ->
                                    edits.getOrDefault(e.getKey(), List.of()).stream()
                                        .anyMatch(taken -> touch(taken, edit))));
    if (free) {
      planned
          .get()
          .forEach(
              (file, own) ->
                  edits.computeIfAbsent(file, _ -> new ArrayList<>()).addAll(own.edits()));
    }
    return free;
  }

  private static boolean touch(TextEdit a, TextEdit b) {
    return a.offset() <= b.range().end() && b.offset() <= a.range().end();
  }

  private static PlanContext planContext(LintContext context) {
    Map<FileId, PlanContext.PlanFile> files = new HashMap<>();
    for (LintFile file : context.files()) {
      List<PlanContext.PlanDocument> documents =
          file.documents().stream()
              .map(d -> new PlanContext.PlanDocument(d.id(), d.range(), d.read()))
              .toList();
      files.put(file.id(), new PlanContext.PlanFile(file.text(), true, documents));
    }
    return new PlanContext(files);
  }
}
