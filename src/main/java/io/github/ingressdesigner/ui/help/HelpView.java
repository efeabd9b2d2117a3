package io.github.ingressdesigner.ui.help;

import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.kordamp.ikonli.feather.Feather;

/** The list of pages beside the page that is read. */
public final class HelpView {
  private final CustomTextField search = new CustomTextField();
  private final ListView<HelpPage> list = new ListView<>();
  private final ScrollPane page = new ScrollPane();
  private final Button back;
  private final HBox node;
  private final Deque<HelpPage> read = new ArrayDeque<>();
  private final MarkdownView markdown;
  private boolean listing;

  /**
   * @param background for what takes longer than a frame
   * @param ui the JavaFX thread, soon
   */
  public HelpView(Executor background, Executor ui) {
    markdown = new MarkdownView(this::show, lines -> new TryPath(lines, background, ui).node());
    search.setLeft(Icons.of(Feather.SEARCH, 14));
    search.setPromptText(Messages.text("help.search"));
    search.textProperty().addListener((property, was, is) -> narrow(is));
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    back = Icons.button(Feather.ARROW_LEFT, Messages.text("help.back"), this::back);
    list.getStyleClass().add("help-list-view");
    list.setAccessibleText(Messages.text("help.contents"));
    list.setCellFactory(view -> new Cell());
    Label nothing = new Label(Messages.text("help.nothing"));
    nothing.getStyleClass().add("label-text");
    list.setPlaceholder(nothing);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (property, was, is) -> {
              if (is != null && !listing) {
                show(is);
              }
            });
    HBox.setHgrow(search, Priority.ALWAYS);
    HBox head = new HBox(back, search);
    head.getStyleClass().add("help-head");
    VBox left = new VBox(head, list);
    left.getStyleClass().add("help-left");
    VBox.setVgrow(list, Priority.ALWAYS);
    page.setFitToWidth(true);
    page.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    page.getStyleClass().add("help-scroll");
    HBox.setHgrow(page, Priority.ALWAYS);
    node = new HBox(left, page);
    node.getStyleClass().add("help");
    narrow("");
  }

  public Region node() {
    return node;
  }

  /** Shows a page by its id; the first page where there is none of that id. */
  public void show(String id) {
    show(HelpPages.find(id).orElseGet(() -> HelpPages.contents().getFirst()));
  }

  private void show(HelpPage shown) {
    if (!read.isEmpty() && read.peek().equals(shown)) {
      return;
    }
    read.push(shown);
    draw(shown);
  }

  private void draw(HelpPage shown) {
    page.setContent(markdown.draw(shown.text()));
    page.setVvalue(0);
    page.setAccessibleText(shown.title());
    back.setDisable(read.size() < 2);
    listing = true;
    if (list.getItems().contains(shown)) {
      list.getSelectionModel().select(shown);
    } else {
      list.getSelectionModel().clearSelection();
    }
    listing = false;
  }

  private void back() {
    if (read.size() > 1) {
      read.pop();
      draw(read.peek());
    }
  }

  private void narrow(String text) {
    List<HelpPage> found = text.isBlank() ? HelpPages.contents() : HelpPages.search(text);
    listing = true;
    list.getItems().setAll(found);
    listing = false;
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case KeyCode.DOWN -> {
        list.requestFocus();
        list.getSelectionModel().selectFirst();
        event.consume();
      }
      case KeyCode.ENTER -> {
        if (!list.getItems().isEmpty()) {
          show(list.getItems().getFirst());
        }
        event.consume();
      }
      default -> {}
    }
  }

  private static final class Cell extends ListCell<HelpPage> {
    Cell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(HelpPage page, boolean empty) {
      super.updateItem(page, empty);
      setText(empty || page == null ? null : page.title());
    }
  }
}
