package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlNode;
import io.github.ingressdesigner.yaml.YamlNode.Alias;
import io.github.ingressdesigner.yaml.YamlNode.Entry;
import io.github.ingressdesigner.yaml.YamlNode.Item;
import io.github.ingressdesigner.yaml.YamlNode.Mapping;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which alias leads to which definition, in document order: the latest one before it. */
final class AliasUses {
  private static final long MOST_NODES = 1_000_000;

  private AliasUses() {}

  /** Each alias of the document with its definition; aliases without one are left out. */
  static List<Use> uses(YamlCursor root) {
    List<Use> uses = new ArrayList<>();
    collect(root, new HashMap<>(), uses);
    return uses;
  }

  record Use(YamlCursor alias, YamlCursor definition) {}

  private static void collect(YamlCursor at, Map<String, YamlCursor> known, List<Use> uses) {
    at.node().anchor().ifPresent(name -> known.put(name, at));
    if (at.node() instanceof Alias alias) {
      Optional.ofNullable(known.get(alias.name())).ifPresent(d -> uses.add(new Use(at, d)));
    }
    at.children().forEach(child -> collect(child, known, uses));
  }

  /** Whether following all aliases ends, and within bounds: a few lines can stand for billions. */
  static boolean isBounded(YamlNode root) {
    return size(root, new HashMap<>()) <= MOST_NODES;
  }

  private static long size(YamlNode node, Map<String, Long> known) {
    if (node instanceof Alias alias) {
      return known.getOrDefault(alias.name(), 1L);
    }
    // Until its end is reached, an alias inside the node goes round in circles.
    node.anchor().ifPresent(name -> known.put(name, MOST_NODES + 1));
    long size = 1;
    switch (node) {
      case Mapping m -> {
        for (Entry entry : m.entries()) {
          size = Math.min(2 * MOST_NODES, size + size(entry.key(), known));
          size = Math.min(2 * MOST_NODES, size + size(entry.value(), known));
        }
      }
      case Sequence s -> {
        for (Item item : s.items()) {
          size = Math.min(2 * MOST_NODES, size + size(item.node(), known));
        }
      }
      case Scalar _, Alias _ -> {}
    }
    long whole = size;
    node.anchor().ifPresent(name -> known.put(name, whole));
    return size;
  }

  /** The nodes with an anchor in and below a node, in document order. */
  static List<YamlCursor> definedIn(YamlCursor cursor) {
    List<YamlCursor> found = new ArrayList<>();
    if (cursor.node().anchor().isPresent()) {
      found.add(cursor);
    }
    cursor.children().forEach(child -> found.addAll(definedIn(child)));
    return found;
  }

  static boolean hasAlias(YamlNode node) {
    return switch (node) {
      case Scalar _ -> false;
      case Alias _ -> true;
      case Mapping m ->
          m.entries().stream().anyMatch(e -> hasAlias(e.key()) || hasAlias(e.value()));
      case Sequence s -> s.items().stream().anyMatch(i -> hasAlias(i.node()));
    };
  }

  /** {@code &name} and the space that parts it from what follows. */
  static TextRange propertyRange(Slice slice, YamlCursor anchored) {
    String token = "&" + anchored.node().anchor().orElseThrow();
    int start = slice.text().indexOf(token, anchored.start());
    int end = start + token.length();
    int next = slice.skipSpaces(end);
    if (next < slice.lineEnd(end) && slice.text().charAt(next) != '#') {
      return new TextRange(start, next);
    }
    boolean spaced = start > 0 && slice.text().charAt(start - 1) == ' ';
    return new TextRange(spaced ? start - 1 : start, end);
  }

  /** The node and all below it without anchors; aliases stay the same objects. */
  static YamlNode strip(YamlNode node) {
    Optional<String> none = Optional.empty();
    return switch (node) {
      case Scalar s when s.anchor().isEmpty() -> s;
      case Scalar s -> new Scalar(0, 0, none, s.tag(), s.style(), s.value());
      case Alias alias -> alias;
      case Mapping m ->
          new Mapping(
              0,
              0,
              none,
              m.tag(),
              m.flow(),
              m.entries().stream()
                  .map(e -> new Entry(0, 0, strip(e.key()), 0, strip(e.value())))
                  .toList());
      case Sequence s ->
          new Sequence(
              0,
              0,
              none,
              s.tag(),
              s.flow(),
              s.items().stream().map(i -> new Item(0, 0, strip(i.node()))).toList());
    };
  }

  /** The node with its own anchor taken away. */
  static YamlNode withoutAnchor(YamlNode node) {
    return named(node, Optional.empty());
  }

  /** The node with the anchor of another one. */
  static YamlNode withAnchor(YamlNode node, YamlNode named) {
    return named(node, named.anchor());
  }

  private static YamlNode named(YamlNode node, Optional<String> anchor) {
    return switch (node) {
      case Scalar s -> new Scalar(0, 0, anchor, s.tag(), s.style(), s.value());
      case Alias alias -> alias;
      case Mapping m -> new Mapping(0, 0, anchor, m.tag(), m.flow(), m.entries());
      case Sequence s -> new Sequence(0, 0, anchor, s.tag(), s.flow(), s.items());
    };
  }

  /** The node with every alias replaced by what it stands for, and without anchors. */
  static YamlNode inlined(YamlCursor cursor) {
    Optional<String> none = Optional.empty();
    YamlNode node = cursor.node();
    return switch (node) {
      case Scalar s -> strip(s);
      case Alias _ -> cursor.definition().map(AliasUses::inlined).orElse(node);
      case Mapping m -> {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < m.entries().size(); i++) {
          entries.add(new Entry(0, 0, inlined(cursor.key(i)), 0, inlined(cursor.value(i))));
        }
        yield new Mapping(0, 0, none, m.tag(), m.flow(), entries);
      }
      case Sequence s -> {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < s.items().size(); i++) {
          items.add(new Item(0, 0, inlined(cursor.item(i))));
        }
        yield new Sequence(0, 0, none, s.tag(), s.flow(), items);
      }
    };
  }

  /**
   * Whether every alias of a planned tree leads to the same definition as before.
   *
   * @return the name of an anchor for which it does not
   */
  static Optional<String> firstAstray(Draft draft, YamlNode plannedRoot) {
    Map<YamlNode, YamlNode> before = new IdentityHashMap<>();
    uses(draft.root()).forEach(use -> before.put(use.alias().node(), use.definition().node()));
    return astray(plannedRoot, new HashMap<>(), before, draft.planned());
  }

  private static Optional<String> astray(
      YamlNode node,
      Map<String, YamlNode> known,
      Map<YamlNode, YamlNode> before,
      PlannedTree planned) {
    node.anchor().ifPresent(name -> known.put(name, planned.origin(node)));
    return switch (node) {
      case Scalar _ -> Optional.empty();
      case Alias alias ->
          known.containsKey(alias.name()) && known.get(alias.name()) == before.get(alias)
              ? Optional.empty()
              : Optional.of(alias.name());
      case Mapping m ->
          m.entries().stream()
              .flatMap(e -> List.of(e.key(), e.value()).stream())
              .map(child -> astray(child, known, before, planned))
              .flatMap(Optional::stream)
              .findFirst();
      case Sequence s ->
          s.items().stream()
              .map(i -> astray(i.node(), known, before, planned))
              .flatMap(Optional::stream)
              .findFirst();
    };
  }
}
