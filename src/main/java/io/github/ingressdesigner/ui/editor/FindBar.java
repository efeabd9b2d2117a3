package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.editor.Finder.Query;
import io.github.ingressdesigner.ui.editor.Finder.Result;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** Find and replace in one file, as a bar over the text. */
final class FindBar extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final int AT_ONCE = 1_000_000;

  private final TextField find = field("editor.find.prompt", "editor-find-field");
  private final TextField replace = field("editor.replace.prompt", "editor-replace-field");
  private final ToggleButton matchCase = toggle("Aa", "editor.find.case");
  private final ToggleButton wholeWord = toggle("W", "editor.find.word");
  private final ToggleButton regex = toggle(".*", "editor.find.regex");
  private final Label count = new Label();
  private final HBox replaceRow;
  private final Runnable closed;
  private final PauseTransition rest = new PauseTransition(Duration.millis(150));
  private Optional<FileEditor> editor = Optional.empty();
  private Result result = Result.NOTHING;
  private SourceText searched = SourceText.EMPTY;

  FindBar(Runnable closed) {
    this.closed = closed;
    getStyleClass().add("editor-find");
    count.getStyleClass().addAll("small-text", "editor-find-count");
    Button previous = Icons.button(Feather.ARROW_UP, text("previous"), () -> step(true));
    Button next = Icons.button(Feather.ARROW_DOWN, text("next"), () -> step(false));
    Button close = Icons.button(Feather.X, text("close"), this::close);
    HBox findRow = row(find, matchCase, wholeWord, regex, count, previous, next, close);
    Button one = new Button(Messages.text("editor.replace.one"));
    one.setOnAction(event -> replaceOne());
    Button all = new Button(Messages.text("editor.replace.all"));
    all.setOnAction(event -> replaceAll());
    replaceRow = row(replace, one, all);
    getChildren().addAll(findRow, replaceRow);
    showNode(this, false);
    find.textProperty().addListener((property, was, is) -> searchSoon());
    for (ToggleButton option : List.of(matchCase, wholeWord, regex)) {
      option.selectedProperty().addListener((property, was, is) -> searchSoon());
    }
    rest.setOnFinished(event -> search());
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private static String text(String key) {
    return Messages.text("editor.find." + key);
  }

  private static TextField field(String prompt, String styleClass) {
    TextField field = new TextField();
    field.setPromptText(Messages.text(prompt));
    field.setAccessibleText(Messages.text(prompt));
    field.getStyleClass().addAll("mono", styleClass);
    HBox.setHgrow(field, Priority.ALWAYS);
    return field;
  }

  private static ToggleButton toggle(String text, String name) {
    ToggleButton toggle = new ToggleButton(text);
    toggle.getStyleClass().add("editor-find-option");
    toggle.setTooltip(new Tooltip(Messages.text(name)));
    toggle.setAccessibleText(Messages.text(name));
    return toggle;
  }

  private static HBox row(Node... nodes) {
    HBox row = new HBox(nodes);
    row.getStyleClass().add("editor-bar");
    return row;
  }

  private static void showNode(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  /** Opens over a file; what is selected there is looked for. */
  void open(FileEditor over, boolean withReplace) {
    showNode(this, true);
    showNode(replaceRow, withReplace && over.area().isEditable());
    follow(Optional.of(over));
    String selected = over.area().getSelectedText();
    if (!selected.isEmpty() && !selected.contains("\n")) {
      find.setText(selected);
    }
    find.selectAll();
    find.requestFocus();
    search();
  }

  /** The file under the bar is another one now. */
  void follow(Optional<FileEditor> now) {
    editor.ifPresent(FindBar::clear);
    editor = now;
    if (isVisible()) {
      search();
    }
  }

  /** The text under the bar was edited. */
  void edited() {
    if (isVisible()) {
      searchSoon();
    }
  }

  void close() {
    showNode(this, false);
    editor.ifPresent(FindBar::clear);
    closed.run();
  }

  private static void clear(FileEditor from) {
    from.marks().setHits(List.of(), Optional.empty());
    from.repaint();
  }

  private Query query() {
    return new Query(
        find.getText(), regex.isSelected(), matchCase.isSelected(), wholeWord.isSelected());
  }

  private void searchSoon() {
    if (editor.isPresent() && editor.get().text().length() > AT_ONCE) {
      rest.playFromStart();
    } else {
      search();
    }
  }

  private void search() {
    editor.ifPresent(
        in -> {
          searched = in.text();
          result = Finder.find(searched, query());
          mark(in);
        });
  }

  /** In a long text the hits may be those before the last keys: never to be replaced by. */
  private void searchIfWaiting() {
    boolean otherText = editor.filter(in -> in.text() != searched).isPresent();
    if (otherText || rest.getStatus() == Animation.Status.RUNNING) {
      rest.stop();
      search();
    }
  }

  private void mark(FileEditor in) {
    TextRange selection = in.selection();
    Optional<TextRange> current = result.hits().stream().filter(selection::equals).findFirst();
    in.marks().setHits(result.hits(), current);
    in.repaint();
    find.pseudoClassStateChanged(
        WRONG,
        result.trouble() != Finder.Trouble.NONE
            || result.hits().isEmpty() && !find.getText().isEmpty());
    count.setText(countText(current));
  }

  private String countText(Optional<TextRange> current) {
    if (find.getText().isEmpty()) {
      return "";
    }
    return switch (result.trouble()) {
      case SYNTAX -> text("syntax");
      case TOO_SLOW -> text("tooSlow");
      case NONE -> {
        int hits = result.hits().size();
        String all = result.complete() ? Integer.toString(hits) : hits + "+";
        yield hits == 0
            ? text("none")
            : current
                .map(c -> Messages.text("editor.find.of", result.hits().indexOf(c) + 1, all))
                .orElseGet(() -> Messages.text("editor.find.count", all));
      }
    };
  }

  private void pressed(KeyEvent event) {
    boolean inField = find.isFocused() || replace.isFocused();
    if (event.getCode() == KeyCode.ESCAPE) {
      close();
    } else if (event.getCode() == KeyCode.F3
        || event.getCode() == KeyCode.ENTER && find.isFocused()) {
      step(event.isShiftDown());
    } else if (event.getCode() == KeyCode.ENTER && inField) {
      if (event.isShortcutDown()) {
        replaceAll();
      } else {
        replaceOne();
      }
    } else if (event.getCode() == KeyCode.TAB && inField && replaceRow.isVisible()) {
      (find.isFocused() ? replace : find).requestFocus();
    } else {
      return;
    }
    event.consume();
  }

  /** Goes to the next hit, or to the one before. */
  void step(boolean back) {
    if (editor.isEmpty() || result.hits().isEmpty()) {
      return;
    }
    FileEditor in = editor.get();
    TextRange selection = in.selection();
    int index = back ? result.previous(selection.start()) : result.next(selection.end());
    in.goTo(result.hits().get(index));
    mark(in);
  }

  private void replaceOne() {
    if (editor.isEmpty()) {
      return;
    }
    searchIfWaiting();
    FileEditor in = editor.get();
    if (result.hits().contains(in.selection())) {
      replace(in, List.of(in.selection()), "editor.undo.replace");
    }
    step(false);
  }

  private void replaceAll() {
    searchIfWaiting();
    editor.ifPresent(in -> replace(in, result.hits(), "editor.undo.replaceAll"));
  }

  private void replace(FileEditor in, List<TextRange> hits, String label) {
    SourceText text = in.text();
    try {
      TextEdits edits = Finder.replace(text, query(), hits, replace.getText());
      int caret =
          hits.isEmpty()
              ? in.area().getCaretPosition()
              : new TextEdits(edits.edits().subList(0, 1)).shift(hits.getFirst().end());
      if (hits.size() > 1) {
        caret = edits.shift(in.area().getCaretPosition());
      }
      in.run(new TextCommand(Messages.text(label, hits.size()), false, edits, caret, caret));
      replace.pseudoClassStateChanged(WRONG, false);
      search();
    } catch (IllegalArgumentException e) {
      // The replacement names a group that the expression does not have.
      replace.pseudoClassStateChanged(WRONG, true);
      count.setText(Messages.text("editor.replace.noGroup", e.getMessage()));
    }
  }
}
