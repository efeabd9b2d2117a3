package io.github.ingressdesigner.yaml;

import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.YamlNode.Entry;
import io.github.ingressdesigner.yaml.YamlNode.Item;
import io.github.ingressdesigner.yaml.YamlNode.Mapping;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A node together with where it stands: made on the way down from the root, cheap, and only valid
 * for its tree.
 *
 * @param start offset in the document's slice
 * @param place how the node hangs on its parent; empty for the root
 */
public record YamlCursor(YamlNode node, int start, Optional<Place> place) {
  /**
   * A parent and the index of the entry or item below it; {@code isKey} tells the key of an entry
   * from its value.
   */
  public record Place(YamlCursor parent, int index, boolean isKey) {}

  /** The node with its anchor and tag. */
  public TextRange range() {
    return new TextRange(start, start + node.length());
  }

  /** The node without its anchor and tag. */
  public TextRange valueRange() {
    return new TextRange(start + node.valueOffset(), start + node.length());
  }

  /** The entries of a mapping, keys and values as written; empty for other nodes. */
  public List<Entry> entries() {
    return node instanceof Mapping mapping ? mapping.entries() : List.of();
  }

  public List<Item> items() {
    return node instanceof Sequence sequence ? sequence.items() : List.of();
  }

  public YamlCursor key(int index) {
    Entry entry = entries().get(index);
    return new YamlCursor(
        entry.key(), start + entry.keyOffset(), Optional.of(new Place(this, index, true)));
  }

  public YamlCursor value(int index) {
    Entry entry = entries().get(index);
    return new YamlCursor(
        entry.value(), start + entry.valueOffset(), Optional.of(new Place(this, index, false)));
  }

  public YamlCursor item(int index) {
    Item item = items().get(index);
    return new YamlCursor(
        item.node(), start + item.nodeOffset(), Optional.of(new Place(this, index, false)));
  }

  /**
   * Index of the entry with this scalar key, the last one where it is written twice (the one that
   * counts); -1 if none.
   */
  public int indexOf(String key) {
    List<Entry> entries = entries();
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i).key() instanceof Scalar scalar && scalar.value().equals(key)) {
        return i;
      }
    }
    return -1;
  }

  /** The value under a key as it is written; merges and aliases are not followed. */
  public Optional<YamlCursor> get(String key) {
    int index = indexOf(key);
    return index < 0 ? Optional.empty() : Optional.of(value(index));
  }

  public Optional<YamlCursor> parent() {
    return place.map(Place::parent);
  }

  public YamlCursor root() {
    return parent().map(YamlCursor::root).orElse(this);
  }

  /** All children that are nodes: keys and values, or items. */
  public List<YamlCursor> children() {
    List<YamlCursor> children = new ArrayList<>();
    for (int i = 0; i < entries().size(); i++) {
      children.add(key(i));
      children.add(value(i));
    }
    for (int i = 0; i < items().size(); i++) {
      children.add(item(i));
    }
    return children;
  }

  /**
   * For an alias: the latest definition of its anchor before it; empty for other nodes and for
   * unknown anchors.
   */
  public Optional<YamlCursor> definition() {
    throw new UnsupportedOperationException("not yet");
  }

  /** The innermost node whose range touches the offset. */
  public YamlCursor at(int offset) {
    throw new UnsupportedOperationException("not yet " + offset);
  }
}
