package io.github.ingressdesigner.workspace;

import io.github.ingressdesigner.lint.Finding;
import io.github.ingressdesigner.lint.LintCheck;
import io.github.ingressdesigner.lint.LintConfig;
import io.github.ingressdesigner.lint.LintContext;
import io.github.ingressdesigner.lint.LintDocument;
import io.github.ingressdesigner.lint.LintFile;
import io.github.ingressdesigner.lint.LintSettings;
import io.github.ingressdesigner.lint.Linter;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.text.LineIndex;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.workspace.Snapshot.DocumentState;
import io.github.ingressdesigner.workspace.Snapshot.FileState;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** The stage of the analysis that looks for what breaks rules. */
final class LintStage {
  /** A hostile document must not flood the list. */
  private static final int MOST_OF_A_DOCUMENT = 1_000;

  private final Linter linter;
  private final InstantSource clock;

  LintStage(List<LintCheck> checks, InstantSource clock) {
    this.linter = new Linter(checks);
    this.clock = clock;
  }

  /**
   * What is found, apart from documents whose reading failed.
   *
   * @return empty if given up
   */
  Optional<List<Problem>> problems(
      List<FileState> files,
      Resources resources,
      RouteTable routes,
      Dialect dialect,
      LintConfig config,
      Set<DocumentId> failed,
      BooleanSupplier outdated) {
    LintSettings settings =
        new LintSettings(dialect, config.version(), clock.instant().truncatedTo(ChronoUnit.HOURS));
    LintContext context =
        new LintContext(
            files.stream().map(LintStage::file).toList(), resources, () -> routes, settings);
    return linter
        .lint(context, config, outdated)
        .map(findings -> problems(files, failed, findings));
  }

  private static LintFile file(FileState file) {
    List<LintDocument> documents = new ArrayList<>(file.documents().size());
    for (DocumentState d : file.documents()) {
      documents.add(
          new LintDocument(file.id(), d.id(), file.text(), d.range(), d.read(), d.bound()));
    }
    return new LintFile(file.id(), file.text(), documents);
  }

  private static List<Problem> problems(
      List<FileState> files, Set<DocumentId> failed, List<Finding> findings) {
    Map<FileId, SourceText> texts = new HashMap<>();
    files.forEach(file -> texts.put(file.id(), file.text()));
    Map<DocumentId, Integer> counts = new HashMap<>();
    List<Problem> problems = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      DocumentId document = finding.at().resource().document();
      if (!failed.contains(document)
          && counts.merge(document, 1, Integer::sum) <= MOST_OF_A_DOCUMENT) {
        problems.add(problem(finding, texts.get(finding.file())));
      }
    }
    return problems;
  }

  private static Problem problem(Finding finding, SourceText text) {
    LineIndex lines = text.lines();
    int line = lines.lineOf(finding.range().start());
    return new Problem(
        finding.severity(),
        finding.rule().id(),
        finding.message(),
        finding.file(),
        finding.range(),
        line + 1,
        finding.range().start() - lines.startOf(line) + 1,
        Optional.of(finding.at()),
        Optional.of(finding));
  }
}
