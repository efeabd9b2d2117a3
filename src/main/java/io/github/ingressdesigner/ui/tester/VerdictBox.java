package io.github.ingressdesigner.ui.tester;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.tester.Answer.Lines;
import io.github.ingressdesigner.ui.tester.Answer.Sentence;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Where the request goes, by which rule, and what arrives there. */
final class VerdictBox {
  private final AppModel model;
  private final VBox box = new VBox();
  private final StackPane sign = new StackPane();
  private final Label title = new Label();
  private final Label badge = new Label();
  private final Label basis = new Label();
  private final HBox decides = new HBox();
  private final HBox effect = new HBox();
  private final Label notes = new Label();
  private final Hyperlink lines = new Hyperlink();
  private Optional<Lines> shown = Optional.empty();

  VerdictBox(AppModel model, TesterViewModel viewModel) {
    this.model = model;
    box.getStyleClass().add("tester-verdict");
    sign.getStyleClass().add("tester-sign");
    title.getStyleClass().addAll("mono", "tester-title");
    title.setTooltip(bound(title));
    badge.getStyleClass().addAll("tester-badge");
    badge.setMinWidth(Label.USE_PREF_SIZE);
    basis.getStyleClass().add("tester-basis");
    basis.setTooltip(bound(basis));
    // It takes what the title leaves.
    basis.setMinWidth(0);
    basis.setPrefWidth(0);
    basis.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(basis, Priority.ALWAYS);
    HBox head = new HBox(sign, title, badge, basis);
    head.getStyleClass().add("tester-head");
    decides.getStyleClass().add("tester-line");
    effect.getStyleClass().add("tester-line");
    notes.getStyleClass().addAll("tester-line", "tester-notes");
    notes.setTooltip(bound(notes));
    lines.setGraphic(Icons.of(Feather.CORNER_DOWN_RIGHT, 14));
    model.activeFileProperty().addListener((property, was, is) -> nameLines());
    lines.setOnAction(event -> shown.ifPresent(this::reveal));
    Button copy = new Button(Messages.text("tester.copyCurl"), Icons.of(Feather.COPY, 14));
    copy.getStyleClass().add("flat");
    copy.setMinWidth(Region.USE_PREF_SIZE);
    copy.setOnAction(event -> viewModel.curl().ifPresent(model.actions()::copy));
    HBox links = new HBox(lines, copy);
    links.getStyleClass().add("tester-links");
    box.getChildren().addAll(head, decides, effect, notes, links);
  }

  Region node() {
    return box;
  }

  private void reveal(Lines at) {
    model.select(at.at(), this);
    model.actions().reveal(at.file(), at.range());
  }

  void show(Answer answer) {
    sign.getChildren().setAll(answer.sign().node(answer.summary()));
    title.setText(answer.title());
    Tones.set(title, answer);
    badge(answer);
    sentence(decides, answer.decides());
    sentence(effect, answer.effect());
    notes.setText(answer.stale().map(s -> s + " " + answer.notes()).orElse(answer.notes()).strip());
    notes.getStyleClass().remove("warning");
    answer.stale().ifPresent(s -> notes.getStyleClass().add("warning"));
    notes.setGraphic(answer.stale().map(s -> Icons.of(Feather.CLOCK, 14)).orElse(null));
    shown = answer.lines();
    nameLines();
    lines.setVisible(shown.isPresent());
    lines.setManaged(shown.isPresent());
  }

  /** With the name of their file where the editor shows another one. */
  private void nameLines() {
    Optional<FileId> active = model.activeFileProperty().get();
    lines.setText(
        shown
            .map(
                at ->
                    active.filter(file -> !file.equals(at.file())).isPresent()
                        ? Messages.text("tester.lines.of", at.text(), at.file().name())
                        : at.text())
            .orElse(""));
  }

  private void badge(Answer answer) {
    String key = ControllersView.key(answer.confidence());
    basis.setText(answer.basis());
    badge.setText(Messages.text("tester.confidence." + key));
    Tooltip tip =
        new Tooltip(
            (Messages.text("tester.confidence." + key + ".tip") + " " + answer.basis()).strip());
    tip.setWrapText(true);
    tip.getStyleClass().add("tester-tip");
    badge.setTooltip(tip);
    badge.getStyleClass().removeAll("exact", "modelled", "unknown");
    badge.getStyleClass().add(key);
  }

  private static void sentence(HBox line, Sentence sentence) {
    Label words = new Label(sentence.words());
    words.getStyleClass().add("tester-words");
    words.setTooltip(bound(words));
    line.getChildren().setAll(words);
    if (!sentence.literal().isEmpty()) {
      words.setMinWidth(Label.USE_PREF_SIZE);
      Label literal = new Label(sentence.literal());
      literal.getStyleClass().addAll("mono", "tester-literal");
      literal.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      literal.setTooltip(bound(literal));
      HBox.setHgrow(literal, Priority.ALWAYS);
      line.getChildren().add(literal);
    }
  }

  /** The whole text, for a label that may be too narrow for it. */
  private static Tooltip bound(Label label) {
    Tooltip tooltip = new Tooltip();
    tooltip.setWrapText(true);
    tooltip.getStyleClass().add("tester-tip");
    tooltip.textProperty().bind(label.textProperty());
    return tooltip;
  }
}
