package io.github.ingressdesigner.ui.replay;

import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.suite.DifferenceReport;
import io.github.ingressdesigner.suite.replay.ReplayResult;
import io.github.ingressdesigner.suite.replay.ReplayResult.Change;
import io.github.ingressdesigner.suite.replay.ReplayResult.Count;
import io.github.ingressdesigner.suite.replay.ReplayResult.Example;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;

/** Backends with their requests, and requests that change, the most first. */
final class ResultPane {
  private final TableView<Count> backends = new TableView<>();
  private final TableView<Change> changes = new TableView<>();
  private final SplitPane split = new SplitPane(backends, changes);
  private final BiConsumer<Request, String> tester;

  /**
   * @param tester takes the first request of a change
   */
  ResultPane(BiConsumer<Request, String> tester) {
    this.tester = tester;
    backends.setId("replay-backends");
    backends.setAccessibleText(Messages.text("replay.backends"));
    backends.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    changes.setId("replay-changes");
    changes.setAccessibleText(Messages.text("replay.changes"));
    changes.setPlaceholder(placeholder("replay.changes.none"));
    changes.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    changes.getColumns().add(number("replay.column.requests", 76, Change::requests));
    changes.getColumns().add(text("replay.column.which", 360, ResultPane::which));
    changes
        .getColumns()
        .add(text("replay.column.change", 190, c -> DifferenceReport.words(c.cause())));
    changes.getColumns().add(text("replay.column.from", 250, Change::from));
    changes.getColumns().add(text("replay.column.to", 250, Change::to));
    changes.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            openChosen();
          }
        });
    changes.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            openChosen();
          }
        });
    split.getStyleClass().add("replay-split");
    split.setOrientation(javafx.geometry.Orientation.VERTICAL);
  }

  Node node() {
    return split;
  }

  TableView<Change> changes() {
    return changes;
  }

  /** Puts the first request of the chosen change into the tester. */
  void openChosen() {
    Change chosen = changes.getSelectionModel().getSelectedItem();
    if (chosen != null && !chosen.examples().isEmpty()) {
      Example first = chosen.examples().getFirst();
      tester.accept(first.request(), first.url());
    }
  }

  void show(ReplayResult result) {
    backends.getColumns().clear();
    backends.getColumns().add(text("replay.column.backend", 420, Count::backend));
    boolean two = result.from().isPresent();
    if (two) {
      backends.getColumns().add(number("replay.column.before", 110, Count::from));
    }
    backends
        .getColumns()
        .add(number(two ? "replay.column.after" : "replay.column.requests", 110, Count::to));
    backends.getItems().setAll(result.backends());
    changes.getItems().setAll(result.changes());
    if (two) {
      split.getItems().setAll(backends, changes);
      split.setDividerPositions(0.4);
    } else {
      split.getItems().setAll(backends);
    }
  }

  private static String which(Change change) {
    return change.method() + " " + change.scheme() + "://" + change.host() + change.paths();
  }

  private static Label placeholder(String key) {
    Label label = new Label(Messages.text(key));
    label.getStyleClass().add("label-text");
    return label;
  }

  private static <T> TableColumn<T, String> text(
      String key, double width, Function<T, String> value) {
    TableColumn<T, String> column = new TableColumn<>(Messages.text(key));
    column.setPrefWidth(width);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
    column.setCellFactory(c -> new TextCell<>());
    return column;
  }

  private static <T> TableColumn<T, Long> number(
      String key, double width, Function<T, Long> value) {
    TableColumn<T, Long> column = new TableColumn<>(Messages.text(key));
    column.setPrefWidth(width);
    column.getStyleClass().add("replay-number");
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    column.setCellFactory(c -> new NumberCell<>());
    return column;
  }

  private static final class NumberCell<T> extends TableCell<T, Long> {
    @Override
    protected void updateItem(Long item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty || item == null ? "" : String.format(Locale.ROOT, "%,d", item));
    }
  }

  /** Long texts are cut, and whole in the tool tip. */
  private static final class TextCell<T> extends TableCell<T, String> {
    private final Tooltip whole = new Tooltip();

    @Override
    protected void updateItem(String item, boolean empty) {
      super.updateItem(item, empty);
      boolean none = empty || item == null;
      setText(none ? "" : item);
      whole.setText(none ? "" : item);
      setTooltip(none ? null : whole);
    }
  }
}
