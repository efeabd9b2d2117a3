package io.github.ingressdesigner.cli;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.lint.Finding;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.LineIndex;
import io.github.ingressdesigner.text.SourceText;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What linting found.
 *
 * @param texts of the files, in the order given
 * @param findings by file; those about the API server in the order of its answer
 * @param fixed how many were mended before
 */
record LintResult(Map<FileId, SourceText> texts, List<Finding> findings, int fixed) {
  /** A place in a file, from 1 as people and tools count. */
  record Place(int line, int column) {}

  Place start(Finding finding) {
    return place(finding, finding.range().start());
  }

  Place end(Finding finding) {
    return place(finding, finding.range().end());
  }

  private Place place(Finding finding, int offset) {
    LineIndex lines = texts.get(finding.file()).lines();
    return new Place(lines.lineOf(offset) + 1, lines.columnOf(offset) + 1);
  }

  long errors() {
    return count(Severity.ERROR);
  }

  long count(Severity severity) {
    return findings.stream().filter(f -> f.severity() == severity).count();
  }

  /** The findings in the order of files and lines. */
  List<Finding> byPlace() {
    List<FileId> order = List.copyOf(texts.keySet());
    return findings.stream()
        .sorted(
            Comparator.<Finding>comparingInt(f -> order.indexOf(f.file()))
                .thenComparing(f -> f.range().start()))
        .toList();
  }
}
