package io.github.ingressdesigner.ui.tester;

import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Fx;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Selection;
import io.github.ingressdesigner.ui.common.Traced;
import io.github.ingressdesigner.ui.common.WholeRows;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The candidates with their reasons; a row that is chosen is selected everywhere. */
final class WhyList {
  /** Advance of a character of the subject column, and the limits of that column. */
  private static final double CHARACTER = 7.6;

  private static final double NARROWEST = 70;
  private static final double WIDEST = 280;

  /** How much of the head what the controller generates may take. */
  private static final double GENERATED_SHARE = 0.5;

  /** A host of this many characters is never elided. */
  private static final int SHORT_HOST = 16;

  private final AppModel model;
  private final VBox box = new VBox();
  private final Label intro = new Label();
  private final Label generated = new Label();
  private final Button copyGenerated;
  private final ContextMenu menu = new ContextMenu();
  private final ListView<WhyRow> list = new ListView<>();
  private final DoubleProperty subjectWidth = new SimpleDoubleProperty(NARROWEST);
  private final DoubleProperty rankWidth = new SimpleDoubleProperty();
  private Optional<Answer> shown = Optional.empty();
  private boolean following;

  WhyList(AppModel model) {
    this.model = model;
    Label title = new Label(Messages.text("tester.why"));
    title.getStyleClass().add("tester-why-title");
    title.setMinWidth(Label.USE_PREF_SIZE);
    intro.getStyleClass().add("tester-intro");
    intro.setMaxWidth(Double.MAX_VALUE);
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(intro.textProperty());
    intro.setTooltip(whole);
    HBox.setHgrow(intro, Priority.ALWAYS);
    generated.getStyleClass().addAll("mono", "tester-generated");
    generated.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    generated.maxWidthProperty().bind(box.widthProperty().multiply(GENERATED_SHARE));
    Tooltip code = new Tooltip();
    code.textProperty().bind(generated.textProperty());
    code.getStyleClass().add("tester-tip");
    code.setWrapText(true);
    generated.setTooltip(code);
    copyGenerated =
        Icons.button(
            Feather.COPY,
            Messages.text("tester.copyGenerated"),
            () -> model.actions().copy(generated.getText()));
    copyGenerated.getStyleClass().add("tester-copy");
    HBox head = new HBox(title, intro, generated, copyGenerated);
    head.getStyleClass().add("tester-why-head");
    list.getStyleClass().add("tester-why-list");
    list.setAccessibleText(Messages.text("tester.candidates"));
    list.setCellFactory(view -> new WhyCell(rankWidth, subjectWidth));
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (property, was, is) -> {
              Optional.ofNullable(is).ifPresent(this::choose);
              showGenerated();
            });
    list.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            reveal();
          }
        });
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            reveal();
            event.consume();
          } else if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
            chosen().ifPresent(row -> model.actions().copy(AnswerText.row(row)));
            event.consume();
          }
        });
    list.setOnContextMenuRequested(
        event -> {
          // Not the list's own: the keys of its items would count in the whole window.
          menu.getItems().setAll(menuItems());
          menu.show(list, event.getScreenX(), event.getScreenY());
          event.consume();
        });
    WholeRows.fit(list, box, head, model.theme());
    box.getChildren().addAll(head, list);
    box.getStyleClass().add("tester-why");
    // Only a layout tells how many rows are visible.
    list.heightProperty().addListener(property -> Fx.later(this::showWinner));
    model.theme().textScaleProperty().addListener(property -> columns(list.getItems()));
    model.selectionProperty().addListener((property, was, is) -> follow(is));
  }

  Node node() {
    return box;
  }

  void show(Answer answer) {
    shown = Optional.of(answer);
    intro.setText(answer.intro());
    columns(answer.rows());
    if (!list.getItems().equals(answer.rows())) {
      following = true;
      list.getItems().setAll(answer.rows());
      following = false;
      Fx.later(this::showWinner);
    }
    follow(model.selectionProperty().get());
    showGenerated();
  }

  /** What the controller makes of the chosen path, else of the one that wins. */
  private void showGenerated() {
    List<WhyRow> rows = list.getItems();
    String text =
        chosen()
            .map(WhyRow::generated)
            .filter(code -> !code.isEmpty())
            .orElseGet(() -> rows.isEmpty() ? "" : rows.get(winner(rows)).generated());
    generated.setText(text);
    for (Node node : List.of(generated, copyGenerated)) {
      node.setVisible(!text.isEmpty());
      node.setManaged(!text.isEmpty());
    }
  }

  /** From the top where that shows the winner, else with one row below it. */
  private void showWinner() {
    int winner = winner(list.getItems());
    int visible = (int) Math.max(1, list.getHeight() / WholeRows.height(model.theme()));
    list.scrollTo(winner < visible ? 0 : Math.max(0, winner + 2 - visible));
  }

  /** Ranked rows stand first and make the columns; what is long behind them is elided. */
  private void columns(List<WhyRow> rows) {
    boolean ranked = !rows.isEmpty() && !rows.getFirst().rank().isEmpty();
    int longest = 0;
    int digits = 0;
    for (WhyRow row : rows) {
      boolean makes = !ranked || row.target();
      int length = row.subject().length();
      longest = Math.max(longest, makes ? length : Math.min(length, SHORT_HOST));
      if (makes) {
        digits = Math.max(digits, row.rank().length());
      }
    }
    double scale = model.theme().textScaleProperty().get();
    subjectWidth.set(Math.clamp(longest * CHARACTER + 12, NARROWEST, WIDEST) * scale);
    rankWidth.set(Math.max(1, digits) * 9 * scale);
  }

  private static int winner(List<WhyRow> rows) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).wins()) {
        return i;
      }
    }
    return 0;
  }

  private void choose(WhyRow row) {
    if (!following) {
      row.at().ifPresent(at -> model.select(at, this));
    }
  }

  private Optional<WhyRow> chosen() {
    return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
  }

  private List<MenuItem> menuItems() {
    Optional<WhyRow> row = chosen();
    return List.of(
        item("tester.menu.show", "Enter", row.flatMap(WhyRow::at).isPresent(), this::reveal),
        new SeparatorMenuItem(),
        item(
            "tester.menu.copyRow",
            "Shortcut+C",
            row.isPresent(),
            () -> row.ifPresent(r -> model.actions().copy(AnswerText.row(r)))),
        item(
            "tester.copyGenerated",
            "",
            !generated.getText().isEmpty(),
            () -> model.actions().copy(generated.getText())),
        item("tester.menu.copyAll", "", shown.isPresent(), this::copyAll));
  }

  private void copyAll() {
    Optional<Traced> traced = model.tracedProperty().get();
    if (traced.isPresent() && shown.isPresent()) {
      String controller = model.feed().dialect().displayName();
      model.actions().copy(AnswerText.of(traced.get().request(), controller, shown.get()));
    }
  }

  private static MenuItem item(String key, String keys, boolean enabled, Runnable action) {
    MenuItem item = new MenuItem(Messages.text(key));
    if (!keys.isEmpty()) {
      item.setAccelerator(KeyCombination.valueOf(keys));
    }
    item.setDisable(!enabled);
    item.setOnAction(event -> action.run());
    return item;
  }

  private void reveal() {
    chosen()
        .flatMap(WhyRow::at)
        .ifPresent(
            at ->
                model
                    .snapshot()
                    .rangeOf(at)
                    .ifPresent(range -> model.actions().reveal(at.resource().file(), range)));
  }

  /** Shows what another view selected, where it is one of the candidates. */
  private void follow(Selection selection) {
    if (selection.origin() == this) {
      return;
    }
    following = true;
    list.getSelectionModel().clearSelection();
    Optional<Location> at = selection.at();
    List<WhyRow> rows = list.getItems();
    for (int i = 0; at.isPresent() && i < rows.size(); i++) {
      if (rows.get(i).at().equals(at)) {
        list.getSelectionModel().select(i);
        break;
      }
    }
    following = false;
  }
}
