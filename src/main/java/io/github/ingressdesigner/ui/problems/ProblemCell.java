package io.github.ingressdesigner.ui.problems;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.lint.Fix;
import io.github.ingressdesigner.ui.common.Mending;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Sign;
import io.github.ingressdesigner.workspace.Problem;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Two lines: what is wrong, and where. */
final class ProblemCell extends ListCell<Problem> {
  private final StackPane sign = new StackPane();
  private final Label message = new Label();
  private final Label place = new Label();
  private final Button fix = new Button(Messages.text("problems.fix"));
  private final Tooltip fixTip = new Tooltip();
  private final HBox row;
  private final Tooltip whole = new Tooltip();

  /**
   * @param go goes to the place
   * @param mend makes the fix
   */
  ProblemCell(Consumer<Problem> go, Consumer<Problem> mend) {
    getStyleClass().add("problem-cell");
    sign.getStyleClass().add("problem-sign");
    message.getStyleClass().add("problem-message");
    place.getStyleClass().addAll("small-text", "problem-place");
    message.setMinWidth(0);
    VBox lines = new VBox(message, place);
    lines.getStyleClass().add("problem-lines");
    lines.setMinWidth(0);
    HBox.setHgrow(lines, Priority.ALWAYS);
    fix.getStyleClass().add("problem-fix");
    fix.setTooltip(fixTip);
    fix.setFocusTraversable(false);
    fix.setMinWidth(Region.USE_PREF_SIZE);
    fix.setOnAction(_ -> Optional.ofNullable(getItem()).ifPresent(mend));
    fix.managedProperty().bind(fix.visibleProperty());
    row = new HBox(sign, lines, fix);
    row.getStyleClass().add("problem-row");
    // The cell must not ask for more than the list has, or the list scrolls sideways.
    setPrefWidth(0);
    setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            Optional.ofNullable(getItem()).ifPresent(go);
          }
        });
    whole.setWrapText(true);
    whole.setMaxWidth(480);
  }

  @Override
  protected void updateItem(Problem problem, boolean empty) {
    super.updateItem(problem, empty);
    if (empty || problem == null) {
      setGraphic(null);
      setTooltip(null);
      setAccessibleText(null);
      return;
    }
    String severity =
        Messages.text("problems.severity." + problem.severity().name().toLowerCase(Locale.ROOT));
    sign.getChildren().setAll(sign(problem.severity()).node(severity));
    message.setText(problem.message());
    place.setText(ProblemList.place(problem));
    whole.setText(
        problem.message() + Mending.explanation(problem).map(why -> "\n\n" + why).orElse(""));
    setTooltip(whole);
    Optional<Fix> mending = Mending.fix(problem);
    fix.setVisible(mending.isPresent());
    mending.ifPresent(
        m -> {
          fixTip.setText(m.label());
          fix.setAccessibleText(Messages.text("problems.fix.accessible", m.label()));
        });
    setAccessibleText(severity + ". " + problem.message() + " " + ProblemList.place(problem));
    setGraphic(row);
  }

  private static Sign sign(Severity severity) {
    return switch (severity) {
      case ERROR -> Sign.ERROR;
      case WARNING -> Sign.WARNING;
      case INFO -> Sign.INFO;
    };
  }
}
