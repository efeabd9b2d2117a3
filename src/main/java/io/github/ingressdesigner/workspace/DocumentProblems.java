package io.github.ingressdesigner.workspace;

import io.github.ingressdesigner.bind.BindProblem;
import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.bind.BoundDocument;
import io.github.ingressdesigner.bind.SourceMap;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.text.LineIndex;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.workspace.Snapshot.DocumentState;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is wrong with one document and no rule tells: that reading it failed, and odd values of what
 * the API server serves no more, so that no rule checks it.
 */
final class DocumentProblems {
  /** A hostile document must not flood the list. */
  private static final int MOST = 1_000;

  private static final FieldPath API_VERSION = FieldPath.of("apiVersion");

  private DocumentProblems() {}

  static List<Problem> of(FileId file, SourceText text, DocumentState state, boolean failed) {
    return switch (state.read()) {
      case ReadResult.Empty _, ReadResult.Template _ -> List.of();
      case ReadResult.Broken(String message, int offset) ->
          failed
              ? List.of(
                  at(
                      Severity.ERROR,
                      InternalErrors.CODE,
                      message,
                      file,
                      text,
                      symbolAt(text, state.range().start() + offset),
                      Optional.empty()))
              : List.of();
      case ReadResult.Parsed(YamlTree tree) -> bound(file, text, state, tree);
    };
  }

  static Problem at(
      Severity severity,
      String code,
      String message,
      FileId file,
      SourceText text,
      TextRange range,
      Optional<Location> location) {
    LineIndex lines = text.lines();
    int line = lines.lineOf(range.start());
    int column = range.start() - lines.startOf(line);
    return new Problem(severity, code, message, file, range, line + 1, column + 1, location);
  }

  private static List<Problem> bound(
      FileId file, SourceText text, DocumentState state, YamlTree tree) {
    List<Problem> problems = new ArrayList<>();
    Set<Integer> legacy =
        state.bound().resources().stream()
            .filter(b -> b.resource() instanceof Ingress ingress && ingress.isLegacy())
            .map(BoundDocument.Bound::item)
            .collect(Collectors.toSet());
    for (BindProblem problem : state.bound().problems()) {
      if (problems.size() == MOST) {
        break;
      }
      if (!legacy.contains(problem.item()) || problem.path().equals(API_VERSION)) {
        continue;
      }
      ResourceId resource = new ResourceId(file, state.id(), problem.item());
      problems.add(
          at(
              problem.severity(),
              "field-value",
              problem.message(),
              file,
              text,
              range(text, state.range().start(), tree, problem),
              Optional.of(new Location(resource, problem.path()))));
    }
    return List.copyOf(problems);
  }

  /** The same problems when whole lines were added or removed above the document. */
  static List<Problem> moved(List<Problem> problems, int offsets, int lines) {
    if (offsets == 0 && lines == 0) {
      return problems;
    }
    return problems.stream()
        .map(
            p ->
                new Problem(
                    p.severity(),
                    p.code(),
                    p.message(),
                    p.file(),
                    p.range().shift(offsets),
                    p.line() + lines,
                    p.column(),
                    p.at()))
        .toList();
  }

  /** The field, its key where it has no value, or the line of what stands nearest above it. */
  private static TextRange range(SourceText text, int start, YamlTree tree, BindProblem problem) {
    FieldPath path = problem.path();
    while (true) {
      Optional<YamlCursor> found =
          SourceMap.find(tree, problem.item(), path).map(SourceMap.Found::occurrence);
      if (found.isPresent()) {
        TextRange range = withKey(found.get()).shift(start);
        boolean itself = path.equals(problem.path());
        int lineEnd = text.lines().endOf(text.lines().lineOf(range.start()));
        return itself
            ? range
            : new TextRange(range.start(), Math.clamp(lineEnd, range.start(), range.end()));
      }
      if (path.isRoot()) {
        return TextRange.at(start + tree.rootOffset());
      }
      path = path.parent();
    }
  }

  private static TextRange withKey(YamlCursor cursor) {
    return cursor
        .place()
        .filter(place -> cursor.range().isEmpty() && !place.parent().entries().isEmpty())
        .map(place -> place.parent().key(place.index()).range())
        .orElse(cursor.range());
  }

  /** One character, so that there is something to underline; at a line's end the one before. */
  private static TextRange symbolAt(SourceText text, int offset) {
    int at = Math.min(offset, text.length());
    int line = text.lines().lineOf(at);
    if (at < text.lines().endOf(line)) {
      return new TextRange(at, at + 1);
    }
    return new TextRange(Math.max(text.lines().startOf(line), at - 1), at);
  }
}
