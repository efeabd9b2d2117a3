package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Graph;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The head of the graph's pane: what it holds, and the buttons for adding and zooming. */
final class GraphHead {
  private final Label note = new Label();
  private final Button percent = new Button();
  private final HBox box = new HBox();

  GraphHead(Consumer<Gesture> run) {
    Label title = new Label(Messages.text("canvas.title"));
    title.getStyleClass().add("pane-title");
    note.getStyleClass().add("pane-note");
    note.setMinWidth(0);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button add = Icons.button(Feather.PLUS, Messages.text("canvas.head.add"), () -> {});
    add.setId("graph-add");
    ContextMenu menu =
        new ContextMenu(
            item("canvas.menu.addPath", () -> run.accept(Gesture.ADD_PATH)),
            item("canvas.menu.addHost", () -> run.accept(Gesture.ADD_HOST)),
            item("canvas.menu.setDefault", () -> run.accept(Gesture.SET_DEFAULT)));
    add.setOnAction(event -> menu.show(add, Side.BOTTOM, 0, 2));
    percent.getStyleClass().addAll("flat", "canvas-percent");
    percent.setTooltip(new Tooltip(Messages.text("canvas.head.percent")));
    percent.setOnAction(event -> run.accept(Gesture.ZOOM_100));
    percent.setId("graph-zoom");
    box.getStyleClass().add("pane-head");
    box.getStyleClass().add("canvas-head");
    box.getChildren()
        .addAll(
            title,
            note,
            space,
            add,
            search(run),
            Icons.button(
                Feather.ZOOM_OUT,
                Messages.text("canvas.head.zoomOut"),
                () -> run.accept(Gesture.ZOOM_OUT)),
            percent,
            Icons.button(
                Feather.ZOOM_IN,
                Messages.text("canvas.head.zoomIn"),
                () -> run.accept(Gesture.ZOOM_IN)),
            Icons.button(
                Feather.MAXIMIZE, Messages.text("canvas.head.fit"), () -> run.accept(Gesture.FIT)));
  }

  private static Button search(Consumer<Gesture> run) {
    Button button =
        Icons.button(
            Feather.SEARCH, Messages.text("canvas.head.search"), () -> run.accept(Gesture.SEARCH));
    button.setId("graph-find");
    return button;
  }

  private static MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(Messages.text(key));
    item.setOnAction(event -> action.run());
    return item;
  }

  Region node() {
    return box;
  }

  void show(Graph graph, long ingresses) {
    note.setText(Messages.text("canvas.head.note", ingresses, graph.pathCount()));
  }

  void showZoom(double zoom) {
    percent.setText(Messages.text("canvas.head.zoom", Math.round(zoom * 100)));
    percent.setAccessibleText(Messages.text("canvas.head.percentNow", Math.round(zoom * 100)));
  }
}
