package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Box;
import io.github.ingressdesigner.graph.Graph;
import io.github.ingressdesigner.graph.Graph.Chip;
import io.github.ingressdesigner.graph.Layout;
import io.github.ingressdesigner.graph.TraceMarks;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Compared;
import io.github.ingressdesigner.ui.common.Fx;
import io.github.ingressdesigner.ui.common.Selection;
import io.github.ingressdesigner.ui.common.Traced;
import io.github.ingressdesigner.workspace.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The pane with the graph. Confined to the JavaFX thread. */
public final class GraphView {
  /** Above so many paths, laying out takes longer than a frame may, and goes to another thread. */
  private static final int LARGE = 20_000;

  private final AppModel app;
  private final Fonts fonts = new Fonts();
  private final GraphPainter painter = new GraphPainter(fonts);
  private final GraphCanvas surface = new GraphCanvas(this::paint);
  private final Pane fields = new Pane();
  private final StackPane stage = new StackPane();
  private final VBox root = new VBox();
  private final Motion motion = new Motion(surface::repaint);
  private final CanvasViewModel model;
  private final GestureRunner gestures;
  private final CanvasMenu menu;
  private final SearchBar search;
  private final CanvasInput input;
  private final InPlaceEditor editor;
  private final PromptCard card;
  private final GraphHead head;
  private final HintBar hint = new HintBar();
  private final StaleBanner banner;
  private final EmptyGraph empty;
  private final Minimap minimap;
  private final Tooltip tip = new Tooltip();
  private Graph graph = Graph.EMPTY;
  private Layout.Room room = new Layout.Room(0, 0);
  private long layoutsWanted;

  public GraphView(AppModel app) {
    this.app = app;
    model =
        new CanvasViewModel(
            app.actions(), app.feed()::current, at -> app.select(at, this), overlays());
    gestures = new GestureRunner(model);
    editor = new InPlaceEditor(model, fields, surface::requestFocus, surface::isFocused);
    card = new PromptCard(fields, this::promptClosed);
    head = new GraphHead(this::run);
    banner = new StaleBanner(app.actions());
    empty = new EmptyGraph(app);
    minimap = new Minimap(model);
    search = new SearchBar(model, surface::requestFocus);
    menu = new CanvasMenu(model, this::run);
    input = new CanvasInput(surface, model, gestures, new Pointer(model, gestures), menu);
    build();
    follow();
    show(app.snapshot());
  }

  private void build() {
    fields.setPickOnBounds(false);
    StackPane.setAlignment(minimap, Pos.BOTTOM_RIGHT);
    StackPane.setMargin(minimap, new Insets(0, 12, 12, 0));
    stage.getChildren().addAll(surface, minimap, empty.node(), fields);
    stage.getStyleClass().add("canvas-stage");
    stage.setMinSize(0, 0);
    VBox.setVgrow(stage, Priority.ALWAYS);
    root.getStyleClass().add("canvas-pane");
    root.getChildren().addAll(head.node(), search.node(), banner.node(), stage, hint.node());
    root.setMinWidth(0);
    surface.setId("graph");
    tip.setWrapText(true);
    tip.setMaxWidth(420);
  }

  private void follow() {
    surface.widthProperty().addListener((property, was, is) -> resized());
    surface.heightProperty().addListener((property, was, is) -> resized());
    app.snapshotProperty().addListener((property, was, is) -> show(is));
    app.selectionProperty().addListener((property, was, is) -> selected(is));
    app.tracedProperty().addListener((property, was, is) -> traced(is));
    app.theme().darkProperty().addListener((property, was, is) -> surface.repaint());
    app.theme()
        .textScaleProperty()
        .addListener(
            (property, was, is) -> {
              model.setTextScale(is.doubleValue());
              resized();
            });
    model.setTextScale(app.theme().textScaleProperty().get());
    app.testedProperty().addListener((property, was, is) -> coverage());
    app.coverageShownProperty().addListener((property, was, is) -> coverage());
    coverage();
    app.comparedProperty().addListener((property, was, is) -> compared(is));
    traced(app.tracedProperty().get());
  }

  /** The pane, with its head. */
  public Node node() {
    return root;
  }

  /** Gives the keyboard to the drawing. */
  public void requestFocus() {
    surface.requestFocus();
  }

  /** Opens the field for searching the drawing. */
  public void search() {
    search.open();
  }

  /** Shows the drawing at a zoom, 1 being 100 %, keeping the middle of the view. */
  public void zoomTo(double zoom) {
    model.zoomTo(zoom, model.viewWidth() / 2, model.viewHeight() / 2);
  }

  private void run(Gesture gesture) {
    gestures.run(gesture);
  }

  private void resized() {
    model.resize(Math.floor(surface.getWidth()), Math.floor(surface.getHeight()));
    double scale = model.textScale();
    room = new Layout.Room(model.viewWidth() / scale, model.viewHeight() / scale);
    layOut(false);
    surface.repaint();
  }

  private void show(Snapshot snapshot) {
    head.show(snapshot.graph(), snapshot.resources().ingresses().count());
    banner.show(snapshot);
    empty.show(snapshot);
    if (snapshot.graph() != graph) {
      graph = snapshot.graph();
      layOut(true);
    }
  }

  private void layOut(boolean moving) {
    if (room.width() <= 0) {
      return;
    }
    long wanted = ++layoutsWanted;
    if (graph.pathCount() <= LARGE) {
      show(Layout.of(graph, fonts, room, model.picture().layout()), moving);
      return;
    }
    Graph large = graph;
    Layout.Room forRoom = room;
    Layout before = model.picture().layout();
    CompletableFuture.supplyAsync(() -> Layout.of(large, new Fonts(), forRoom, before))
        .thenAcceptAsync(
            layout -> {
              if (wanted == layoutsWanted) {
                show(layout, moving);
              }
            },
            Fx.executor());
  }

  private void show(Layout layout, boolean moving) {
    model.show(layout);
    if (model.selected().isEmpty()) {
      model.selectedElsewhere(app.selectionProperty().get().at());
    }
    motion.moveTo(layout, app.theme().motion(moving ? Motion.MILLIS : 0));
    editor.place();
  }

  private void selected(Selection selection) {
    if (selection.origin() != this) {
      model.selectedElsewhere(selection.at());
    }
  }

  private void traced(Optional<Traced> traced) {
    boolean comparing = app.comparedProperty().get().isPresent();
    model.setTrace(traced.filter(t -> !comparing).map(t -> TraceMarks.of(t.decision())));
    hint();
  }

  private void coverage() {
    boolean shown = app.coverageShownProperty().get();
    model.setUntested(
        shown ? new Untested(Optional.of(app.testedProperty().get().reached())) : Untested.HIDDEN);
    hint();
  }

  private void compared(Optional<Compared> compared) {
    model.setCompared(new ComparedMarks(compared));
    traced(app.tracedProperty().get());
  }

  private void hint() {
    Optional<Compared> compared = app.comparedProperty().get().filter(c -> !c.marks().isEmpty());
    if (compared.isPresent()) {
      hint.show(compared.get());
    } else {
      hint.show(app.tracedProperty().get().isPresent(), app.coverageShownProperty().get());
    }
  }

  private void promptClosed() {
    model.setOffered(Optional.empty());
    surface.requestFocus();
  }

  private void paint() {
    boolean dark = app.theme().isDark();
    painter.paint(
        surface.canvas().getGraphicsContext2D(), model, motion.shown(), dark, input.showsFocus());
    minimap.paint(dark);
    head.showZoom(model.zoom());
    search.tell();
    editor.place();
    describe();
  }

  private void describe() {
    Descriptions words =
        new Descriptions(model.picture(), model.trace(), model.untested(), model.compared());
    String text = model.selected().map(item -> words.of(model.selection(), item)).orElse("");
    if (!text.equals(surface.getAccessibleText())) {
      surface.setAccessibleText(text);
      surface.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
    Optional<Hit> hovered = model.hovered().filter(hit -> model.drag().isEmpty());
    if (hovered.isPresent()) {
      Hit hit = hovered.get();
      tip.setText(
          hit.chip()
              .map(Descriptions::tip)
              .orElseGet(() -> words.tip(hit.item(), app.snapshot().problems())));
      Tooltip.install(surface, tip);
    } else {
      Tooltip.uninstall(surface, tip);
    }
  }

  /** Where the element of a place in the text is drawn; empty where it is not in the graph. */
  public Optional<Bounds> boundsOnScreen(Location at) {
    return model.picture().itemAt(at).flatMap(model.picture()::boxOf).flatMap(this::onScreen);
  }

  /** The handle of a path, from which its line is dragged. */
  public Optional<Point2D> portOnScreen(Location at) {
    return boundsOnScreen(at).map(b -> new Point2D(b.getMaxX(), b.getCenterY()));
  }

  /**
   * @param key of the backend in the graph, or what it shows ({@code api:8080})
   */
  public Optional<Bounds> backendOnScreen(String key) {
    return model.picture().layout().backends().stream()
        .filter(b -> b.node().key().equals(key) || b.node().text().equals(key))
        .findFirst()
        .flatMap(b -> onScreen(b.box()));
  }

  private Optional<Bounds> onScreen(Box box) {
    Box screen = model.camera().toScreen(box);
    return Optional.ofNullable(
        surface.localToScreen(
            new BoundingBox(screen.x(), screen.y(), screen.width(), screen.height())));
  }

  private Overlays overlays() {
    return new Overlays() {
      @Override
      public void edit(Item item, EditField field) {
        card.close();
        editor.edit(item, field);
      }

      @Override
      public void askBackend(List<Location> rows) {
        prompts().backend(rows);
      }

      @Override
      public void askPath(Item.Host host) {
        prompts().path(host);
      }

      @Override
      public void askHost() {
        prompts().host();
      }

      @Override
      public void askDefaultBackend() {
        prompts().defaultBackend();
      }

      @Override
      public void openMenu() {
        menu.showAtSelection(surface);
      }

      @Override
      public void chooseChip(Item item, List<Chip> chips) {
        menu.showChips(surface, item, chips);
      }

      @Override
      public void search() {
        search.open();
      }

      @Override
      public String clipboard() {
        return Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse("");
      }

      @Override
      public void repaint() {
        surface.repaint();
      }

      private Prompts prompts() {
        editor.close();
        return new Prompts(model, card);
      }
    };
  }
}
