package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Theme;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;

/** The graph of the sample beside its text, in a window of its own; for developers, to try. */
public final class CanvasWindow {
  private CanvasWindow() {}

  public static void main(String[] args) {
    Application.launch(Show.class, args);
  }

  /** The JavaFX side. */
  public static final class Show extends Application {
    @Override
    public void start(Stage stage) {
      Theme theme = new Theme(getParameters().getRaw().contains("dark"));
      Bench bench = Bench.sample();
      AppModel model = new AppModel(bench.workspace, bench.feed, theme, bench);
      bench.onFocus = at -> model.select(at, bench);
      GraphView view = new GraphView(model);
      TextArea text = new TextArea(bench.text());
      text.setEditable(false);
      text.getStyleClass().add("mono");
      model
          .snapshotProperty()
          .addListener((property, was, is) -> text.setText(bench.text() + "\n" + bench.said));
      SplitPane panes = new SplitPane(view.node(), text);
      panes.setDividerPositions(0.55);
      Scene scene = new Scene(panes, 1240, 700);
      theme.install(scene);
      stage.setScene(scene);
      stage.setX(0);
      stage.setY(0);
      stage.show();
      view.requestFocus();
    }
  }
}
