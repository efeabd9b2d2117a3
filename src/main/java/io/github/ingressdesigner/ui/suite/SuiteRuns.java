package io.github.ingressdesigner.ui.suite;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.suite.Coverage;
import io.github.ingressdesigner.suite.Notice;
import io.github.ingressdesigner.suite.Spot;
import io.github.ingressdesigner.suite.Suite;
import io.github.ingressdesigner.suite.SuiteFiles;
import io.github.ingressdesigner.suite.SuiteRead;
import io.github.ingressdesigner.suite.SuiteReader;
import io.github.ingressdesigner.suite.SuiteResult;
import io.github.ingressdesigner.suite.SuiteRunner;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.workspace.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs all suites against a snapshot, and remembers enough not to do twice what did not change.
 * Used by one thread at a time.
 */
final class SuiteRuns {
  /**
   * What is to be run.
   *
   * @param dialect decides where a suite names no controller
   */
  record Question(Snapshot snapshot, Dialect dialect, List<SuiteFile> onDisk) {}

  private record Compiled(Dialect dialect, Resources resources, RouteTable table) {}

  private record Memory(SourceText text, Compiled compiled, SuiteResult.Ran ran) {}

  private static final Logger LOG = LoggerFactory.getLogger(SuiteRuns.class);

  private final Map<FileId, Memory> memories = new HashMap<>();

  Report run(Question question) {
    Map<FileId, SourceText> suites = suites(question);
    memories.keySet().retainAll(suites.keySet());
    OpenManifests open = new OpenManifests(question.snapshot());
    List<Report.Run> runs = new ArrayList<>();
    suites.forEach((file, text) -> runs.add(runSafely(file, text, open, question.dialect())));
    Set<Location> reached = new HashSet<>();
    runs.forEach(run -> run.result().ifPresent(ran -> reached.addAll(Coverage.reached(ran))));
    return new Report(question.snapshot().version(), runs, reached);
  }

  private static Map<FileId, SourceText> suites(Question question) {
    Map<FileId, SourceText> suites = new LinkedHashMap<>();
    question.onDisk().forEach(file -> suites.put(file.id(), file.text()));
    question.snapshot().files().stream()
        .filter(file -> SuiteFiles.isSuite(file.id().value()))
        .forEach(file -> suites.put(file.id(), file.text()));
    // One that was taken back by undo is none.
    suites.values().removeIf(text -> text.string().isBlank());
    return suites;
  }

  /** A mistake of ours is told at its suite, and the others still run. */
  private Report.Run runSafely(FileId file, SourceText text, OpenManifests open, Dialect deciding) {
    try {
      return run(file, text, open, deciding);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("Failed to run the tests of {}", file.name(), e);
      String message = Messages.text("suite.crashed", e.getClass().getSimpleName());
      return stale(file, List.of(new Notice(new Spot(file.value(), 1, 1), message)));
    }
  }

  private Report.Run run(FileId file, SourceText text, OpenManifests open, Dialect deciding) {
    return switch (SuiteReader.read(file.value(), text, OpenManifests.folderOf(file), open)) {
      case SuiteRead.Refused refused -> stale(file, refused.notices());
      case SuiteRead.Ready ready -> {
        Optional<Dialect> dialect = dialect(ready.suite(), deciding);
        yield dialect.isPresent()
            ? new Report.Run(
                file, Optional.of(run(file, text, ready.suite(), dialect.get())), List.of())
            : stale(
                file,
                List.of(
                    new Notice(
                        new Spot(file.value(), 1, 1),
                        SuiteRunner.unknown(ready.suite().controller().orElse("")))));
      }
    };
  }

  /** What was true before stays to be seen while the text cannot be run. */
  private Report.Run stale(FileId file, List<Notice> notices) {
    return new Report.Run(file, Optional.ofNullable(memories.get(file)).map(Memory::ran), notices);
  }

  /** A suite that names no controller asks the one that decides in the window. */
  private static Optional<Dialect> dialect(Suite suite, Dialect deciding) {
    return suite.controller().isEmpty()
        ? Optional.of(deciding)
        : suite
            .controller()
            .flatMap(Dialects::find)
            .map(d -> d.withConfig(new DialectConfig(suite.controllerConfig())));
  }

  private SuiteResult.Ran run(FileId file, SourceText text, Suite suite, Dialect dialect) {
    Optional<Memory> memory = Optional.ofNullable(memories.get(file));
    Compiled compiled = compile(suite.manifests().resources(), dialect, memory);
    boolean known =
        memory.isPresent() && memory.get().text() == text && memory.get().compiled() == compiled;
    SuiteResult.Ran ran =
        known ? memory.get().ran() : SuiteRunner.run(suite, dialect.id(), compiled.table());
    memories.put(file, new Memory(text, compiled, ran));
    return ran;
  }

  private static Compiled compile(Resources resources, Dialect dialect, Optional<Memory> memory) {
    Optional<Compiled> before =
        memory.map(Memory::compiled).filter(c -> c.dialect().equals(dialect));
    return before
        .filter(c -> isSame(c.resources(), resources))
        .orElseGet(
            () ->
                new Compiled(
                    dialect, resources, dialect.compile(resources, before.map(Compiled::table))));
  }

  private static boolean isSame(Resources a, Resources b) {
    if (a.all().size() != b.all().size()) {
      return false;
    }
    for (int i = 0; i < a.all().size(); i++) {
      Resources.Located one = a.all().get(i);
      Resources.Located other = b.all().get(i);
      if (one.resource() != other.resource() || !one.id().equals(other.id())) {
        return false;
      }
    }
    return true;
  }
}
