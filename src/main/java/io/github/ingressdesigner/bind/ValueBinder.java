package io.github.ingressdesigner.bind;

import io.github.ingressdesigner.model.FieldValue;
import io.github.ingressdesigner.yaml.YamlNode;
import io.github.ingressdesigner.yaml.YamlNode.Alias;
import io.github.ingressdesigner.yaml.YamlNode.Mapping;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Binds what has no record of its own to plain values, without a word about odd ones. */
final class ValueBinder {
  private static final Set<String> BOUND = Set.of("apiVersion", "kind", "metadata");

  /** Deeper nesting is cut: no object that we read has it, and an alias could make it endless. */
  private static final int DEEPEST = 40;

  /** More values than any object that we read has; the rest is cut. */
  private static final int MOST = 200_000;

  private final Reading reading;
  private int count;

  ValueBinder(Reading reading) {
    this.reading = reading;
  }

  Map<String, FieldValue> topLevel(Map<String, YamlNode> fields) {
    Map<String, FieldValue> content = new LinkedHashMap<>();
    fields.forEach(
        (key, node) -> {
          if (!BOUND.contains(key)) {
            content.put(key, value(node, 0));
          }
        });
    return content;
  }

  private FieldValue value(YamlNode node, int depth) {
    if (depth > DEEPEST || ++count > MOST) {
      return FieldValue.NONE;
    }
    return switch (node) {
      case Alias alias ->
          reading.follow(alias).map(n -> value(n, depth + 1)).orElse(FieldValue.NONE);
      case Scalar scalar -> scalar(scalar);
      case Mapping mapping -> mapping(mapping, depth);
      case Sequence sequence -> {
        List<FieldValue> values = new ArrayList<>();
        sequence.items().forEach(item -> values.add(value(item.node(), depth + 1)));
        yield new FieldValue.Listing(values);
      }
    };
  }

  private FieldValue mapping(Mapping mapping, int depth) {
    Map<String, FieldValue> values = new LinkedHashMap<>();
    new Fields(reading, Optional.of(mapping), Trail.ROOT)
        .all()
        .forEach((key, node) -> values.put(key, value(node, depth + 1)));
    return new FieldValue.Mapping(values);
  }

  private static FieldValue scalar(Scalar scalar) {
    return switch (KubeScalars.of(scalar)) {
      case KubeValue.Null _ -> FieldValue.NONE;
      case KubeValue.Text text -> new FieldValue.Scalar(text.value(), true);
      case KubeValue.Bool bool -> new FieldValue.Scalar(Boolean.toString(bool.value()), false);
      case KubeValue.Whole whole -> new FieldValue.Scalar(whole.value().toString(), false);
      case KubeValue.Decimal _, KubeValue.Refused _ -> new FieldValue.Scalar(scalar.value(), false);
    };
  }
}
