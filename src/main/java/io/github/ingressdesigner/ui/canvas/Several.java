package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Layout.BackendBox;
import io.github.ingressdesigner.graph.Layout.HostBox;
import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Gestures on several selected elements, each as one step: all of them or none.
 *
 * @param items from top to bottom
 */
record Several(Picture picture, Entries entries, List<Item> items) {

  private Gathered gathered() {
    return new Gathered(picture, entries);
  }

  /** The rows among them; of backends, where nothing else is selected, all that leads there. */
  List<Location> rows() {
    List<Location> rows = chosenRows();
    boolean onlyBackends = items.stream().allMatch(Item.Backend.class::isInstance);
    if (onlyBackends) {
      Set<Location> all = new LinkedHashSet<>();
      items.forEach(item -> all.addAll(gathered().places(item)));
      return List.copyOf(all);
    }
    return rows;
  }

  private List<Location> chosenRows() {
    return items.stream()
        .filter(Item.Row.class::isInstance)
        .map(item -> ((Item.Row) item).at())
        .toList();
  }

  /** The paths among them, from top to bottom. */
  List<Location> paths() {
    return chosenRows().stream().filter(Entries::isPath).toList();
  }

  private Set<Location> rules() {
    Set<Location> rules = new LinkedHashSet<>();
    items.stream()
        .filter(Item.Host.class::isInstance)
        .forEach(host -> rules.addAll(gathered().places(host)));
    return rules;
  }

  /** Hosts with all their rules, and rows; backends go by themselves when nothing leads there. */
  Step delete() {
    Set<Location> rules = rules();
    List<Location> gone = new ArrayList<>(rules);
    for (Location row : chosenRows()) {
      if (!Entries.isPath(row) || !rules.contains(Entries.ruleOf(row))) {
        gone.add(row);
      }
    }
    items.stream()
        .filter(Item.Host.class::isInstance)
        .filter(host -> gathered().places(host).isEmpty())
        .flatMap(host -> picture.host(((Item.Host) host).name()).stream())
        .flatMap((HostBox host) -> host.node().defaults().stream())
        .map(edge -> edge.at())
        .filter(at -> !gone.contains(at))
        .forEach(gone::add);
    if (gone.isEmpty()) {
      return backendsOnly();
    }
    return each(gone, Intent.Remove::new, "canvas.step.delete");
  }

  private Step backendsOnly() {
    String labels =
        String.join(
            ", ",
            items.stream()
                .map(item -> ((Item.Backend) item).key())
                .flatMap(key -> picture.backend(key).stream())
                .map(b -> b.node().label())
                .toList());
    return refuse("canvas.refuse.deleteBackend", rows().size(), labels);
  }

  /** Each behind itself; hosts where one rule names them. */
  Step duplicate() {
    Set<Location> rules = new LinkedHashSet<>();
    for (Item item : items) {
      if (item instanceof Item.Host host) {
        List<Location> places = gathered().places(host);
        if (places.size() > 1) {
          return refuse("canvas.refuse.duplicateRules", places.size());
        }
        rules.addAll(places);
      }
    }
    List<Location> copied = new ArrayList<>(rules);
    paths().stream().filter(path -> !rules.contains(Entries.ruleOf(path))).forEach(copied::add);
    return copied.isEmpty()
        ? refuse("canvas.refuse.duplicateBackend")
        : each(copied, Intent.Duplicate::new, "canvas.step.duplicate");
  }

  /**
   * All get the type that comes next for the given one.
   *
   * @param lead the path whose type counts
   */
  Step cycleType(Location lead, int by) {
    PathType next = Commands.nextType(entries.path(lead).map(HttpPath::type), by);
    List<Location> others =
        paths().stream()
            .filter(path -> entries.path(path).filter(p -> p.type() == next).isEmpty())
            .toList();
    return each(
        others, path -> new Intent.SetPathType(path, next), "canvas.step.setType", next.text());
  }

  /** Leads all rows to one backend. */
  Step reroute(Backend target) {
    List<Location> rows =
        rows().stream()
            .filter(row -> entries.backend(row).filter(target::equals).isEmpty())
            .toList();
    return each(
        rows, row -> new Intent.SetBackend(row, target), "canvas.step.reroute", target.display());
  }

  /** Leads all rows to the backend of the drawing. */
  Step reroute(Item.Backend target) {
    Optional<BackendBox> box = picture.backend(target.key());
    if (box.isEmpty()) {
      return new Step.Nothing();
    }
    for (Location row : rows()) {
      String namespace = entries.namespace(row.resource());
      if (!target.key().equals(namespace + "/" + box.get().node().label())) {
        String other = target.key().substring(0, target.key().indexOf('/'));
        return refuse("canvas.refuse.backendNamespace", box.get().node().label(), other, namespace);
      }
    }
    return box.get().rows().stream()
        .map(i -> picture.layout().rows().get(i).row().at())
        .flatMap(at -> entries.backend(at).stream())
        .findFirst()
        .map(this::reroute)
        .orElse(new Step.Nothing());
  }

  /** Changes the Service of all rows and leaves their ports. */
  Step setService(String name) {
    List<Intent> intents = new ArrayList<>();
    for (Location row : rows()) {
      Optional<Backend> now = entries.backend(row);
      if (now.isPresent()
          && now.get() instanceof ServiceBackend service
          && service.name().filter(name::equals).isEmpty()) {
        intents.add(
            new Intent.SetBackend(row, new ServiceBackend(Optional.of(name), service.port())));
      }
    }
    return together(intents, rows(), "canvas.step.service", name);
  }

  /** Moves the paths to the end of a host, or before a path of it. */
  Step moveTo(Commands commands, Item target) {
    return switch (target) {
      case Item.Host host -> {
        List<Location> rules =
            picture.host(host.name()).map(h -> h.node().rules()).orElse(List.of());
        Optional<Location> rule = commands.writable(rules);
        yield rule.isEmpty()
            ? refuse("canvas.refuse.noRuleHere")
            : move(commands, rule.get(), entries.pathCount(rule.get()));
      }
      case Item.Row row when Entries.isPath(row.at()) ->
          move(commands, Entries.ruleOf(row.at()), Entries.indexOf(row.at()));
      case Item.Row row -> refuse("canvas.refuse.noRuleHere");
      case Item.Backend backend -> reroute(backend);
    };
  }

  /** Moves the paths before an index of a rule. */
  Step move(Commands commands, Location rule, int index) {
    List<Location> paths = paths();
    if (paths.size() < 2) {
      return paths.isEmpty()
          ? refuse("canvas.refuse.onlyPathsMove")
          : commands.move(paths.getFirst(), rule, index);
    }
    Optional<String> locked = gathered().locked(paths).or(() -> entries.locked(rule.resource()));
    if (locked.isPresent()) {
      return new Step.Refuse(locked.get());
    }
    String to = entries.namespace(rule.resource());
    for (Location path : paths) {
      String from = entries.namespace(path.resource());
      if (!from.equals(to)) {
        return refuse("canvas.refuse.namespace", to, from);
      }
    }
    return isThere(paths, rule, index)
        ? new Step.Nothing()
        : new Step.Do(new Intent.MovePaths(paths, rule, index));
  }

  /** Whether the paths stand at that place already, in that order. */
  private static boolean isThere(List<Location> paths, Location rule, int index) {
    int first = Entries.indexOf(paths.getFirst());
    for (int i = 0; i < paths.size(); i++) {
      if (!paths.get(i).equals(rule.key("http").key("paths").index(first + i))) {
        return false;
      }
    }
    return index >= first && index <= first + paths.size();
  }

  /** Moves the paths up (-1) or down (1) in the text, as one block; they must be of one rule. */
  Step reorder(Commands commands, int by) {
    List<Location> paths =
        paths().stream().sorted(java.util.Comparator.comparingInt(Entries::indexOf)).toList();
    Set<Location> rules = new HashSet<>();
    paths.forEach(path -> rules.add(Entries.ruleOf(path)));
    if (rules.size() != 1) {
      return refuse("canvas.refuse.reorderSeveral");
    }
    Location rule = rules.iterator().next();
    int count = entries.pathCount(rule);
    int to = by < 0 ? Entries.indexOf(paths.getFirst()) - 1 : Entries.indexOf(paths.getLast()) + 2;
    if (to < 0 || to > count) {
      return refuse(to < 0 ? "canvas.refuse.first" : "canvas.refuse.last");
    }
    return new Several(picture, entries, paths.stream().<Item>map(Item.Row::new).toList())
        .move(commands, rule, to);
  }

  /** Moves the paths to the end of the host above (-1) or below (1) the first or last of them. */
  Step moveToNeighbour(Commands commands, int by) {
    List<Location> paths = paths();
    if (paths.isEmpty()) {
      return refuse("canvas.refuse.onlyPathsMove");
    }
    Item.Row edge = new Item.Row(by < 0 ? paths.getFirst() : paths.getLast());
    Optional<Item.Host> neighbour = commands.neighbour(edge, by);
    return neighbour.isPresent()
        ? moveTo(commands, neighbour.get())
        : refuse(by < 0 ? "canvas.refuse.noHostAbove" : "canvas.refuse.noHostBelow");
  }

  private Step each(
      List<Location> places, Function<Location, Intent> intent, String key, Object... names) {
    return together(places.stream().map(intent).toList(), places, key, names);
  }

  private Step together(List<Intent> intents, List<Location> places, String key, Object... names) {
    if (intents.isEmpty()) {
      return new Step.Nothing();
    }
    Optional<String> locked = gathered().locked(places);
    if (locked.isPresent()) {
      return new Step.Refuse(locked.get());
    }
    if (intents.size() == 1) {
      return new Step.Do(intents.getFirst());
    }
    Object[] arguments = new Object[names.length + 1];
    arguments[0] = intents.size();
    System.arraycopy(names, 0, arguments, 1, names.length);
    return new Step.Do(new Intent.Together(Messages.text(key, arguments), intents));
  }

  private static Step refuse(String key, Object... arguments) {
    return new Step.Refuse(Messages.text(key, arguments));
  }
}
