package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FieldPath.Index;
import io.github.ingressdesigner.model.FieldPath.Key;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.yaml.Sketch;
import io.github.ingressdesigner.yaml.Sketch.Field;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlNode.Alias;
import io.github.ingressdesigner.yaml.YamlNode.Mapping;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlNode.Sequence;
import java.util.List;
import java.util.Optional;

/** Sets, adds and removes fields by the primitives, writing the parents that are missing. */
final class FieldWriter {
  private final Planning planning;

  FieldWriter(Planning planning) {
    this.planning = planning;
  }

  /** Sets a field; nothing happens where it has this value already. */
  void set(Location at, Sketch value) {
    Way way = planning.locate(at);
    Draft draft = planning.draft(at.resource());
    if (!way.isFound()) {
      add(draft, at, way, value);
      return;
    }
    YamlCursor node = way.deepest();
    if (Meaning.same(AliasUses.withoutAnchor(node.node()), value.toNode())) {
      return;
    }
    boolean scalar = value instanceof Sketch.Text || value instanceof Sketch.Bare;
    if (scalar && node.node() instanceof Scalar) {
      ReplaceScalar.into(draft, node, value);
    } else if (!scalar && Fill.isEmpty(node.node()) && value instanceof Sketch.Fields fields) {
      fill(draft, node, fields);
    } else {
      ReplaceNode.into(draft, node, value, value.toNode());
    }
  }

  private static void fill(Draft draft, YamlCursor node, Sketch.Fields fields) {
    if (fields.fields().size() == 1) {
      Fill.into(draft, node, Content.Fresh.entry(fields.fields().getFirst()));
    } else {
      ReplaceNode.into(draft, node, fields, fields.toNode());
    }
  }

  /** Removes a field if it is there. */
  void remove(Location at) {
    if (planning.look(at).isFound()) {
      Element element = planning.locatePlace(at);
      Draft draft = planning.draft(at.resource());
      requireSingle(element, at);
      Remover.remove(planning, draft, element);
    }
  }

  /** Refuses where a key would still be there after its entry went. */
  static void requireSingle(Element element, Location at) {
    if (element.isItem()
        || !(element.parent().entries().get(element.index()).key() instanceof Scalar key)) {
      return;
    }
    if (Way.count(element.parent(), key.value()) > 1) {
      throw Stop.refused(
          "The key “"
              + key.value()
              + "” is written more than once here. Delete one of them in the text first.",
          at);
    }
    if (Way.isMergedToo(element.parent(), key.value())) {
      throw Stop.refused(
          "“"
              + key.value()
              + "” comes from “<<” too, so removing it here would bring that one back. Edit what"
              + " is merged, or the text.",
          at);
    }
  }

  private void add(Draft draft, Location at, Way way, Sketch value) {
    List<FieldPath.Element> missing = way.missing();
    if (!(missing.getLast() instanceof Key)) {
      throw noSuch(at);
    }
    Content content = entry(missing.getLast(), value, way);
    for (int i = missing.size() - 2; i >= 0; i--) {
      content = nested(missing.get(i), content, at);
    }
    put(draft, at, way, content);
  }

  private static Content entry(FieldPath.Element last, Sketch value, Way way) {
    Key key = (Key) last;
    boolean hasSiblings = way.missing().size() == 1 && !way.deepest().entries().isEmpty();
    return Content.Fresh.entry(
        hasSiblings
            ? new Field(keyLike(way.deepest(), key.name()), value)
            : Field.of(key.name(), value));
  }

  /** A key spelled as the first one of the mapping is. */
  private static Sketch keyLike(YamlCursor mapping, String name) {
    return Sketch.text(name).like(Sketch.of(mapping.key(0).node()));
  }

  private static Content nested(FieldPath.Element step, Content content, Location at) {
    return switch (step) {
      case Key(String name) -> new Content.Nested(name, content);
      case Index _ -> throw noSuch(at);
    };
  }

  private static Stop noSuch(Location at) {
    return Stop.refused("There is no " + at.path() + " in the text.", at);
  }

  /** Puts an entry into the deepest mapping that there is. */
  private static void put(Draft draft, Location at, Way way, Content content) {
    YamlCursor deepest = way.deepest();
    FieldPath path = at.path();
    for (int i = 0; i < way.missing().size(); i++) {
      path = path.parent();
    }
    if (Fill.isEmpty(deepest.node())) {
      Fill.into(draft, deepest, content);
    } else if (deepest.node() instanceof Mapping) {
      String key = ((Key) way.missing().getFirst()).name();
      Insert.into(draft, deepest, KeyOrder.placeOf(key, path, deepest), content);
    } else {
      throw wrongType(new Location(at.resource(), path), deepest, "a mapping");
    }
  }

  private static Stop wrongType(Location at, YamlCursor found, String wanted) {
    String is =
        switch (found.node()) {
          case Scalar _ -> "a single value";
          case Mapping _ -> "a mapping";
          case Sequence _ -> "a list";
          case Alias alias -> "the alias *" + alias.name() + ", which is defined nowhere above,";
        };
    return Stop.refused(
        at.path()
            + " is "
            + is
            + " where "
            + wanted
            + " is expected. Correct it in the text first.",
        at);
  }

  /**
   * Puts an item into a list; missing parents and a missing list are written.
   *
   * @param index before which item; any larger number for the end
   * @return the index that the item has then
   */
  int insert(Location list, int index, Content item) {
    Way way = planning.locate(list);
    Draft draft = planning.draft(list.resource());
    if (!way.isFound()) {
      Content content = item;
      for (FieldPath.Element step : way.missing().reversed()) {
        content = nested(step, content, list);
      }
      put(draft, list, way, content);
      return 0;
    }
    YamlCursor node = way.deepest();
    if (Fill.isEmpty(node.node())) {
      Fill.into(draft, node, item);
      return 0;
    }
    if (!(node.node() instanceof Sequence)) {
      throw wrongType(list, node, "a list");
    }
    int place = Math.clamp(index, 0, node.items().size());
    Insert.into(draft, node, place, item);
    return place;
  }

  /** The example after which an item of a list is written: the one above its place. */
  Optional<Sketch> example(Location list, int index) {
    Way way = planning.look(list);
    int count = way.isFound() ? way.deepest().items().size() : 0;
    if (count == 0) {
      return Optional.empty();
    }
    YamlCursor item = way.deepest().item(Math.clamp(index - 1, 0, count - 1));
    String slice = planning.draft(list.resource()).slice().text();
    return Optional.of(Sketch.example(item.definition().orElse(item), slice));
  }

  /** A field as it is written, for its style. */
  Optional<Sketch> example(Location at) {
    Way way = planning.look(at);
    String slice = planning.draft(at.resource()).slice().text();
    return way.isFound() ? Optional.of(Sketch.example(way.deepest(), slice)) : Optional.empty();
  }
}
