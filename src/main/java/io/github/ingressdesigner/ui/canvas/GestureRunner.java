package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Graph.HostNode;
import io.github.ingressdesigner.graph.Layout.HostBox;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Does what keys, menus and buttons ask, on what is selected. */
final class GestureRunner {
  private static final int PAGE = 10;
  private static final int END = 1 << 28;
  private final CanvasViewModel model;

  GestureRunner(CanvasViewModel model) {
    this.model = model;
  }

  void run(Gesture gesture) {
    switch (gesture) {
      case SELECT_UP -> vertical(-1);
      case SELECT_DOWN -> vertical(1);
      case SELECT_PAGE_UP -> vertical(-PAGE);
      case SELECT_PAGE_DOWN -> vertical(PAGE);
      case SELECT_FIRST -> vertical(-END);
      case SELECT_LAST -> vertical(END);
      case SELECT_LEFT -> go(item -> navigation().left(item, model.lastRow()));
      case SELECT_RIGHT -> go(item -> navigation().right(item, model.lastRow()));
      case EXTEND_UP -> extend(-1);
      case EXTEND_DOWN -> extend(1);
      case EXTEND_PAGE_UP -> extend(-PAGE);
      case EXTEND_PAGE_DOWN -> extend(PAGE);
      case EXTEND_FIRST -> extend(-END);
      case EXTEND_LAST -> extend(END);
      case FOCUS_UP -> moveFocus(-1);
      case FOCUS_DOWN -> moveFocus(1);
      case TOGGLE -> model.selected().ifPresent(model::toggle);
      case SELECT_ALL -> selectAll();
      case SEARCH -> model.overlays().search();
      case NEXT_FOUND -> model.stepFound(1);
      case PREVIOUS_FOUND -> model.stepFound(-1);
      case EDIT -> enter();
      case ADD_PATH -> addPath();
      case ADD_HOST -> model.overlays().askHost();
      case SET_DEFAULT -> model.overlays().askDefaultBackend();
      case DELETE -> apply(item -> model.commands().delete(item), Several::delete);
      case DUPLICATE -> apply(item -> model.commands().duplicate(item), Several::duplicate);
      case REROUTE -> reroute();
      case CUT -> cut();
      case COPY -> copy();
      case PASTE -> paste();
      case NEXT_TYPE -> cycleType(1);
      case PREVIOUS_TYPE -> cycleType(-1);
      case UP_IN_FILE -> reorder(-1);
      case DOWN_IN_FILE -> reorder(1);
      case TO_HOST_ABOVE -> toNeighbour(-1);
      case TO_HOST_BELOW -> toNeighbour(1);
      case ZOOM_IN -> zoom(Camera.STEP);
      case ZOOM_OUT -> zoom(1 / Camera.STEP);
      case ZOOM_100 -> model.zoomTo(1, model.viewWidth() / 2, model.viewHeight() / 2);
      case FIT -> model.fit();
      case MENU -> model.overlays().openMenu();
      case CANCEL -> cancel();
    }
  }

  private Navigation navigation() {
    return new Navigation(model.picture());
  }

  private void vertical(int by) {
    go(item -> navigation().vertical(item, by));
  }

  private void go(Function<Item, Optional<Item>> way) {
    Optional<Item> from = model.selected();
    (from.isPresent() ? way.apply(from.get()) : navigation().first()).ifPresent(model::select);
  }

  /** A range reaches to what is so many places further in the column. */
  private void extend(int by) {
    Optional<Item> from = model.selected();
    (from.isPresent() ? navigation().vertical(from.get(), by) : navigation().first())
        .ifPresent(model::extendTo);
  }

  private void moveFocus(int by) {
    Optional<Item> from = model.selected();
    (from.isPresent() ? navigation().vertical(from.get(), by) : navigation().first())
        .ifPresent(model::moveFocus);
  }

  /** All of the element's host, then all of its column. */
  private void selectAll() {
    Picture picture = model.picture();
    Optional<Item> focus = model.selected().or(() -> navigation().first());
    if (focus.isEmpty()) {
      return;
    }
    List<Item> column = picture.columnOf(focus.get());
    List<Item> ofHost =
        focus.get() instanceof Item.Row row
            ? picture.row(row.at()).map(picture::hostOf).map(picture::rowsOf).orElse(column)
            : column;
    boolean whole = ofHost.stream().allMatch(model::isSelected);
    model.selectAll(whole ? column : ofHost, false);
  }

  private void apply(Function<Item, Step> command, Function<Several, Step> several) {
    List<Item> all = model.selection();
    if (all.size() > 1) {
      model.execute(several.apply(model.commands().several(all)));
    } else {
      all.stream().findFirst().map(command).ifPresent(model::execute);
    }
  }

  private void cycleType(int by) {
    apply(
        item -> model.commands().cycleType(item, by),
        several ->
            model
                .selected()
                .filter(Item.Row.class::isInstance)
                .map(item -> ((Item.Row) item).at())
                .or(() -> several.paths().stream().findFirst())
                .map(lead -> several.cycleType(lead, by))
                .orElse(new Step.Nothing()));
  }

  private void reorder(int by) {
    Commands commands = model.commands();
    apply(item -> commands.reorder(item, by), several -> several.reorder(commands, by));
  }

  private void toNeighbour(int by) {
    Commands commands = model.commands();
    apply(
        item -> commands.moveToNeighbour(item, by),
        several -> several.moveToNeighbour(commands, by));
  }

  /** Forgets what was cut; of several elements one stays selected. */
  private void cancel() {
    if (model.selection().size() > 1) {
      model.selected().ifPresent(model::select);
    }
    model.setCut(List.of());
  }

  /** Far away it zooms to what was found, else it edits. */
  private void enter() {
    if (model.zoom() < Detail.NAMES_FROM && model.found().flatMap(Found::current).isPresent()) {
      model.goToFound();
    } else {
      edit();
    }
  }

  /** Opens the field of what is selected; of several rows or backends that of their Service. */
  private void edit() {
    List<Item> all = model.selection();
    if (all.size() < 2) {
      model.selected().ifPresent(this::edit);
      return;
    }
    Several several = model.commands().several(all);
    List<Location> rows = several.rows();
    Optional<String> locked = model.commands().gathered().locked(rows);
    if (rows.isEmpty()) {
      model.execute(new Step.Refuse(Messages.text("canvas.refuse.editSeveral")));
    } else if (locked.isPresent()) {
      model.execute(new Step.Refuse(locked.get()));
    } else {
      Location first = model.selected().flatMap(this::rowOf).orElse(rows.getFirst());
      model.overlays().edit(new Item.Row(first), EditField.SERVICES);
    }
  }

  private Optional<Location> rowOf(Item item) {
    return item instanceof Item.Row row ? Optional.of(row.at()) : Optional.empty();
  }

  private void zoom(double factor) {
    model.zoomBy(factor, model.viewWidth() / 2, model.viewHeight() / 2);
  }

  /** Opens the field of an element that was pointed at: the path type on its tag. */
  void edit(Item item, Hit.Part part) {
    if (part == Hit.Part.TAG && model.commands().locked(item).isEmpty()) {
      model.overlays().edit(item, EditField.TYPE);
    } else {
      edit(item);
    }
  }

  /** Opens the first field of an element. */
  void edit(Item item) {
    Gathered gathered = model.commands().gathered();
    Optional<String> locked = gathered.locked(gathered.places(item));
    if (locked.isPresent()) {
      model.execute(new Step.Refuse(locked.get()));
      return;
    }
    switch (item) {
      case Item.Host host -> {
        if (gathered.places(host).isEmpty()) {
          model.execute(new Step.Refuse(Messages.text("canvas.refuse.noRule")));
        } else {
          model.overlays().edit(host, EditField.HOST);
        }
      }
      case Item.Row row ->
          model.overlays().edit(row, Entries.isPath(row.at()) ? EditField.PATH : EditField.SERVICE);
      case Item.Backend backend -> editBackend(backend, gathered.places(backend));
    }
  }

  /** A backend is edited at the one row that leads to it; where several do, for all of them. */
  private void editBackend(Item.Backend item, List<Location> rows) {
    if (rows.size() == 1) {
      model.overlays().edit(new Item.Row(rows.getFirst()), EditField.SERVICE);
    } else if (!rows.isEmpty()) {
      model.overlays().edit(item, EditField.TARGET);
    }
  }

  private void addPath() {
    Optional<Item.Host> host = model.selected().flatMap(this::hostOf);
    if (host.isEmpty()) {
      model.overlays().askHost();
      return;
    }
    addPath(host.get());
  }

  /** Asks for a path of a host, unless none of its rules can take one. */
  void addPath(Item.Host host) {
    Optional<HostNode> node = model.picture().host(host.name()).map(HostBox::node);
    Commands commands = model.commands();
    Optional<String> locked = commands.locked(host);
    if (node.isEmpty() || node.get().rules().isEmpty()) {
      model.execute(new Step.Refuse(Messages.text("canvas.refuse.noRuleHere")));
    } else if (commands.writable(node.get().rules()).isEmpty()) {
      model.execute(
          new Step.Refuse(locked.orElseGet(() -> Messages.text("canvas.refuse.noRuleHere"))));
    } else {
      model.overlays().askPath(host);
    }
  }

  private Optional<Item.Host> hostOf(Item item) {
    return switch (item) {
      case Item.Host host -> Optional.of(host);
      case Item.Row row ->
          model
              .picture()
              .row(row.at())
              .map(r -> new Item.Host(model.picture().hostOf(r).node().host()));
      case Item.Backend backend -> Optional.empty();
    };
  }

  private void reroute() {
    List<Location> rows = model.commands().several(model.selection()).rows();
    if (rows.isEmpty() || model.selection().size() == 1 && !(isRow(model.selection().getFirst()))) {
      model.execute(new Step.Refuse(Messages.text("canvas.refuse.selectPath")));
      return;
    }
    Optional<String> locked = model.commands().gathered().locked(rows);
    if (locked.isPresent()) {
      model.execute(new Step.Refuse(locked.get()));
    } else {
      model.overlays().askBackend(rows);
    }
  }

  private static boolean isRow(Item item) {
    return item instanceof Item.Row;
  }

  private void cut() {
    List<Location> paths = model.commands().several(model.selection()).paths();
    if (paths.isEmpty()) {
      model.execute(new Step.Refuse(Messages.text("canvas.refuse.onlyPathsMove")));
      return;
    }
    Optional<String> locked = model.commands().gathered().locked(paths);
    if (locked.isPresent()) {
      model.execute(new Step.Refuse(locked.get()));
      return;
    }
    model.setCut(paths);
    model.say(Messages.text("canvas.note.cut"));
  }

  private Clipboards clipboards() {
    return new Clipboards(model.picture(), model.entries(), model.commands());
  }

  private void copy() {
    clipboards()
        .copy(model.selection())
        .ifPresentOrElse(
            clipping -> model.copy(clipping.yaml()),
            () -> model.execute(new Step.Refuse(Messages.text("canvas.refuse.copy"))));
  }

  private void paste() {
    if (model.cut().isEmpty()) {
      model.execute(clipboards().paste(model.overlays().clipboard(), model.selected()));
      return;
    }
    if (model.selected().isEmpty()) {
      model.execute(new Step.Refuse(Messages.text("canvas.refuse.pasteWhere")));
      return;
    }
    List<Item> cut = model.cut().stream().<Item>map(Item.Row::new).toList();
    Commands commands = model.commands();
    Step step =
        cut.size() == 1
            ? commands.moveTo(model.cut().getFirst(), model.selected().get())
            : commands.several(cut).moveTo(commands, model.selected().get());
    if (!(step instanceof Step.Refuse)) {
      model.setCut(List.of());
    }
    model.execute(step);
  }
}
