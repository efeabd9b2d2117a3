package io.github.ingressdesigner.ui.common;

import io.github.ingressdesigner.workspace.recovery.DiffLines.Kind;
import io.github.ingressdesigner.workspace.recovery.DiffLines.Line;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;

/** Shows the lines that differ between two texts; only those on the screen cost anything. */
public final class DiffView {
  private final ListView<Line> list = new ListView<>();

  /**
   * @param title for screen readers
   */
  public DiffView(String title) {
    list.getStyleClass().add("diff-view");
    list.setCellFactory(view -> new Cell());
    list.setAccessibleText(title);
    list.setFocusTraversable(true);
  }

  /**
   * @param lines what to show
   * @param empty what to say where there are none
   */
  public void show(List<Line> lines, String empty) {
    Label nothing = new Label(empty);
    nothing.getStyleClass().add("label-text");
    nothing.setWrapText(true);
    list.setPlaceholder(nothing);
    list.getItems().setAll(lines);
    list.scrollTo(0);
  }

  public ListView<Line> node() {
    return list;
  }

  private static final class Cell extends ListCell<Line> {
    private final Label number = new Label();
    private final Label sign = new Label();
    private final Label text = new Label();
    private final HBox row = new HBox(number, sign, text);

    Cell() {
      row.getStyleClass().add("diff-row");
      number.getStyleClass().add("diff-number");
      sign.getStyleClass().add("diff-sign");
      text.getStyleClass().add("diff-text");
      text.setMinWidth(USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(Line line, boolean empty) {
      super.updateItem(line, empty);
      getStyleClass().removeAll("diff-added", "diff-removed", "diff-gap");
      if (empty || line == null) {
        setGraphic(null);
        return;
      }
      boolean gap = line.kind() == Kind.GAP;
      number.setText(gap ? "" : Integer.toString(line.number()));
      sign.setText(
          switch (line.kind()) {
            case ADDED -> "+";
            case REMOVED -> "\u2212";
            case SAME, GAP -> "";
          });
      text.setText(gap ? Messages.text("common.diff.gap", line.number()) : line.text());
      switch (line.kind()) {
        case ADDED -> getStyleClass().add("diff-added");
        case REMOVED -> getStyleClass().add("diff-removed");
        case GAP -> getStyleClass().add("diff-gap");
        case SAME -> {}
      }
      setGraphic(row);
    }
  }
}
