package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.graph.Box;
import io.github.ingressdesigner.graph.Layout;
import io.github.ingressdesigner.graph.Sizes;
import io.github.ingressdesigner.graph.TraceMarks;
import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.splice.Plan;
import io.github.ingressdesigner.ui.common.Actions;
import io.github.ingressdesigner.ui.common.FieldRules;
import io.github.ingressdesigner.workspace.Snapshot;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The state of the drawing and what can be done to it, free of windows: what is shown, seen,
 * selected, pointed at and traced. Confined to one thread.
 */
final class CanvasViewModel implements Seen {
  private final Actions actions;
  private final Supplier<Snapshot> snapshot;
  private final Consumer<Location> selector;
  private final Overlays overlays;

  private Picture picture = Picture.EMPTY;
  private Camera camera = new Camera(0, 0, 1);
  private double textScale = 1;
  private double width;
  private double height;
  private final Chosen chosen = new Chosen();
  private Query query = Query.of("");
  private Optional<Found> found = Optional.empty();
  private Optional<List<Location>> awaited = Optional.empty();
  private Optional<Location> elsewhere = Optional.empty();
  private Optional<Location> lastRow = Optional.empty();
  private Optional<Hit> hovered = Optional.empty();
  private Optional<Drag> drag = Optional.empty();
  private Optional<Box> band = Optional.empty();
  private Optional<TraceMarks> trace = Optional.empty();
  private Untested untested = Untested.HIDDEN;
  private ComparedMarks compared = ComparedMarks.NONE;
  private List<Location> cut = List.of();
  private Optional<Item> offered = Optional.empty();

  /**
   * @param snapshot the snapshot of this moment
   * @param selector told what was selected here
   */
  CanvasViewModel(
      Actions actions,
      Supplier<Snapshot> snapshot,
      Consumer<Location> selector,
      Overlays overlays) {
    this.actions = actions;
    this.snapshot = snapshot;
    this.selector = selector;
    this.overlays = overlays;
  }

  @Override
  public Picture picture() {
    return picture;
  }

  /** Shows another layout; what is selected stays so where it is still there. */
  void show(Layout layout) {
    picture = new Picture(layout);
    chosen.retain(picture::has);
    awaited.filter(this::shows).ifPresent(this::chooseAwaited);
    if (!query.isEmpty()) {
      search(query);
    }
    hovered = hovered.filter(hit -> picture.has(hit.item()));
    cut = cut.stream().allMatch(at -> picture.row(at).isPresent()) ? cut : List.of();
    drag = Optional.empty();
    setCamera(camera);
  }

  Entries entries() {
    return new Entries(snapshot.get());
  }

  Commands commands() {
    return new Commands(picture, entries());
  }

  Overlays overlays() {
    return overlays;
  }

  // What is seen

  @Override
  public Camera camera() {
    return camera;
  }

  @Override
  public double viewWidth() {
    return width;
  }

  @Override
  public double viewHeight() {
    return height;
  }

  @Override
  public double zoom() {
    return camera.scale() / textScale;
  }

  double textScale() {
    return textScale;
  }

  /** Changes the size of text and keeps the zoom. */
  void setTextScale(double scale) {
    double zoom = zoom();
    textScale = scale;
    setCamera(camera.zoomTo(zoom * scale, 0, 0));
  }

  void resize(double newWidth, double newHeight) {
    width = newWidth;
    height = newHeight;
    setCamera(camera);
  }

  void setCamera(Camera wanted) {
    Layout layout = picture.layout();
    camera =
        layout.width() == 0 || width == 0
            ? wanted
            : wanted.clamp(top(wanted), layout.width(), layout.height(), width, height);
    overlays.repaint();
  }

  /** Far away the first row still stands below the column heads. */
  private static double top(Camera camera) {
    return Math.min(0, Sizes.TOP - Sizes.TOP / camera.scale());
  }

  void pan(double dx, double dy) {
    setCamera(camera.pan(dx, dy));
  }

  void zoomBy(double factor, double screenX, double screenY) {
    zoomTo(zoom() * factor, screenX, screenY);
  }

  /** Zooms and keeps the point of the screen; close to 100 % it becomes just that. */
  void zoomTo(double zoom, double screenX, double screenY) {
    double exact = Math.abs(zoom - 1) < 0.04 ? 1 : zoom;
    boolean atTop = camera.y() <= top(camera) + 1;
    Camera wanted = camera.zoomTo(exact * textScale, screenX, screenY);
    boolean out = wanted.scale() < camera.scale();
    setCamera(atTop && out ? new Camera(wanted.x(), top(wanted), wanted.scale()) : wanted);
  }

  void fit() {
    Layout layout = picture.layout();
    if (layout.width() > 0) {
      Camera fit =
          Camera.fit(layout.width(), layout.height(), width, height - Sizes.TOP, textScale);
      setCamera(new Camera(fit.x(), top(fit), fit.scale()));
    }
  }

  void reveal(Item item) {
    picture.boxOf(item).ifPresent(this::reveal);
  }

  private void reveal(Box box) {
    double head = (Sizes.TOP - 8) / camera.scale();
    Box wanted = new Box(box.x(), box.y() - head, box.width(), box.height() + head);
    setCamera(camera.reveal(wanted, width, height, 8 / camera.scale()));
  }

  // What is selected, pointed at and traced

  /** The element that has the keyboard. */
  Optional<Item> selected() {
    return chosen.focus();
  }

  @Override
  public boolean isSelected(Item item) {
    return chosen.has(item);
  }

  /** All that is selected, from top to bottom: hosts, then rows, then backends. */
  List<Item> selection() {
    return chosen.size() < 2 ? chosen.all() : picture.inOrder(chosen.all());
  }

  /** The row that was selected last, to come back to along the lines. */
  Optional<Location> lastRow() {
    return lastRow;
  }

  /** Selects an element here and in all other views. */
  void select(Item item) {
    chosen.only(item);
    shown(item);
  }

  /** Adds an element to the selection, or takes it out. */
  void toggle(Item item) {
    chosen.toggle(item);
    shown(item);
  }

  /** Moves the keyboard to an element and leaves the selection. */
  void moveFocus(Item item) {
    chosen.moveFocus(item);
    shown(item);
  }

  /** Selects all of a column from where the selection began to an element. */
  void extendTo(Item item) {
    List<Item> range = chosen.anchor().map(from -> picture.range(from, item)).orElse(List.of(item));
    chosen.range(range, item);
    shown(item);
  }

  /**
   * Selects several elements.
   *
   * @param more whether to what is selected already
   */
  void selectAll(Collection<? extends Item> items, boolean more) {
    chosen.several(List.copyOf(items), more);
    awaited = Optional.empty();
    chosen.focus().flatMap(picture::locationOf).ifPresent(selector);
    rememberRow();
    overlays.repaint();
  }

  private void shown(Item item) {
    awaited = Optional.empty();
    rememberRow();
    reveal(item);
    picture.locationOf(item).ifPresent(selector);
    overlays.repaint();
  }

  private void rememberRow() {
    if (chosen.focus().isPresent() && chosen.focus().get() instanceof Item.Row row) {
      lastRow = Optional.of(row.at());
    }
  }

  void deselect() {
    chosen.clear();
    awaited = Optional.empty();
    overlays.repaint();
  }

  /** Another view selected a place in the text. */
  void selectedElsewhere(Optional<Location> at) {
    elsewhere = at;
    Optional<Item> item = at.flatMap(picture::itemAt);
    if (item.isPresent()) {
      chosen.only(item.get());
      rememberRow();
      reveal(item.get());
    } else {
      chosen.clear();
    }
    overlays.repaint();
  }

  private boolean shows(List<Location> rows) {
    return rows.stream().allMatch(at -> picture.row(at).isPresent());
  }

  private void chooseAwaited(List<Location> rows) {
    awaited = Optional.empty();
    chosen.several(rows.stream().<Item>map(Item.Row::new).toList(), false);
    rememberRow();
  }

  Optional<Hit> hovered() {
    return hovered;
  }

  void hover(Optional<Hit> hit) {
    if (!hit.equals(hovered)) {
      hovered = hit;
      overlays.repaint();
    }
  }

  Optional<Drag> drag() {
    return drag;
  }

  void setDrag(Optional<Drag> now) {
    drag = now;
    overlays.repaint();
  }

  /** What the search found; empty while there is none. */
  @Override
  public Optional<Found> found() {
    return found;
  }

  /** Searches the drawing; an empty query ends that. */
  void search(Query wanted) {
    query = wanted;
    Optional<Location> looked = found.flatMap(Found::current);
    found = wanted.isEmpty() ? Optional.empty() : Optional.of(find(wanted));
    if (looked.isPresent()) {
      found = found.map(f -> f.lookAt(looked.get()));
    }
    overlays.repaint();
  }

  private Found find(Query wanted) {
    return Found.of(wanted.find(picture, entries()), picture);
  }

  /** Looks at the next (1) or the last (-1) row that was found. */
  void stepFound(int by) {
    found = found.map(f -> f.step(by));
    found.flatMap(Found::current).ifPresent(at -> select(new Item.Row(at)));
  }

  /** Brings the row that is looked at so near that its name can be read. */
  void goToFound() {
    found
        .flatMap(Found::current)
        .flatMap(picture::row)
        .ifPresent(
            row -> {
              if (zoom() < Detail.TAGS) {
                double scale = textScale;
                setCamera(
                    new Camera(
                        picture.layout().columnsOf(row).hostX() - Sizes.MARGIN,
                        row.box().centerY() - height / scale / 2,
                        scale));
              }
              select(Navigation.item(row));
            });
  }

  /** The rectangle, in the drawing, that selects what it touches. */
  Optional<Box> band() {
    return band;
  }

  void setBand(Optional<Box> now) {
    band = now;
    overlays.repaint();
  }

  /** The paths that were cut, to be put elsewhere. */
  List<Location> cut() {
    return cut;
  }

  void setCut(List<Location> paths) {
    cut = List.copyOf(paths);
    overlays.repaint();
  }

  /** The backend that a prompt would take now, to be ringed. */
  Optional<Item> offered() {
    return offered;
  }

  void setOffered(Optional<Item> item) {
    offered = item;
    item.ifPresent(this::reveal);
    overlays.repaint();
  }

  @Override
  public ComparedMarks compared() {
    return compared;
  }

  void setCompared(ComparedMarks marks) {
    compared = marks;
    overlays.repaint();
  }

  @Override
  public Untested untested() {
    return untested;
  }

  void setUntested(Untested marks) {
    untested = marks;
    overlays.repaint();
  }

  @Override
  public Optional<TraceMarks> trace() {
    return trace;
  }

  void setTrace(Optional<TraceMarks> marks) {
    trace = marks;
    overlays.repaint();
  }

  // What is done

  /** Does it, or tells why not. */
  void execute(Step step) {
    switch (step) {
      case Step.Do todo -> {
        perform(todo.intent());
        todo.note().ifPresent(note -> actions.say(Severity.INFO, note));
      }
      case Step.Refuse refuse -> actions.say(Severity.WARNING, refuse.reason());
      case Step.Nothing nothing -> {}
    }
  }

  /** The reason why a step cannot be, asked of the planner where it looks possible. */
  Optional<String> refusal(Step step) {
    return switch (step) {
      case Step.Do todo -> refusal(todo.intent());
      case Step.Refuse refuse -> Optional.of(refuse.reason());
      case Step.Nothing nothing -> Optional.empty();
    };
  }

  Optional<String> refusal(Intent intent) {
    return actions.preview(intent) instanceof Plan.Refused refused
        ? Optional.of(refused.reason())
        : Optional.empty();
  }

  /** Several elements stay selected where the change leaves them. */
  void perform(Intent intent) {
    List<Item> before = chosen.all();
    elsewhere = Optional.empty();
    actions.perform(intent);
    List<Location> after = elsewhere.map(at -> Afterwards.rows(intent, at)).orElse(List.of());
    if (shows(after) && !after.isEmpty()) {
      chooseAwaited(after);
    } else if (!after.isEmpty()) {
      awaited = Optional.of(after);
    } else if (before.size() > 1 && Afterwards.staysInPlace(intent)) {
      chosen.several(before.stream().filter(picture::has).toList(), false);
    }
    overlays.repaint();
  }

  /** Sets a field of an element to what was typed, or of all that are selected. */
  Step setField(Item item, EditField field, String typed) {
    if (field != EditField.SERVICES) {
      return commands().setField(item, field, typed);
    }
    String name = typed.strip();
    return FieldRules.service(name)
        .<Step>map(Step.Refuse::new)
        .orElseGet(() -> commands().several(selection()).setService(name));
  }

  /** Shows what stands at a place in the editor, if the text has it. */
  void showText(Location at) {
    snapshot.get().rangeOf(at).ifPresent(range -> actions.reveal(at.resource().file(), range));
  }

  /** Puts text on the clipboard. */
  void copy(String text) {
    actions.copy(text);
  }

  /** Tells something beside the window's work. */
  void say(String text) {
    actions.say(Severity.INFO, text);
  }
}
