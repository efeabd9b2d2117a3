package io.github.ingressdesigner.ui.compare;

import io.github.ingressdesigner.bind.BoundDocument;
import io.github.ingressdesigner.compare.Comparer;
import io.github.ingressdesigner.compare.Comparison;
import io.github.ingressdesigner.compare.Difference;
import io.github.ingressdesigner.compare.Progress;
import io.github.ingressdesigner.compare.Unreachable;
import io.github.ingressdesigner.dialect.OwnFiles;
import io.github.ingressdesigner.git.GitException;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.workspace.Snapshot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Answers questions; of the worker alone. Tables and the earlier version are kept while they stay
 * the same, and a table of the text before helps to compile the next.
 */
final class Finder {
  /** As long as it takes to explain some hundreds of differences of a usual table. */
  private static final long NANOS_FOR_REASONS = 300_000_000;

  private record Compiled(Resources resources, RouteTable table) {}

  private record Earlier(Question.Changes question, RouteTable table, List<String> notes) {}

  private final Map<Dialect, Compiled> compiled = new LinkedHashMap<>();
  private Optional<Earlier> earlier = Optional.empty();

  /**
   * @throws java.util.concurrent.CancellationException when the progress says so
   */
  Found find(Question question, Progress progress) {
    return switch (question) {
      case Question.Controllers c -> controllers(c, progress);
      case Question.Changes c -> changes(c, progress);
      case Question.Paths p ->
          new Found.Hidden(
              Unreachable.of(p.routes(), p.resources(), progress),
              new Found.Side(nameOf(p.dialect()), p.routes(), p.dialect().id()));
    };
  }

  private Found controllers(Question.Controllers question, Progress progress) {
    compiled.keySet().retainAll(List.of(question.from(), question.to()));
    progress.check(0);
    Found.Side from = side(question.from(), question.resources());
    progress.check(0);
    Found.Side to = side(question.to(), question.resources());
    return differences(from, to, List.of(), Set.of(), progress);
  }

  private Found.Side side(Dialect dialect, Resources resources) {
    Optional<Compiled> before = Optional.ofNullable(compiled.get(dialect));
    Compiled now =
        before
            .filter(c -> c.resources() == resources)
            .orElseGet(
                () ->
                    new Compiled(
                        resources,
                        dialect.compile(
                            OwnFiles.of(resources, dialect), before.map(Compiled::table))));
    compiled.put(dialect, now);
    return new Found.Side(nameOf(dialect), now.table(), dialect.id());
  }

  private Found changes(Question.Changes question, Progress progress) {
    if (earlier.filter(e -> e.question().isSameBase(question)).isEmpty()) {
      try {
        earlier = Optional.of(earlier(question));
      } catch (GitException e) {
        earlier = Optional.empty();
        return new Found.Failed(e.getMessage());
      }
    }
    progress.check(0);
    Earlier old = earlier.orElseThrow();
    String controller = question.dialect().id();
    Found.Side from = new Found.Side(nameOf(question.base()), old.table(), controller);
    Found.Side to =
        new Found.Side(Messages.text("compare.side.now"), question.snapshot().routes(), controller);
    Set<DocumentId> edited = edited(old.question().snapshot(), question.snapshot());
    return differences(from, to, old.notes(), edited, progress);
  }

  private static Found differences(
      Found.Side from,
      Found.Side to,
      List<String> notes,
      Set<DocumentId> edited,
      Progress progress) {
    Comparison comparison = Comparer.compare(from.table(), to.table(), progress);
    Map<Difference, Found.Reasons> reasons = new IdentityHashMap<>();
    long until = System.nanoTime() + NANOS_FOR_REASONS;
    for (Difference difference : comparison.differences()) {
      if (System.nanoTime() > until) {
        break;
      }
      progress.check(1);
      reasons.put(
          difference,
          new Found.Reasons(comparison.reasonFrom(difference), comparison.reasonTo(difference)));
    }
    return new Found.Differences(comparison, from, to, notes, reasons, edited);
  }

  private static Earlier earlier(Question.Changes question) throws GitException {
    Baseline baseline = Baseline.of(question);
    RouteTable table =
        question.dialect().compile(baseline.resources(), Optional.of(question.snapshot().routes()));
    return new Earlier(question, table, baseline.notes());
  }

  /** Documents of the present text that say something else than they did. */
  private static Set<DocumentId> edited(Snapshot then, Snapshot now) {
    if (then == now) {
      return Set.of();
    }
    Map<DocumentId, BoundDocument> before = new HashMap<>();
    then.files().forEach(f -> f.documents().forEach(d -> before.put(d.id(), d.bound())));
    Set<DocumentId> edited = new HashSet<>();
    for (Snapshot.FileState file : now.files()) {
      for (Snapshot.DocumentState document : file.documents()) {
        BoundDocument known = before.get(document.id());
        if (known != null && !known.equals(document.bound())) {
          edited.add(document.id());
        }
      }
    }
    return edited;
  }

  static String nameOf(Base base) {
    return switch (base) {
      case Base.Saved() -> Messages.text("compare.side.saved");
      case Base.Revision(String name) -> name;
    };
  }

  /** Two sides with one controller are told apart by their settings. */
  static String nameOf(Dialect dialect) {
    if (dialect.changed().isEmpty()) {
      return dialect.displayName();
    }
    List<String> settings =
        dialect.changed().stream().map(key -> key + "=" + dialect.config().get(key, "")).toList();
    return dialect.displayName() + " (" + String.join(", ", settings) + ")";
  }
}
