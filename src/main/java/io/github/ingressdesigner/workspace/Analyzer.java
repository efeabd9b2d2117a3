package io.github.ingressdesigner.workspace;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.graph.Graph;
import io.github.ingressdesigner.graph.GraphBuilder;
import io.github.ingressdesigner.lint.LintCheck;
import io.github.ingressdesigner.lint.LintConfig;
import io.github.ingressdesigner.lint.rules.LintRules;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Resources.Located;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.workspace.Snapshot.DocumentState;
import io.github.ingressdesigner.workspace.Snapshot.FileState;
import io.github.ingressdesigner.workspace.WorkspaceText.FileText;
import io.github.ingressdesigner.yaml.YamlReader;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes snapshots from texts. The result depends on the text, the dialect, the wanted rules and
 * the hour alone, but for the last good state of broken documents; what did not change since the
 * last call is taken from there. Thread-safe: callers wait for each other.
 */
public final class Analyzer {
  private static final Logger LOG = LoggerFactory.getLogger(Analyzer.class);

  /** What nothing has been computed for yet. */
  public static final Snapshot NOTHING =
      new Snapshot(-1, List.of(), Resources.NONE, new NoRoutes(), Graph.EMPTY, List.of(), 0);

  private final YamlReader reader = new YamlReader();
  private Map<DocumentId, DocumentMemory> memories = new HashMap<>();
  private Snapshot last = NOTHING;
  private Optional<Dialect> lastDialect = Optional.empty();
  private List<List<Located>> lastParts = List.of();
  private List<GraphBuilder.Flag> lastFlags = List.of();
  private Set<DocumentId> lastStale = Set.of();
  private List<Problem> stageProblems = List.of();
  private final LintStage lint;
  private LintConfig lastConfig = LintConfig.DEFAULT;

  /** Whether {@link #last} has looked for what breaks rules. */
  private boolean lastLinted;

  public Analyzer() {
    this(LintRules.whileEditing(), InstantSource.system());
  }

  /**
   * @param clock for what expires
   */
  public Analyzer(List<LintCheck> checks, InstantSource clock) {
    lint = new LintStage(checks, clock);
  }

  /**
   * @param outdated asked now and then; when true the work is given up
   * @return empty if given up
   */
  public Optional<Snapshot> analyze(WorkspaceText text, Dialect dialect, BooleanSupplier outdated) {
    return analyze(text, dialect, Optional.of(LintConfig.DEFAULT), outdated);
  }

  /**
   * @param rules what the workspace wants to be told; empty to leave rules out, for a gesture that
   *     waits: then the problems are those of the snapshot before
   * @param outdated asked now and then; when true the work is given up
   * @return empty if given up
   */
  public synchronized Optional<Snapshot> analyze(
      WorkspaceText text, Dialect dialect, Optional<LintConfig> rules, BooleanSupplier outdated) {
    boolean sameRules = rules.isEmpty() || lastLinted && rules.get().equals(lastConfig);
    if (text.version() == last.version() && lastDialect.equals(Optional.of(dialect)) && sameRules) {
      return Optional.of(last);
    }
    long start = System.nanoTime();
    stageProblems = new ArrayList<>();
    for (FileText file : text.files()) {
      if (!readDocuments(text.version(), file, outdated)) {
        return Optional.empty();
      }
    }
    forgetClosed(text);
    List<FileState> files = text.files().stream().map(this::fileState).toList();
    List<List<Located>> parts = parts(text);
    Resources resources = resources(parts);
    RouteTable routes = routes(resources, dialect, text);
    Optional<List<Problem>> found =
        problems(text, files, resources, routes, dialect, rules, outdated);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    List<Problem> problems = found.get();
    Graph graph = graph(resources, routes, problems, text);
    problems.addAll(stageProblems);
    last =
        new Snapshot(
            text.version(),
            files,
            resources,
            routes,
            graph,
            problems,
            rules.isPresent(),
            System.nanoTime() - start);
    lastDialect = Optional.of(dialect);
    lastLinted = rules.isPresent();
    lastConfig = rules.orElse(lastConfig);
    // After a failure every stage has to run again, though nothing changes.
    lastParts = stageProblems.isEmpty() ? parts : List.of();
    lastFlags = stageProblems.isEmpty() ? flags(problems) : List.of();
    lastStale = stale();
    return Optional.of(last);
  }

  private boolean readDocuments(long version, FileText file, BooleanSupplier outdated) {
    Map<Long, Optional<TextEdits>> since = new HashMap<>();
    Documents documents = file.documents();
    for (int i = 0; i < documents.size(); i++) {
      if (outdated.getAsBoolean()) {
        return false;
      }
      DocumentMemory memory =
          memories.computeIfAbsent(documents.ids().get(i), id -> new DocumentMemory(id, reader));
      Optional<TextEdits> edits =
          since.computeIfAbsent(memory.version(), v -> file.trail().since(v));
      memory.update(version, file.id(), file.text(), documents.ranges().get(i), edits);
    }
    return true;
  }

  private void forgetClosed(WorkspaceText text) {
    Set<DocumentId> known = new HashSet<>();
    text.files().forEach(file -> known.addAll(file.documents().ids()));
    memories.keySet().retainAll(known);
  }

  private FileState fileState(FileText file) {
    List<DocumentState> states =
        file.documents().ids().stream().map(id -> memories.get(id).state()).toList();
    return new FileState(file.id(), file.text(), file.readOnly().isEmpty(), states);
  }

  private List<List<Located>> parts(WorkspaceText text) {
    List<List<Located>> parts = new ArrayList<>();
    for (FileText file : text.files()) {
      file.documents().ids().forEach(id -> parts.add(memories.get(id).located()));
    }
    return parts;
  }

  /** The same object as last time where no resource changed, so that later stages can tell. */
  private Resources resources(List<List<Located>> parts) {
    boolean same = parts.size() == lastParts.size();
    for (int i = 0; same && i < parts.size(); i++) {
      same = parts.get(i) == lastParts.get(i);
    }
    return same ? last.resources() : new Resources(parts.stream().flatMap(List::stream).toList());
  }

  private RouteTable routes(Resources resources, Dialect dialect, WorkspaceText text) {
    boolean sameDialect = lastDialect.equals(Optional.of(dialect));
    if (sameDialect && resources == last.resources()) {
      return last.routes();
    }
    try {
      return dialect.compile(
          resources, sameDialect ? Optional.of(last.routes()) : Optional.empty());
    } catch (RuntimeException | StackOverflowError e) {
      report("compile the routes", e, text);
      return last.routes();
    }
  }

  private Optional<List<Problem>> problems(
      WorkspaceText text,
      List<FileState> files,
      Resources resources,
      RouteTable routes,
      Dialect dialect,
      Optional<LintConfig> rules,
      BooleanSupplier outdated) {
    if (rules.isEmpty()) {
      return Optional.of(new ArrayList<>(last.problems()));
    }
    List<Problem> problems = new ArrayList<>();
    for (FileText file : text.files()) {
      file.readOnly()
          .ifPresent(
              why ->
                  problems.add(
                      DocumentProblems.at(
                          Severity.WARNING,
                          "file-read-only",
                          why,
                          file.id(),
                          file.text(),
                          TextRange.at(0),
                          Optional.empty())));
      file.documents().ids().forEach(id -> problems.addAll(memories.get(id).problems()));
    }
    Set<DocumentId> failed = new HashSet<>();
    memories.forEach(
        (id, memory) -> {
          if (memory.isFailed()) {
            failed.add(id);
          }
        });
    Optional<List<Problem>> found =
        lint.problems(files, resources, routes, dialect, rules.get(), failed, outdated);
    found.ifPresent(problems::addAll);
    return found.map(_ -> problems);
  }

  private static List<GraphBuilder.Flag> flags(List<Problem> problems) {
    List<GraphBuilder.Flag> flags = new ArrayList<>();
    for (Problem problem : problems) {
      boolean error = problem.severity() == Severity.ERROR;
      if (problem.severity() != Severity.INFO) {
        problem.at().ifPresent(at -> flags.add(new GraphBuilder.Flag(at, error)));
      }
    }
    return flags;
  }

  private Set<DocumentId> stale() {
    Set<DocumentId> stale = new HashSet<>();
    memories.forEach(
        (id, memory) -> {
          if (memory.state().isStale()) {
            stale.add(id);
          }
        });
    return stale;
  }

  private Graph graph(
      Resources resources, RouteTable routes, List<Problem> problems, WorkspaceText text) {
    List<GraphBuilder.Flag> flags = flags(problems);
    Set<DocumentId> stale = stale();
    boolean sameMarks = flags.equals(lastFlags) && stale.equals(lastStale);
    if (sameMarks && resources == last.resources() && routes == last.routes()) {
      return last.graph();
    }
    try {
      return GraphBuilder.build(resources, routes, flags, stale, last.graph());
    } catch (RuntimeException | StackOverflowError e) {
      report("build the graph", e, text);
      return last.graph();
    }
  }

  private void report(String task, Throwable thrown, WorkspaceText text) {
    LOG.error("Failed to {}", task, thrown);
    text.files().stream()
        .findFirst()
        .ifPresent(
            file ->
                stageProblems.add(
                    DocumentProblems.at(
                        Severity.ERROR,
                        InternalErrors.CODE,
                        InternalErrors.message(task, thrown),
                        file.id(),
                        file.text(),
                        TextRange.at(0),
                        Optional.empty())));
  }
}
