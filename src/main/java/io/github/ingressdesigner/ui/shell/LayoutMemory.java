package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.workspace.settings.Settings;
import io.github.ingressdesigner.workspace.settings.Settings.WindowBounds;
import io.github.ingressdesigner.workspace.settings.SettingsStore;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Remembers where the window stood and how its panes were divided. */
final class LayoutMemory {
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;

  private final SettingsStore store;

  LayoutMemory(SettingsStore store) {
    this.store = store;
  }

  /** Puts the panes as they were, and follows them from now on. */
  void follow(PaneLayout panes) {
    follow("panes.explorer.width", panes.explorerWidthProperty());
    follow("panes.drawer.height", panes.drawerHeightProperty());
    follow("panes.graph.share", panes.graphShareProperty());
    // What a review hides comes back with its end.
    BooleanProperty review = panes.reviewShownProperty();
    follow("panes.explorer.shown", panes.explorerShownProperty(), review);
    follow("panes.drawer.shown", panes.drawerShownProperty(), review);
    follow("panes.yaml.shown", panes.yamlShownProperty(), review);
    follow("panes.inspector.shown", panes.inspectorShownProperty(), review);
  }

  private void follow(String key, DoubleProperty size) {
    Optional.ofNullable(store.get().other().get(key))
        .flatMap(LayoutMemory::number)
        .ifPresent(size::set);
    size.addListener((property, was, is) -> remember(key, is.toString()));
  }

  private void follow(String key, BooleanProperty shown, BooleanProperty unless) {
    Optional.ofNullable(store.get().other().get(key))
        .map(Boolean::parseBoolean)
        .ifPresent(shown::set);
    shown.addListener(
        (property, was, is) -> {
          if (!unless.get()) {
            remember(key, is.toString());
          }
        });
  }

  private void remember(String key, String value) {
    store.update(settings -> settings.withOther(key, value));
  }

  /** A value that somebody wrote by hand may be anything. */
  private static Optional<Double> number(String text) {
    try {
      return Optional.of(Double.parseDouble(text)).filter(Double::isFinite);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Gives the window the place it had, if some screen still shows it; else the usual size. */
  void place(Stage stage) {
    Settings settings = store.get();
    Optional<WindowBounds> bounds =
        settings
            .window()
            .filter(
                b ->
                    b.width() >= stage.getMinWidth()
                        && b.height() >= stage.getMinHeight()
                        && !Screen.getScreensForRectangle(b.x(), b.y(), 200, 60).isEmpty());
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    stage.setWidth(bounds.map(WindowBounds::width).orElse(Math.min(WIDTH, screen.getWidth())));
    stage.setHeight(bounds.map(WindowBounds::height).orElse(Math.min(HEIGHT, screen.getHeight())));
    bounds.ifPresent(
        b -> {
          stage.setX(b.x());
          stage.setY(b.y());
          stage.setMaximized(b.maximized());
        });
  }

  void rememberPlace(Stage stage) {
    WindowBounds bounds =
        new WindowBounds(
            stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
    store.update(settings -> settings.withWindow(bounds));
  }
}
