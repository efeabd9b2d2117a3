package io.github.ingressdesigner.yaml;

import io.github.ingressdesigner.yaml.YamlNode.Alias;
import io.github.ingressdesigner.yaml.YamlNode.Entry;
import io.github.ingressdesigner.yaml.YamlNode.Item;
import io.github.ingressdesigner.yaml.YamlNode.Mapping;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlNode.Sequence;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Trees and SnakeYAML's own events written down in the same words. */
final class TreeEvents {
  private TreeEvents() {}

  static List<String> of(YamlTree tree) {
    List<String> events = new ArrayList<>();
    add(tree.root(), events);
    return events;
  }

  private static void add(YamlNode node, List<String> events) {
    switch (node) {
      case Alias alias -> events.add("*" + alias.name());
      case Scalar scalar ->
          events.add(anchor(node) + scalar.style().name().charAt(0) + ":" + scalar.value());
      case Sequence sequence -> {
        events.add(anchor(node) + (sequence.flow() ? "flow [" : "["));
        for (Item item : sequence.items()) {
          add(item.node(), events);
        }
        events.add("]");
      }
      case Mapping mapping -> {
        events.add(anchor(node) + (mapping.flow() ? "flow {" : "{"));
        for (Entry entry : mapping.entries()) {
          add(entry.key(), events);
          add(entry.value(), events);
        }
        events.add("}");
      }
    }
  }

  private static String anchor(YamlNode node) {
    return node.anchor().map(name -> "&" + name + " ").orElse("");
  }

  static List<String> bySnakeYaml(String text) {
    List<String> events = new ArrayList<>();
    ParserImpl parser =
        new ParserImpl(new StreamReader(new StringReader(text)), new LoaderOptions());
    for (Event event = parser.getEvent(); event != null; event = parser.getEvent()) {
      switch (event) {
        case AliasEvent alias -> events.add("*" + alias.getAnchor());
        case ScalarEvent scalar ->
            events.add(
                anchor(scalar.getAnchor())
                    + scalar.getScalarStyle().name().charAt(0)
                    + ":"
                    + scalar.getValue());
        case SequenceStartEvent sequence ->
            events.add(anchor(sequence.getAnchor()) + (sequence.isFlow() ? "flow [" : "["));
        case MappingStartEvent mapping ->
            events.add(anchor(mapping.getAnchor()) + (mapping.isFlow() ? "flow {" : "{"));
        default -> {
          if (event.is(Event.ID.SequenceEnd)) {
            events.add("]");
          } else if (event.is(Event.ID.MappingEnd)) {
            events.add("}");
          }
        }
      }
    }
    return events;
  }

  private static String anchor(String name) {
    return Optional.ofNullable(name).map(n -> "&" + n + " ").orElse("");
  }
}
