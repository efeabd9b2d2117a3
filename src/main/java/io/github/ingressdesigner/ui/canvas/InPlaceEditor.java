package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Box;
import io.github.ingressdesigner.graph.Sizes;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/**
 * One real field over the element whose value it edits. Enter keeps the value, Tab keeps it and
 * goes to the next field, Esc leaves it; a refusal stands below the field, which stays open.
 */
final class InPlaceEditor {
  private static final double LEAST_WIDTH = 132;
  private static final double HEIGHT = 28;

  private record Open(Item item, EditField field, Control control, VBox box, Label message) {}

  private final CanvasViewModel model;
  private final Pane layer;
  private final Runnable giveFocusBack;
  private final BooleanSupplier hasFocus;
  private Optional<Open> open = Optional.empty();
  private boolean closing;

  /**
   * @param layer lies over the drawing, same size
   * @param hasFocus whether the drawing has the focus
   */
  InPlaceEditor(
      CanvasViewModel model, Pane layer, Runnable giveFocusBack, BooleanSupplier hasFocus) {
    this.model = model;
    this.layer = layer;
    this.giveFocusBack = giveFocusBack;
    this.hasFocus = hasFocus;
  }

  boolean isOpen() {
    return open.isPresent();
  }

  void edit(Item item, EditField field) {
    close();
    Control control = field == EditField.TYPE ? typeBox(item) : textField(item, field);
    control.setId("canvas-field");
    control.setAccessibleText(Messages.text("canvas.field." + field.name()));
    Label message = new Label(Messages.text("canvas.field.hint", caption(item, field)));
    message.getStyleClass().add("canvas-field-hint");
    message.setWrapText(true);
    VBox box = new VBox(control);
    box.getStyleClass().add("canvas-editor");
    if (control instanceof TextField text && known(item, field).size() > 1) {
      Suggestions suggestions = new Suggestions(text, () -> known(item, field), typed -> {});
      box.getChildren().add(suggestions.node());
    }
    box.getChildren().add(message);
    box.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    open = Optional.of(new Open(item, field, control, box, message));
    layer.getChildren().add(box);
    model.reveal(item);
    place();
    control.requestFocus();
    if (control instanceof TextField text) {
      text.selectAll();
    }
    control
        .focusedProperty()
        .addListener(
            (property, was, is) -> {
              if (!is && !closing && isOpen(control)) {
                leave();
              }
            });
  }

  private boolean isOpen(Control control) {
    return open.filter(o -> o.control() == control).isPresent();
  }

  /** The name of the field, and how many places of the text it stands for where several. */
  private String caption(Item item, EditField field) {
    String name = Messages.text("canvas.field." + field.name());
    int places =
        field == EditField.SERVICES
            ? model.commands().several(model.selection()).rows().size()
            : model.commands().gathered().places(item).size();
    return places > 1 ? Messages.text("canvas.field.several", name, places) : name;
  }

  private TextField textField(Item item, EditField field) {
    TextField text = new TextField(value(item, field));
    text.getStyleClass().add("mono");
    return text;
  }

  private ComboBox<String> typeBox(Item item) {
    ComboBox<String> box = new ComboBox<>();
    box.getItems()
        .setAll(
            PathType.PREFIX.text(), PathType.EXACT.text(), PathType.IMPLEMENTATION_SPECIFIC.text());
    box.setValue(value(item, EditField.TYPE));
    return box;
  }

  /** What stands in the text now. */
  private String value(Item item, EditField field) {
    if (item instanceof Item.Host host) {
      return host.name();
    }
    Location at = row(item);
    Entries entries = model.entries();
    Optional<ServiceBackend> service =
        entries
            .backend(at)
            .filter(ServiceBackend.class::isInstance)
            .map(ServiceBackend.class::cast);
    return switch (field) {
      case HOST -> "";
      case TYPE -> entries.path(at).flatMap(HttpPath::pathType).orElse("");
      case PATH -> entries.path(at).flatMap(HttpPath::path).orElse("");
      case SERVICE, SERVICES -> service.flatMap(ServiceBackend::name).orElse("");
      case PORT -> service.flatMap(ServiceBackend::port).map(Port::display).orElse("");
      case TARGET ->
          service
              .map(s -> s.name().orElse("") + ":" + s.port().map(Port::display).orElse(""))
              .orElse("");
    };
  }

  /** A row, or the first of those that lead to a backend: they lead to the same. */
  private Location row(Item item) {
    return model.commands().gathered().places(item).getFirst();
  }

  /** Services of the namespace, or ports of the Service, that the files hold. */
  private List<String> known(Item item, EditField field) {
    if (item instanceof Item.Host) {
      return List.of();
    }
    Entries entries = model.entries();
    List<String> targets = entries.targets(entries.namespace(row(item).resource()));
    return switch (field) {
      case HOST, TYPE, PATH -> List.of();
      case TARGET -> targets;
      case SERVICE, SERVICES ->
          targets.stream().map(t -> t.substring(0, t.indexOf(':'))).distinct().toList();
      case PORT -> {
        String service = value(item, EditField.SERVICE) + ":";
        yield targets.stream()
            .filter(t -> t.startsWith(service))
            .map(t -> t.substring(service.length()))
            .toList();
      }
    };
  }

  private void key(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code == KeyCode.ESCAPE) {
      event.consume();
      close();
      giveFocusBack.run();
    } else if (code == KeyCode.ENTER) {
      event.consume();
      commit();
    } else if (code == KeyCode.TAB) {
      event.consume();
      tab(event.isShiftDown());
    }
  }

  private void tab(boolean back) {
    Open now = open.orElseThrow();
    Optional<Open> next = neighbour(now, back);
    if (!commit()) {
      return;
    }
    // Where the change had to be asked about, the question has the focus now.
    if (next.isPresent() && hasFocus.getAsBoolean()) {
      model.select(next.get().item());
      edit(next.get().item(), next.get().field());
    }
  }

  /** The field that Tab leads to: of the same path, else of the path below or above. */
  private Optional<Open> neighbour(Open now, boolean back) {
    if (now.field() == EditField.TARGET || now.field() == EditField.SERVICES) {
      return Optional.empty();
    }
    Optional<EditField> field = back ? now.field().previous() : now.field().next();
    if (field.isPresent() && now.item() instanceof Item.Row row && Entries.isPath(row.at())) {
      return Optional.of(target(row, field.get()));
    }
    if (now.item() instanceof Item.Row row && now.field() == EditField.SERVICE && !back) {
      return Optional.of(target(row, EditField.PORT));
    }
    Navigation navigation = new Navigation(model.picture());
    Optional<Item> item =
        now.item() instanceof Item.Host host
            ? (back ? Optional.empty() : navigation.right(host, Optional.empty()))
            : navigation.vertical(now.item(), back ? -1 : 1).filter(i -> !i.equals(now.item()));
    return item.filter(i -> model.commands().locked(i).isEmpty())
        .map(
            i ->
                target(
                    i,
                    !Entries.isPath(((Item.Row) i).at())
                        ? EditField.SERVICE
                        : back ? EditField.PORT : EditField.PATH));
  }

  private static Open target(Item item, EditField field) {
    return new Open(item, field, new Label(), new VBox(), new Label());
  }

  /** Keeps the value and closes; false where it is refused, with the reason below the field. */
  private boolean commit() {
    Open now = open.orElseThrow();
    Step step = model.setField(now.item(), now.field(), text(now.control()));
    Optional<String> refusal = model.refusal(step);
    if (refusal.isPresent()) {
      now.message().setText(refusal.get());
      now.message().getStyleClass().setAll("label", "canvas-field-refusal");
      if (!now.control().getStyleClass().contains("invalid")) {
        now.control().getStyleClass().add("invalid");
      }
      place();
      return false;
    }
    close();
    giveFocusBack.run();
    model.execute(step);
    return true;
  }

  private static String text(Control control) {
    if (control instanceof ComboBox<?> box) {
      return String.valueOf(box.getValue());
    }
    return ((TextField) control).getText();
  }

  /** The focus went elsewhere: what can be kept is kept. */
  private void leave() {
    Open now = open.orElseThrow();
    Step step = model.setField(now.item(), now.field(), text(now.control()));
    close();
    model.execute(model.refusal(step).<Step>map(Step.Refuse::new).orElse(step));
  }

  void close() {
    closing = true;
    open.ifPresent(o -> layer.getChildren().remove(o.box()));
    open = Optional.empty();
    closing = false;
  }

  /** Puts the field over its element again: the drawing moved. */
  void place() {
    if (open.isEmpty()) {
      return;
    }
    Open now = open.get();
    Optional<Box> box = fieldBox(now.item(), now.field());
    if (box.isEmpty()) {
      close();
      giveFocusBack.run();
      return;
    }
    Box screen = model.camera().toScreen(box.get());
    double width = Math.max(LEAST_WIDTH, screen.width());
    now.control().setMinWidth(width);
    now.control().setMaxWidth(width);
    double x = Math.max(4, Math.min(screen.x(), model.viewWidth() - width - 4));
    now.message().setMaxWidth(Math.max(width, Math.min(300, model.viewWidth() - x - 4)));
    now.box()
        .getChildrenUnmodifiable()
        .forEach(
            child -> {
              if (child instanceof ListView<?> list) {
                list.setMaxWidth(width);
              }
            });
    double y = Math.max(4, screen.centerY() - HEIGHT / 2);
    now.box().relocate(Math.rint(x), Math.rint(y));
  }

  private Optional<Box> fieldBox(Item item, EditField field) {
    Picture picture = model.picture();
    return switch (field) {
      case HOST ->
          picture
              .boxOf(item)
              .map(b -> new Box(b.x() + 26, b.y(), b.width() - 32, Sizes.PATH_HEIGHT));
      case TYPE ->
          picture.boxOf(item).map(b -> new Box(b.x() + 2, b.y(), LEAST_WIDTH + 60, b.height()));
      case PATH ->
          picture
              .boxOf(item)
              .map(
                  b ->
                      new Box(
                          b.x() + Sizes.PATH_TEXT - 11,
                          b.y(),
                          b.width() - Sizes.PATH_TEXT + 9,
                          b.height()));
      case TARGET ->
          picture.boxOf(item).map(b -> new Box(b.x() + 3, b.y(), b.width() - 6, b.height()));
      case SERVICE, SERVICES, PORT ->
          picture
              .row(((Item.Row) item).at())
              .map(row -> picture.backendOf(row).map(b -> b.box()).orElse(row.box()))
              .map(b -> new Box(b.x() + 3, b.y(), b.width() - 6, b.height()));
    };
  }
}
