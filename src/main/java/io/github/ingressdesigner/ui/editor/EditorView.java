package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Selection;
import io.github.ingressdesigner.ui.common.Sign;
import io.github.ingressdesigner.workspace.Change;
import io.github.ingressdesigner.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The YAML pane: the text of the active file under a breadcrumb. Each file keeps its own caret,
 * scroll and folds while it is open. All methods belong to the JavaFX thread.
 */
public final class EditorView {
  private static final int LONGEST_LINE = 500_000;

  private final AppModel model;
  private final BorderPane node = new BorderPane();
  private final Breadcrumb crumbs = new Breadcrumb();
  private final GoToLine goToLine = new GoToLine(this::focusEditor);
  private final FindBar findBar = new FindBar(this::focusEditor);
  private final Map<FileId, FileEditor> editors = new HashMap<>();
  private final Map<FileId, Node> panes = new HashMap<>();
  private final ReadOnlyStringWrapper caret = new ReadOnlyStringWrapper("");
  private Optional<FileEditor> active = Optional.empty();

  public EditorView(AppModel model) {
    this.model = model;
    Label title = new Label(Messages.text("editor.title"));
    title.getStyleClass().addAll("pane-title", "editor-title");
    HBox head =
        new HBox(
            title,
            crumbs,
            Icons.button(Feather.SEARCH, Messages.text("editor.head.find"), this::showFind),
            Icons.button(Feather.COLUMNS, Messages.text("editor.head.fold"), this::toggleFolds));
    head.getStyleClass().add("pane-head");
    node.setTop(new VBox(head, findBar, goToLine));
    node.getStyleClass().add("editor-pane");
    node.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    model.activeFileProperty().addListener((property, was, is) -> show(is));
    model.selectionProperty().addListener((property, was, is) -> selected(is));
    model.snapshotProperty().addListener((property, was, is) -> showCrumbs());
    model.workspace().addListener(new FilesFollowed());
    show(model.activeFileProperty().get());
  }

  public Node node() {
    return node;
  }

  /** Line and column of the caret for the status bar: {@code Ln 22, Col 23}; empty without file. */
  public ReadOnlyStringProperty caretTextProperty() {
    return caret.getReadOnlyProperty();
  }

  /** Shows a range of the active file, selects it and takes the focus. */
  public void reveal(TextRange range) {
    active.ifPresent(
        editor -> {
          int length = editor.text().length();
          editor.area().requestFocus();
          editor.goTo(
              new TextRange(Math.min(range.start(), length), Math.min(range.end(), length)));
        });
  }

  public void focusEditor() {
    active.ifPresent(editor -> editor.area().requestFocus());
  }

  /** Opens the find bar over the active file. */
  public void showFind() {
    active.ifPresent(editor -> findBar.open(editor, false));
  }

  /** Opens the find bar with its row for replacing. */
  public void showReplace() {
    active.ifPresent(editor -> findBar.open(editor, true));
  }

  public void showGoToLine() {
    active.ifPresent(goToLine::open);
  }

  private void pressed(KeyEvent event) {
    if (event.isShortcutDown() && !event.isShiftDown() && !event.isAltDown()) {
      switch (event.getCode()) {
        case F -> showFind();
        case H -> showReplace();
        case G -> showGoToLine();
        default -> {
          return;
        }
      }
      event.consume();
    } else if (event.getCode() == KeyCode.F3) {
      findBar.step(event.isShiftDown());
      event.consume();
    }
  }

  private void toggleFolds() {
    active.ifPresent(
        editor -> {
          if (editor.folding().isEmpty()) {
            editor.folding().closeBackends();
          } else {
            editor.folding().openAll();
          }
        });
  }

  /** The editor of a file that has been shown, for tests. */
  Optional<FileEditor> editor(FileId file) {
    return Optional.ofNullable(editors.get(file));
  }

  private void show(Optional<FileId> file) {
    Optional<FileId> open = file.filter(model.workspace()::isOpen);
    active = open.filter(this::canBeShown).map(this::editorOf);
    node.setCenter(
        active
            .map(editor -> panes.get(editor.file()))
            .orElseGet(() -> open.map(this::tooLong).orElse(null)));
    findBar.follow(active);
    showCaret();
    showCrumbs();
  }

  /** The code area lays out whole lines: one beyond all measure would stop the window. */
  private boolean canBeShown(FileId file) {
    return editors.containsKey(file) || longestLine(model.workspace().text(file)) <= LONGEST_LINE;
  }

  private static int longestLine(SourceText text) {
    int longest = 0;
    for (int line = 0; line < text.lines().lineCount(); line++) {
      longest = Math.max(longest, text.lines().endOf(line) - text.lines().startOf(line));
    }
    return longest;
  }

  private Node tooLong(FileId file) {
    int length = longestLine(model.workspace().text(file));
    return new BorderPane(
        null,
        new Strip(Sign.INFO, Messages.text("editor.strip.longLine", length)),
        null,
        null,
        null);
  }

  private FileEditor editorOf(FileId file) {
    return editors.computeIfAbsent(
        file,
        id -> {
          FileEditor editor = new FileEditor(model, id);
          editor.link().setOrigin(this);
          editor
              .area()
              .caretPositionProperty()
              .addListener((property, was, is) -> editor.afterEvents(this::showCaret));
          panes.put(id, new FilePane(editor).node());
          return editor;
        });
  }

  private void showCaret() {
    caret.set(
        active
            .map(FileEditor::area)
            .map(
                area ->
                    Messages.text(
                        "editor.caret",
                        Integer.toString(area.getCurrentParagraph() + 1),
                        Integer.toString(area.getCaretColumn() + 1)))
            .orElse(""));
  }

  /** A selection in another file brings that file; the file's own editor then shows the place. */
  private void selected(Selection selection) {
    Optional<FileId> file = selection.at().map(at -> at.resource().file());
    if (selection.origin() != this
        && file.isPresent()
        && model.workspace().isOpen(file.get())
        && !model.activeFileProperty().get().equals(file)) {
      if (canBeShown(file.get())) {
        editorOf(file.get()).link().show(selection);
      }
      model.activeFileProperty().set(file);
    }
    showCrumbs();
  }

  private void showCrumbs() {
    List<Breadcrumb.Step> steps = new ArrayList<>();
    active.ifPresent(
        editor -> {
          steps.add(new Breadcrumb.Step(editor.file().name(), () -> reveal(TextRange.at(0))));
          model
              .selectionProperty()
              .get()
              .at()
              .filter(at -> at.resource().file().equals(editor.file()))
              .map(at -> Elements.crumbs(model.snapshot(), at))
              .orElse(List.of())
              .forEach(c -> steps.add(new Breadcrumb.Step(c.text(), () -> goTo(c.at()))));
        });
    if (!steps.stream().map(Breadcrumb.Step::text).toList().equals(crumbs.shown())) {
      crumbs.show(steps);
    }
  }

  private void goTo(Location at) {
    model.select(at, "editor breadcrumb");
    focusEditor();
  }

  private final class FilesFollowed implements Workspace.Listener {
    @Override
    public void edited(Change change, Object origin) {
      active
          .filter(editor -> change.edits().containsKey(editor.file()))
          .ifPresent(editor -> editor.afterEvents(findBar::edited));
    }

    @Override
    public void renamed(FileId from, FileId to) {
      Optional.ofNullable(editors.remove(from))
          .ifPresent(
              editor -> {
                editor.rename(to);
                editors.put(to, editor);
                panes.put(to, panes.remove(from));
              });
    }

    @Override
    public void filesChanged() {
      List<FileId> closed =
          editors.keySet().stream().filter(file -> !model.workspace().isOpen(file)).toList();
      for (FileId file : closed) {
        editors.remove(file).dispose();
        panes.remove(file);
      }
      editors.values().forEach(FileEditor::filesChanged);
      show(model.activeFileProperty().get());
    }
  }
}
