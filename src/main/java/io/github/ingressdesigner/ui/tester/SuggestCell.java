package io.github.ingressdesigner.ui.tester;

import io.github.ingressdesigner.suggest.Suggestion;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Sign;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A suggested request: what it shows, the request, and where it goes. */
final class SuggestCell extends ListCell<Suggestion> {
  private final StackPane sign = new StackPane();
  private final Label shows = label("suggest-shows");
  private final Label request = label("mono", "suggest-request");
  private final Label goes = label("mono", "suggest-goes");
  private final HBox columns = new HBox(sign, shows, request, goes);
  private final Tooltip tooltip = new Tooltip();

  SuggestCell() {
    sign.getStyleClass().add("tester-cell-sign");
    columns.getStyleClass().add("tester-columns");
    request.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    request.setMinWidth(0);
    request.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(request, Priority.ALWAYS);
    goes.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    tooltip.setWrapText(true);
    tooltip.getStyleClass().add("tester-tip");
    getStyleClass().add("tester-cell");
    setPrefWidth(0);
  }

  private static Label label(String... styles) {
    Label label = new Label();
    label.getStyleClass().addAll(styles);
    return label;
  }

  @Override
  protected void updateItem(@Nullable Suggestion item, boolean empty) {
    super.updateItem(item, empty);
    boolean shown = item != null && !empty;
    setGraphic(shown ? columns : null);
    setTooltip(shown ? tooltip : null);
    setAccessibleText(null);
    if (shown) {
      String verdict =
          Messages.text(item.reaches() ? "tester.suggest.reaches" : "tester.suggest.misses");
      Sign shape = item.reaches() ? Sign.WINS : Sign.NO_MATCH;
      sign.getChildren().setAll(shape.node(verdict));
      shows.setText(item.shows());
      String method = item.method().equals("GET") ? "" : item.method() + " ";
      request.setText(method + item.url());
      goes.setText(OutcomeWords.title(item.outcome()));
      goes.getStyleClass().removeAll("good", "other");
      goes.getStyleClass().add(item.reaches() ? "good" : "other");
      String headers = item.headers().isEmpty() ? "" : "\n" + item.headers();
      tooltip.setText(
          item.shows()
              + "\n"
              + request.getText()
              + headers
              + "\n"
              + verdict
              + ": "
              + goes.getText());
      setAccessibleText(tooltip.getText().replace("\n", ", "));
    }
  }
}
