package io.github.ingressdesigner.workspace;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.lint.LintConfig;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The feed: a mailbox of one before the analysis, a mailbox of one behind it, so neither thread
 * ever works through a queue of outdated texts. Of large texts a snapshot without checked problems
 * comes first. All methods belong to the UI thread.
 */
public final class LatestSnapshotFeed implements SnapshotFeed {
  private static final Logger LOG = LoggerFactory.getLogger(LatestSnapshotFeed.class);

  /** In characters; the rules take longer than a blink of more text than this. */
  private static final int LARGE = 100_000;

  private record Wanted(WorkspaceText text, Dialect dialect, LintConfig rules) {}

  private final Workspace workspace;
  private final Analyzer analyzer = new Analyzer();
  private final Executor analysis;
  private final Executor ui;
  private final List<Consumer<Snapshot>> listeners = new ArrayList<>();
  private final AtomicReference<Optional<Wanted>> wanted = new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<Snapshot>> done = new AtomicReference<>(Optional.empty());
  private final AtomicBoolean working = new AtomicBoolean();
  private Dialect dialect;
  private LintConfig rules = LintConfig.DEFAULT;
  private Snapshot shown = Analyzer.NOTHING;

  /**
   * Follows the workspace from now on.
   *
   * @param analysis runs one task at a time, off the UI thread; {@code Runnable::run} in tests
   * @param ui runs tasks on the UI thread, later; {@code Runnable::run} in tests
   */
  public LatestSnapshotFeed(Workspace workspace, Dialect dialect, Executor analysis, Executor ui) {
    this.workspace = workspace;
    this.dialect = dialect;
    this.analysis = analysis;
    this.ui = ui;
    workspace.addListener(
        new Workspace.Listener() {
          @Override
          public void edited(Change change, Object origin) {
            request();
          }

          @Override
          public void filesChanged() {
            request();
          }
        });
    request();
  }

  @Override
  public void addListener(Consumer<Snapshot> listener) {
    listeners.add(listener);
  }

  @Override
  public Snapshot shown() {
    return shown;
  }

  @Override
  public Snapshot current() {
    if (shown.version() == workspace.version()) {
      return shown;
    }
    WorkspaceText text = workspace.snapshotText();
    try {
      // rules wait: whoever asks plans an edit
      return analyzer.analyze(text, dialect, Optional.empty(), () -> false).orElseThrow();
    } catch (RuntimeException | StackOverflowError e) {
      return failed(text, shown, e);
    }
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public void setDialect(Dialect other) {
    if (!other.equals(dialect)) {
      dialect = other;
      workspace.touch();
      request();
    }
  }

  @Override
  public void setRules(LintConfig other) {
    if (!other.equals(rules)) {
      rules = other;
      workspace.touch();
      request();
    }
  }

  @Override
  public LintConfig rules() {
    return rules;
  }

  @Override
  public void request() {
    wanted.set(Optional.of(new Wanted(workspace.snapshotText(), dialect, rules)));
    if (working.compareAndSet(false, true)) {
      analysis.execute(this::work);
    }
  }

  private void work() {
    try {
      Optional<Wanted> next = wanted.getAndSet(Optional.empty());
      while (next.isPresent()) {
        analyze(next.get());
        next = wanted.getAndSet(Optional.empty());
      }
    } finally {
      working.set(false);
    }
    if (wanted.get().isPresent() && working.compareAndSet(false, true)) {
      analysis.execute(this::work);
    }
  }

  private void analyze(Wanted task) {
    Optional<Snapshot> result;
    try {
      if (isLarge(task.text())) {
        // what is drawn does not wait for the rules
        analyzer
            .analyze(task.text(), task.dialect(), Optional.empty(), () -> wanted.get().isPresent())
            .ifPresent(this::publish);
      }
      result =
          analyzer.analyze(
              task.text(),
              task.dialect(),
              Optional.of(task.rules()),
              () -> wanted.get().isPresent());
    } catch (RuntimeException | Error e) {
      result = Optional.of(failed(task.text(), done.get().orElse(Analyzer.NOTHING), e));
    }
    result.ifPresent(this::publish);
  }

  private void publish(Snapshot snapshot) {
    done.set(Optional.of(snapshot));
    ui.execute(this::deliver);
  }

  private static boolean isLarge(WorkspaceText text) {
    long length = 0;
    for (WorkspaceText.FileText file : text.files()) {
      length += file.text().length();
    }
    return length > LARGE;
  }

  private static Snapshot failed(WorkspaceText text, Snapshot before, Throwable thrown) {
    LOG.error("The analysis failed", thrown);
    List<Problem> problems = new ArrayList<>(before.problems());
    text.files().stream()
        .findFirst()
        .ifPresent(
            file ->
                problems.add(
                    DocumentProblems.at(
                        Severity.ERROR,
                        InternalErrors.CODE,
                        InternalErrors.message("analyse the text", thrown),
                        file.id(),
                        file.text(),
                        TextRange.at(0),
                        Optional.empty())));
    return new Snapshot(
        text.version(),
        before.files().stream()
            .map(f -> new Snapshot.FileState(f.id(), f.text(), false, f.documents()))
            .toList(),
        before.resources(),
        before.routes(),
        before.graph(),
        problems,
        0);
  }

  private void deliver() {
    Snapshot newest = done.get().orElse(shown);
    boolean newer = newest.version() > shown.version();
    boolean better = newest.version() == shown.version() && newest.checked() && !shown.checked();
    if (!newer && !better) {
      return;
    }
    shown = newest;
    for (Consumer<Snapshot> listener : List.copyOf(listeners)) {
      try {
        listener.accept(newest);
      } catch (RuntimeException e) {
        LOG.error("A view failed to show a snapshot", e);
      }
    }
  }
}
