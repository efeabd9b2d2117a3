package io.github.ingressdesigner.ui.help;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.PathExamples;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One path and one request, asked of every controller that reads Ingresses. */
final class TryPath {
  private final TextField rule = new TextField();
  private final TextField request = new TextField();
  private final ToggleGroup types = new ToggleGroup();
  private final FlowPane answers = new FlowPane();
  private final VBox node = new VBox();
  private final Executor background;
  private final Executor ui;
  private long asked;

  /**
   * @param lines the path of the rule, its type, the path of the request
   * @param background for asking
   * @param ui the JavaFX thread, soon
   */
  TryPath(List<String> lines, Executor background, Executor ui) {
    this.background = background;
    this.ui = ui;
    rule.setText(lines.get(0));
    request.setText(lines.get(2));
    rule.setAccessibleText(Messages.text("help.try.rule"));
    request.setAccessibleText(Messages.text("help.try.request"));
    HBox choices = new HBox();
    choices.getStyleClass().add("segmented");
    for (PathType type :
        List.of(PathType.PREFIX, PathType.EXACT, PathType.IMPLEMENTATION_SPECIFIC)) {
      ToggleButton button = new ToggleButton(type.text());
      button.setUserData(type);
      button.setToggleGroup(types);
      button.setSelected(type.text().equals(lines.get(1)));
      button.setOnAction(
          event -> {
            button.setSelected(true);
            ask();
          });
      choices.getChildren().add(button);
    }
    for (TextField field : new TextField[] {rule, request}) {
      field.getStyleClass().add("mono");
      HBox.setHgrow(field, Priority.ALWAYS);
      field.textProperty().addListener((property, was, is) -> ask());
    }
    HBox fields = new HBox(rule, choices, request);
    fields.getStyleClass().add("help-try-fields");
    answers.getStyleClass().add("help-try-answers");
    node.getChildren().addAll(fields, answers);
    node.getStyleClass().add("help-try");
    ask();
  }

  Node node() {
    return node;
  }

  private record Answer(Dialect dialect, boolean matches) {}

  private void ask() {
    long mine = ++asked;
    PathType type = (PathType) types.getSelectedToggle().getUserData();
    String path = rule.getText();
    String sent = request.getText();
    background.execute(
        () -> {
          List<Answer> found = new ArrayList<>();
          for (Dialect dialect : Dialects.all()) {
            Optional<Boolean> matches = PathExamples.matches(dialect, type, path, sent);
            matches.ifPresent(yes -> found.add(new Answer(dialect, yes)));
          }
          ui.execute(
              () -> {
                if (mine == asked) {
                  show(found);
                }
              });
        });
  }

  private void show(List<Answer> found) {
    answers
        .getChildren()
        .setAll(
            found.stream()
                .<Node>map(
                    answer -> {
                      String verdict =
                          Messages.text(answer.matches() ? "help.try.yes" : "help.try.no");
                      Sign sign = answer.matches() ? Sign.WINS : Sign.NO_MATCH;
                      Label label = new Label(answer.dialect().displayName(), sign.node(verdict));
                      label.getStyleClass().add("help-try-answer");
                      label.setAccessibleText(label.getText() + ": " + verdict);
                      return label;
                    })
                .toList());
  }
}
