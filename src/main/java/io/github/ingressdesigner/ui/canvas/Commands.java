package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Graph.BackendNode;
import io.github.ingressdesigner.graph.Graph.DefaultEdge;
import io.github.ingressdesigner.graph.Graph.Marks;
import io.github.ingressdesigner.graph.Layout.BackendBox;
import io.github.ingressdesigner.graph.Layout.HostBox;
import io.github.ingressdesigner.graph.Layout.RowBox;
import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.ui.common.FieldRules;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** From what a person asks of an element to the one intent that does it, or the reason against. */
final class Commands {
  private static final List<PathType> TYPES =
      List.of(PathType.PREFIX, PathType.EXACT, PathType.IMPLEMENTATION_SPECIFIC);

  private final Picture picture;
  private final Entries entries;

  Commands(Picture picture, Entries entries) {
    this.picture = picture;
    this.entries = entries;
  }

  /** Why nothing can be changed at an element; empty where something can. */
  Optional<String> locked(Item item) {
    Marks marks = picture.marksOf(item);
    return picture.locationOf(item).flatMap(at -> entries.locked(at.resource(), marks));
  }

  /** Gestures on elements that stand in several places of the text. */
  Gathered gathered() {
    return new Gathered(picture, entries);
  }

  /** Gestures on several elements. */
  Several several(List<Item> items) {
    return new Several(picture, entries, items);
  }

  Step delete(Item item) {
    return switch (item) {
      case Item.Row row -> unlessLocked(item, () -> new Intent.Remove(row.at()));
      case Item.Host host when gathered().places(host).size() > 1 -> gathered().deleteHost(host);
      case Item.Host host -> soleRule(host, Intent.Remove::new);
      case Item.Backend backend -> deleteBackend(backend);
    };
  }

  private Step deleteBackend(Item.Backend item) {
    Optional<BackendBox> backend = picture.backend(item.key());
    if (backend.isEmpty() || backend.get().rows().isEmpty()) {
      return new Step.Nothing();
    }
    List<Integer> rows = backend.get().rows();
    if (rows.size() > 1) {
      String label = backend.get().node().label();
      return refuse("canvas.refuse.deleteBackend", rows.size(), label);
    }
    return delete(new Item.Row(picture.layout().rows().get(rows.getFirst()).row().at()));
  }

  Step duplicate(Item item) {
    return switch (item) {
      case Item.Row row when Entries.isPath(row.at()) ->
          unlessLocked(item, () -> new Intent.Duplicate(row.at()));
      case Item.Row row -> refuse("canvas.refuse.duplicateDefault");
      case Item.Host host -> soleRule(host, Intent.Duplicate::new);
      case Item.Backend backend -> refuse("canvas.refuse.duplicateBackend");
    };
  }

  private Step soleRule(Item.Host item, Function<Location, Intent> intent) {
    Optional<HostBox> host = picture.host(item.name());
    List<Location> rules = host.map(h -> h.node().rules()).orElse(List.of());
    if (rules.isEmpty()) {
      List<DefaultEdge> defaults = host.map(h -> h.node().defaults()).orElse(List.of());
      return defaults.size() == 1
          ? delete(new Item.Row(defaults.getFirst().at()))
          : refuse("canvas.refuse.noRule");
    }
    if (rules.size() > 1) {
      return refuse("canvas.refuse.duplicateRules", rules.size());
    }
    return unlessLocked(item, () -> intent.apply(rules.getFirst()));
  }

  /** Moves a path, or the rule of a host, up (-1) or down (1) among its like in the text. */
  Step reorder(Item item, int by) {
    return switch (item) {
      case Item.Row row when Entries.isPath(row.at()) -> {
        int index = Entries.indexOf(row.at());
        int count = entries.pathCount(Entries.ruleOf(row.at()));
        yield reorder(item, row.at(), index, index + by, count);
      }
      case Item.Host host -> {
        List<Location> rules =
            picture.host(host.name()).map(h -> h.node().rules()).orElse(List.of());
        if (rules.size() != 1) {
          yield refuse("canvas.refuse.reorderHost");
        }
        Location rule = rules.getFirst();
        int index = rule.path().indexAt(0);
        int count = entries.ingress(rule).map(i -> i.spec().rules().size()).orElse(0);
        yield reorder(item, rule, index, index + by, count);
      }
      case Item.Row row -> refuse("canvas.refuse.reorder");
      case Item.Backend backend -> refuse("canvas.refuse.reorder");
    };
  }

  private Step reorder(Item item, Location at, int from, int to, int count) {
    if (to < 0 || to >= count) {
      return refuse(to < 0 ? "canvas.refuse.first" : "canvas.refuse.last");
    }
    Optional<String> locked = locked(item);
    if (locked.isPresent()) {
      return new Step.Refuse(locked.get());
    }
    String note = Messages.text("canvas.note.reordered", to + 1, count);
    return new Step.Do(new Intent.Reorder(at, to), Optional.of(note));
  }

  /** Moves a path to the end of the host above (-1) or below (1). */
  Step moveToNeighbour(Item item, int by) {
    if (!(item instanceof Item.Row row) || !Entries.isPath(row.at())) {
      return refuse("canvas.refuse.onlyPathsMove");
    }
    return neighbour(row, by)
        .map(host -> moveTo(row.at(), host))
        .orElseGet(
            () -> refuse(by < 0 ? "canvas.refuse.noHostAbove" : "canvas.refuse.noHostBelow"));
  }

  /** The next host above (-1) or below (1) a row that has a rule. */
  Optional<Item.Host> neighbour(Item.Row row, int by) {
    List<HostBox> hosts = picture.layout().hosts();
    int from = picture.row(row.at()).map(RowBox::host).orElse(-1);
    for (int i = from + by; from >= 0 && i >= 0 && i < hosts.size(); i += by) {
      if (!hosts.get(i).node().rules().isEmpty()) {
        return Optional.of(new Item.Host(hosts.get(i).node().host()));
      }
    }
    return Optional.empty();
  }

  /** Moves a path to the end of a host, or before a path of it. */
  Step moveTo(Location path, Item target) {
    return switch (target) {
      case Item.Host host -> {
        List<Location> rules =
            picture.host(host.name()).map(h -> h.node().rules()).orElse(List.of());
        Optional<Location> rule = writable(rules);
        yield rule.isEmpty()
            ? refuse("canvas.refuse.noRuleHere")
            : move(path, rule.get(), entries.pathCount(rule.get()));
      }
      case Item.Row row when Entries.isPath(row.at()) ->
          move(path, Entries.ruleOf(row.at()), Entries.indexOf(row.at()));
      case Item.Row row -> refuse("canvas.refuse.noRuleHere");
      case Item.Backend backend -> reroute(path, backend);
    };
  }

  /** The last rule that may be changed. */
  Optional<Location> writable(List<Location> rules) {
    return rules.reversed().stream()
        .filter(rule -> entries.locked(rule.resource(), ruleMarks(rule)).isEmpty())
        .findFirst();
  }

  private Marks ruleMarks(Location rule) {
    return picture.itemAt(rule).map(picture::marksOf).orElse(Marks.NONE);
  }

  /** Moves a path before an index of a rule; within its own rule this reorders. */
  Step move(Location path, Location rule, int index) {
    Optional<String> locked = locked(new Item.Row(path));
    Optional<String> closed = entries.locked(rule.resource(), ruleMarks(rule));
    if (locked.isPresent() || closed.isPresent()) {
      return new Step.Refuse(locked.or(() -> closed).orElseThrow());
    }
    if (!rule.equals(Entries.ruleOf(path))) {
      String from = entries.namespace(path.resource());
      String to = entries.namespace(rule.resource());
      return from.equals(to)
          ? new Step.Do(new Intent.MovePath(path, rule, index))
          : refuse("canvas.refuse.namespace", to, from);
    }
    int own = Entries.indexOf(path);
    int afterwards = index > own ? index - 1 : index;
    int last = entries.pathCount(rule) - 1;
    return afterwards == own
        ? new Step.Nothing()
        : reorder(new Item.Row(path), path, own, Math.min(afterwards, last), last + 1);
  }

  Step cycleType(Item item, int by) {
    if (!(item instanceof Item.Row row) || entries.path(row.at()).isEmpty()) {
      return new Step.Nothing();
    }
    PathType next = nextType(entries.path(row.at()).map(HttpPath::type), by);
    return unlessLocked(item, () -> new Intent.SetPathType(row.at(), next));
  }

  /** The type so many places behind another; the first for one that is none. */
  static PathType nextType(Optional<PathType> now, int by) {
    int place = now.map(TYPES::indexOf).orElse(-1);
    return TYPES.get(place < 0 ? 0 : Math.floorMod(place + by, TYPES.size()));
  }

  /** Leads a path, or a default backend's line, to a backend of the drawing. */
  Step reroute(Location row, Item.Backend target) {
    Optional<BackendBox> box = picture.backend(target.key());
    if (box.isEmpty()) {
      return new Step.Nothing();
    }
    BackendNode node = box.get().node();
    if (picture.row(row).flatMap(r -> r.row().target()).filter(node.key()::equals).isPresent()) {
      return new Step.Nothing();
    }
    String namespace = entries.namespace(row.resource());
    if (!node.key().equals(namespace + "/" + node.label())) {
      String other = node.key().substring(0, node.key().indexOf('/'));
      return refuse("canvas.refuse.backendNamespace", node.label(), other, namespace);
    }
    Optional<Backend> backend =
        box.get().rows().stream()
            .map(i -> picture.layout().rows().get(i).row().at())
            .flatMap(at -> entries.backend(at).stream())
            .findFirst();
    return backend.map(b -> setBackend(row, b)).orElse(new Step.Nothing());
  }

  /** Leads a path to a Service typed as {@code name:port}. */
  Step rerouteTo(Location row, String target) {
    Optional<String> reason = FieldRules.target(target);
    return reason.isPresent()
        ? new Step.Refuse(reason.get())
        : setBackend(row, FieldRules.backend(target));
  }

  private Step setBackend(Location row, Backend backend) {
    if (entries.backend(row).filter(backend::equals).isPresent()) {
      return new Step.Nothing();
    }
    return unlessLocked(new Item.Row(row), () -> new Intent.SetBackend(row, backend));
  }

  /** Sets one field of an element to what was typed. */
  Step setField(Item item, EditField field, String typed) {
    String text = typed.strip();
    return switch (field) {
      case HOST -> setHost(item, text);
      case TYPE -> setType(item, text);
      case PATH -> setPath(item, typed);
      case SERVICE, PORT -> setTarget(item, field, text);
      case TARGET -> setTargets(item, text);
      case SERVICES -> throw new IllegalArgumentException("one element, expected several");
    };
  }

  private Step setTargets(Item item, String target) {
    if (!(item instanceof Item.Backend backend)) {
      return new Step.Nothing();
    }
    Optional<String> reason = FieldRules.target(target);
    return reason.isPresent()
        ? new Step.Refuse(reason.get())
        : gathered().reroute(backend, FieldRules.backend(target));
  }

  private Step setHost(Item item, String host) {
    Optional<String> reason = FieldRules.host(host);
    if (reason.isPresent()) {
      return new Step.Refuse(reason.get());
    }
    if (!(item instanceof Item.Host(String name)) || name.equals(host)) {
      return new Step.Nothing();
    }
    Optional<String> value = Optional.of(host).filter(h -> !h.isEmpty());
    return gathered().places(item).size() > 1
        ? gathered().renameHost(new Item.Host(name), value)
        : soleRule(new Item.Host(name), rule -> new Intent.SetHost(rule, value));
  }

  private Step setType(Item item, String type) {
    if (!(item instanceof Item.Row row)
        || entries.path(row.at()).flatMap(HttpPath::pathType).filter(type::equals).isPresent()) {
      return new Step.Nothing();
    }
    return unlessLocked(item, () -> new Intent.SetPathType(row.at(), PathType.of(type)));
  }

  private Step setPath(Item item, String path) {
    if (!(item instanceof Item.Row row)) {
      return new Step.Nothing();
    }
    Optional<HttpPath> entry = entries.path(row.at());
    if (entry.isEmpty() || entry.get().path().orElse("").equals(path)) {
      return new Step.Nothing();
    }
    Optional<String> reason = FieldRules.path(path, entry.get().type());
    return reason.isPresent()
        ? new Step.Refuse(reason.get())
        : unlessLocked(item, () -> new Intent.SetPath(row.at(), path));
  }

  private Step setTarget(Item item, EditField field, String text) {
    if (!(item instanceof Item.Row row)) {
      return new Step.Nothing();
    }
    Optional<String> reason =
        field == EditField.SERVICE ? FieldRules.service(text) : FieldRules.port(text);
    if (reason.isPresent()) {
      return new Step.Refuse(reason.get());
    }
    Optional<ServiceBackend> now =
        entries
            .backend(row.at())
            .filter(ServiceBackend.class::isInstance)
            .map(ServiceBackend.class::cast);
    Optional<String> name =
        field == EditField.SERVICE ? Optional.of(text) : now.flatMap(ServiceBackend::name);
    Optional<Port> port =
        field == EditField.PORT ? Optional.of(Port.parse(text)) : now.flatMap(ServiceBackend::port);
    return setBackend(row.at(), new ServiceBackend(name, port));
  }

  private Step unlessLocked(Item item, Supplier<Intent> intent) {
    return locked(item).<Step>map(Step.Refuse::new).orElseGet(() -> new Step.Do(intent.get()));
  }

  private static Step refuse(String key, Object... arguments) {
    return new Step.Refuse(Messages.text(key, arguments));
  }
}
