package io.github.ingressdesigner.bind;

import io.github.ingressdesigner.yaml.YamlNode;
import io.github.ingressdesigner.yaml.YamlNode.Alias;
import io.github.ingressdesigner.yaml.YamlNode.Entry;
import io.github.ingressdesigner.yaml.YamlNode.Item;
import io.github.ingressdesigner.yaml.YamlNode.Mapping;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlNode.Sequence;
import io.github.ingressdesigner.yaml.YamlTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a tree share, by identity, every node that was equal in the tree before it, wherever it
 * stood there: more than any reader shares, so that binding is tried harder.
 */
final class SharedNodes {
  private final Map<YamlNode, Deque<YamlNode>> old = new HashMap<>();

  private SharedNodes() {}

  static YamlTree share(YamlTree before, YamlTree after) {
    SharedNodes shared = new SharedNodes();
    shared.collect(before.root());
    YamlNode root = shared.rebuild(after.root());
    return new YamlTree(root, after.rootOffset(), after.length(), after.anchors());
  }

  private void collect(YamlNode node) {
    old.computeIfAbsent(node, _ -> new ArrayDeque<>()).add(node);
    children(node).forEach(this::collect);
  }

  private static List<YamlNode> children(YamlNode node) {
    List<YamlNode> children = new ArrayList<>();
    switch (node) {
      case Mapping mapping ->
          mapping
              .entries()
              .forEach(
                  e -> {
                    children.add(e.key());
                    children.add(e.value());
                  });
      case Sequence sequence -> sequence.items().forEach(i -> children.add(i.node()));
      case Scalar _, Alias _ -> {}
    }
    return children;
  }

  /** Takes each old node at most once, with all that is below it. */
  private YamlNode rebuild(YamlNode node) {
    Deque<YamlNode> equal = old.getOrDefault(node, new ArrayDeque<>());
    while (!equal.isEmpty()) {
      YamlNode candidate = equal.poll();
      if (take(candidate)) {
        return candidate;
      }
    }
    return switch (node) {
      case Mapping m ->
          new Mapping(
              m.length(),
              m.valueOffset(),
              m.anchor(),
              m.tag(),
              m.flow(),
              m.entries().stream().map(this::rebuild).toList());
      case Sequence s ->
          new Sequence(
              s.length(),
              s.valueOffset(),
              s.anchor(),
              s.tag(),
              s.flow(),
              s.items().stream()
                  .map(i -> new Item(i.start(), i.nodeOffset(), rebuild(i.node())))
                  .toList());
      case Scalar scalar -> scalar;
      case Alias alias -> alias;
    };
  }

  private Entry rebuild(Entry e) {
    return new Entry(
        e.start(), e.keyOffset(), rebuild(e.key()), e.valueOffset(), rebuild(e.value()));
  }

  /** Whether nothing below the node is taken yet; then all of it is. */
  private boolean take(YamlNode node) {
    return children(node).stream().allMatch(this::isFree)
        && children(node).stream().allMatch(this::takeBelow);
  }

  private boolean isFree(YamlNode node) {
    return old.get(node).stream().anyMatch(n -> n == node)
        && children(node).stream().allMatch(this::isFree);
  }

  private boolean takeBelow(YamlNode node) {
    old.get(node).removeIf(n -> n == node);
    return children(node).stream().allMatch(this::takeBelow);
  }
}
