package io.github.ingressdesigner.ui.tester;

import io.github.ingressdesigner.dialect.OwnFiles;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Traced;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The traced request, asked of every controller. Tables are compiled off the JavaFX thread, one
 * controller after the other, and kept while the text stays; a newer request or text stops the
 * work. Nothing is done while nobody looks.
 */
final class ControllersViewModel {
  private static final Logger LOG = LoggerFactory.getLogger(ControllersViewModel.class);

  private record Question(Request request, Resources resources, List<Dialect> dialects) {}

  private final AppModel model;
  private final Executor worker;
  private final Executor ui;
  private final Supplier<List<Dialect>> dialects;
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final ObservableList<ControllerRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper left = new ReadOnlyIntegerWrapper();
  private final AtomicReference<Optional<Question>> wanted =
      new AtomicReference<>(Optional.empty());
  private final AtomicBoolean working = new AtomicBoolean();
  private final Map<String, Question> answered = new HashMap<>();
  private Optional<Question> asked = Optional.empty();

  // Of the worker alone.
  private Resources compiledFor = Resources.NONE;
  private final Map<Dialect, RouteTable> tables = new HashMap<>();

  /**
   * @param dialects all controllers with their settings
   * @param worker compiles and decides, off the JavaFX thread; {@code Runnable::run} in tests
   * @param ui brings answers back to the JavaFX thread
   */
  ControllersViewModel(
      AppModel model, Supplier<List<Dialect>> dialects, Executor worker, Executor ui) {
    this.model = model;
    this.dialects = dialects;
    this.worker = worker;
    this.ui = ui;
    shown.addListener((property, was, is) -> ask());
    model.tracedProperty().addListener((property, was, is) -> ask());
    model.snapshotProperty().addListener((property, was, is) -> ask());
  }

  /** Whether somebody looks. */
  BooleanProperty shownProperty() {
    return shown;
  }

  /** The controllers that have answered, in their order; the others still have what they said. */
  ObservableList<ControllerRow> rows() {
    return rows;
  }

  /** How many have not answered yet. */
  ReadOnlyIntegerProperty leftProperty() {
    return left.getReadOnlyProperty();
  }

  /** Whether a row still says what was asked before. */
  boolean isOld(ControllerRow row) {
    return asked.isPresent() && answered.get(row.dialect().id()) != asked.get();
  }

  /** The row of the controller that decides in this window. */
  Optional<ControllerRow> deciding() {
    String id = model.feed().dialect().id();
    return rows.stream().filter(row -> row.dialect().id().equals(id)).findFirst();
  }

  /** Whether a row answers otherwise than the controller that decides; both have to be new. */
  boolean differs(ControllerRow row) {
    return !isOld(row) && deciding().filter(own -> !isOld(own)).filter(row::differs).isPresent();
  }

  /** What was asked, for who copies the answers; empty where nothing was. */
  Optional<Request> request() {
    return asked.map(Question::request);
  }

  private void ask() {
    Optional<Request> request = model.tracedProperty().get().map(Traced::request);
    if (!shown.get() || request.isEmpty()) {
      asked = Optional.empty();
      wanted.set(Optional.empty());
      left.set(0);
      if (request.isEmpty()) {
        rows.clear();
        answered.clear();
      }
      return;
    }
    Question question = new Question(request.get(), model.snapshot().resources(), dialects.get());
    if (asked.isPresent() && isSame(asked.get(), question)) {
      return;
    }
    asked = Optional.of(question);
    left.set(question.dialects().size());
    wanted.set(asked);
    if (working.compareAndSet(false, true)) {
      worker.execute(this::work);
    }
  }

  private static boolean isSame(Question one, Question other) {
    return one.resources() == other.resources()
        && one.request().equals(other.request())
        && one.dialects().equals(other.dialects());
  }

  private void work() {
    try {
      Optional<Question> next = wanted.getAndSet(Optional.empty());
      while (next.isPresent()) {
        answer(next.get());
        next = wanted.getAndSet(Optional.empty());
      }
    } finally {
      working.set(false);
    }
    if (wanted.get().isPresent() && working.compareAndSet(false, true)) {
      worker.execute(this::work);
    }
  }

  private void answer(Question question) {
    if (question.resources() != compiledFor) {
      tables.clear();
      compiledFor = question.resources();
    }
    tables.keySet().retainAll(question.dialects());
    IngressNames names = new IngressNames(question.resources());
    for (int i = 0; i < question.dialects().size(); i++) {
      if (wanted.get().isPresent()) {
        return;
      }
      Dialect dialect = question.dialects().get(i);
      int place = i;
      try {
        RouteTable table =
            tables.computeIfAbsent(
                dialect, d -> d.compile(OwnFiles.of(question.resources(), d), Optional.empty()));
        ControllerRow row = ControllerRow.of(dialect, table.explain(question.request()), names);
        ui.execute(() -> deliver(question, place, row));
      } catch (RuntimeException | StackOverflowError e) {
        LOG.error("Asking {} failed", dialect.id(), e);
        ui.execute(() -> deliver(question, place, ControllerRow.failed(dialect)));
      }
    }
  }

  private void deliver(Question question, int place, ControllerRow now) {
    if (asked.isEmpty() || asked.get() != question) {
      return;
    }
    answered.put(now.dialect().id(), question);
    int at = 0;
    while (at < rows.size() && order(question, rows.get(at)) < place) {
      at++;
    }
    if (at < rows.size() && order(question, rows.get(at)) == place) {
      rows.set(at, now);
    } else {
      rows.add(at, now);
    }
    left.set(Math.max(0, left.get() - 1));
  }

  private static int order(Question question, ControllerRow row) {
    for (int i = 0; i < question.dialects().size(); i++) {
      if (question.dialects().get(i).id().equals(row.dialect().id())) {
        return i;
      }
    }
    return -1;
  }
}
