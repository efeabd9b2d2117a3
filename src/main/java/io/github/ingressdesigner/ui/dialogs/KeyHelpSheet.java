package io.github.ingressdesigner.ui.dialogs;

import io.github.ingressdesigner.ui.common.Messages;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

/** The keys of the window, the graph and the editor, in groups. */
public final class KeyHelpSheet {
  private KeyHelpSheet() {}

  /** Keys and what they do. */
  public record Row(String keys, String what) {}

  /** Rows under a heading. */
  public record Group(String title, List<Row> rows) {}

  public static Sheet create(List<Group> groups, Runnable closed) {
    TilePane columns = new TilePane();
    columns.setPrefColumns(2);
    columns.getStyleClass().add("key-columns");
    for (Group group : groups) {
      columns.getChildren().add(column(group));
    }
    ScrollPane scroll = new ScrollPane(columns);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("key-scroll");
    return new Sheet(Messages.text("dialogs.keys.title"))
        .wide()
        .content(scroll)
        .cancel(Messages.text("dialogs.close"), closed);
  }

  private static VBox column(Group group) {
    Label title = new Label(group.title());
    title.getStyleClass().add("strong");
    GridPane grid = new GridPane();
    grid.getStyleClass().add("key-grid");
    ColumnConstraints what = new ColumnConstraints();
    what.setHgrow(Priority.ALWAYS);
    ColumnConstraints keys = new ColumnConstraints();
    keys.setHalignment(HPos.RIGHT);
    grid.getColumnConstraints().addAll(what, keys);
    for (int i = 0; i < group.rows().size(); i++) {
      Label text = new Label(group.rows().get(i).what());
      text.getStyleClass().add("label-text");
      Label key = new Label(group.rows().get(i).keys());
      key.getStyleClass().add("key-hint");
      grid.addRow(i, text, key);
    }
    VBox box = new VBox(title, grid);
    box.getStyleClass().add("key-group");
    return box;
  }
}
