package io.github.ingressdesigner.ui.compare;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.compare.Difference;
import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.suite.AcceptedDifferences;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.compare.Rows.Show;
import io.github.ingressdesigner.workspace.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What is compared, what was found, and which of it is listed. Nothing is asked while nobody looks;
 * a newer text asks again.
 */
final class CompareViewModel {
  private final AppModel model;
  private final CompareDesk desk;
  private final Executor worker;
  private final Executor ui;
  private final Asker asker;
  private final Acceptance acceptance;

  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.CONTROLLERS);
  private final ObjectProperty<Optional<Dialect>> from =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<Dialect>> to = new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Base> base = new SimpleObjectProperty<>(new Base.Saved());
  private final Listing listing = new Listing();
  private final ReadOnlyObjectWrapper<Found> found =
      new ReadOnlyObjectWrapper<>(new Found.Nothing(false));
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
  private Optional<Dialect> compiledFor = Optional.empty();
  private Optional<Question> asked = Optional.empty();
  private long look;
  private boolean fresh;
  private Runnable firstAnswer = () -> {};
  private int acceptedCount;

  /**
   * @param worker compares and reads, off the JavaFX thread; {@code Runnable::run} in tests
   * @param ui brings answers back to the JavaFX thread
   */
  CompareViewModel(AppModel model, CompareDesk desk, Executor worker, Executor ui) {
    this.model = model;
    this.desk = desk;
    this.worker = worker;
    this.ui = ui;
    asker = new Asker(worker, ui, new Answers());
    acceptance = new Acceptance(worker, ui, this::list, this::fail);
    model.snapshotProperty().addListener((property, was, is) -> ask());
    for (ObjectProperty<?> choice : List.of(mode, from, to, base)) {
      choice.addListener((property, was, is) -> askAnew());
    }
    shown.addListener(
        (property, was, is) -> {
          if (is) {
            fresh = true;
            refresh();
          } else {
            ask();
          }
        });
    listing.wordsProperty().addListener((property, was, is) -> list());
    listing.showProperty().addListener((property, was, is) -> list());
  }

  /** What is told when the first answer to another question is listed; later ones are updates. */
  void setOnFirstAnswer(Runnable action) {
    firstAnswer = action;
  }

  private void askAnew() {
    fresh = true;
    ask();
  }

  private void fail(String message) {
    model.actions().say(Severity.ERROR, message);
  }

  /** Whether somebody looks. */
  BooleanProperty shownProperty() {
    return shown;
  }

  ObjectProperty<Mode> modeProperty() {
    return mode;
  }

  /** The first controller; empty for the one that decides in the window. */
  ObjectProperty<Optional<Dialect>> fromProperty() {
    return from;
  }

  /** The second controller; empty for one that is likely to be asked for. */
  ObjectProperty<Optional<Dialect>> toProperty() {
    return to;
  }

  ObjectProperty<Base> baseProperty() {
    return base;
  }

  Listing listing() {
    return listing;
  }

  ReadOnlyObjectProperty<Found> foundProperty() {
    return found.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** From 0 to 1. */
  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  Acceptance acceptance() {
    return acceptance;
  }

  Dialect first() {
    return from.get().orElseGet(() -> model.feed().dialect());
  }

  /** Not the first one, so that there is something to see at once. */
  Dialect second() {
    return to.get().orElseGet(this::other);
  }

  private Dialect other() {
    String wanted = first().id().equals("ingress-nginx") ? "traefik" : "ingress-nginx";
    return desk.controllers().stream()
        .filter(d -> d.id().equals(wanted))
        .findFirst()
        .orElse(Dialects.SPEC);
  }

  /** Reads all again that may have changed outside: git and the accepted differences. */
  void refresh() {
    look++;
    if (!canReport()) {
      asked = Optional.empty();
    }
    acceptance.read();
    ask();
  }

  private Optional<FileId> folder() {
    return model.workspace().files().stream().filter(file -> !file.isUntitled()).findFirst();
  }

  /** Stops what is under way; the next change of the text or of a choice asks again. */
  void cancel() {
    asker.cancel();
    busy.set(false);
    asked = Optional.empty();
    show(new Found.Nothing(true));
  }

  private void ask() {
    if (!shown.get()) {
      if (busy.get()) {
        asker.cancel();
        busy.set(false);
        asked = Optional.empty();
      }
      return;
    }
    acceptance.follow(folder());
    if (!isCompiledForDeciding()) {
      return;
    }
    Question question = question();
    if (asked.filter(question::isSame).isPresent()) {
      return;
    }
    if (asked.isPresent() && asked.get().getClass() != question.getClass()) {
      show(new Found.Nothing(false));
    }
    asked = Optional.of(question);
    busy.set(true);
    progress.set(0);
    asker.ask(question);
  }

  /**
   * After another controller was chosen, the snapshot is still that of the one before for a while;
   * the next asks again.
   */
  private boolean isCompiledForDeciding() {
    Dialect deciding = model.feed().dialect();
    if (compiledFor.filter(deciding::equals).isEmpty()
        && model.snapshot().version() == model.workspace().version()) {
      compiledFor = Optional.of(deciding);
    }
    return compiledFor.filter(deciding::equals).isPresent();
  }

  private Question question() {
    Snapshot snapshot = model.snapshot();
    Dialect deciding = model.feed().dialect();
    return switch (mode.get()) {
      case CONTROLLERS -> new Question.Controllers(snapshot.resources(), first(), second());
      case CHANGES -> new Question.Changes(snapshot, deciding, base.get(), open(), look);
      case UNREACHABLE -> new Question.Paths(snapshot.resources(), snapshot.routes(), deciding);
    };
  }

  private List<Question.Open> open() {
    return model.workspace().files().stream()
        .map(file -> new Question.Open(file, desk.saved(file)))
        .toList();
  }

  private final class Answers implements Asker.Listener {
    @Override
    public void progress(double part) {
      progress.set(part);
    }

    @Override
    public void found(Question question, Found answer) {
      busy.set(false);
      show(answer);
      if (fresh) {
        fresh = false;
        firstAnswer.run();
      }
    }
  }

  private void show(Found answer) {
    found.set(answer);
    list();
  }

  private void list() {
    acceptedCount = countAccepted();
    listing.list(found.get(), acceptance.accepted(), mode.get());
  }

  /** How many of the differences found are accepted. */
  int acceptedCount() {
    return acceptedCount;
  }

  private int countAccepted() {
    return found.get() instanceof Found.Differences d
        ? (int) d.comparison().differences().stream().filter(acceptance.accepted()::accepts).count()
        : 0;
  }

  /** Whether there is something to choose between open and accepted. */
  boolean anyAccepted() {
    return listing.showProperty().get() != Show.ALL || acceptedCount() > 0;
  }

  /** Folds or unfolds what stands below a heading. */
  void fold(Row.Heading heading) {
    listing.fold(heading);
    list();
  }

  /** The differences below a heading, accepted or not, as far as they are listed. */
  List<Difference> below(Row.Heading heading) {
    return found.get() instanceof Found.Differences d
        ? d.comparison().differences().stream()
            .filter(difference -> difference.cause().name().equals(heading.key()))
            .toList()
        : List.of();
  }

  /** Why both sides answer the witness of a difference as they do; empty for other rows. */
  Optional<Supplier<Traces>> traces(Row row) {
    return found.get() instanceof Found.Differences d && row instanceof Row.Differing at
        ? Optional.of(
            () ->
                new Traces(
                    d.from().table().explain(at.difference().witness()),
                    d.to().table().explain(at.difference().witness())))
        : found.get() instanceof Found.Hidden h && row instanceof Row.Hidden at
            ? Optional.of(
                () -> {
                  Decision decision = h.side().table().explain(at.hidden().witness());
                  return new Traces(decision, decision);
                })
            : Optional.empty();
  }

  /** The decisions of both sides. */
  record Traces(Decision from, Decision to) {}

  /** The places on the first side that still stand in the present text. */
  List<Location> placesFrom(Difference difference) {
    return found.get() instanceof Found.Differences d ? d.placesFrom(difference) : List.of();
  }

  /** Whether there is something to report. */
  boolean canReport() {
    return found.get() instanceof Found.Differences || found.get() instanceof Found.Hidden;
  }

  /**
   * Writes all that was found as Markdown; to explain each difference of a large table takes long,
   * so it comes later.
   */
  void report(Consumer<String> taker) {
    AcceptedDifferences accepted = acceptance.accepted();
    Snapshot snapshot = model.snapshot();
    Found now = found.get();
    worker.execute(
        () -> {
          String text = Words.markdown(now, accepted, snapshot);
          ui.execute(() -> taker.accept(text));
        });
  }
}
