package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.ui.common.Compared;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Sign;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The line below the drawing: what the signs of a trace mean, else what can be done. */
final class HintBar {
  private final HBox box = new HBox();

  HintBar() {
    box.getStyleClass().add("canvas-hint");
    box.setMinWidth(0);
    show(false, false);
  }

  Region node() {
    return box;
  }

  /**
   * @param tracing whether the signs of a trace are seen
   * @param coverage whether what no test reaches is marked
   */
  void show(boolean tracing, boolean coverage) {
    box.getChildren().clear();
    if (coverage) {
      Region circle = new Region();
      circle.getStyleClass().add("canvas-hint-untested");
      Label untested = label("canvas.hint.untested");
      untested.setGraphic(circle);
      untested.setMinWidth(Region.USE_PREF_SIZE);
      box.getChildren().add(untested);
    }
    if (!tracing) {
      box.getChildren().add(label("canvas.hint.gestures"));
      return;
    }
    Region line = new Region();
    line.getStyleClass().add("canvas-hint-line");
    Label own = label("canvas.hint.request");
    own.setGraphic(line);
    box.getChildren()
        .addAll(
            own,
            sign(Sign.WINS, "canvas.hint.wins"),
            sign(Sign.BEATEN, coverage ? "canvas.hint.beaten.short" : "canvas.hint.beaten"),
            sign(Sign.NO_MATCH, "canvas.hint.noMatch"));
  }

  /** Which line is whose. */
  void show(Compared compared) {
    Region line = new Region();
    line.getStyleClass().addAll("canvas-hint-line", "own");
    Label own = new Label(compared.own(), line);
    Region dashes = new Region();
    dashes.getStyleClass().add("canvas-hint-dashes");
    Label other = new Label(compared.other(), dashes);
    Label circle = new Label("1");
    circle.getStyleClass().add("canvas-hint-number");
    Label number = label("canvas.hint.number");
    number.setGraphic(circle);
    for (Label label : List.of(own, other)) {
      label.getStyleClass().add("canvas-hint-text");
    }
    box.getChildren().setAll(own, other, number);
  }

  private static Label sign(Sign sign, String key) {
    Label label = label(key);
    label.setGraphic(sign.node(""));
    return label;
  }

  private static Label label(String key) {
    Label label = new Label(Messages.text(key));
    label.getStyleClass().add("canvas-hint-text");
    return label;
  }
}
