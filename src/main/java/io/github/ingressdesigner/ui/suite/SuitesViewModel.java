package io.github.ingressdesigner.ui.suite;

import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Tested;
import io.github.ingressdesigner.workspace.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The suites and their results. Each change of the files runs them again off the JavaFX thread, the
 * newest wins. Confined to the JavaFX thread but for the running.
 */
final class SuitesViewModel {
  private final AppModel model;
  private final Executor worker;
  private final Executor ui;
  private final SuiteRuns runs = new SuiteRuns();
  private final ReadOnlyObjectWrapper<Report> report = new ReadOnlyObjectWrapper<>(Report.NOTHING);
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper covering = new ReadOnlyBooleanWrapper();
  private final AtomicReference<Optional<SuiteRuns.Question>> wanted =
      new AtomicReference<>(Optional.empty());
  private final AtomicLong newest = new AtomicLong();
  private final AtomicBoolean working = new AtomicBoolean();
  private List<SuiteFile> onDisk = List.of();

  /**
   * @param worker runs the tests; {@code Runnable::run} in tests
   * @param ui brings results back to the JavaFX thread
   */
  SuitesViewModel(AppModel model, Executor worker, Executor ui) {
    this.model = model;
    this.worker = worker;
    this.ui = ui;
    model
        .snapshotProperty()
        .addListener(
            (property, was, is) -> {
              newest.set(is.version());
              run();
            });
    newest.set(model.snapshot().version());
  }

  ReadOnlyObjectProperty<Report> reportProperty() {
    return report.getReadOnlyProperty();
  }

  /** Whether the results are those of an older text, because the tests still run. */
  ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** The suites beside the files; runs them. */
  void setOnDisk(List<SuiteFile> suites) {
    if (!suites.equals(onDisk)) {
      onDisk = List.copyOf(suites);
      run();
    }
  }

  void run() {
    running.set(true);
    wanted.set(
        Optional.of(new SuiteRuns.Question(model.snapshot(), model.feed().dialect(), onDisk)));
    if (working.compareAndSet(false, true)) {
      worker.execute(this::work);
    }
  }

  /**
   * Tests for what no test reaches, one for each path or default backend: found off the JavaFX
   * thread.
   *
   * @param most so many at once
   * @param then told on the JavaFX thread; empty where the files changed meanwhile
   */
  void cover(int most, Consumer<Optional<Cover>> then) {
    Snapshot snapshot = model.snapshot();
    List<Location> missed =
        Reached.missed(snapshot.graph(), report.get().reached()).limit(most).toList();
    covering.set(true);
    BooleanSupplier outdated = () -> newest.get() != snapshot.version();
    worker.execute(
        () -> {
          Optional<Cover> found = Optional.empty();
          try {
            found = Optional.of(Cover.of(snapshot.routes(), missed, outdated));
          } finally {
            Optional<Cover> result = found;
            ui.execute(
                () -> {
                  covering.set(false);
                  then.accept(result.filter(cover -> !outdated.getAsBoolean()));
                });
          }
        });
  }

  /** Whether requests for what no test reaches are being looked for. */
  ReadOnlyBooleanProperty coveringProperty() {
    return covering.getReadOnlyProperty();
  }

  private void work() {
    try {
      Optional<SuiteRuns.Question> next = wanted.getAndSet(Optional.empty());
      while (next.isPresent()) {
        Report done = runs.run(next.get());
        ui.execute(() -> deliver(done));
        next = wanted.getAndSet(Optional.empty());
      }
    } finally {
      working.set(false);
    }
    if (wanted.get().isPresent() && working.compareAndSet(false, true)) {
      worker.execute(this::work);
    }
  }

  private void deliver(Report done) {
    running.set(working.get() && wanted.get().isPresent());
    if (done.version() >= report.get().version()) {
      report.set(done);
      model
          .testedProperty()
          .set(new Tested(done.passed(), done.failed(), done.broken(), done.reached()));
    }
  }
}
