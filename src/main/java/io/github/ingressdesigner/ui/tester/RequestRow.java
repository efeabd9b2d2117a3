package io.github.ingressdesigner.ui.tester;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Fx;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Sign;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** Method, URL, headers, and in compact mode the answer in short. */
final class RequestRow {
  private final AppModel model;
  private final TesterViewModel viewModel;
  private final HBox row = new HBox();
  private final TextField url = new TextField();
  private final Button header = new Button();
  private Button suggest = new Button();
  private final Button why = new Button(Messages.text("tester.why"));

  RequestRow(AppModel model, TesterViewModel viewModel, BooleanProperty compact) {
    this.model = model;
    this.viewModel = viewModel;
    row.getStyleClass().add("tester-row");
    Node problem = problem();
    HBox tools = new HBox(header(), pasteCurl());
    tools.getStyleClass().add("tester-tools");
    Node summary = summary();
    row.getChildren()
        .addAll(method(), url(), history(), suggest(), problem, tools, summary, keep());
    tools.visibleProperty().bind(compact.not());
    tools.managedProperty().bind(compact.not());
    summary.visibleProperty().bind(compact);
    summary
        .managedProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> compact.get() && viewModel.answerProperty().getValue().isPresent(),
                compact,
                viewModel.answerProperty()));
  }

  Node node() {
    return row;
  }

  void focusUrl() {
    url.requestFocus();
    url.selectAll();
  }

  void setOnWhy(Runnable action) {
    why.setOnAction(event -> action.run());
    why.setVisible(true);
    why.setManaged(true);
  }

  private Node method() {
    ComboBox<String> combo = new ComboBox<>();
    combo.getItems().addAll(TesterViewModel.METHODS);
    combo.valueProperty().bindBidirectional(viewModel.methodProperty());
    combo.setAccessibleText(Messages.text("tester.method"));
    combo.getStyleClass().add("tester-method");
    return combo;
  }

  private Node url() {
    url.getStyleClass().addAll("mono", "tester-url");
    url.setPromptText(Messages.text("tester.url.prompt"));
    url.setAccessibleText(Messages.text("tester.url"));
    url.textProperty().bindBidirectional(viewModel.urlProperty());
    url.setTextFormatter(new TextFormatter<>(this::pasted));
    url.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    url.focusedProperty()
        .addListener(
            (property, was, focused) -> {
              if (!focused) {
                viewModel.remember();
              }
            });
    viewModel
        .errorProperty()
        .addListener(
            (property, was, is) -> {
              url.getStyleClass().remove("invalid");
              if (!is.isEmpty()) {
                url.getStyleClass().add("invalid");
              }
            });
    HBox.setHgrow(url, Priority.ALWAYS);
    return url;
  }

  /** A curl command that is pasted at once leaves its URL; one that is typed waits for Enter. */
  private TextFormatter.Change pasted(TextFormatter.Change change) {
    boolean whole = change.getText().length() > "curl ".length();
    String text = change.getControlNewText();
    if (whole && CurlCommand.looksLike(text)) {
      CurlCommand.parse(text)
          .ifPresent(
              curl -> {
                viewModel.take(curl);
                change.setRange(0, change.getControlText().length());
                change.setText(curl.url());
                change.setCaretPosition(curl.url().length());
                change.setAnchor(curl.url().length());
                Fx.later(viewModel::remember);
              });
    }
    return change;
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
      return;
    }
    switch (event.getCode()) {
      case UP -> put(viewModel.history().older(viewModel.shown()));
      case DOWN -> put(viewModel.history().newer());
      case ENTER -> {
        if (!CurlCommand.looksLike(url.getText()) || !viewModel.pasteCurl(url.getText())) {
          viewModel.remember();
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void put(Optional<PastRequest> earlier) {
    earlier.ifPresent(
        request -> {
          viewModel.again(request);
          url.positionCaret(url.getLength());
        });
  }

  private Node history() {
    Button button = Icons.button(Feather.CLOCK, Messages.text("tester.history"), this::showHistory);
    button.getStyleClass().add("tester-history");
    button.visibleProperty().bind(Bindings.isNotEmpty(viewModel.history().requests()));
    button.managedProperty().bind(button.visibleProperty());
    return button;
  }

  private Node suggest() {
    SuggestPopup popup = new SuggestPopup(model, viewModel);
    suggest =
        Icons.button(
            Feather.TARGET, Messages.text("tester.suggest.tip"), () -> popup.showAbove(url));
    suggest.setId("tester-suggest");
    return suggest;
  }

  /** Opens the requests that are suggested for the selected path. */
  void openSuggestions() {
    suggest.fire();
  }

  private void showHistory() {
    ContextMenu menu = new ContextMenu();
    for (PastRequest earlier : viewModel.history().requests()) {
      MenuItem item = new MenuItem(earlier.text());
      item.setMnemonicParsing(false);
      item.getStyleClass().add("mono");
      item.setOnAction(event -> put(Optional.of(earlier)));
      menu.getItems().add(item);
    }
    MenuItem clear = new MenuItem(Messages.text("tester.history.clear"), Icons.of(Feather.X, 14));
    clear.setOnAction(event -> viewModel.history().clear());
    menu.getItems().addAll(new SeparatorMenuItem(), clear);
    menu.show(url, Side.TOP, 0, -4);
  }

  private Node problem() {
    Label label = new Label();
    label.getStyleClass().add("tester-problem");
    label.setGraphic(Sign.ERROR.node(""));
    label.textProperty().bind(viewModel.errorProperty());
    label.setTextOverrun(OverrunStyle.ELLIPSIS);
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(viewModel.errorProperty());
    label.setTooltip(tooltip);
    label.visibleProperty().bind(viewModel.errorProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  private Node header() {
    header.setGraphic(Icons.of(Feather.PLUS, 16));
    header.getStyleClass().add("flat");
    header.setMinWidth(Button.USE_PREF_SIZE);
    header.setTooltip(new Tooltip(Messages.text("tester.headers.tip")));
    HeadersPopup popup = new HeadersPopup(viewModel.headersProperty());
    header.setOnAction(event -> popup.showAbove(header));
    viewModel.headersProperty().addListener((property, was, is) -> nameHeaderButton());
    nameHeaderButton();
    return header;
  }

  private void nameHeaderButton() {
    int count = viewModel.headersProperty().get().size();
    header.setText(
        count == 0
            ? Messages.text("tester.header")
            : Messages.text("tester.headers", Integer.toString(count)));
  }

  private Node pasteCurl() {
    Button button = new Button(Messages.text("tester.pasteCurl"), Icons.of(Feather.CLIPBOARD, 16));
    button.getStyleClass().add("flat");
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setTooltip(new Tooltip(Messages.text("tester.pasteCurl.tip")));
    button.setOnAction(
        event -> {
          String text = Clipboard.getSystemClipboard().getString();
          if (text == null || !viewModel.pasteCurl(text)) {
            model.actions().say(Severity.WARNING, Messages.text("tester.pasteCurl.none"));
          }
        });
    return button;
  }

  private Node keep() {
    Button button = new Button(Messages.text("tester.keep"), Icons.of(Feather.CHECK_SQUARE, 16));
    button.getStyleClass().add("flat");
    button.setId("tester-keep");
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setTooltip(new Tooltip(Messages.text("tester.keep.tip")));
    button.setOnAction(event -> keepTest());
    button
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> viewModel.answerProperty().get().isEmpty(), viewModel.answerProperty()));
    return button;
  }

  void keepTest() {
    viewModel.remember();
    viewModel
        .test()
        .ifPresentOrElse(
            model.actions()::createTest,
            () -> model.actions().say(Severity.WARNING, Messages.text("tester.keep.none")));
  }

  private Node summary() {
    HBox box = new HBox();
    box.getStyleClass().add("tester-summary");
    Label title = new Label();
    title.getStyleClass().addAll("mono", "tester-short");
    Label way = new Label();
    way.getStyleClass().add("tester-way");
    HBox.setHgrow(way, Priority.ALWAYS);
    why.getStyleClass().add("flat");
    why.setGraphic(Icons.of(Feather.CHEVRON_DOWN, 14));
    why.setContentDisplay(ContentDisplay.RIGHT);
    why.setMinWidth(Button.USE_PREF_SIZE);
    title.setMinWidth(Label.USE_PREF_SIZE);
    way.setMaxWidth(Double.MAX_VALUE);
    why.setVisible(false);
    why.setManaged(false);
    viewModel
        .answerProperty()
        .addListener(
            (property, was, is) -> {
              box.getChildren().clear();
              is.ifPresent(
                  answer -> {
                    title.setText(answer.title());
                    Tones.set(title, answer);
                    way.setText(answer.summary());
                    box.getChildren().addAll(answer.sign().node(""), title, way, why);
                  });
            });
    return box;
  }
}
