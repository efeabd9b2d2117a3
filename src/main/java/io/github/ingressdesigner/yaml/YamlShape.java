package io.github.ingressdesigner.yaml;

import io.github.ingressdesigner.yaml.YamlNode.Alias;
import io.github.ingressdesigner.yaml.YamlNode.Mapping;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlNode.Sequence;
import io.github.ingressdesigner.yaml.YamlNode.Style;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a document means to a reader of YAML: the tree without places, comments and most of style.
 * Two documents mean the same if their shapes are equal. A scalar keeps whether it is plain, since
 * plain {@code 1} and {@code "1"} differ; an alias keeps which definition it resolves to, not its
 * name.
 */
public sealed interface YamlShape {
  record ScalarShape(Optional<String> tag, String value, boolean plain) implements YamlShape {}

  record MappingShape(Optional<String> tag, List<EntryShape> entries) implements YamlShape {
    public MappingShape {
      entries = List.copyOf(entries);
    }
  }

  record EntryShape(YamlShape key, YamlShape value) {}

  record SequenceShape(Optional<String> tag, List<YamlShape> items) implements YamlShape {
    public SequenceShape {
      items = List.copyOf(items);
    }
  }

  /** A node that an alias refers to. Ids are given in the order of the text, from 0. */
  record AnchoredShape(int id, YamlShape node) implements YamlShape {}

  /**
   * A reference to the {@link AnchoredShape} of that id.
   *
   * @param id -1 if the anchor is not defined before the alias
   * @param unknown the name in that case
   */
  record AliasShape(int id, Optional<String> unknown) implements YamlShape {}

  static YamlShape of(YamlTree tree) {
    return of(tree.root());
  }

  /** The shape of a node by itself: aliases to anchors outside it are unknown. */
  static YamlShape of(YamlNode node) {
    return new Shaping().shape(node).canonical();
  }

  /** Whether both mean the same, whatever ids their anchored nodes have. */
  default boolean meansSame(YamlShape other) {
    return canonical().equals(other.canonical());
  }

  /** The same with anchors that no alias uses left out, and ids given anew. */
  default YamlShape canonical() {
    Map<Integer, Integer> used = new HashMap<>();
    collectAliases(this, used);
    return used.isEmpty() && !(this instanceof AnchoredShape) && !hasAnchors(this)
        ? this
        : renumber(this, used, new int[1]);
  }

  private static boolean hasAnchors(YamlShape shape) {
    return switch (shape) {
      case ScalarShape scalar -> false;
      case AliasShape alias -> false;
      case AnchoredShape anchored -> true;
      case SequenceShape sequence -> sequence.items().stream().anyMatch(YamlShape::hasAnchors);
      case MappingShape mapping ->
          mapping.entries().stream().anyMatch(e -> hasAnchors(e.key()) || hasAnchors(e.value()));
    };
  }

  private static void collectAliases(YamlShape shape, Map<Integer, Integer> used) {
    switch (shape) {
      case ScalarShape scalar -> {}
      case AliasShape alias -> used.put(alias.id(), -1);
      case AnchoredShape anchored -> collectAliases(anchored.node(), used);
      case SequenceShape sequence -> sequence.items().forEach(item -> collectAliases(item, used));
      case MappingShape mapping ->
          mapping
              .entries()
              .forEach(
                  entry -> {
                    collectAliases(entry.key(), used);
                    collectAliases(entry.value(), used);
                  });
    }
  }

  private static YamlShape renumber(YamlShape shape, Map<Integer, Integer> ids, int[] next) {
    return switch (shape) {
      case ScalarShape scalar -> scalar;
      case AliasShape alias ->
          new AliasShape(ids.getOrDefault(alias.id(), alias.id()), alias.unknown());
      case AnchoredShape anchored -> {
        if (!ids.containsKey(anchored.id())) {
          yield renumber(anchored.node(), ids, next);
        }
        int id = next[0]++;
        ids.put(anchored.id(), id);
        yield new AnchoredShape(id, renumber(anchored.node(), ids, next));
      }
      case SequenceShape sequence -> {
        List<YamlShape> items = new ArrayList<>();
        sequence.items().forEach(item -> items.add(renumber(item, ids, next)));
        yield new SequenceShape(sequence.tag(), items);
      }
      case MappingShape mapping -> {
        List<EntryShape> entries = new ArrayList<>();
        for (EntryShape entry : mapping.entries()) {
          YamlShape key = renumber(entry.key(), ids, next);
          entries.add(new EntryShape(key, renumber(entry.value(), ids, next)));
        }
        yield new MappingShape(mapping.tag(), entries);
      }
    };
  }

  /** One walk in the order of the text, knowing the latest definition of each anchor. */
  final class Shaping {
    private final Map<String, Integer> latest = new HashMap<>();
    private int next;

    private Shaping() {}

    private YamlShape shape(YamlNode node) {
      if (node.anchor().isEmpty()) {
        return bare(node);
      }
      int id = next++;
      latest.put(node.anchor().get(), id);
      return new AnchoredShape(id, bare(node));
    }

    private YamlShape bare(YamlNode node) {
      return switch (node) {
        case Scalar scalar ->
            new ScalarShape(scalar.tag(), scalar.value(), scalar.style() == Style.PLAIN);
        case Alias alias -> {
          Optional<Integer> id = Optional.ofNullable(latest.get(alias.name()));
          yield new AliasShape(
              id.orElse(-1), id.isPresent() ? Optional.empty() : Optional.of(alias.name()));
        }
        case Sequence sequence -> {
          List<YamlShape> items = new ArrayList<>();
          sequence.items().forEach(item -> items.add(shape(item.node())));
          yield new SequenceShape(sequence.tag(), items);
        }
        case Mapping mapping -> {
          List<EntryShape> entries = new ArrayList<>();
          for (YamlNode.Entry entry : mapping.entries()) {
            YamlShape key = shape(entry.key());
            entries.add(new EntryShape(key, shape(entry.value())));
          }
          yield new MappingShape(mapping.tag(), entries);
        }
      };
    }
  }
}
