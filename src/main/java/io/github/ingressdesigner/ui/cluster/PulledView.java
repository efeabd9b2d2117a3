package io.github.ingressdesigner.ui.cluster;

import io.github.ingressdesigner.cluster.pull.PullPlan;
import io.github.ingressdesigner.cluster.pull.PullPlan.Item;
import io.github.ingressdesigner.cluster.pull.PullPlan.State;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.ui.common.DiffView;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.TickCell;
import io.github.ingressdesigner.workspace.recovery.DiffLines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a pull would write: files that differ are written over only where they are ticked. */
public final class PulledView {
  private static final int AROUND = 3;

  private final PullPlan plan;
  private final Set<Path> agreed = new HashSet<>();
  private final ListView<Item> list = new ListView<>();
  private final DiffView diff = new DiffView(Messages.text("cluster.pulled.diff"));
  private final VBox node = new VBox();

  /**
   * @param refused what could not be read, a sentence each
   */
  public PulledView(PullPlan plan, List<String> refused) {
    this.plan = plan;
    List<Item> items = new ArrayList<>(plan.files());
    items.sort(Comparator.comparing(PulledView::rank));
    list.getItems().setAll(items);
    list.setCellFactory(view -> new TickCell<>(this::shown, this::choose));
    list.setAccessibleText(Messages.text("cluster.pulled.files"));
    list.getStyleClass().add("commit-files");
    Label nothing = new Label(Messages.text("cluster.pulled.nothing"));
    nothing.getStyleClass().add("label-text");
    nothing.setWrapText(true);
    list.setPlaceholder(nothing);
    list.getSelectionModel().selectedItemProperty().addListener((property, was, is) -> show(is));
    list.setOnKeyPressed(
        event -> {
          Item item = list.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.SPACE && item != null) {
            choose(item, !agreed.contains(item.path()));
            event.consume();
          }
        });
    Label count = new Label(counts());
    count.getStyleClass().add("small-text");
    count.setWrapText(true);
    count.setMinHeight(Region.USE_PREF_SIZE);
    VBox left = new VBox(list, count);
    left.getStyleClass().add("pulled-left");
    VBox.setVgrow(list, Priority.ALWAYS);
    HBox.setHgrow(diff.node(), Priority.ALWAYS);
    HBox sides = new HBox(left, diff.node());
    sides.getStyleClass().add("pulled-sides");
    VBox.setVgrow(sides, Priority.ALWAYS);
    node.getStyleClass().add("pulled");
    node.getChildren().add(sides);
    for (String one : refused) {
      Label label = new Label(Messages.text("cluster.pulled.refused", one));
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
      label.getStyleClass().add("apply-note");
      node.getChildren().add(label);
    }
    list.getSelectionModel().selectFirst();
  }

  public Node node() {
    return node;
  }

  /** Files that differ and shall be written over. */
  public Set<Path> agreed() {
    return Set.copyOf(agreed);
  }

  private static int rank(Item item) {
    return switch (item.state()) {
      case DIFFERENT -> 0;
      case BY_HAND -> 1;
      case NEW -> 2;
      case SAME -> 3;
    };
  }

  private String counts() {
    return Messages.text(
        "cluster.pulled.count",
        plan.in(State.NEW).size(),
        plan.in(State.DIFFERENT).size() + plan.in(State.BY_HAND).size(),
        plan.in(State.SAME).size());
  }

  private void choose(Item item, boolean on) {
    if (item.state() == State.DIFFERENT) {
      if (on) {
        agreed.add(item.path());
      } else {
        agreed.remove(item.path());
      }
      list.refresh();
    }
  }

  private void show(Item item) {
    if (item == null) {
      return;
    }
    String empty =
        item.state() == State.BY_HAND
            ? Messages.text("cluster.pulled.byHand")
            : Messages.text("cluster.pulled.sameText");
    boolean differs = item.state() == State.DIFFERENT || item.state() == State.NEW;
    diff.show(
        differs
            ? DiffLines.of(
                SourceText.of(item.before().orElse("")), SourceText.of(item.after()), AROUND)
            : List.of(),
        empty);
  }

  private TickCell.Shown shown(Item item) {
    String name = plan.folder().relativize(item.path()).toString();
    String word = Messages.text("cluster.pulled." + item.state().name().toLowerCase(Locale.ROOT));
    return new TickCell.Shown(
        name,
        word,
        item.state() == State.NEW || agreed.contains(item.path()),
        item.state() != State.DIFFERENT,
        name + ", " + word);
  }
}
