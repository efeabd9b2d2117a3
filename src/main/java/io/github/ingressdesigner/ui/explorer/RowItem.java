package io.github.ingressdesigner.ui.explorer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.control.TreeItem;

/**
 * A line with the lines below it, which are made when it is opened for the first time and kept in
 * step afterwards, so that what is open stays open.
 */
final class RowItem extends TreeItem<Row> {
  /** Where lines come from now, and whether a line is open before anybody touched it. */
  record Source(Function<Row, List<Row>> children, Predicate<Row> openAtFirst) {
    List<Row> below(Row row) {
      return children.apply(row);
    }
  }

  private Optional<Source> source = Optional.empty();
  private boolean made;
  private boolean opened;

  RowItem() {}

  private RowItem(Row row, Source source) {
    super(row);
    this.source = Optional.of(source);
    expandedProperty().addListener((property, was, is) -> make());
  }

  @Override
  public boolean isLeaf() {
    return getValue() != null && getValue().children() == 0;
  }

  /** Makes the lines below, if that was not done yet. */
  void make() {
    if (!made && source.isPresent() && getValue() != null) {
      made = true;
      update(source.get(), source.get().below(getValue()));
    }
  }

  /** Takes over the lines of a new snapshot below this one, keeping the items of the same keys. */
  void update(Source now, List<Row> rows) {
    source = Optional.of(now);
    Map<Object, RowItem> old = new HashMap<>();
    getChildren().forEach(child -> old.put(child.getValue().key(), (RowItem) child));
    List<TreeItem<Row>> items = new ArrayList<>();
    for (Row row : rows) {
      RowItem item = Optional.ofNullable(old.get(row.key())).orElseGet(() -> new RowItem(row, now));
      item.refresh(row, now);
      items.add(item);
    }
    if (!getChildren().equals(items)) {
      getChildren().setAll(items);
    }
  }

  private void refresh(Row row, Source now) {
    source = Optional.of(now);
    if (!row.equals(getValue())) {
      setValue(row);
    }
    if (!opened && row.children() > 0) {
      opened = true;
      setExpanded(now.openAtFirst().test(row));
    }
    if (isExpanded()) {
      made = true;
      update(now, now.below(row));
    } else if (made) {
      made = false;
      getChildren().clear();
    }
  }
}
