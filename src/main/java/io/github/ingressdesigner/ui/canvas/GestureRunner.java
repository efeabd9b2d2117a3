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
      case EDIT -> model.selected().ifPresent(this::edit);
      case ADD_PATH -> addPath();
      case ADD_HOST -> model.overlays().askHost();
      case SET_DEFAULT -> model.overlays().askDefaultBackend();
      case DELETE -> apply(item -> model.commands().delete(item));
      case DUPLICATE -> apply(item -> model.commands().duplicate(item));
      case REROUTE -> reroute();
      case CUT -> cut();
      case PASTE -> paste();
      case NEXT_TYPE -> apply(item -> model.commands().cycleType(item, 1));
      case PREVIOUS_TYPE -> apply(item -> model.commands().cycleType(item, -1));
      case UP_IN_FILE -> apply(item -> model.commands().reorder(item, -1));
      case DOWN_IN_FILE -> apply(item -> model.commands().reorder(item, 1));
      case TO_HOST_ABOVE -> apply(item -> model.commands().moveToNeighbour(item, -1));
      case TO_HOST_BELOW -> apply(item -> model.commands().moveToNeighbour(item, 1));
      case ZOOM_IN -> zoom(Camera.STEP);
      case ZOOM_OUT -> zoom(1 / Camera.STEP);
      case ZOOM_100 -> model.zoomTo(1, model.viewWidth() / 2, model.viewHeight() / 2);
      case FIT -> model.fit();
      case MENU -> model.overlays().openMenu();
      case CANCEL -> model.setCut(Optional.empty());
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

  private void apply(Function<Item, Step> command) {
    model.selected().map(command).ifPresent(model::execute);
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
    model
        .selected()
        .filter(Item.Row.class::isInstance)
        .map(Item.Row.class::cast)
        .ifPresentOrElse(
            row -> {
              Optional<String> locked = model.commands().locked(row);
              if (locked.isPresent()) {
                model.execute(new Step.Refuse(locked.get()));
              } else {
                model.overlays().askBackend(row.at());
              }
            },
            () -> model.execute(new Step.Refuse(Messages.text("canvas.refuse.selectPath"))));
  }

  private void cut() {
    Optional<Location> path =
        model
            .selected()
            .filter(Item.Row.class::isInstance)
            .map(item -> ((Item.Row) item).at())
            .filter(Entries::isPath);
    if (path.isEmpty()) {
      model.execute(new Step.Refuse(Messages.text("canvas.refuse.onlyPathsMove")));
      return;
    }
    Optional<String> locked = model.commands().locked(new Item.Row(path.get()));
    if (locked.isPresent()) {
      model.execute(new Step.Refuse(locked.get()));
      return;
    }
    model.setCut(path);
    model.say(Messages.text("canvas.note.cut"));
  }

  private void paste() {
    if (model.cut().isEmpty() || model.selected().isEmpty()) {
      model.execute(new Step.Refuse(Messages.text("canvas.refuse.nothingCut")));
      return;
    }
    Step step = model.commands().moveTo(model.cut().get(), model.selected().get());
    if (!(step instanceof Step.Refuse)) {
      model.setCut(Optional.empty());
    }
    model.execute(step);
  }
}
