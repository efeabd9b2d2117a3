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
 * What a document means: the tree without places, comments and most of style. A scalar keeps
 * whether it is plain, since plain {@code 1} and {@code "1"} differ; an alias keeps which
 * definition it leads to, not its name.
 */
sealed interface YamlShape {
  record ScalarShape(Optional<String> tag, String value, boolean plain) implements YamlShape {}

  record MappingShape(Optional<String> tag, List<YamlShape> keysAndValues) implements YamlShape {}

  record SequenceShape(Optional<String> tag, List<YamlShape> items) implements YamlShape {}

  /**
   * @param definition number of the anchored node in the order of the text, -1 for an unknown one
   */
  record AliasShape(int definition) implements YamlShape {}

  static YamlShape of(YamlTree tree) {
    return of(tree.root(), new HashMap<>(), new int[1]);
  }

  private static YamlShape of(YamlNode node, Map<String, Integer> latest, int[] next) {
    node.anchor().ifPresent(name -> latest.put(name, next[0]++));
    List<YamlShape> children = new ArrayList<>();
    return switch (node) {
      case Scalar scalar ->
          new ScalarShape(scalar.tag(), scalar.value(), scalar.style() == Style.PLAIN);
      case Alias alias -> new AliasShape(latest.getOrDefault(alias.name(), -1));
      case Sequence sequence -> {
        sequence.items().forEach(item -> children.add(of(item.node(), latest, next)));
        yield new SequenceShape(sequence.tag(), children);
      }
      case Mapping mapping -> {
        for (YamlNode.Entry entry : mapping.entries()) {
          children.add(of(entry.key(), latest, next));
          children.add(of(entry.value(), latest, next));
        }
        yield new MappingShape(mapping.tag(), children);
      }
    };
  }
}
