package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Box;
import io.github.ingressdesigner.graph.Graph.BackendNode;
import io.github.ingressdesigner.graph.Graph.Marks;
import io.github.ingressdesigner.graph.Layout.HostBox;
import io.github.ingressdesigner.graph.Layout.RowBox;
import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.ui.common.FieldRules;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The questions that new elements and new backends bring: which fields, and the intent of each. */
final class Prompts {
  private final CanvasViewModel model;
  private final PromptCard card;

  Prompts(CanvasViewModel model, PromptCard card) {
    this.model = model;
    this.card = card;
  }

  /** Asks for the backend of rows; arrows go through those of the drawing. */
  void backend(List<Location> rows) {
    Location row = rows.getFirst();
    String namespace = model.entries().namespace(row.resource());
    TextField target = target("");
    Suggestions known =
        new Suggestions(target, () -> targets(namespace), text -> offer(namespace, text));
    Box near = screenBox(new Item.Row(row));
    String path =
        model
            .entries()
            .path(row)
            .flatMap(p -> p.path())
            .orElse(Messages.text("canvas.defaultBackend"));
    card.open(
        rows.size() == 1
            ? Messages.text("canvas.prompt.backend", path)
            : Messages.text("canvas.prompt.backends", rows.size()),
        Messages.text("canvas.prompt.reroute"),
        near,
        target,
        () -> {
          String text = target.getText().strip();
          Commands commands = model.commands();
          return attempt(
              rows.size() == 1 ? commands.rerouteTo(row, text) : rerouteAll(commands, rows, text));
        },
        captioned("canvas.prompt.target", target),
        known.node());
  }

  private static Step rerouteAll(Commands commands, List<Location> rows, String text) {
    Optional<String> reason = FieldRules.target(text);
    List<Item> items = rows.stream().<Item>map(Item.Row::new).toList();
    return reason.isPresent()
        ? new Step.Refuse(reason.get())
        : commands.several(items).reroute(FieldRules.backend(text));
  }

  private void offer(String namespace, String text) {
    model.setOffered(
        model
            .picture()
            .backend(namespace + "/" + text.strip())
            .map(b -> new Item.Backend(b.node().key())));
  }

  private Optional<String> attempt(Step step) {
    Optional<String> refusal = model.refusal(step);
    if (refusal.isEmpty()) {
      model.setOffered(Optional.empty());
      model.execute(step);
    }
    return refusal;
  }

  void path(Item.Host host) {
    Optional<HostBox> box = model.picture().host(host.name());
    Entries entries = model.entries();
    List<Location> rules =
        box.map(b -> b.node().rules()).orElse(List.of()).stream()
            .filter(rule -> entries.locked(rule.resource(), Marks.NONE).isEmpty())
            .toList();
    ComboBox<Location> rule = choice(rules, at -> entries.name(at.resource()), preferred(rules));
    ComboBox<PathType> type = types();
    TextField path = mono("/", "canvas-prompt-path");
    TextField target = target(usualTarget(box));
    Suggestions known =
        new Suggestions(
            target, () -> targets(entries.namespace(rule.getValue().resource())), text -> {});
    List<Node> rows = new ArrayList<>();
    if (rules.size() > 1) {
      rows.add(captioned("canvas.prompt.ingress", rule));
    }
    rows.add(row(captioned("canvas.field.TYPE", type), captioned("canvas.field.PATH", path)));
    rows.add(captioned("canvas.prompt.target", target));
    rows.add(known.node());
    String name = host.name().isEmpty() ? Messages.text("canvas.anyHost") : host.name();
    card.open(
        Messages.text("canvas.prompt.path", name),
        Messages.text("canvas.prompt.add"),
        screenBox(host),
        path,
        () ->
            add(
                path.getText(),
                type.getValue(),
                target.getText().strip(),
                (text, backend) ->
                    new Intent.AddPath(
                        rule.getValue(),
                        place(rule.getValue()),
                        text,
                        type.getValue(),
                        FieldRules.backend(backend))),
        rows.toArray(Node[]::new));
    path.selectAll();
  }

  /** Behind the selected path where that is of the same rule, else at the end. */
  private int place(Location rule) {
    return model
        .selected()
        .filter(Item.Row.class::isInstance)
        .map(item -> ((Item.Row) item).at())
        .filter(at -> Entries.isPath(at) && Entries.ruleOf(at).equals(rule))
        .map(at -> Entries.indexOf(at) + 1)
        .orElseGet(() -> model.entries().pathCount(rule));
  }

  private Optional<Location> preferred(List<Location> rules) {
    return model
        .selected()
        .flatMap(model.picture()::locationOf)
        .flatMap(at -> rules.stream().filter(r -> r.resource().equals(at.resource())).findFirst());
  }

  void host() {
    List<ResourceId> ingresses = editableIngresses();
    if (ingresses.isEmpty()) {
      model.execute(new Step.Refuse(Messages.text("canvas.refuse.noIngress")));
      return;
    }
    Entries entries = model.entries();
    ComboBox<ResourceId> ingress = choice(ingresses, entries::name, currentIngress());
    TextField host = mono("", "canvas-prompt-host");
    host.setPromptText("shop.example.com");
    ComboBox<PathType> type = types();
    TextField path = mono("/", "canvas-prompt-path");
    TextField target = target("");
    Suggestions known =
        new Suggestions(target, () -> targets(entries.namespace(ingress.getValue())), text -> {});
    List<Node> rows = new ArrayList<>();
    if (ingresses.size() > 1) {
      rows.add(captioned("canvas.prompt.ingress", ingress));
    }
    rows.add(captioned("canvas.prompt.hostName", host));
    rows.add(row(captioned("canvas.field.TYPE", type), captioned("canvas.field.PATH", path)));
    rows.add(captioned("canvas.prompt.target", target));
    rows.add(known.node());
    card.open(
        Messages.text("canvas.prompt.host"),
        Messages.text("canvas.prompt.add"),
        new Box(16, 0, 0, 32),
        host,
        () -> {
          String name = host.getText().strip();
          Optional<String> reason = FieldRules.host(name);
          return reason.isPresent()
              ? reason
              : add(
                  path.getText(),
                  type.getValue(),
                  target.getText().strip(),
                  (text, backend) ->
                      new Intent.AddHost(
                          ingress.getValue(),
                          Optional.of(name).filter(n -> !n.isEmpty()),
                          text,
                          type.getValue(),
                          FieldRules.backend(backend)));
        },
        rows.toArray(Node[]::new));
  }

  void defaultBackend() {
    List<ResourceId> ingresses = editableIngresses();
    if (ingresses.isEmpty()) {
      model.execute(new Step.Refuse(Messages.text("canvas.refuse.noIngress")));
      return;
    }
    Entries entries = model.entries();
    ComboBox<ResourceId> ingress = choice(ingresses, entries::name, currentIngress());
    TextField target = target("");
    Suggestions known =
        new Suggestions(target, () -> targets(entries.namespace(ingress.getValue())), text -> {});
    List<Node> rows = new ArrayList<>();
    if (ingresses.size() > 1) {
      rows.add(captioned("canvas.prompt.ingress", ingress));
    }
    rows.add(captioned("canvas.prompt.target", target));
    rows.add(known.node());
    card.open(
        Messages.text("canvas.prompt.default"),
        Messages.text("canvas.prompt.set"),
        new Box(16, 0, 0, 32),
        target,
        () -> {
          String text = target.getText().strip();
          Optional<String> reason = FieldRules.target(text);
          return reason.isPresent()
              ? reason
              : attempt(
                  new Step.Do(
                      new Intent.SetDefaultBackend(ingress.getValue(), FieldRules.backend(text))));
        },
        rows.toArray(Node[]::new));
  }

  private interface NewPath {
    Intent intent(String path, String target);
  }

  private Optional<String> add(String path, PathType type, String target, NewPath intent) {
    Optional<String> reason = FieldRules.path(path, type).or(() -> FieldRules.target(target));
    return reason.isPresent() ? reason : attempt(new Step.Do(intent.intent(path, target)));
  }

  private List<ResourceId> editableIngresses() {
    Entries entries = model.entries();
    return entries
        .snapshot()
        .resources()
        .ingresses()
        .map(Resources.Located::id)
        .filter(id -> entries.locked(id, Marks.NONE).isEmpty())
        .toList();
  }

  private Optional<ResourceId> currentIngress() {
    return model.selected().flatMap(model.picture()::locationOf).map(Location::resource);
  }

  /** Services in the files, then backends that the drawing has besides. */
  private List<String> targets(String namespace) {
    Stream<String> drawn =
        model.picture().layout().backends().stream()
            .map(b -> b.node())
            .filter(b -> b.key().equals(namespace + "/" + b.label()) && b.label().contains(":"))
            .map(BackendNode::label);
    return Stream.concat(drawn, model.entries().targets(namespace).stream()).distinct().toList();
  }

  /** The backend of the host's last path: new paths of a host often lead to the same Service. */
  private String usualTarget(Optional<HostBox> host) {
    return host.filter(h -> h.rowCount() > 0)
        .map(h -> model.picture().layout().rows().get(h.firstRow() + h.rowCount() - 1))
        .flatMap((RowBox r) -> model.picture().backendOf(r))
        .map(b -> b.node().label())
        .filter(label -> FieldRules.target(label).isEmpty())
        .orElse("");
  }

  private Box screenBox(Item item) {
    return model.picture().boxOf(item).map(model.camera()::toScreen).orElse(new Box(16, 0, 0, 32));
  }

  private static TextField target(String text) {
    TextField field = mono(text, "canvas-prompt-target");
    field.setPromptText("api:8080");
    return field;
  }

  private static TextField mono(String text, String id) {
    TextField field = new TextField(text);
    field.getStyleClass().add("mono");
    field.setId(id);
    field.setPrefColumnCount(22);
    return field;
  }

  private static ComboBox<PathType> types() {
    ComboBox<PathType> box =
        choice(
            List.of(PathType.PREFIX, PathType.EXACT, PathType.IMPLEMENTATION_SPECIFIC),
            PathType::text,
            Optional.of(PathType.PREFIX));
    box.setId("canvas-prompt-type");
    return box;
  }

  private static <T> ComboBox<T> choice(
      List<T> values, Function<T, String> text, Optional<T> first) {
    ComboBox<T> box = new ComboBox<>();
    box.getItems().setAll(values);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T value) {
            return value == null ? "" : text.apply(value);
          }

          @Override
          public T fromString(String string) {
            throw new UnsupportedOperationException("not editable");
          }
        });
    box.setValue(first.filter(values::contains).orElse(values.getFirst()));
    return box;
  }

  private static Node captioned(String key, Node field) {
    Label caption = new Label(Messages.text(key));
    caption.getStyleClass().addAll("small-text", "canvas-caption");
    caption.setLabelFor(field);
    return new VBox(caption, field);
  }

  private static Node row(Node... fields) {
    javafx.scene.layout.HBox row = new javafx.scene.layout.HBox(fields);
    row.getStyleClass().add("canvas-prompt-row");
    return row;
  }
}
