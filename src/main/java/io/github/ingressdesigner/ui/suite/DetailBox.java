package io.github.ingressdesigner.ui.suite;

import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What the chosen test wanted, what came and why, and what can be done about it. */
final class DetailBox {
  private final Supplier<SuiteActions> actions;
  private final VBox box = new VBox();
  private final Label expected = literal("suite-want");
  private final Label actual = literal("suite-came");
  private final HBox came = line("suite.actual", actual);
  private final Label why = new Label();
  private final Button accept =
      new Button(Messages.text("suite.accept"), Icons.of(Feather.CHECK, 14));
  private final Button show =
      new Button(Messages.text("suite.show"), Icons.of(Feather.CORNER_DOWN_RIGHT, 14));
  private final Button ask = new Button(Messages.text("suite.ask"), Icons.of(Feather.PLAY, 14));
  private final HBox buttons = new HBox(accept, show, ask);
  private Optional<SuiteLine> shown = Optional.empty();
  private Consumer<SuiteLine.Test> asking = test -> {};

  DetailBox(Supplier<SuiteActions> actions) {
    this.actions = actions;
    box.getStyleClass().add("suite-detail");
    why.getStyleClass().add("suite-why");
    why.setWrapText(true);
    why.setMinHeight(0);
    Tooltip whole = new Tooltip();
    whole.setWrapText(true);
    whole.getStyleClass().add("suite-tip");
    whole.textProperty().bind(why.textProperty());
    why.setTooltip(whole);
    VBox.setVgrow(why, Priority.ALWAYS);
    accept.setId("suite-accept");
    accept.setTooltip(new Tooltip(Messages.text("suite.accept.tip")));
    accept.setOnAction(event -> test().ifPresent(this::accept));
    show.getStyleClass().add("flat");
    show.setOnAction(event -> shown.ifPresent(line -> actions.get().show(line.spot())));
    ask.getStyleClass().add("flat");
    ask.setTooltip(new Tooltip(Messages.text("suite.ask.tip")));
    ask.setOnAction(event -> test().ifPresent(test -> asking.accept(test)));
    for (Button button : List.of(accept, show, ask)) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    buttons.getStyleClass().add("suite-buttons");
    box.getChildren().addAll(line("suite.expected", expected), came, why, buttons);
    show(Optional.empty());
  }

  Region node() {
    return box;
  }

  /** What asks the request of a test in the route tester. */
  void setOnAsk(Consumer<SuiteLine.Test> action) {
    asking = action;
  }

  private Optional<SuiteLine.Test> test() {
    return shown.flatMap(
        line -> line instanceof SuiteLine.Test test ? Optional.of(test) : Optional.empty());
  }

  /** Makes a test that failed expect what came. */
  void accept(SuiteLine.Test test) {
    if (canAccept(test)) {
      actions.get().accept(test.file(), List.of(test.result()));
    }
  }

  static boolean canAccept(SuiteLine.Test test) {
    return !test.result().passed() && !test.stale();
  }

  void show(Optional<SuiteLine> line) {
    shown = line;
    Optional<SuiteLine.Test> test = test();
    box.getChildren().forEach(node -> setShown(node, test.isPresent()));
    setShown(ask, test.isPresent());
    setShown(accept, test.filter(DetailBox::canAccept).isPresent());
    test.ifPresent(
        t -> {
          expected.setText(t.result().expected());
          actual.setText(t.result().actual());
          actual.getStyleClass().removeAll("passed", "failed");
          actual.getStyleClass().add(t.result().passed() ? "passed" : "failed");
          String remark =
              t.result().test().why().map(w -> " " + Messages.text("suite.note", w)).orElse("");
          why.setText(
              (t.stale() ? Messages.text("suite.stale") + " " : "")
                  + String.join(" ", t.result().reasons())
                  + remark);
        });
    if (test.isEmpty()) {
      why.setText(line.map(DetailBox::other).orElseGet(() -> Messages.text("suite.choose")));
      setShown(why, true);
      setShown(buttons, line.isPresent());
    }
  }

  private static String other(SuiteLine line) {
    return switch (line) {
      case SuiteLine.Head head ->
          SuiteCell.counts(head.run()) + ". " + Messages.text("suite.choose");
      case SuiteLine.Trouble trouble -> trouble.notice().message();
      case SuiteLine.Test test -> "";
    };
  }

  private static void setShown(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private static HBox line(String key, Label value) {
    Label words = new Label(Messages.text(key));
    words.getStyleClass().add("suite-words");
    HBox line = new HBox(words, value);
    line.getStyleClass().add("suite-line");
    return line;
  }

  private static Label literal(String style) {
    Label label = new Label();
    label.getStyleClass().addAll("mono", style);
    label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    label.setMinWidth(0);
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(label.textProperty());
    label.setTooltip(whole);
    return label;
  }
}
