package io.github.ingressdesigner.ui.compare;

import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.suite.AcceptedDifferences;
import io.github.ingressdesigner.ui.common.Compared;
import io.github.ingressdesigner.ui.compare.Rows.Filter;
import io.github.ingressdesigner.ui.compare.Rows.Show;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which of what was found is listed, what of it is selected, and what the graph shows of it. */
final class Listing {
  private final StringProperty words = new SimpleStringProperty("");
  private final ObjectProperty<Show> show = new SimpleObjectProperty<>(Show.ALL);
  private final Set<String> folded = new HashSet<>();
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<Row>> selected =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Compared>> marks =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private List<Row> unfolded = List.of();

  /** What a row must hold to be listed. */
  StringProperty wordsProperty() {
    return words;
  }

  ObjectProperty<Show> showProperty() {
    return show;
  }

  /** Whether rows are left out on purpose. */
  boolean isFiltered() {
    return !words.get().isBlank() || show.get() != Show.ALL;
  }

  ObservableList<Row> rows() {
    return rows;
  }

  ObjectProperty<Optional<Row>> selectedProperty() {
    return selected;
  }

  /** What the graph shows of the rows that the filter lets through. */
  ReadOnlyObjectProperty<Optional<Compared>> marksProperty() {
    return marks.getReadOnlyProperty();
  }

  /** Lists again; what was selected stays so, else its neighbour. */
  void list(Found found, AcceptedDifferences accepted, Mode mode) {
    unfolded = Rows.of(found, accepted, new Filter(words.get(), show.get(), folded));
    marks.set(Marks.of(found, mode, unfolded));
    Optional<Row> before = selected.get();
    int at = before.map(rows::indexOf).orElse(-1);
    List<Row> now = Rows.folded(unfolded);
    if (!now.equals(rows)) {
      rows.setAll(now);
    }
    Optional<Row> same =
        before.flatMap(b -> rows.stream().filter(r -> r.key().equals(b.key())).findFirst());
    selected.set(same.or(() -> near(at)));
  }

  private Optional<Row> near(int index) {
    for (int i = Math.max(0, index); i < rows.size(); i++) {
      if (!(rows.get(i) instanceof Row.Heading)) {
        return Optional.of(rows.get(i));
      }
    }
    return rows.stream().filter(r -> !(r instanceof Row.Heading)).reduce((a, b) -> b);
  }

  /** Folds what stands below a heading, or unfolds it; {@link #list} shows it. */
  void fold(Row.Heading heading) {
    if (!folded.remove(heading.key())) {
      folded.add(heading.key());
    }
  }

  /** Selects the next row that is no heading, from the last the first; or the one before. */
  void step(int by) {
    if (rows.stream().allMatch(Row.Heading.class::isInstance)) {
      return;
    }
    int at = selected.get().map(rows::indexOf).orElse(by > 0 ? -1 : 0);
    do {
      at = Math.floorMod(at + by, rows.size());
    } while (rows.get(at) instanceof Row.Heading);
    selected.set(Optional.of(rows.get(at)));
  }

  /** Selects the first row about a rule, unless the selected one is about it already. */
  void select(Location place) {
    Set<Integer> numbers = new HashSet<>();
    for (Compared.Mark mark : marks.get().map(Compared::marks).orElse(List.of())) {
      if (mark.row().or(mark::otherRow).filter(place::equals).isPresent()) {
        numbers.add(mark.number());
      }
    }
    boolean already = selected.get().flatMap(Marks::number).filter(numbers::contains).isPresent();
    if (!already) {
      rows.stream()
          .filter(row -> Marks.number(row).filter(numbers::contains).isPresent())
          .findFirst()
          .ifPresent(row -> selected.set(Optional.of(row)));
    }
  }
}
