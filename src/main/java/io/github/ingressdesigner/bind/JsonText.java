package io.github.ingressdesigner.bind;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.yaml.YamlNode;
import io.github.ingressdesigner.yaml.YamlTree;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * A document as the JSON that kubectl makes of it: scalars typed by {@link KubeScalars}, aliases
 * and merges written out, the last of two equal keys.
 */
public final class JsonText {
  /** What came of it. */
  public sealed interface Result {}

  public record Json(String text) implements Result {}

  /**
   * kubectl refuses the document.
   *
   * @param message for people; it repeats no value
   */
  public record Refused(FieldPath at, String message) implements Result {}

  private static final int DEEPEST = 1_000;

  /** Go writes larger whole floating-point numbers with an exponent. */
  private static final double WHOLE_BELOW = 1e21;

  private static final class RefusedException extends RuntimeException {
    private final transient Trail at;

    RefusedException(Trail at, String message) {
      super(message, null, false, false);
      this.at = at;
    }
  }

  private final Reading reading;
  private final StringBuilder out = new StringBuilder();

  private JsonText(Reading reading) {
    this.reading = reading;
  }

  public static Result of(YamlTree tree) {
    Reading reading = new Reading(Aliases.of(tree));
    reading.setQuiet(true);
    JsonText json = new JsonText(reading);
    try {
      json.value(tree.root(), Trail.ROOT, 0);
      return new Json(json.out.toString());
    } catch (RefusedException e) {
      return new Refused(e.at.path(), e.getMessage());
    }
  }

  private void value(YamlNode node, Trail at, int depth) {
    if (depth > DEEPEST) {
      throw new RefusedException(at, "This is nested too deep.");
    }
    switch (node) {
      case YamlNode.Alias alias -> value(target(alias, at), at, depth + 1);
      case YamlNode.Scalar scalar -> scalar(scalar, at);
      case YamlNode.Mapping mapping -> mapping(mapping, at, depth);
      case YamlNode.Sequence sequence -> {
        out.append('[');
        for (int i = 0; i < sequence.items().size(); i++) {
          out.append(i == 0 ? "" : ",");
          value(sequence.items().get(i).node(), at.index(i), depth + 1);
        }
        out.append(']');
      }
    }
  }

  private YamlNode target(YamlNode.Alias alias, Trail at) {
    return reading.follow(alias).orElseThrow(() -> new RefusedException(at, Aliases.UNKNOWN));
  }

  private void mapping(YamlNode.Mapping mapping, Trail at, int depth) {
    for (YamlNode.Entry entry : mapping.entries()) {
      check(entry, at);
    }
    Map<String, YamlNode> all = new Fields(reading, Optional.of(mapping), at).all();
    out.append('{');
    boolean first = true;
    for (Map.Entry<String, YamlNode> entry : all.entrySet()) {
      out.append(first ? "" : ",");
      first = false;
      text(entry.getKey());
      out.append(':');
      value(entry.getValue(), at.key(entry.getKey()), depth + 1);
    }
    out.append('}');
  }

  private void check(YamlNode.Entry entry, Trail at) {
    if (KubeScalars.isMerge(entry.key())) {
      YamlNode merged = reading.follow(entry.value()).orElse(entry.value());
      if (!(merged instanceof YamlNode.Mapping || merged instanceof YamlNode.Sequence)) {
        throw new RefusedException(at, "The merge key << needs a mapping or a list of mappings.");
      }
      return;
    }
    String key =
        KubeScalars.key(entry.key())
            .orElseThrow(
                () ->
                    new RefusedException(
                        at, "A key must be text, not null, a list or a mapping. Rename it."));
    if (entry.value() instanceof YamlNode.Alias alias) {
      target(alias, at.key(key));
    }
  }

  private void scalar(YamlNode.Scalar scalar, Trail at) {
    switch (KubeScalars.of(scalar)) {
      case KubeValue.Text text -> text(text.value());
      case KubeValue.Bool bool -> out.append(bool.value());
      case KubeValue.Whole whole -> out.append(whole.value());
      case KubeValue.Decimal decimal -> decimal(decimal.value());
      case KubeValue.Null _ -> out.append("null");
      case KubeValue.Refused refused ->
          throw new RefusedException(
              at, "Field %s is not readable: %s.".formatted(at.field(), refused.why()));
    }
  }

  private void decimal(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < WHOLE_BELOW;
    out.append(whole ? new BigDecimal(value).toBigInteger().toString() : Double.toString(value));
  }

  private void text(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        default -> {
          if (c < ' ' || Character.isSurrogate(c)) {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
