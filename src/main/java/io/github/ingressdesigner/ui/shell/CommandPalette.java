package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.kordamp.ikonli.feather.Feather;

/** A field and a list of commands; what is typed narrows the list, Enter runs the chosen one. */
final class CommandPalette {
  private static final int ROWS = 12;

  /** Nobody reads on from here; more letters find what is meant. */
  private static final int MOST = 500;

  private static final double ROW = 28;

  private final VBox box = new VBox();
  private final CustomTextField field = new CustomTextField();
  private final ListView<Command> list = new ListView<>();
  private final Label none = new Label();
  private final Overlay overlay;
  private List<Command> commands = List.of();

  CommandPalette(Overlay overlay) {
    this.overlay = overlay;
    box.getStyleClass().add("palette");
    box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    box.getChildren().addAll(field, list);
    field.setLeft(Icons.of(Feather.SEARCH, 14));
    field.textProperty().addListener((property, was, is) -> narrow());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    list.setFocusTraversable(false);
    list.setFixedCellSize(ROW);
    list.setPlaceholder(none);
    list.setCellFactory(view -> new Row());
    list.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            runChosen();
          }
        });
  }

  /** Lists the commands; those that can do nothing now stand in muted text. */
  void show(List<Command> all) {
    show(all, Messages.text("shell.palette.prompt"), Messages.text("shell.palette.none"));
  }

  /**
   * Lists whatever can be gone to or done.
   *
   * @param prompt says what to type
   * @param nothing says that nothing fits
   */
  void show(List<Command> all, String prompt, String nothing) {
    field.setPromptText(prompt);
    none.setText(nothing);
    field.clear();
    offer(all);
    overlay.showAtTop(box, field::requestFocus);
  }

  /** Lists others, narrowed by what was typed meanwhile. */
  void offer(List<Command> all) {
    commands = all;
    narrow();
  }

  private void narrow() {
    List<Command> fitting = matching(commands, field.getText());
    list.getItems().setAll(fitting.subList(0, Math.min(MOST, fitting.size())));
    list.getSelectionModel().selectFirst();
    int rows = Math.clamp(list.getItems().size(), 1, ROWS);
    list.setPrefHeight(rows * ROW + 2);
    list.setMinHeight(rows * ROW + 2);
    list.scrollTo(0);
  }

  /** Commands whose titles hold every word; those that begin with the first word come first. */
  static List<Command> matching(List<Command> commands, String typed) {
    String query = typed.strip().toLowerCase(Locale.ROOT);
    if (query.isEmpty()) {
      return commands;
    }
    List<String> words = List.of(query.split("\\s+"));
    List<Command> first = new ArrayList<>();
    List<Command> rest = new ArrayList<>();
    for (Command command : commands) {
      String title = command.title().toLowerCase(Locale.ROOT);
      if (words.stream().allMatch(title::contains)) {
        (title.startsWith(words.getFirst()) ? first : rest).add(command);
      }
    }
    first.addAll(rest);
    return first;
  }

  private void onKey(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> move(1);
      case UP -> move(-1);
      case PAGE_DOWN -> move(ROWS);
      case PAGE_UP -> move(-ROWS);
      case ENTER -> runChosen();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(int rows) {
    int size = list.getItems().size();
    if (size > 0) {
      int to = Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) rows, 0, size - 1);
      list.getSelectionModel().select(to);
      list.scrollTo(Math.max(0, to - ROWS + 1));
    }
  }

  private void runChosen() {
    Optional.ofNullable(list.getSelectionModel().getSelectedItem())
        .filter(Command::isEnabled)
        .ifPresent(
            command -> {
              overlay.close();
              command.action().run();
            });
  }

  private static final class Row extends ListCell<Command> {
    private final Label title = new Label();
    private final Label keys = new Label();
    private final HBox row = new HBox(title, Toolbar.space(), keys);

    Row() {
      row.getStyleClass().add("palette-row");
      keys.getStyleClass().add("key-hint");
    }

    @Override
    protected void updateItem(Command command, boolean empty) {
      super.updateItem(command, empty);
      if (empty || command == null) {
        setGraphic(null);
        return;
      }
      title.setText(command.title());
      title.getStyleClass().setAll("label", command.isEnabled() ? "palette-title" : "palette-off");
      keys.setText(command.keyText());
      setGraphic(row);
    }
  }
}
