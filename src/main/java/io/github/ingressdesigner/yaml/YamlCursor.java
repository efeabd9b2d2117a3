package io.github.ingressdesigner.yaml;

import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.YamlNode.Alias;
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
  public record Place(YamlCursor parent, int index, boolean isKey) {
    /** In what stands before this place in the parent, or the parent itself. */
    private Optional<YamlCursor> lastDefinitionBefore(String anchor) {
      Optional<YamlCursor> found = Optional.empty();
      if (parent.node() instanceof Mapping && !isKey) {
        found = parent.key(index).lastDefinition(anchor);
      }
      for (int i = index - 1; i >= 0 && found.isEmpty(); i--) {
        int sibling = i;
        found =
            parent.node() instanceof Mapping
                ? parent
                    .value(sibling)
                    .lastDefinition(anchor)
                    .or(() -> parent.key(sibling).lastDefinition(anchor))
                : parent.item(sibling).lastDefinition(anchor);
      }
      return found.or(() -> Optional.of(parent).filter(at -> at.isAnchored(anchor)));
    }
  }

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
   * unknown anchors. Walks the document backwards.
   */
  public Optional<YamlCursor> definition() {
    if (!(node instanceof Alias alias)) {
      return Optional.empty();
    }
    Optional<YamlCursor> found = Optional.empty();
    for (YamlCursor at = this;
        found.isEmpty() && at.place.isPresent();
        at = at.place.get().parent) {
      found = at.place.get().lastDefinitionBefore(alias.name());
    }
    return found;
  }

  /** In this node or below it, the last one in the order of the text. */
  private Optional<YamlCursor> lastDefinition(String anchor) {
    for (int i = entries().size() - 1; i >= 0; i--) {
      int index = i;
      Optional<YamlCursor> found =
          value(index).lastDefinition(anchor).or(() -> key(index).lastDefinition(anchor));
      if (found.isPresent()) {
        return found;
      }
    }
    for (int i = items().size() - 1; i >= 0; i--) {
      Optional<YamlCursor> found = item(i).lastDefinition(anchor);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.of(this).filter(at -> at.isAnchored(anchor));
  }

  private boolean isAnchored(String anchor) {
    return node.anchor().filter(anchor::equals).isPresent();
  }

  /** The innermost node whose range touches the offset; this node if none below it does. */
  public YamlCursor at(int offset) {
    return childAt(offset).map(child -> child.at(offset)).orElse(this);
  }

  private Optional<YamlCursor> childAt(int offset) {
    return switch (node) {
      case Mapping mapping -> {
        int index = ((EntryList) mapping.entries()).lastStartingAt(offset - start);
        yield index < 0
            ? Optional.empty()
            : Optional.of(key(index))
                .filter(key -> key.range().touches(offset) && !key.isMissing())
                .or(() -> Optional.of(value(index)).filter(at -> at.range().touches(offset)));
      }
      case Sequence sequence -> {
        int index = ((ItemList) sequence.items()).lastStartingAt(offset - start);
        yield index < 0
            ? Optional.empty()
            : Optional.of(item(index)).filter(item -> item.range().touches(offset));
      }
      case Scalar scalar -> Optional.empty();
      case Alias alias -> Optional.empty();
    };
  }

  private boolean isMissing() {
    return node instanceof Scalar scalar && scalar.isMissing();
  }
}
