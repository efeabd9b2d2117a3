package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.yaml.ScalarWriter;
import io.github.ingressdesigner.yaml.YamlNode;
import io.github.ingressdesigner.yaml.YamlNode.Alias;
import io.github.ingressdesigner.yaml.YamlNode.Entry;
import io.github.ingressdesigner.yaml.YamlNode.Mapping;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlNode.Sequence;
import io.github.ingressdesigner.yaml.YamlNode.Style;
import java.util.List;

/**
 * Whether two trees mean the same: kinds, order, values, tags and anchors, but neither marks nor
 * quotes. Shared nodes are the same at once, so comparing costs what was read anew. Since anchors
 * and aliases are compared by name and in order, aliases of equal trees lead to equal places.
 */
final class Meaning {
  private Meaning() {}

  static boolean same(YamlNode a, YamlNode b) {
    if (a == b) {
      return true;
    }
    if (!a.anchor().equals(b.anchor()) || !a.tag().equals(b.tag())) {
      return false;
    }
    return switch (a) {
      case Scalar x -> b instanceof Scalar y && sameScalar(x, y);
      case Alias x -> b instanceof Alias y && x.name().equals(y.name());
      case Mapping x -> b instanceof Mapping y && sameEntries(x.entries(), y.entries());
      case Sequence x ->
          b instanceof Sequence y
              && sameNodes(
                  x.items().stream().map(YamlNode.Item::node).toList(),
                  y.items().stream().map(YamlNode.Item::node).toList());
    };
  }

  /** A plain scalar may be a number; one that can only be a string equals a quoted one. */
  private static boolean sameScalar(Scalar a, Scalar b) {
    boolean plain = a.style() == Style.PLAIN;
    return a.value().equals(b.value())
        && (plain == (b.style() == Style.PLAIN)
            || ScalarWriter.isPlainSafe(a.value(), false)
            || a.tag().isPresent());
  }

  private static boolean sameEntries(List<Entry> a, List<Entry> b) {
    return sameNodes(a.stream().map(Entry::key).toList(), b.stream().map(Entry::key).toList())
        && sameNodes(a.stream().map(Entry::value).toList(), b.stream().map(Entry::value).toList());
  }

  private static boolean sameNodes(List<YamlNode> a, List<YamlNode> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!same(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }
}
