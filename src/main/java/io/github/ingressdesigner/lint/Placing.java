package io.github.ingressdesigner.lint;

import io.github.ingressdesigner.bind.SourceMap;
import io.github.ingressdesigner.lint.Report.Mark;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.text.LineIndex;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlTree;
import java.util.Optional;

/** Where in its file a report is marked. */
final class Placing {
  private Placing() {}

  static TextRange range(LintDocument document, Report report) {
    int start = document.range().start();
    if (report.range().isPresent()) {
      return report.range().get().shift(start);
    }
    return document
        .tree()
        .map(tree -> range(document, tree, report))
        .orElseGet(() -> TextRange.at(start));
  }

  /** The element, its key where it has no value, or the line of what stands nearest above it. */
  private static TextRange range(LintDocument document, YamlTree tree, Report report) {
    int start = document.range().start();
    FieldPath path = report.at().path();
    while (true) {
      Optional<YamlCursor> found =
          SourceMap.find(tree, report.at().resource().item(), path)
              .map(SourceMap.Found::occurrence);
      if (found.isPresent()) {
        boolean itself = path.equals(report.at().path());
        TextRange range = marked(found.get(), itself ? report.mark() : Mark.VALUE).shift(start);
        return itself ? range : firstLine(document.fileText().lines(), range);
      }
      if (path.isRoot()) {
        return TextRange.at(start + tree.rootOffset());
      }
      path = path.parent();
    }
  }

  private static TextRange marked(YamlCursor cursor, Mark mark) {
    return cursor
        .place()
        .filter(place -> !place.parent().entries().isEmpty())
        .filter(_ -> mark == Mark.KEY || cursor.range().isEmpty())
        .map(place -> place.parent().key(place.index()).range())
        .orElse(cursor.range());
  }

  private static TextRange firstLine(LineIndex lines, TextRange range) {
    int lineEnd = lines.endOf(lines.lineOf(range.start()));
    return new TextRange(range.start(), Math.clamp(lineEnd, range.start(), range.end()));
  }
}
