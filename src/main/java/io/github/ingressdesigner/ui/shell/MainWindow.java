package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Puts tool bar, notices, panes or start page, drawer and status bar into one picture. */
final class MainWindow {
  /** What the rooms give to the window. */
  record Rooms(
      Node explorer,
      Node graph,
      Node inspector,
      Node yaml,
      Node requestRow,
      Node answer,
      Node controllers,
      Node tests,
      Node problems,
      Supplier<Node> start) {}

  private final Overlay overlay;
  private final BorderPane main = new BorderPane();
  private final PaneLayout panes;
  private final Drawer drawer;
  private final StatusBar status;
  private final Notices notices = new Notices();
  private final MessageStrip strip = new MessageStrip();
  private final Rooms rooms;
  private final VBox stripe = new VBox();
  private final StackPane start = new StackPane();
  private Optional<Toolbar> toolbar = Optional.empty();
  private boolean shown;

  /**
   * @param help shows the keys
   * @param commit begins a commit
   */
  MainWindow(Rooms rooms, Runnable help, Runnable commit) {
    this.rooms = rooms;
    BooleanProperty drawerShown = new SimpleBooleanProperty(true);
    drawer =
        new Drawer(
            rooms.requestRow(),
            rooms.answer(),
            rooms.controllers(),
            rooms.tests(),
            rooms.problems(),
            drawerShown);
    panes =
        new PaneLayout(
            rooms.explorer(),
            stripe,
            rooms.graph(),
            rooms.inspector(),
            rooms.yaml(),
            drawer.node(),
            Drawer.FOLDED);
    panes.drawerShownProperty().bindBidirectional(drawerShown);
    status = new StatusBar(drawer::showProblems, drawer::showTests, help, commit);
    fillStripe();
    StackPane center = new StackPane(panes, start, strip.node());
    StackPane.setAlignment(strip.node(), Pos.BOTTOM_CENTER);
    main.setCenter(center);
    main.setTop(notices.node());
    main.setBottom(status.node());
    main.getStyleClass().add("main-window");
    overlay = new Overlay(main);
  }

  /** The tool bar shows commands, and they need the window; so it comes afterwards. */
  void addToolbar(Toolbar bar) {
    toolbar = Optional.of(bar);
    main.setTop(new VBox(bar.node(), notices.node()));
    setFileOpen(false);
  }

  private void fillStripe() {
    stripe.getStyleClass().add("stripe");
    stripe
        .getChildren()
        .addAll(
            Icons.button(
                Feather.FOLDER,
                Messages.text("shell.stripe.explorer", KeyMap.text("toggleExplorer")),
                () -> panes.explorerShownProperty().set(true)),
            Icons.button(
                Feather.LIST,
                Messages.text("shell.stripe.problems", KeyMap.text("showProblems")),
                drawer::showProblems));
  }

  Parent root() {
    return overlay.node();
  }

  /** The panes, or the start page where no file is open. */
  void setFileOpen(boolean open) {
    panes.setVisible(open);
    start.setVisible(!open);
    if (shown) {
      ensureStartPage();
    }
    toolbar().setFileOpen(open);
    if (!open) {
      status.showStart();
    }
  }

  /** Makes the start page if it is to be seen; called when the window is about to be shown. */
  void ensureStartPage() {
    shown = true;
    if (start.isVisible() && start.getChildren().isEmpty()) {
      start.getChildren().add(rooms.start().get());
    }
  }

  /** Moves the focus to the next pane that is shown, or the one before. */
  void cyclePane(boolean forward) {
    List<Node> shown =
        List.of(rooms.explorer(), rooms.graph(), rooms.inspector(), rooms.yaml(), drawer.node())
            .stream()
            .filter(Node::isVisible)
            .toList();
    Optional<Node> owner = Optional.ofNullable(root().getScene().getFocusOwner());
    int at = -1;
    for (int i = 0; i < shown.size(); i++) {
      Node pane = shown.get(i);
      if (owner.filter(node -> isInside(node, pane)).isPresent()) {
        at = i;
      }
    }
    int next = at < 0 ? 0 : Math.floorMod(at + (forward ? 1 : -1), shown.size());
    Node target = shown.get(next);
    if (target == drawer.node()) {
      focusDrawer();
    } else {
      focus(target);
    }
  }

  /** Gives the focus to the chosen pane of the drawer, or to the request while that is empty. */
  void focusDrawer() {
    firstFocusable(drawer.chosenPane())
        .or(() -> firstFocusable(drawer.node()))
        .ifPresent(Node::requestFocus);
  }

  /** Gives the focus to the first node in a pane that takes it. */
  static void focus(Node pane) {
    firstFocusable(pane).ifPresent(Node::requestFocus);
  }

  private static Optional<Node> firstFocusable(Node node) {
    if (!node.isVisible() || node.isDisabled()) {
      return Optional.empty();
    }
    if (node.isFocusTraversable() && !(node instanceof javafx.scene.control.ButtonBase)) {
      return Optional.of(node);
    }
    if (node instanceof Parent parent) {
      return parent.getChildrenUnmodifiable().stream()
          .map(MainWindow::firstFocusable)
          .flatMap(Optional::stream)
          .findFirst();
    }
    return Optional.empty();
  }

  private static boolean isInside(Node node, Node ancestor) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == ancestor) {
        return true;
      }
    }
    return false;
  }

  Rooms rooms() {
    return rooms;
  }

  Overlay overlay() {
    return overlay;
  }

  Toolbar toolbar() {
    return toolbar.orElseThrow(() -> new IllegalStateException("window without its tool bar"));
  }

  PaneLayout panes() {
    return panes;
  }

  Drawer drawer() {
    return drawer;
  }

  StatusBar status() {
    return status;
  }

  Notices notices() {
    return notices;
  }

  MessageStrip strip() {
    return strip;
  }
}
