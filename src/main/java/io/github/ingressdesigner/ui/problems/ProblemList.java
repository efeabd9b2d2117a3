package io.github.ingressdesigner.ui.problems;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.workspace.Problem;
import io.github.ingressdesigner.workspace.Snapshot;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the list shows of a snapshot: which problems, in which order, in which words. */
final class ProblemList {
  private ProblemList() {}

  /** The problems of some severities: the worst first, then in the order of files and text. */
  static List<Problem> shown(Snapshot snapshot, Set<Severity> severities) {
    Map<FileId, Integer> order = new HashMap<>();
    snapshot.files().forEach(file -> order.put(file.id(), order.size()));
    return snapshot.problems().stream()
        .filter(problem -> severities.contains(problem.severity()))
        .sorted(
            Comparator.comparing(Problem::severity)
                .thenComparing(p -> order.getOrDefault(p.file(), order.size()))
                .thenComparing(p -> p.range().start()))
        .toList();
  }

  static int count(Snapshot snapshot, Severity severity) {
    return (int) snapshot.problems().stream().filter(p -> p.severity() == severity).count();
  }

  /** Second line of a row: {@code ingress.yaml:50 tls-host-uncovered}. */
  static String place(Problem problem) {
    return problem.file().name() + ":" + problem.line() + "  " + problem.code();
  }

  /** A problem as compilers print it, so that other tools understand it. */
  static String asText(Problem problem) {
    return "%s:%d:%d: %s: %s [%s]"
        .formatted(
            problem.file().value(),
            problem.line(),
            problem.column(),
            problem.severity().name().toLowerCase(Locale.ROOT),
            problem.message(),
            problem.code());
  }

  /** What stands in the place of an empty list. */
  static String empty(Snapshot snapshot, Set<Severity> severities) {
    int files = snapshot.files().size();
    if (!snapshot.problems().isEmpty()) {
      EnumSet<Severity> others = EnumSet.allOf(Severity.class);
      others.removeAll(severities);
      long hidden = others.stream().mapToLong(s -> count(snapshot, s)).sum();
      return Messages.text("problems.filtered", hidden);
    }
    return switch (files) {
      case 0 -> Messages.text("problems.noFiles");
      case 1 -> Messages.text("problems.noneInOne");
      default -> Messages.text("problems.none", files);
    };
  }
}
