package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.ui.common.Theme;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;

/** The commands about the window itself: where the focus goes, what is shown, how it looks. */
final class WindowCommands {
  /** Where the keyboard can go. */
  interface Places {
    void url();

    void explorer();

    void inspector();

    void graph();

    void yaml();
  }

  private final MainWindow window;
  private final Consumer<Theme.Choice> theme;
  private final Places places;

  WindowCommands(MainWindow window, Consumer<Theme.Choice> theme, Places places) {
    this.window = window;
    this.theme = theme;
    this.places = places;
  }

  /**
   * @param templates offered by "New from template"
   */
  void addTo(Commands commands, List<Command> templates) {
    PaneLayout panes = window.panes();
    commands.add("newFile", () -> new CommandPalette(window.overlay()).show(templates));
    templates.forEach(commands::add);
    commands.add("palette", () -> new CommandPalette(window.overlay()).show(commands.all()));
    commands.add("focusUrl", () -> show(panes.drawerShownProperty(), places::url));
    commands.add("focusExplorer", () -> show(panes.explorerShownProperty(), places::explorer));
    commands.add("focusGraph", places::graph);
    commands.add("focusYaml", () -> show(panes.yamlShownProperty(), places::yaml));
    commands.add("focusDrawer", () -> show(panes.drawerShownProperty(), window::focusDrawer));
    commands.add("nextPane", () -> window.cyclePane(true));
    commands.add("previousPane", () -> window.cyclePane(false));
    commands.add("toggleExplorer", () -> toggle(panes.explorerShownProperty()));
    commands.add("toggleInspector", () -> toggleInspector(panes.inspectorShownProperty()));
    commands.add("toggleDrawer", () -> toggle(panes.drawerShownProperty()));
    commands.add("toggleYaml", () -> toggle(panes.yamlShownProperty()));
    commands.add("showWhy", () -> window.drawer().showWhy());
    commands.add("showControllers", () -> window.drawer().showControllers());
    commands.add("showTests", () -> window.drawer().showTests());
    commands.add("showProblems", () -> window.drawer().showProblems());
    commands.add("themeSystem", () -> theme.accept(Theme.Choice.SYSTEM));
    commands.add("themeLight", () -> theme.accept(Theme.Choice.LIGHT));
    commands.add("themeDark", () -> theme.accept(Theme.Choice.DARK));
    commands.add("help", () -> window.overlay().show(KeyHelp.sheet(commands)));
  }

  /** The caret goes with it, and back to the graph. */
  private void toggleInspector(BooleanProperty shown) {
    toggle(shown);
    if (shown.get()) {
      places.inspector();
    } else {
      places.graph();
    }
  }

  private static void show(BooleanProperty shown, Runnable then) {
    shown.set(true);
    then.run();
  }

  private static void toggle(BooleanProperty property) {
    property.set(!property.get());
  }
}
