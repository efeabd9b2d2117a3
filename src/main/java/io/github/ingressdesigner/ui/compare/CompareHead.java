package io.github.ingressdesigner.ui.compare;

import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Sign;
import io.github.ingressdesigner.ui.compare.Rows.Show;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.controlsfx.control.textfield.CustomTextField;
import org.kordamp.ikonli.feather.Feather;

/** All above the list: what is asked, of what, how much was found, and how sure it is. */
final class CompareHead {
  /** Shorter work shows no bar. */
  private static final Duration BAR_AFTER = Duration.millis(300);

  private static final PseudoClass SCROLLED = PseudoClass.getPseudoClass("scrolled");

  private final AppModel model;
  private final CompareViewModel viewModel;
  private final CompareDesk desk;
  private final Label title = new Label();
  private final Label complete = new Label();
  private final Label sampled = new Label();
  private final Label note = new Label();
  private final CustomTextField filter = new CustomTextField();
  private final Map<Show, ToggleButton> shows = new EnumMap<>(Show.class);
  private final HBox showBox = new HBox();
  private final ProgressBar bar = new ProgressBar();
  private final Hyperlink cancel = new Hyperlink(Messages.text("compare.cancel"));
  private final PauseTransition patience = new PauseTransition(BAR_AFTER);
  private final Button copy;
  private final Button export;
  private final Label firstColumn = column("compare-column-witness");
  private final Label fromColumn = column("compare-outcome");
  private final Label toColumn = column("compare-outcome");
  private final Label verdictColumn = column("compare-verdict");
  private final HBox columns =
      new HBox(firstColumn, fromColumn, column("compare-arrow"), toColumn, verdictColumn);
  private final VBox box = new VBox();

  CompareHead(AppModel model, CompareViewModel viewModel, CompareDesk desk) {
    this.model = model;
    this.viewModel = viewModel;
    this.desk = desk;
    copy = Icons.button(Feather.COPY, Messages.text("compare.copy"), this::copy);
    export = Icons.button(Feather.DOWNLOAD, Messages.text("compare.export"), this::export);
    box.getStyleClass().add("compare-head");
    columns.getStyleClass().add("compare-columns");
    HBox.setHgrow(firstColumn, Priority.ALWAYS);
    box.getChildren()
        .addAll(
            paneHead(),
            new SidesBar(model, viewModel, desk).node(),
            progress(),
            summary(),
            scope(),
            columns);
    patience.setOnFinished(event -> showBar(viewModel.busyProperty().get()));
    viewModel.busyProperty().addListener((property, was, is) -> busy(is));
    bar.progressProperty().bind(viewModel.progressProperty());
    viewModel.foundProperty().addListener((property, was, is) -> refresh());
    viewModel.modeProperty().addListener((property, was, is) -> refresh());
    viewModel.listing().rows().addListener((ListChangeListener<Row>) change -> refresh());
    refresh();
  }

  Node node() {
    return box;
  }

  /** Keeps the heads above their columns when the list gets a scroll bar. */
  void leaveRoomForScrollBar(boolean shown) {
    columns.pseudoClassStateChanged(SCROLLED, shown);
  }

  private Node paneHead() {
    Label name = new Label(Messages.text("compare.name"));
    name.getStyleClass().add("pane-title");
    HBox modes = new HBox();
    modes.getStyleClass().addAll("compare-modes");
    ToggleGroup group = new ToggleGroup();
    for (Mode mode : Mode.values()) {
      String key = "compare.mode." + mode.name().toLowerCase(Locale.ROOT);
      ToggleButton button = new ToggleButton(Messages.text(key));
      button.setTooltip(new Tooltip(Messages.text(key + ".tip")));
      button.setToggleGroup(group);
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setSelected(viewModel.modeProperty().get() == mode);
      button.setOnAction(
          event -> {
            button.setSelected(true);
            viewModel.modeProperty().set(mode);
          });
      viewModel.modeProperty().addListener((p, was, is) -> button.setSelected(is == mode));
      modes.getChildren().add(button);
    }
    Button close = Icons.button(Feather.X, Messages.text("compare.close"), desk::close);
    HBox head = new HBox(name, modes, space(), copy, export, close);
    head.getStyleClass().add("pane-head");
    return head;
  }

  private Node progress() {
    bar.getStyleClass().add("compare-bar");
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    cancel.setOnAction(event -> viewModel.cancel());
    HBox row = new HBox(bar);
    row.getStyleClass().add("compare-progress");
    showBar(false);
    return row;
  }

  private void busy(boolean is) {
    if (is) {
      patience.playFromStart();
    } else {
      patience.stop();
      showBar(false);
    }
    refresh();
  }

  private void showBar(boolean shown) {
    bar.setVisible(shown);
    show(cancel, shown);
  }

  private Node summary() {
    title.getStyleClass().add("title");
    title.setMinWidth(0);
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    filter.setLeft(Icons.of(Feather.SEARCH, 14));
    filter.setPromptText(Messages.text("compare.filter"));
    filter.setAccessibleText(Messages.text("compare.filter"));
    filter.getStyleClass().add("compare-filter");
    filter.textProperty().bindBidirectional(viewModel.listing().wordsProperty());
    showBox.getStyleClass().add("compare-shows");
    ToggleGroup group = new ToggleGroup();
    for (Show show : Show.values()) {
      ToggleButton button = new ToggleButton();
      button.getStyleClass().add("compare-show");
      button.setToggleGroup(group);
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setSelected(show == viewModel.listing().showProperty().get());
      button.setOnAction(
          event -> {
            button.setSelected(true);
            viewModel.listing().showProperty().set(show);
          });
      viewModel
          .listing()
          .showProperty()
          .addListener((p, was, is) -> button.setSelected(is == show));
      shows.put(show, button);
      showBox.getChildren().add(button);
    }
    HBox row = new HBox(title, cancel, space(), showBox, filter);
    row.getStyleClass().add("compare-summary");
    return row;
  }

  private Node scope() {
    complete.getStyleClass().addAll("compare-scope", "complete");
    complete.setGraphic(Sign.WINS.node(""));
    sampled.getStyleClass().addAll("compare-scope", "sampled");
    sampled.setGraphic(Icons.of(Feather.ACTIVITY, 12));
    note.getStyleClass().addAll("label-text", "compare-note");
    note.setWrapText(true);
    for (Label label : List.of(complete, sampled)) {
      label.setMinWidth(0);
    }
    VBox chips = new VBox(complete, sampled);
    chips.getStyleClass().add("compare-scopes");
    return new VBox(chips, note);
  }

  private void refresh() {
    Found found = viewModel.foundProperty().get();
    title.setText(
        found instanceof Found.Nothing && viewModel.busyProperty().get()
            ? Messages.text(
                viewModel.modeProperty().get() == Mode.UNREACHABLE
                    ? "compare.title.searching"
                    : "compare.title.busy")
            : Words.title(found));
    scope(complete, "compare.complete", Words.complete(found));
    scope(sampled, "compare.sampledOf", Words.sampled(found));
    String text = note(found);
    note.setText(text);
    show(note, !text.isEmpty());
    boolean differences = found instanceof Found.Differences;
    show(showBox, differences && viewModel.anyAccepted());
    if (found instanceof Found.Differences d) {
      int all = d.comparison().differences().size();
      int accepted = viewModel.acceptedCount();
      shows.get(Show.ALL).setText(Messages.text("compare.show.all", all));
      shows.get(Show.OPEN).setText(Messages.text("compare.show.open", all - accepted));
      shows.get(Show.ACCEPTED).setText(Messages.text("compare.show.accepted", accepted));
      firstColumn.setText(Messages.text("compare.column.witness"));
      fromColumn.setText(d.from().name());
      toColumn.setText(d.to().name());
      verdictColumn.setText(Messages.text("compare.column.verdict"));
    } else {
      firstColumn.setText(Messages.text("compare.column.path"));
      fromColumn.setText(Messages.text("compare.column.type"));
      toColumn.setText(Messages.text("compare.column.by"));
      verdictColumn.setText("");
    }
    for (Label column : List.of(fromColumn, toColumn)) {
      column.setTooltip(new Tooltip(column.getText()));
    }
    show(columns, !viewModel.listing().rows().isEmpty());
    copy.setDisable(!viewModel.canReport());
    export.setDisable(copy.isDisabled());
  }

  private String note(Found found) {
    List<String> notes = new ArrayList<>();
    switch (found) {
      case Found.Differences d -> {
        if (viewModel.modeProperty().get() == Mode.CONTROLLERS) {
          notes.add(Messages.text("compare.note.own"));
        }
        notes.addAll(d.notes());
        notes.addAll(Words.outdated(model.snapshot()));
      }
      case Found.Hidden _ -> notes.addAll(Words.outdated(model.snapshot()));
      case Found.Nothing _, Found.Failed _ -> {}
    }
    return String.join(" ", notes);
  }

  private static void scope(Label label, String key, List<String> parts) {
    String text = parts.isEmpty() ? "" : Messages.text(key, String.join("; ", parts));
    label.setText(text);
    label.setTooltip(text.isEmpty() ? null : new Tooltip(text));
    show(label, !text.isEmpty());
  }

  private void copy() {
    viewModel.report(model.actions()::copy);
  }

  private void export() {
    String name = viewModel.modeProperty().get().name().toLowerCase(Locale.ROOT);
    viewModel.report(text -> desk.export(Messages.text("compare.export.name", name), text));
  }

  private static Label column(String style) {
    Label label = new Label();
    label.getStyleClass().addAll(style, "compare-column");
    return label;
  }

  private static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
