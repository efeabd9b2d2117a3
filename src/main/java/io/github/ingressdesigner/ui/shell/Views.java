package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.ui.canvas.GraphView;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.editor.EditorView;
import io.github.ingressdesigner.ui.explorer.ExplorerView;
import io.github.ingressdesigner.ui.inspector.InspectorView;
import io.github.ingressdesigner.ui.problems.ProblemsView;
import io.github.ingressdesigner.ui.suite.SuitesView;
import io.github.ingressdesigner.ui.tester.ControllersView;
import io.github.ingressdesigner.ui.tester.TesterView;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;

/** The views that are always there, each over the same model. */
final class Views implements WindowCommands.Places {
  final InspectorView inspector;
  final ExplorerView explorer;
  final GraphView graph;
  final TesterView tester;
  final EditorView editor;
  final ProblemsView problems;
  final SuitesView suites;
  final ControllersView controllers;

  /**
   * @param closeInspector hides the inspector
   * @param all every controller with its settings
   * @param choose makes a controller decide
   */
  Views(
      AppModel model,
      Threads threads,
      Runnable closeInspector,
      Supplier<List<Dialect>> all,
      Consumer<Dialect> choose) {
    inspector = new InspectorView(model, threads.io(), threads.ui(), closeInspector);
    explorer = new ExplorerView(model);
    graph = new GraphView(model);
    tester = new TesterView(model);
    editor = new EditorView(model);
    problems = new ProblemsView(model);
    suites = new SuitesView(model);
    controllers = new ControllersView(model, all, choose);
  }

  /** Where they stand in the window. */
  MainWindow.Rooms rooms(Supplier<Node> start) {
    return new MainWindow.Rooms(
        explorer.node(),
        graph.node(),
        inspector.node(),
        editor.node(),
        tester.requestRow(),
        tester.answerPane(),
        controllers.node(),
        suites.node(),
        problems.node(),
        start);
  }

  /** Lets them follow the drawer and the panes of the window. */
  void follow(MainWindow window) {
    controllers.shownProperty().bind(window.drawer().controllersShownProperty());
    tester.setOnWhy(window.drawer()::showWhy);
    controllers.setOnWhy(window.drawer()::showWhy);
    suites.setOnAsk(
        (request, url) -> {
          tester.ask(request, url);
          window.drawer().showWhy();
        });
    tester.compactProperty().bind(window.drawer().answerHiddenProperty());
    inspector.shownProperty().bind(window.panes().inspectorShownProperty());
  }

  @Override
  public void url() {
    tester.focusUrl();
  }

  @Override
  public void explorer() {
    MainWindow.focus(explorer.node());
  }

  @Override
  public void inspector() {
    inspector.focus();
  }

  @Override
  public void graph() {
    graph.requestFocus();
  }

  @Override
  public void yaml() {
    editor.focusEditor();
  }
}
