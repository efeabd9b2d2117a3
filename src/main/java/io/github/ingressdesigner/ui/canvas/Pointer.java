package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Box;
import io.github.ingressdesigner.graph.Graph.Chip;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.ui.canvas.Drag.Drop;
import java.util.List;
import java.util.Optional;

/** The mouse over the drawing: what pressing, dragging and letting go come to. Free of windows. */
final class Pointer {
  /** So far the pointer may wander before a press becomes a drag, in pixels on screen. */
  private static final double SLACK = 4;

  /** Within this distance of an edge a drag scrolls, by so much. */
  private static final double EDGE = 24;

  private static final double SCROLL = 14;

  private enum State {
    IDLE,
    PRESSED,
    PANNING,
    DRAGGING,
    /** A rectangle is drawn that selects what it touches. */
    BANDING
  }

  private final CanvasViewModel model;
  private final GestureRunner gestures;
  private State state = State.IDLE;
  private Optional<Hit> pressed = Optional.empty();
  private boolean wasSelected;
  private boolean more;
  private boolean collapse;
  private Optional<Box> band = Optional.empty();
  private double startX;
  private double startY;
  private double lastX;
  private double lastY;

  Pointer(CanvasViewModel model, GestureRunner gestures) {
    this.model = model;
    this.gestures = gestures;
  }

  private Optional<Hit> hit(double x, double y) {
    Camera camera = model.camera();
    return new HitTest(model.picture(), model.zoom()).at(camera.drawingX(x), camera.drawingY(y));
  }

  void move(double x, double y) {
    model.hover(hit(x, y));
  }

  void leave() {
    model.hover(Optional.empty());
  }

  /**
   * The main button, or any with which the picture is to be moved.
   *
   * @param pan whether the picture is moved whatever lies below: middle button, or space held
   */
  void press(double x, double y, boolean pan, int clicks) {
    press(x, y, pan, clicks, Adding.NONE);
  }

  /** What a press does with what is selected already. */
  enum Adding {
    NONE,
    /** Ctrl: adds one, or takes it out. */
    TOGGLE,
    /** Shift: adds all between. */
    RANGE
  }

  void press(double x, double y, boolean pan, int clicks, Adding adding) {
    startX = lastX = x;
    startY = lastY = y;
    collapse = false;
    more = adding != Adding.NONE;
    pressed = pan ? Optional.empty() : hit(x, y);
    if (pressed.isEmpty()) {
      state = pan ? State.PANNING : State.BANDING;
      band = Optional.empty();
      return;
    }
    if (more) {
      state = State.IDLE;
      Item item = pressed.get().item();
      if (adding == Adding.TOGGLE) {
        model.toggle(item);
      } else {
        model.extendTo(item);
      }
      return;
    }
    Item item = pressed.get().item();
    wasSelected = model.selected().filter(item::equals).isPresent();
    boolean among = model.isSelected(item) && model.selection().size() > 1;
    collapse = among;
    state = State.PRESSED;
    boolean chip = pressed.get().part() == Hit.Part.CHIP;
    if (clicks == 2 && pressed.get().part() != Hit.Part.PLUS && !chip) {
      state = State.IDLE;
      gestures.edit(item, pressed.get().part());
    } else if (!wasSelected && !among && !chip) {
      model.select(item);
    }
  }

  void dragTo(double x, double y) {
    double dx = x - lastX;
    double dy = y - lastY;
    lastX = x;
    lastY = y;
    switch (state) {
      case IDLE -> {}
      case PANNING -> model.pan(dx, dy);
      case PRESSED -> {
        if (Math.hypot(x - startX, y - startY) > SLACK) {
          startDrag(x, y);
        }
      }
      case DRAGGING -> {
        scrollAtEdge(x, y);
        follow(x, y);
      }
      case BANDING -> {
        scrollAtEdge(x, y);
        stretch(x, y);
      }
    }
  }

  /** The rectangle keeps the corner in the drawing where it began. */
  private void stretch(double x, double y) {
    if (band.isEmpty() && Math.hypot(x - startX, y - startY) <= SLACK) {
      return;
    }
    Camera camera = model.camera();
    Box from =
        band.orElseGet(() -> new Box(camera.drawingX(startX), camera.drawingY(startY), 0, 0));
    band = Optional.of(from);
    double toX = camera.drawingX(x);
    double toY = camera.drawingY(y);
    model.setBand(
        Optional.of(
            new Box(
                Math.min(from.x(), toX),
                Math.min(from.y(), toY),
                Math.abs(toX - from.x()),
                Math.abs(toY - from.y()))));
  }

  private void startDrag(double x, double y) {
    Hit hit = pressed.orElseThrow();
    if (!(hit.item() instanceof Item.Row row) || hit.part() == Hit.Part.CHIP) {
      state = State.IDLE;
      return;
    }
    boolean port = hit.part() == Hit.Part.PORT || !Entries.isPath(row.at());
    Drag.Kind kind = port ? Drag.Kind.REROUTE : Drag.Kind.MOVE;
    List<Location> rows = model.isSelected(row) ? dragged(kind) : List.of(row.at());
    Optional<String> locked = model.commands().gathered().locked(rows);
    if (locked.isPresent()) {
      state = State.IDLE;
      model.execute(new Step.Refuse(locked.get()));
      return;
    }
    state = State.DRAGGING;
    model.setDrag(Optional.of(new Drag(kind, rows, row.at(), 0, 0, new Drop.Nowhere())));
    follow(x, y);
  }

  /** Of several selected elements those go along that can: paths, or all rows. */
  private List<Location> dragged(Drag.Kind kind) {
    Several several = model.commands().several(model.selection());
    return kind == Drag.Kind.MOVE ? several.paths() : several.rows();
  }

  private void follow(double x, double y) {
    Camera camera = model.camera();
    double drawingX = camera.drawingX(x);
    double drawingY = camera.drawingY(y);
    model
        .drag()
        .ifPresentOrElse(
            drag -> {
              Drop drop =
                  new Drops(model.picture(), model.commands())
                      .at(drag.kind(), drag.rows(), drawingX, drawingY);
              model.setDrag(
                  Optional.of(
                      new Drag(drag.kind(), drag.rows(), drag.lead(), drawingX, drawingY, drop)));
            },
            () -> state = State.IDLE);
  }

  private void scrollAtEdge(double x, double y) {
    double dx = x < EDGE ? SCROLL : x > model.viewWidth() - EDGE ? -SCROLL : 0;
    double dy = y < EDGE ? SCROLL : y > model.viewHeight() - EDGE ? -SCROLL : 0;
    if (dx != 0 || dy != 0) {
      model.pan(dx, dy);
    }
  }

  void release(double x, double y) {
    State before = state;
    state = State.IDLE;
    if (before == State.DRAGGING) {
      Optional<Drag> drag = model.drag();
      model.setDrag(Optional.empty());
      drag.ifPresent(this::drop);
    } else if (before == State.PRESSED) {
      click(pressed.orElseThrow());
    } else if (before == State.BANDING) {
      release();
    }
    move(x, y);
  }

  /** What the rectangle touches is selected; a mere click beside everything selects nothing. */
  private void release() {
    Optional<Box> touched = model.band();
    model.setBand(Optional.empty());
    band = Optional.empty();
    List<Item> items = touched.map(model.picture()::touching).orElse(List.of());
    if (items.isEmpty() && !more) {
      model.deselect();
    } else if (!items.isEmpty()) {
      model.selectAll(items, more);
    }
  }

  private void click(Hit hit) {
    if (collapse && hit.part() != Hit.Part.CHIP) {
      model.select(hit.item());
      return;
    }
    if (hit.part() == Hit.Part.PLUS && hit.item() instanceof Item.Host host) {
      gestures.addPath(host);
    } else if (hit.part() == Hit.Part.TAG && wasSelected) {
      gestures.run(Gesture.NEXT_TYPE);
    } else {
      hit.chip().ifPresent(chip -> show(hit.item(), chip.chips()));
    }
  }

  /** One annotation is shown in the text; of those without room one is chosen first. */
  private void show(Item item, List<Chip> chips) {
    if (chips.size() == 1) {
      model.showText(chips.getFirst().at());
    } else {
      model.overlays().chooseChip(item, chips);
    }
  }

  private void drop(Drag drag) {
    switch (drag.drop()) {
      case Drop.Nowhere nowhere -> {}
      case Drop.NewBackend ask -> model.overlays().askBackend(drag.rows());
      case Drop.OnBackend on -> model.execute(on.step());
      case Drop.IntoHost into -> model.execute(into.step());
    }
  }

  /** Gives up a drag; true if there was one. */
  boolean cancel() {
    boolean dragging = model.drag().isPresent() || model.band().isPresent();
    state = State.IDLE;
    band = Optional.empty();
    model.setBand(Optional.empty());
    model.setDrag(Optional.empty());
    return dragging;
  }
}
