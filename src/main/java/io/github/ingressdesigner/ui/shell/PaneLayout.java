package io.github.ingressdesigner.ui.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * Explorer (or its stripe), graph and YAML side by side, the drawer below them; each border is a
 * line of one pixel that can be dragged. The explorer and the drawer keep their size when the
 * window grows, graph and YAML share the rest. A review, when there is one, stands at the right of
 * both.
 */
final class PaneLayout extends Region {
  static final double STRIPE = 40;
  static final double EXPLORER = 224;
  static final double DRAWER = 224;
  static final double INSPECTOR = 336;

  /** From this width on explorer and inspector stand side by side. */
  private static final double WIDE = 1400;

  private static final double GRAPH_BESIDE = 560;

  /** Share of the graph in what explorer and drawer leave: 680 of 1216 at a window of 1440. */
  static final double GRAPH_SHARE = 0.56;

  /** Share of a review beside the graph: 800 of 1440. */
  static final double REVIEW_SHARE = 0.55;

  private static final double EXPLORER_MIN = 140;
  private static final double GRAPH_MIN = 320;
  private static final double YAML_MIN = 240;
  private static final double REVIEW_MIN = 520;
  private static final double DRAWER_MIN = 132;
  private static final double TOP_MIN = 160;

  private final Node explorer;
  private final Node stripe;
  private final Node graph;
  private final Node inspector;
  private final Node yaml;
  private final Node drawer;
  private final double drawerFolded;
  private final BooleanProperty reviewShown = new SimpleBooleanProperty();
  private final DoubleProperty reviewShare = new SimpleDoubleProperty(REVIEW_SHARE);
  private final BooleanProperty explorerShown = new SimpleBooleanProperty(true);
  private final BooleanProperty yamlShown = new SimpleBooleanProperty(true);
  private final BooleanProperty inspectorShown = new SimpleBooleanProperty();
  private final BooleanProperty drawerShown = new SimpleBooleanProperty(true);
  private final DoubleProperty explorerWidth = new SimpleDoubleProperty(EXPLORER);
  private final DoubleProperty drawerHeight = new SimpleDoubleProperty(DRAWER);
  private final DoubleProperty graphShare = new SimpleDoubleProperty(GRAPH_SHARE);
  private final PaneDivider left;
  private final PaneDivider right;
  private final PaneDivider bottom;
  private Node review = new Region();

  /**
   * @param drawerFolded height of the drawer when it is folded: its tabs
   */
  PaneLayout(
      Node explorer,
      Node stripe,
      Node graph,
      Node inspector,
      Node yaml,
      Node drawer,
      double drawerFolded) {
    this.explorer = explorer;
    this.stripe = stripe;
    this.graph = graph;
    this.inspector = inspector;
    this.yaml = yaml;
    this.drawer = drawer;
    this.drawerFolded = drawerFolded;
    left = PaneDivider.vertical(this::dragExplorer, () -> explorerWidth.set(EXPLORER));
    right = PaneDivider.vertical(this::dragRight, this::resetRight);
    bottom = PaneDivider.horizontal(this::dragDrawer, () -> drawerHeight.set(DRAWER));
    getStyleClass().add("pane-layout");
    getChildren().addAll(explorer, stripe, graph, inspector, yaml, drawer, left, right, bottom);
    for (var size : new DoubleProperty[] {explorerWidth, drawerHeight, graphShare, reviewShare}) {
      size.addListener((property, was, is) -> requestLayout());
    }
    for (var shown :
        new BooleanProperty[] {
          explorerShown, inspectorShown, yamlShown, drawerShown, reviewShown
        }) {
      shown.addListener((property, was, is) -> showAndHide());
    }
    widthProperty().addListener((property, was, is) -> showAndHide());
    showAndHide();
  }

  BooleanProperty explorerShownProperty() {
    return explorerShown;
  }

  BooleanProperty yamlShownProperty() {
    return yamlShown;
  }

  BooleanProperty inspectorShownProperty() {
    return inspectorShown;
  }

  BooleanProperty drawerShownProperty() {
    return drawerShown;
  }

  /** Whether a review stands at the right, with the graph above the YAML beside it. */
  BooleanProperty reviewShownProperty() {
    return reviewShown;
  }

  void setReview(Node node) {
    getChildren().remove(review);
    review = node;
    getChildren().add(0, node);
    showAndHide();
  }

  /** In pixels. */
  DoubleProperty explorerWidthProperty() {
    return explorerWidth;
  }

  /** In pixels. */
  DoubleProperty drawerHeightProperty() {
    return drawerHeight;
  }

  /** From 0 to 1. */
  DoubleProperty graphShareProperty() {
    return graphShare;
  }

  private void showAndHide() {
    explorer.setVisible(isExplorerOpen());
    stripe.setVisible(!isExplorerOpen());
    inspector.setVisible(isInspectorOpen());
    yaml.setVisible(yamlShown.get());
    left.setVisible(isExplorerOpen());
    right.setVisible(yamlShown.get() || reviewShown.get());
    review.setVisible(reviewShown.get());
    bottom.setVisible(drawerShown.get());
    requestLayout();
  }

  /** In a narrow window the inspector takes the room of the explorer while it is open. */
  private boolean isExplorerOpen() {
    return explorerShown.get() && !(isInspectorOpen() && getWidth() < WIDE);
  }

  /** A review needs the room. */
  private boolean isInspectorOpen() {
    return inspectorShown.get() && !reviewShown.get();
  }

  private double inspectorWidth() {
    return isInspectorOpen() ? INSPECTOR : 0;
  }

  private void dragExplorer(double x) {
    explorerWidth.set(clamp(x, EXPLORER_MIN, getWidth() - GRAPH_MIN - YAML_MIN));
  }

  private void resetRight() {
    if (reviewShown.get()) {
      reviewShare.set(REVIEW_SHARE);
    } else {
      graphShare.set(GRAPH_SHARE);
    }
  }

  private void dragRight(double x) {
    double start = leftWidth();
    double rest = getWidth() - start - inspectorWidth();
    if (reviewShown.get()) {
      reviewShare.set(1 - clamp((x - start) / rest, GRAPH_MIN / rest, 1 - REVIEW_MIN / rest));
      return;
    }
    graphShare.set(
        clamp((x - start - inspectorWidth()) / rest, GRAPH_MIN / rest, 1 - YAML_MIN / rest));
  }

  private void dragDrawer(double y) {
    drawerHeight.set(clamp(getHeight() - y, DRAWER_MIN, getHeight() - TOP_MIN));
  }

  private double leftWidth() {
    return isExplorerOpen()
        ? Math.round(clamp(explorerWidth.get(), EXPLORER_MIN, getWidth() - GRAPH_MIN - YAML_MIN))
        : STRIPE;
  }

  /** The lower border wins where the window is too small for both. */
  private static double clamp(double value, double min, double max) {
    return Math.max(min, Math.min(value, max));
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    double below =
        drawerShown.get()
            ? Math.round(clamp(drawerHeight.get(), DRAWER_MIN, height - TOP_MIN))
            : drawerFolded;
    double top = height - below;
    double start = leftWidth();
    double beside = inspectorWidth();
    double rest = width - start - beside;
    double graphWidth = graphWidth(rest);
    (isExplorerOpen() ? explorer : stripe).resizeRelocate(0, 0, start, top);
    if (reviewShown.get()) {
      double graphHeight = yamlShown.get() ? Math.round(top / 2) : top;
      graph.resizeRelocate(start, 0, graphWidth, graphHeight);
      yaml.resizeRelocate(start, graphHeight, graphWidth, top - graphHeight);
      review.resizeRelocate(start + graphWidth, 0, rest - graphWidth, top);
    } else {
      graph.resizeRelocate(start, 0, graphWidth, top);
      inspector.resizeRelocate(start + graphWidth, 0, beside, top);
      yaml.resizeRelocate(start + graphWidth + beside, 0, rest - graphWidth, top);
    }
    drawer.resizeRelocate(0, top, width, below);
    left.placeAt(start, 0, top);
    right.placeAt(start + graphWidth + beside, 0, top);
    bottom.placeAt(top, 0, width);
  }

  private double graphWidth(double rest) {
    if (reviewShown.get()) {
      double wanted = rest * (1 - reviewShare.get());
      return Math.round(clamp(wanted, GRAPH_MIN, Math.max(0, rest - REVIEW_MIN)));
    }
    return yamlShown.get()
        ? Math.round(clamp(rest * graphShare.get(), graphMin(rest), Math.max(0, rest - YAML_MIN)))
        : rest;
  }

  /** Beside the inspector the graph keeps what a host, a path and a backend need. */
  private double graphMin(double rest) {
    return isInspectorOpen() ? Math.min(GRAPH_BESIDE, rest - YAML_MIN) : GRAPH_MIN;
  }

  @Override
  protected double computeMinWidth(double height) {
    return EXPLORER_MIN + GRAPH_MIN + YAML_MIN;
  }

  @Override
  protected double computeMinHeight(double width) {
    return TOP_MIN + DRAWER_MIN;
  }
}
