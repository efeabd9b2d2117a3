package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlNode;
import io.github.ingressdesigner.yaml.YamlNode.Entry;
import io.github.ingressdesigner.yaml.YamlNode.Item;
import io.github.ingressdesigner.yaml.YamlNode.Mapping;
import io.github.ingressdesigner.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tree that the edited text must give: the old one with changes, all addressed in the old one.
 * Unchanged nodes are shared; lengths and offsets of the others mean nothing.
 */
final class PlannedTree {
  /** What happens to one node and below it. */
  private static final class Change {
    private Optional<YamlNode> replacement = Optional.empty();
    private final Map<Integer, Change> below = new HashMap<>();
    private final Set<Integer> removed = new HashSet<>();
    private final Map<Integer, List<Entry>> entries = new HashMap<>();
    private final Map<Integer, List<Item>> items = new HashMap<>();

    boolean writesAKeyTwice() {
      Set<String> keys = new HashSet<>();
      for (List<Entry> added : entries.values()) {
        for (Entry entry : added) {
          if (entry.key() instanceof YamlNode.Scalar key && !keys.add(key.value())) {
            return true;
          }
        }
      }
      return below.values().stream().anyMatch(Change::writesAKeyTwice);
    }
  }

  private final Change root = new Change();
  private final Map<YamlNode, YamlNode> origins = new IdentityHashMap<>();
  private Optional<NodePath> touched = Optional.empty();

  void replace(YamlCursor cursor, YamlNode node) {
    change(cursor).replacement = Optional.of(node);
  }

  void remove(YamlCursor collection, int index) {
    change(collection).removed.add(index);
  }

  void insert(YamlCursor mapping, int before, YamlNode key, YamlNode value) {
    change(mapping)
        .entries
        .computeIfAbsent(before, _ -> new ArrayList<>())
        .add(new Entry(0, 0, key, 0, value));
  }

  void insert(YamlCursor sequence, int before, YamlNode item) {
    change(sequence)
        .items
        .computeIfAbsent(before, _ -> new ArrayList<>())
        .add(new Item(0, 0, item));
  }

  private Change change(YamlCursor at) {
    NodePath path = NodePath.of(at);
    touched = Optional.of(touched.map(t -> t.common(path)).orElse(path));
    Change change = root;
    for (int slot : path.slots()) {
      change = change.below.computeIfAbsent(slot, _ -> new Change());
    }
    return change;
  }

  /** Whether a mapping gets one key twice: two changes each wrote a parent that was missing. */
  boolean writesAKeyTwice() {
    return root.writesAKeyTwice();
  }

  boolean isEmpty() {
    return touched.isEmpty();
  }

  /** The deepest node that holds all changes. */
  NodePath touched() {
    return touched.orElse(new NodePath(List.of()));
  }

  /** The planned root. */
  YamlNode build(YamlNode oldRoot) {
    return isEmpty() ? oldRoot : rebuild(oldRoot, root);
  }

  /** Tells that a new node stands for an old one. */
  void setOrigin(YamlNode built, YamlNode old) {
    origins.put(built, old);
  }

  /** The old node that a node of the built tree came from; itself where it was not rebuilt. */
  YamlNode origin(YamlNode built) {
    return origins.getOrDefault(built, built);
  }

  private YamlNode rebuild(YamlNode old, Change change) {
    if (change.replacement.isPresent()) {
      YamlNode replacement = change.replacement.get();
      boolean sameAnchor = replacement.anchor().isPresent() && old.anchor().isPresent();
      if (sameAnchor) {
        origins.put(replacement, old);
      }
      return replacement;
    }
    YamlNode built =
        switch (old) {
          case Mapping m ->
              new Mapping(0, 0, m.anchor(), m.tag(), m.flow(), entries(m.entries(), change));
          case Sequence s ->
              new Sequence(0, 0, s.anchor(), s.tag(), s.flow(), items(s.items(), change));
          case YamlNode.Scalar _, YamlNode.Alias _ -> old;
        };
    origins.put(built, old);
    return built;
  }

  private List<Entry> entries(List<Entry> old, Change change) {
    List<Entry> result = new ArrayList<>(old.size() + 1);
    for (int i = 0; i <= old.size(); i++) {
      result.addAll(change.entries.getOrDefault(i, List.of()));
      if (i < old.size() && !change.removed.contains(i)) {
        Entry entry = old.get(i);
        YamlNode key = child(entry.key(), change.below.get(2 * i));
        YamlNode value = child(entry.value(), change.below.get(2 * i + 1));
        boolean same = key == entry.key() && value == entry.value();
        result.add(same ? entry : new Entry(0, 0, key, 0, value));
      }
    }
    return result;
  }

  private List<Item> items(List<Item> old, Change change) {
    List<Item> result = new ArrayList<>(old.size() + 1);
    for (int i = 0; i <= old.size(); i++) {
      result.addAll(change.items.getOrDefault(i, List.of()));
      if (i < old.size() && !change.removed.contains(i)) {
        Item item = old.get(i);
        YamlNode node = child(item.node(), change.below.get(2 * i + 1));
        result.add(node == item.node() ? item : new Item(0, 0, node));
      }
    }
    return result;
  }

  private YamlNode child(YamlNode old, @Nullable Change change) {
    return change == null ? old : rebuild(old, change);
  }
}
