package io.github.ingressdesigner.ui.tester;

import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The verdict at the left, the candidates at the right; or what to do where there is neither. */
final class AnswerPane {
  private static final double VERDICT_SHARE = 0.339;
  private static final double NARROWEST = 300;
  private static final double WIDEST = 488;

  private final TesterViewModel viewModel;
  private final StackPane pane = new StackPane();
  private final HBox parts;
  private final VerdictBox verdict;
  private final WhyList why;

  AnswerPane(AppModel model, TesterViewModel viewModel) {
    this.viewModel = viewModel;
    verdict = new VerdictBox(model, viewModel);
    why = new WhyList(model);
    Region line = new Region();
    line.getStyleClass().add("tester-divider");
    parts = new HBox(verdict.node(), line, why.node());
    HBox.setHgrow(why.node(), Priority.ALWAYS);
    verdict
        .node()
        .prefWidthProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.clamp(pane.getWidth() * VERDICT_SHARE, NARROWEST, WIDEST),
                pane.widthProperty()));
    pane.getStyleClass().add("tester-answer");
    viewModel.answerProperty().addListener((property, was, is) -> show(is));
    viewModel.errorProperty().addListener((property, was, is) -> show(Optional.empty()));
    model.snapshotProperty().addListener((property, was, is) -> refreshHint());
    show(Optional.empty());
  }

  Node node() {
    return pane;
  }

  private void show(Optional<Answer> answer) {
    answer.ifPresent(
        a -> {
          verdict.show(a);
          why.show(a);
        });
    pane.getChildren().setAll(answer.isPresent() ? parts : hint());
  }

  private void refreshHint() {
    if (!pane.getChildren().contains(parts)) {
      pane.getChildren().setAll(hint());
    }
  }

  private Node hint() {
    Label title = new Label(Messages.text("tester.empty.title"));
    title.getStyleClass().add("title");
    boolean error = !viewModel.errorProperty().get().isEmpty();
    String key =
        error
            ? "tester.error.hint"
            : viewModel.hasRoutes() ? "tester.empty.text" : "tester.empty.noFile";
    Label text = new Label(Messages.text(key));
    text.getStyleClass().add("tester-hint");
    VBox box = new VBox(title, text);
    box.getStyleClass().add("tester-empty");
    viewModel
        .suggestion()
        .filter(url -> !error)
        .ifPresent(
            url -> {
              Hyperlink link = new Hyperlink(Messages.text("tester.empty.try", url));
              link.setOnAction(event -> viewModel.urlProperty().set(url));
              box.getChildren().add(link);
            });
    return box;
  }
}
