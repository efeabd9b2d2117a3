package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FieldPath.Key;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.yaml.Sketch;
import io.github.ingressdesigner.yaml.Sketch.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Intents that add, copy or remove elements. */
final class ListPlans {
  private static final Set<String> NEEDED = Set.of("apiVersion", "kind", "metadata", "spec");
  private static final FieldPath RULES = FieldPath.of("spec", "rules");

  private final Planning planning;
  private final FieldWriter writer;
  private final Examples examples;

  ListPlans(Planning planning) {
    this.planning = planning;
    this.writer = new FieldWriter(planning);
    this.examples = new Examples(planning, writer);
  }

  Aim addHost(Intent.AddHost intent) {
    planning.requireIngress(intent.ingress());
    Location rules = new Location(intent.ingress(), RULES);
    int count = planning.look(rules).deepest().items().size();
    Sketch path = path(intent.path(), intent.type(), intent.backend());
    Sketch styledPath =
        examples.path(intent.ingress(), count - 1, Integer.MAX_VALUE).map(path::like).orElse(path);
    List<Field> rule = new ArrayList<>();
    Optional<Sketch> hostExample = examples.host(intent.ingress(), count);
    intent
        .host()
        .map(Sketch::text)
        .map(host -> hostExample.map(host::like).orElse(host))
        .ifPresent(host -> rule.add(Field.of("host", host)));
    Sketch paths = Sketch.items(List.of(styledPath));
    rule.add(Field.of("http", Sketch.fields(List.of(Field.of("paths", paths)))));
    Sketch sketch = Sketch.fields(rule);
    Sketch styled = writer.example(rules, Integer.MAX_VALUE).map(sketch::like).orElse(sketch);
    int at = writer.insert(rules, Integer.MAX_VALUE, Content.Fresh.item(styled));
    return Aim.at(
        "Add host " + intent.host().orElse("(any)"),
        new Location(intent.ingress(), FieldPath.rule(at)));
  }

  Aim addPath(Intent.AddPath intent) {
    Location rule = intent.rule();
    planning.requireIngress(rule.resource());
    if (!planning.look(rule).isFound()) {
      throw Stop.refused("There is no " + rule.path() + " in the text.", rule);
    }
    Sketch path = path(intent.path(), intent.type(), intent.backend());
    Sketch styled =
        examples
            .path(rule.resource(), rule.path().indexAt(0), intent.index())
            .map(path::like)
            .orElse(path);
    Location paths = rule.key("http").key("paths");
    int at = writer.insert(paths, intent.index(), Content.Fresh.item(styled));
    return Aim.at("Add path " + intent.path() + " to " + host(rule), paths.index(at));
  }

  private static Sketch path(String path, PathType type, Backend backend) {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.of("path", Sketch.text(path)));
    if (type != PathType.ABSENT && type != PathType.UNKNOWN) {
      fields.add(Field.of("pathType", Sketch.text(type.text())));
    }
    fields.add(Field.of("backend", Backends.sketch(backend)));
    return Sketch.fields(fields);
  }

  Aim addTls(Intent.AddTls intent) {
    planning.requireIngress(intent.ingress());
    Location tls = new Location(intent.ingress(), FieldPath.of("spec", "tls"));
    List<Field> fields = new ArrayList<>();
    if (!intent.hosts().isEmpty()) {
      fields.add(
          Field.of("hosts", Sketch.items(intent.hosts().stream().map(Sketch::text).toList())));
    }
    intent.secretName().ifPresent(name -> fields.add(Field.of("secretName", Sketch.text(name))));
    Sketch sketch = Sketch.fields(fields);
    Sketch styled = writer.example(tls, Integer.MAX_VALUE).map(sketch::like).orElse(sketch);
    int at = writer.insert(tls, Integer.MAX_VALUE, Content.Fresh.item(styled));
    return Aim.at("Add TLS for " + String.join(", ", intent.hosts()), tls.index(at));
  }

  Aim duplicate(Intent.Duplicate intent) {
    Location at = intent.at();
    planning.requireEditable(at.resource());
    Element element = planning.locatePlace(at);
    if (!element.isItem()) {
      throw Stop.refused("Only elements of a list can be duplicated.", at);
    }
    // The list gets another item, which everybody sees who uses the list.
    planning.locate(at.parent());
    Draft draft = planning.draft(at.resource());
    Insert.into(draft, element.parent(), element.index() + 1, Items.copy(element));
    return Aim.at("Duplicate " + at.path(), at.parent().index(element.index() + 1));
  }

  Aim remove(Intent.Remove intent) {
    Location at = intent.at();
    planning.requireEditable(at.resource());
    if (at.path().elements().size() == 1
        && at.path().elements().getFirst() instanceof Key(String name)
        && NEEDED.contains(name)) {
      throw Stop.refused("The resource needs its " + name + ".", at);
    }
    Optional<Location> focus = focusAfterRemoval(at);
    removeElement(at, true);
    String what = at.path().isRoot() ? "the resource" : at.path().toString();
    return new Aim("Remove " + what, focus);
  }

  /**
   * Removes an element; the last path of a rule takes the rule's {@code http} with it.
   *
   * @param forGood whether it does not stand elsewhere in the document afterwards
   */
  void removeElement(Location at, boolean forGood) {
    Location target = isOnlyPath(at) ? at.parent().parent() : at;
    Element element = planning.locatePlace(target);
    FieldWriter.requireSingle(element, target);
    if (!target.equals(at)) {
      planning.note(
          "The rule has no paths left, so its http went too: the API server refuses an empty list"
              + " of paths.");
    }
    if (forGood) {
      Remover.remove(planning, planning.draft(at.resource()), element);
    } else {
      Remove.from(planning.draft(at.resource()), element);
    }
  }

  private boolean isOnlyPath(Location at) {
    FieldPath path = at.path();
    boolean isPath =
        path.equals(FieldPath.path(path.indexAt(0), path.indexAt(1))) && path.indexAt(1) == 0;
    if (!isPath) {
      return false;
    }
    Way way = planning.look(at);
    Way http = planning.look(at.parent().parent());
    return way.isFound()
        && way.placeLeaves().isEmpty()
        && planning.look(at.parent()).deepest().items().size() == 1
        && http.deepest().entries().size() == 1
        && Element.around(planning.draft(at.resource()).slice(), http.occurrence())
            .filter(h -> !Way.isMergedToo(h.parent(), "http"))
            .isPresent();
  }

  /** What then stands in its place: the next of its list, else the one before, else the owner. */
  private Optional<Location> focusAfterRemoval(Location at) {
    FieldPath path = at.path();
    if (path.isRoot()) {
      return Optional.empty();
    }
    boolean isPath = path.equals(FieldPath.path(path.indexAt(0), path.indexAt(1)));
    if (!isPath && !path.equals(FieldPath.rule(path.indexAt(0)))) {
      return Optional.of(Location.of(at.resource()));
    }
    int index = path.indexAt(isPath ? 1 : 0);
    Way list = planning.look(at.parent());
    int left = list.isFound() ? list.deepest().items().size() - 1 : 0;
    if (left > 0) {
      return Optional.of(at.parent().index(Math.min(index, left - 1)));
    }
    return Optional.of(
        isPath
            ? new Location(at.resource(), FieldPath.rule(path.indexAt(0)))
            : Location.of(at.resource()));
  }

  private String host(Location rule) {
    Way way = planning.look(rule.key("host"));
    return way.isFound() ? Planning.scalar(way.deepest()).orElse("any host") : "any host";
  }
}
