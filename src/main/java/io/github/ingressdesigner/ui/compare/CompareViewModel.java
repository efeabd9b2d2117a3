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
import io.github.ingressdesigner.ui.common.Compared;
import io.github.ingressdesigner.ui.compare.Rows.Filter;
import io.github.ingressdesigner.ui.compare.Rows.Show;
import io.github.ingressdesigner.workspace.Snapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

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
  private final StringProperty words = new SimpleStringProperty("");
  private final ObjectProperty<Show> show = new SimpleObjectProperty<>(Show.ALL);
  private final Set<String> folded = new HashSet<>();
  private final ReadOnlyObjectWrapper<Found> found =
      new ReadOnlyObjectWrapper<>(new Found.Nothing(false));
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<Row>> selected =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Compared>> marks =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Dialect> compiledFor = Optional.empty();
  private Optional<Question> asked = Optional.empty();
  private long look;
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
      choice.addListener((property, was, is) -> ask());
    }
    shown.addListener(
        (property, was, is) -> {
          if (is) {
            refresh();
          } else {
            ask();
          }
        });
    words.addListener((property, was, is) -> list());
    show.addListener((property, was, is) -> list());
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

  /** What a row must hold to be listed. */
  StringProperty wordsProperty() {
    return words;
  }

  ObjectProperty<Show> showProperty() {
    return show;
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

  ObservableList<Row> rows() {
    return rows;
  }

  ObjectProperty<Optional<Row>> selectedProperty() {
    return selected;
  }

  /** What the graph shows of it. */
  ReadOnlyObjectProperty<Optional<Compared>> marksProperty() {
    return marks.getReadOnlyProperty();
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
    }
  }

  private void show(Found answer) {
    found.set(answer);
    list();
  }

  /** Lists again; what was selected stays so, else its neighbour. */
  private void list() {
    Optional<Row> before = selected.get();
    int at = before.map(rows::indexOf).orElse(-1);
    acceptedCount = countAccepted();
    List<Row> all = Rows.of(found.get(), acceptance.accepted(), filter());
    List<Row> now = Rows.unfolded(all);
    if (!now.equals(rows)) {
      rows.setAll(now);
    }
    Optional<Row> same =
        before.flatMap(b -> rows.stream().filter(r -> r.key().equals(b.key())).findFirst());
    selected.set(same.or(() -> near(at)));
    marks.set(Marks.of(found.get(), mode.get(), all));
  }

  private Filter filter() {
    return new Filter(words.get(), show.get(), folded);
  }

  private Optional<Row> near(int index) {
    for (int i = Math.max(0, index); i < rows.size(); i++) {
      if (!(rows.get(i) instanceof Row.Heading)) {
        return Optional.of(rows.get(i));
      }
    }
    return rows.stream().filter(r -> !(r instanceof Row.Heading)).reduce((a, b) -> b);
  }

  /** Whether rows are left out of the list on purpose. */
  boolean isFiltered() {
    return !words.get().isBlank() || show.get() != Show.ALL;
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
    return show.get() != Show.ALL || acceptedCount() > 0;
  }

  /** Folds or unfolds what stands below a heading. */
  void fold(Row.Heading heading) {
    if (!folded.remove(heading.key())) {
      folded.add(heading.key());
    }
    list();
  }

  /** Selects the next row that is no heading, from the last the first. */
  void next() {
    step(1);
  }

  void previous() {
    step(-1);
  }

  private void step(int by) {
    if (rows.stream().allMatch(Row.Heading.class::isInstance)) {
      return;
    }
    int at = selected.get().map(rows::indexOf).orElse(by > 0 ? -1 : 0);
    do {
      at = Math.floorMod(at + by, rows.size());
    } while (rows.get(at) instanceof Row.Heading);
    selected.set(Optional.of(rows.get(at)));
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
