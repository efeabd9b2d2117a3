package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Box;
import io.github.ingressdesigner.graph.Graph.Chip;
import io.github.ingressdesigner.graph.Layout;
import io.github.ingressdesigner.graph.TextWidths;
import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.Location;
import java.util.ArrayList;
import java.util.List;

/** A view model over the real pipeline, without a window; it remembers what it asked for. */
final class Desk implements Overlays {
  static final TextWidths WIDTHS =
      new TextWidths() {
        @Override
        public double name(String text) {
          return text.length() * 7.8;
        }

        @Override
        public double small(String text) {
          return text.length() * 6;
        }
      };

  final Bench bench;
  final List<Location> selections = new ArrayList<>();
  final List<String> asked = new ArrayList<>();
  final CanvasViewModel model;
  final GestureRunner gestures;
  final Pointer pointer;

  Desk(Bench bench) {
    this.bench = bench;
    model = new CanvasViewModel(bench, bench::snapshot, selections::add, this);
    gestures = new GestureRunner(model);
    pointer = new Pointer(model, gestures);
    model.resize(680, 560);
    refresh();
  }

  static Desk sample() {
    return new Desk(Bench.sample());
  }

  static Desk of(String yaml) {
    return new Desk(Bench.of(yaml));
  }

  /** Lays the newest text out, as the window does when a snapshot comes. */
  void refresh() {
    model.show(Layout.of(bench.snapshot().graph(), WIDTHS, new Layout.Room(680, 560)));
  }

  Item.Host host(String name) {
    return new Item.Host(name);
  }

  /** The path of a host by its text. */
  Item.Row path(String host, String path) {
    return model.picture().layout().rows().stream()
        .filter(
            r ->
                r.row() instanceof io.github.ingressdesigner.graph.Graph.PathNode p
                    && p.path().equals(path)
                    && model.picture().hostOf(r).node().host().equals(host))
        .map(r -> new Item.Row(r.row().at()))
        .findFirst()
        .orElseThrow();
  }

  Item.Backend backend(String label) {
    return model.picture().layout().backends().stream()
        .filter(b -> b.node().label().equals(label))
        .map(b -> new Item.Backend(b.node().key()))
        .findFirst()
        .orElseThrow();
  }

  Desk select(Item item) {
    model.select(item);
    return this;
  }

  Desk run(Gesture gesture) {
    gestures.run(gesture);
    return this;
  }

  Box onScreen(Item item) {
    return model.camera().toScreen(model.picture().boxOf(item).orElseThrow());
  }

  void click(double x, double y) {
    pointer.press(x, y, false, 1);
    pointer.release(x, y);
  }

  void drag(double fromX, double fromY, double toX, double toY) {
    pointer.press(fromX, fromY, false, 1);
    pointer.dragTo(fromX + 6, fromY + 6);
    pointer.dragTo(toX, toY);
    pointer.release(toX, toY);
  }

  /** The one intent that was asked for. */
  Intent intent() {
    if (bench.performed.size() != 1) {
      throw new AssertionError("intents " + bench.performed + ", said " + bench.said);
    }
    return bench.performed.getFirst();
  }

  String said() {
    return String.join("\n", bench.said);
  }

  @Override
  public void edit(Item item, EditField field) {
    asked.add("edit " + field);
  }

  @Override
  public void askBackend(List<Location> rows) {
    asked.add(
        "backend of " + String.join(", ", rows.stream().map(at -> at.path().toString()).toList()));
  }

  @Override
  public void askPath(Item.Host host) {
    asked.add("path of " + host.name());
  }

  @Override
  public void askHost() {
    asked.add("host");
  }

  @Override
  public void askDefaultBackend() {
    asked.add("default");
  }

  @Override
  public void openMenu() {
    asked.add("menu");
  }

  @Override
  public void chooseChip(Item item, List<Chip> chips) {
    asked.add("one of " + chips.stream().map(Chip::label).toList());
  }

  @Override
  public String clipboard() {
    return bench.copied;
  }

  @Override
  public void search() {
    asked.add("search");
  }

  @Override
  public void repaint() {}
}
