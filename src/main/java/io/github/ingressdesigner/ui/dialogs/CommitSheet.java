package io.github.ingressdesigner.ui.dialogs;

import io.github.ingressdesigner.git.GitState;
import io.github.ingressdesigner.ui.common.DiffView;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.TickCell;
import io.github.ingressdesigner.workspace.recovery.DiffLines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Chooses files for a commit, with what differs in each, and takes its message. */
public final class CommitSheet {
  /**
   * A file that differs from HEAD.
   *
   * @param name from the root of the repository
   * @param chosen whether it is chosen at first
   */
  public record Entry(Path path, String name, GitState state, boolean chosen) {}

  /**
   * What differs in a file.
   *
   * @param lines empty where neither side has text
   * @param failure why it could not be found; then there are no lines
   */
  public record Difference(List<DiffLines.Line> lines, Optional<String> failure) {
    public static Difference of(List<DiffLines.Line> lines) {
      return new Difference(List.copyOf(lines), Optional.empty());
    }

    public static Difference failed(String why) {
      return new Difference(List.of(), Optional.of(why));
    }
  }

  private static final KeyCombination COMMIT =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

  private final List<Entry> entries;
  private final BiConsumer<Path, Consumer<Difference>> differ;
  private final Set<Path> chosen = new LinkedHashSet<>();
  private final BooleanProperty wrong = new SimpleBooleanProperty(true);
  private final ListView<Entry> list = new ListView<>();
  private final DiffView diff = new DiffView(Messages.text("dialogs.commit.diff"));
  private final TextArea message = new TextArea();
  private final Label count = new Label();

  private CommitSheet(List<Entry> entries, BiConsumer<Path, Consumer<Difference>> differ) {
    this.entries = entries;
    this.differ = differ;
    entries.stream().filter(Entry::chosen).map(Entry::path).forEach(chosen::add);
  }

  /**
   * @param branch on which the commit is made
   * @param entries at least one
   * @param differ finds what differs in a file, and hands it over on the JavaFX thread
   * @param routing shows what the changes mean for requests; closes the sheet
   * @param commit takes the chosen files and the message
   */
  public static Sheet create(
      String branch,
      List<Entry> entries,
      BiConsumer<Path, Consumer<Difference>> differ,
      Runnable routing,
      BiConsumer<List<Path>, String> commit) {
    return new CommitSheet(entries, differ).create(branch, routing, commit);
  }

  private Sheet create(String branch, Runnable routing, BiConsumer<List<Path>, String> commit) {
    list.getItems().setAll(entries);
    list.setCellFactory(view -> new TickCell<>(this::shown, this::choose));
    list.getStyleClass().add("commit-files");
    list.setAccessibleText(Messages.text("dialogs.commit.files"));
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    list.getSelectionModel().selectedItemProperty().addListener((property, was, is) -> show(is));
    message.setPromptText(Messages.text("dialogs.commit.message"));
    message.setAccessibleText(Messages.text("dialogs.commit.message"));
    message.getStyleClass().add("commit-message");
    message.setPrefRowCount(3);
    message.textProperty().addListener((property, was, is) -> check());
    count.getStyleClass().add("small-text");
    count.setWrapText(true);
    count.setMinHeight(Region.USE_PREF_SIZE);
    VBox left = new VBox(list, count);
    left.getStyleClass().add("commit-left");
    VBox.setVgrow(list, Priority.ALWAYS);
    HBox.setHgrow(diff.node(), Priority.ALWAYS);
    HBox sides = new HBox(left, diff.node());
    sides.getStyleClass().add("commit-sides");
    Sheet sheet =
        new Sheet(Messages.text("dialogs.commit.title", branch))
            .wide()
            .content(message)
            .content(sides);
    Button shown = new Button(Messages.text("dialogs.commit.routing"));
    sheet
        .aside(shown)
        .cancel(Messages.text("dialogs.cancel"), () -> {})
        .accent(
            Messages.text("dialogs.commit.commit"),
            () -> commit.accept(List.copyOf(chosen), message.getText().strip()))
        .acceptUnless(wrong);
    shown.setOnAction(
        event -> {
          sheet.escape();
          routing.run();
        });
    // Enter belongs to the message, so the commit has a key of its own.
    sheet
        .node()
        .addEventFilter(
            KeyEvent.KEY_PRESSED,
            event -> {
              if (COMMIT.match(event) && !wrong.get()) {
                event.consume();
                sheet.accept();
              }
            });
    check();
    list.getSelectionModel().selectFirst();
    return sheet;
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE && list.getSelectionModel().getSelectedItem() != null) {
      Entry entry = list.getSelectionModel().getSelectedItem();
      choose(entry, !chosen.contains(entry.path()));
      event.consume();
    }
  }

  private void choose(Entry entry, boolean on) {
    if (on) {
      chosen.add(entry.path());
    } else {
      chosen.remove(entry.path());
    }
    list.refresh();
    check();
  }

  private void check() {
    count.setText(Messages.text("dialogs.commit.count", chosen.size(), entries.size()));
    wrong.set(chosen.isEmpty() || message.getText().isBlank());
  }

  private void show(Entry entry) {
    if (entry == null) {
      return;
    }
    diff.show(List.of(), Messages.text("dialogs.commit.reading"));
    differ.accept(
        entry.path(),
        found -> {
          if (entry == list.getSelectionModel().getSelectedItem()) {
            diff.show(
                found.lines(),
                found.failure().orElseGet(() -> Messages.text("dialogs.commit.noText")));
          }
        });
  }

  /** All entries in the order of their names: those that differ by themselves first. */
  public static List<Entry> sorted(List<Entry> entries) {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(
        java.util.Comparator.comparing((Entry e) -> !e.chosen()).thenComparing(Entry::name));
    return sorted;
  }

  private TickCell.Shown shown(Entry entry) {
    boolean on = chosen.contains(entry.path());
    String word = Messages.text("dialogs.commit." + entry.state().name().toLowerCase(Locale.ROOT));
    String spoken =
        Messages.text(on ? "dialogs.commit.in" : "dialogs.commit.out", entry.name(), word);
    return new TickCell.Shown(entry.name(), word, on, false, spoken);
  }
}
