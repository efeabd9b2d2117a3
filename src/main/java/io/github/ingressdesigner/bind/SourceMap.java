package io.github.ingressdesigner.bind;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlCursor.Place;
import io.github.ingressdesigner.yaml.YamlNode.Alias;
import io.github.ingressdesigner.yaml.YamlNode.Entry;
import io.github.ingressdesigner.yaml.YamlNode.Item;
import io.github.ingressdesigner.yaml.YamlNode.Mapping;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlNode.Sequence;
import io.github.ingressdesigner.yaml.YamlTree;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** From fields to nodes and back, for one document. */
public final class SourceMap {
  /** Aliases and merges followed for one step; a chain longer than this is a ring. */
  private static final int MOST_HOPS = 64;

  private SourceMap() {}

  /**
   * A field found in the text.
   *
   * @param occurrence where it stands on the way written (an alias stays an alias): for all that
   *     lies behind an alias or a merge, that alias
   * @param definition the node that holds the value, aliases and merges followed
   * @param shared whether the way goes through an alias or a merge, so that the value is used
   *     elsewhere too
   */
  public record Found(YamlCursor occurrence, YamlCursor definition, boolean shared) {}

  /**
   * The node of a field; {@code item} is the index in a {@code kind: List} or -1. A field of an
   * Ingress of v1beta1 is found by its name of v1.
   */
  public static Optional<Found> find(YamlTree tree, int item, FieldPath path) {
    Optional<Found> found = written(tree.cursor());
    if (item >= 0) {
      found = found.flatMap(f -> step(f, "items")).flatMap(f -> step(f, item));
    }
    boolean portOfOldShape = false;
    for (FieldPath.Element element : path.elements()) {
      if (found.isEmpty()) {
        return found;
      }
      Found from = found.get();
      switch (element) {
        case FieldPath.Index index -> found = step(from, index.value());
        case FieldPath.Key key -> {
          found = portOfOldShape ? found : step(from, key.name());
          if (found.isEmpty()) {
            found = oldName(key.name()).flatMap(old -> oldStep(from, key.name(), old));
            portOfOldShape = found.isPresent() && key.name().equals("port");
          }
        }
      }
    }
    return found;
  }

  private static Optional<String> oldName(String key) {
    return switch (key) {
      case "defaultBackend" -> Optional.of("backend");
      case "service", "name" -> Optional.of("serviceName");
      case "port" -> Optional.of("servicePort");
      default -> Optional.empty();
    };
  }

  /** {@code backend.service.name} is {@code backend.serviceName} in v1beta1. */
  private static Optional<Found> oldStep(Found from, String key, String old) {
    Optional<Found> found = step(from, old);
    return key.equals("service") ? found.map(_ -> from) : found;
  }

  /** Looks through an alias at what it stands for. */
  private static Optional<Found> written(YamlCursor cursor) {
    if (!(cursor.node() instanceof Alias)) {
      return Optional.of(new Found(cursor, cursor, false));
    }
    return cursor.definition().map(definition -> new Found(cursor, definition, true));
  }

  private static Optional<Found> step(Found from, int index) {
    List<Item> items = from.definition().items();
    return index < items.size()
        ? written(from.definition().item(index)).map(next -> behind(from, next))
        : Optional.empty();
  }

  private static Optional<Found> step(Found from, String key) {
    return entry(from.definition(), key, MOST_HOPS).map(next -> behind(from, next));
  }

  /** What lies behind something shared is shared, and occurs where that does. */
  private static Found behind(Found from, Found next) {
    return from.shared() ? new Found(from.occurrence(), next.definition(), true) : next;
  }

  private static Optional<Found> entry(YamlCursor mapping, String key, int hops) {
    List<Entry> entries = mapping.entries();
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      if (KubeScalars.isMerge(entry.key())) {
        Optional<Found> merged = hops == 0 ? Optional.empty() : merged(mapping.value(i), key, hops);
        if (merged.isPresent()) {
          return merged;
        }
      } else if (isKey(entry, key)) {
        return written(mapping.value(i));
      }
    }
    return Optional.empty();
  }

  private static Optional<Found> merged(YamlCursor value, String key, int hops) {
    if (value.node() instanceof Sequence) {
      for (int i = 0; i < value.items().size(); i++) {
        Optional<Found> found = merged(value.item(i), key, hops - 1);
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }
    return written(value)
        .flatMap(source -> entry(source.definition(), key, hops - 1))
        .map(found -> new Found(value, found.definition(), true));
  }

  private static boolean isKey(Entry entry, String key) {
    return entry.key() instanceof Scalar scalar
        && (scalar.value().equals(key) || KubeScalars.key(scalar).filter(key::equals).isPresent());
  }

  /**
   * The field at an offset of the slice: the innermost one that is written there. Between two
   * entries it is the mapping or list that holds both; empty outside of the content.
   */
  public static Optional<At> at(YamlTree tree, int offset) {
    YamlCursor cursor = tree.cursor();
    if (!elementRange(cursor).touches(offset)) {
      return Optional.empty();
    }
    boolean list = isList(cursor);
    At at = new At(-1, FieldPath.ROOT);
    while (true) {
      int index = childAt(cursor, offset);
      if (index < 0) {
        return Optional.of(at);
      }
      if (cursor.node() instanceof Sequence) {
        boolean entryOfList = list && at.item() < 0 && at.path().equals(FieldPath.of("items"));
        at =
            entryOfList ? new At(index, FieldPath.ROOT) : new At(at.item(), at.path().index(index));
        cursor = cursor.item(index);
      } else {
        Entry entry = cursor.entries().get(index);
        Optional<String> key = KubeScalars.key(entry.key());
        if (key.isEmpty() || KubeScalars.isMerge(entry.key())) {
          return Optional.of(at);
        }
        at = new At(at.item(), at.path().key(key.get()));
        cursor = cursor.value(index);
      }
    }
  }

  /**
   * @param item index in a {@code kind: List} or -1
   */
  public record At(int item, FieldPath path) {}

  private static boolean isList(YamlCursor root) {
    return root.get("kind")
        .filter(k -> k.node() instanceof Scalar scalar && scalar.value().endsWith("List"))
        .isPresent();
  }

  /** Index of the entry or item that touches the offset, or -1; the later one of two that do. */
  private static int childAt(YamlCursor parent, int offset) {
    int count;
    IntUnaryOperator start;
    switch (parent.node()) {
      case Mapping mapping -> {
        count = mapping.entries().size();
        start = i -> parent.start() + mapping.entries().get(i).start();
      }
      case Sequence sequence -> {
        count = sequence.items().size();
        start = i -> parent.start() + sequence.items().get(i).start();
      }
      case Scalar _, Alias _ -> {
        return -1;
      }
    }
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (start.applyAsInt(middle) <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int index = low - 1;
    return index >= 0 && end(parent, index) >= offset ? index : -1;
  }

  private static int end(YamlCursor parent, int index) {
    if (parent.node() instanceof Sequence) {
      YamlCursor item = parent.item(index);
      return Math.max(item.range().end(), parent.start() + parent.items().get(index).start() + 1);
    }
    return Math.max(parent.key(index).range().end(), parent.value(index).range().end());
  }

  /**
   * The lines of a list item or entry as people see it: from its dash or key to the end of its
   * content. For a key it is its entry; for the root, the node.
   */
  public static TextRange elementRange(YamlCursor cursor) {
    if (cursor.place().isEmpty()) {
      return cursor.range();
    }
    Place place = cursor.place().get();
    YamlCursor parent = place.parent();
    int start =
        parent.node() instanceof Sequence
            ? parent.items().get(place.index()).start()
            : parent.entries().get(place.index()).start();
    return new TextRange(parent.start() + start, end(parent, place.index()));
  }
}
