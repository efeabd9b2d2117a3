package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.editor.Completion.Proposal;
import io.github.ingressdesigner.ui.editor.Completion.Result;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.fxmisc.richtext.CodeArea;
import org.kordamp.ikonli.feather.Feather;

/** Proposals under the caret; the text keeps the focus, the list follows what is typed. */
final class CompletionPopup implements EditorPart {
  private static final int MOST_ROWS = 8;
  private static final double ROW = 28;

  private final Popup popup = new Popup();
  private final ListView<Proposal> list = new ListView<>();
  private final Label note = new Label();
  private FileEditor editor;
  private Result result = Result.NONE;

  @Override
  public void install(FileEditor editor) {
    this.editor = editor;
    list.getStyleClass().add("editor-completion-list");
    list.setFocusTraversable(false);
    list.setCellFactory(view -> new Row());
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((property, was, is) -> note.setText(is == null ? "" : is.note()));
    note.getStyleClass().addAll("small-text", "editor-completion-note");
    note.setWrapText(true);
    VBox card = new VBox(list, note);
    card.getStyleClass().addAll("popover-card", "editor-completion");
    popup.getContent().add(card);
    popup.setAutoHide(true);
    // The click that hides it is meant for what lies below.
    popup.setConsumeAutoHidingEvents(false);
    popup.setAutoFix(true);
    popup.setHideOnEscape(false);
    editor.area().addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    editor
        .area()
        .caretPositionProperty()
        .addListener((property, was, is) -> editor.afterEvents(this::follow));
    editor
        .area()
        .focusedProperty()
        .addListener((property, was, is) -> editor.afterEvents(this::hideWithoutFocus));
  }

  @Override
  public void uninstall() {
    popup.hide();
  }

  boolean isShowing() {
    return popup.isShowing();
  }

  /** Opens with whatever fits at the caret; says so if nothing does. */
  void open() {
    if (!editor.area().isEditable()) {
      return;
    }
    look();
    if (result.proposals().isEmpty()) {
      popup.hide();
    } else {
      show();
    }
  }

  private void look() {
    result =
        Completion.at(
            editor.text(),
            editor.area().getCaretPosition(),
            editor.model().snapshot().resources(),
            editor.model().feed().dialect());
  }

  private void show() {
    list.getItems().setAll(result.proposals());
    list.getSelectionModel().select(0);
    list.scrollTo(0);
    double height = ROW * Math.min(MOST_ROWS, result.proposals().size()) + 2;
    double scale = editor.paint().metrics().scale;
    list.setMinHeight(height * scale);
    list.setPrefHeight(height * scale);
    list.setMaxHeight(height * scale);
    Optional<Bounds> caret = editor.area().getCaretBounds();
    if (caret.isPresent() && editor.area().getScene() != null) {
      int typed = editor.area().getCaretPosition() - result.replace().start();
      double x = caret.get().getMinX() - typed * editor.paint().metrics().characterWidth - 32;
      popup.show(editor.area().getScene().getWindow(), x, caret.get().getMaxY() + 4);
    }
  }

  private void follow() {
    if (!popup.isShowing()) {
      return;
    }
    TextRange before = result.replace();
    look();
    if (result.proposals().isEmpty() || result.replace().start() != before.start()) {
      popup.hide();
    } else {
      show();
    }
  }

  private void hideWithoutFocus() {
    if (!editor.area().isFocused()) {
      popup.hide();
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE && event.isShortcutDown()) {
      open();
      event.consume();
      return;
    }
    if (!popup.isShowing()) {
      return;
    }
    switch (event.getCode()) {
      case UP -> move(-1);
      case DOWN -> move(1);
      case PAGE_UP -> move(-MOST_ROWS);
      case PAGE_DOWN -> move(MOST_ROWS);
      case ENTER, TAB -> accept();
      case ESCAPE -> popup.hide();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(int by) {
    int count = list.getItems().size();
    int now = list.getSelectionModel().getSelectedIndex();
    int next =
        Math.abs(by) == 1 ? Math.floorMod(now + by, count) : Math.clamp(now + by, 0, count - 1);
    list.getSelectionModel().select(next);
    list.scrollTo(Math.max(0, next - MOST_ROWS + 1));
  }

  private void accept() {
    Proposal chosen = list.getSelectionModel().getSelectedItem();
    popup.hide();
    if (chosen == null) {
      return;
    }
    SourceText text = editor.text();
    TextRange replace = result.replace();
    boolean colonThere =
        replace.end() < text.length() && text.string().charAt(replace.end()) == ':';
    boolean field =
        chosen.kind() == Completion.Kind.FIELD || chosen.kind() == Completion.Kind.ANNOTATION;
    String insert = field && colonThere ? chosen.label() : chosen.insert();
    int caret = replace.start() + insert.length();
    editor.run(
        new TextCommand(
            Messages.text("editor.undo.complete", chosen.label()),
            false,
            TextEdits.of(new TextEdit(replace.start(), text.slice(replace), insert)),
            caret,
            caret));
    if (field && !colonThere) {
      editor.afterEvents(this::open);
    }
  }

  /** Icon, label, what goes with it. */
  private final class Row extends ListCell<Proposal> {
    private final Label label = new Label();
    private final Label detail = new Label();
    private final HBox row;

    Row() {
      label.getStyleClass().add("editor-completion-label");
      detail.getStyleClass().addAll("mono", "editor-completion-detail");
      detail.setMinWidth(0);
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      row = new HBox(new Region(), label, gap, detail);
      row.getStyleClass().add("editor-completion-row");
      setPrefWidth(0);
      setOnMouseClicked(
          event -> {
            if (getItem() != null) {
              accept();
              area().requestFocus();
            }
          });
    }

    private CodeArea area() {
      return editor.area();
    }

    @Override
    protected void updateItem(Proposal proposal, boolean empty) {
      super.updateItem(proposal, empty);
      if (empty || proposal == null) {
        setGraphic(null);
        return;
      }
      row.getChildren().set(0, icon(proposal));
      label.setText(proposal.label());
      detail.setText(proposal.detail());
      detail.getStyleClass().removeAll("host", "backend");
      detail.getStyleClass().add(proposal.kind() == Completion.Kind.SECRET ? "host" : "backend");
      setAccessibleText(proposal.label() + " " + proposal.detail() + ". " + proposal.note());
      setGraphic(row);
    }

    private static Node icon(Proposal proposal) {
      return Icons.of(
          switch (proposal.kind()) {
            case FIELD -> Feather.TAG;
            case VALUE -> Feather.CHEVRON_RIGHT;
            case SERVICE -> Feather.SERVER;
            case SECRET -> Feather.LOCK;
            case HOST -> Feather.GLOBE;
            case ANNOTATION -> Feather.HASH;
          },
          14);
    }
  }
}
