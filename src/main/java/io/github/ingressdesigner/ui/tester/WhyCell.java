package io.github.ingressdesigner.ui.tester;

import io.github.ingressdesigner.ui.common.Messages;
import javafx.beans.value.ObservableDoubleValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** One candidate: sign, rank, type, path, verdict and reason, in columns. */
final class WhyCell extends ListCell<WhyRow> {
  private static final PseudoClass WINS = PseudoClass.getPseudoClass("wins");

  private final StackPane sign = new StackPane();
  private final Label rank = label("tester-rank");
  private final Label tag = label("type-tag", "tester-tag");
  private final Label subject = label("mono", "tester-subject");
  private final Label verdict = label("tester-outcome");
  private final Label reason = label("tester-reason");
  private final HBox columns = new HBox(sign, rank, tag, subject, verdict, reason);
  private final Tooltip tooltip = new Tooltip();

  WhyCell(ObservableDoubleValue rankWidth, ObservableDoubleValue subjectWidth) {
    sign.getStyleClass().add("tester-cell-sign");
    columns.getStyleClass().add("tester-columns");
    rank.minWidthProperty().bind(rankWidth);
    rank.maxWidthProperty().bind(rankWidth);
    tag.setMinWidth(Label.USE_PREF_SIZE);
    subject.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    subject.minWidthProperty().bind(subjectWidth);
    subject.maxWidthProperty().bind(subjectWidth);
    verdict.setMinWidth(Label.USE_PREF_SIZE);
    reason.setMinWidth(0);
    HBox.setHgrow(reason, Priority.ALWAYS);
    tooltip.setWrapText(true);
    tooltip.getStyleClass().add("tester-tip");
    getStyleClass().add("tester-cell");
    // As wide as the list, so that a long reason is elided and the list never scrolls sideways.
    setPrefWidth(0);
  }

  private static Label label(String... styles) {
    Label label = new Label();
    label.getStyleClass().addAll(styles);
    return label;
  }

  @Override
  protected void updateItem(@Nullable WhyRow row, boolean empty) {
    super.updateItem(row, empty);
    boolean shown = row != null && !empty;
    pseudoClassStateChanged(WINS, shown && row.wins());
    setGraphic(shown ? columns : null);
    setTooltip(shown ? tooltip : null);
    if (shown) {
      sign.getChildren().setAll(row.sign().node(""));
      rank.setText(row.rank());
      tag.setText(
          row.tag().equals("ImplementationSpecific")
              ? Messages.text("tester.tag.impl")
              : row.tag());
      subject.setText(row.subject());
      verdict.setText(row.verdict());
      reason.setText(row.reason());
      tooltip.setText(
          (row.tag() + " " + row.subject()).strip()
              + " "
              + row.verdict()
              + ". "
              + row.reason()
              + (row.generated().isEmpty() ? "" : System.lineSeparator() + row.generated()));
      setAccessibleText(row.spoken());
    }
  }
}
