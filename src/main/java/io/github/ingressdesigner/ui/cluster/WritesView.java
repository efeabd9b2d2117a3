package io.github.ingressdesigner.ui.cluster;

import io.github.ingressdesigner.cluster.KubeObject;
import io.github.ingressdesigner.cluster.apply.ApplyJournal.Entry;
import io.github.ingressdesigner.cluster.apply.ApplyJournal.Outcome;
import io.github.ingressdesigner.cluster.clean.Clean;
import io.github.ingressdesigner.cluster.clean.YamlText;
import io.github.ingressdesigner.cluster.kubeconfig.KubeContext;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.ui.common.DiffView;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.workspace.recovery.DiffLines;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What was written to clusters, the newest first, with what each write changed. */
public final class WritesView {
  private static final int AROUND = 3;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
          .withZone(ZoneId.systemDefault());

  private final ListView<Entry> list = new ListView<>();
  private final DiffView diff = new DiffView(Messages.text("cluster.writes.diff"));
  private final HBox node = new HBox();

  public WritesView(List<Entry> entries) {
    list.getItems().setAll(entries);
    list.setCellFactory(view -> new Cell());
    list.setAccessibleText(Messages.text("cluster.writes.list"));
    list.getStyleClass().add("writes-list");
    Label nothing = new Label(Messages.text("cluster.writes.nothing"));
    nothing.getStyleClass().add("label-text");
    list.setPlaceholder(nothing);
    list.getSelectionModel().selectedItemProperty().addListener((property, was, is) -> show(is));
    HBox.setHgrow(diff.node(), Priority.ALWAYS);
    node.getStyleClass().add("pulled-sides");
    node.getChildren().addAll(list, diff.node());
    diff.show(List.of(), Messages.text("cluster.writes.choose"));
  }

  public Node node() {
    return node;
  }

  public Optional<Entry> selected() {
    return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
  }

  /** Whether the chosen write cannot be taken back, through this context at least. */
  public ReadOnlyBooleanProperty nothingToUndo(Optional<KubeContext> context) {
    ReadOnlyBooleanWrapper nothing = new ReadOnlyBooleanWrapper(true);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((property, was, is) -> nothing.set(!canUndo(context)));
    return nothing.getReadOnlyProperty();
  }

  private boolean canUndo(Optional<KubeContext> context) {
    return selected()
        .filter(entry -> entry.outcome() == Outcome.DONE && entry.after().isPresent())
        .filter(entry -> context.map(c -> c.key().server()).equals(Optional.of(entry.server())))
        .isPresent();
  }

  private void show(Entry entry) {
    if (entry == null) {
      return;
    }
    diff.show(
        DiffLines.of(
            SourceText.of(entry.before().map(WritesView::text).orElse("")),
            SourceText.of(entry.after().map(WritesView::text).orElse("")),
            AROUND),
        Messages.text("cluster.writes.same"));
  }

  private static String text(KubeObject object) {
    return YamlText.of(Clean.of(object));
  }

  private static final class Cell extends ListCell<Entry> {
    private final Label what = new Label();
    private final Label when = new Label();
    private final VBox rows = new VBox(what, when);

    Cell() {
      when.getStyleClass().add("small-text");
      rows.getStyleClass().add("writes-row");
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(Entry entry, boolean empty) {
      super.updateItem(entry, empty);
      if (empty || entry == null) {
        setGraphic(null);
        return;
      }
      what.setText(entry.key().shown());
      when.setText(
          Messages.text(
              "cluster.writes." + entry.outcome().name().toLowerCase(Locale.ROOT),
              TIME.format(entry.at()),
              entry.context(),
              entry.action()));
      setAccessibleText(what.getText() + ", " + when.getText());
      setGraphic(rows);
    }
  }
}
