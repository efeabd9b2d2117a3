package io.github.ingressdesigner.yaml;

import io.github.ingressdesigner.yaml.Sketch.Bare;
import io.github.ingressdesigner.yaml.Sketch.Field;
import io.github.ingressdesigner.yaml.Sketch.Fields;
import io.github.ingressdesigner.yaml.Sketch.Items;
import io.github.ingressdesigner.yaml.Sketch.Layout;
import io.github.ingressdesigner.yaml.Sketch.Link;
import io.github.ingressdesigner.yaml.Sketch.Text;
import io.github.ingressdesigner.yaml.YamlNode.Style;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes a value as block text in the habits of a file. The first line comes without its indent,
 * the others with it, and there is no line break at the end.
 */
public final class BlockWriter {
  private final YamlHabits habits;
  private final FlowWriter flow;

  public BlockWriter(YamlHabits habits) {
    this.habits = habits;
    this.flow = new FlowWriter(habits);
  }

  /**
   * {@code key: value}.
   *
   * @param column where the key stands
   */
  public String entry(Field field, int column) {
    return flow.scalar(field.key(), false) + ":" + value(field.value(), column);
  }

  /**
   * {@code - value}.
   *
   * @param column where the dash stands
   */
  public String item(Sketch value, int column) {
    String dash = "-" + " ".repeat(habits.dashGap());
    int inner = column + dash.length();
    return switch (value) {
      case Bare bare when bare.text().isEmpty() && bare.props().equals(Sketch.Props.NONE) -> "-";
      case Text _, Bare _, Link _ -> "-" + " ".repeat(habits.dashGap()) + scalar(value, inner);
      case Fields f when isBlock(f) ->
          f.props().equals(Sketch.Props.NONE)
              ? dash + entries(f, inner)
              : dash + f.props().prefix().strip() + lineBreak(inner) + entries(f, inner);
      case Items s when isBlock(s) ->
          s.props().equals(Sketch.Props.NONE)
              ? dash + items(s, inner)
              : dash + s.props().prefix().strip() + lineBreak(inner) + items(s, inner);
      case Fields _, Items _ -> dash + flow.write(value, Layout.FLOW, inner);
    };
  }

  /**
   * What follows the colon of a key: a space and the value, or a line break and the lines.
   *
   * @param column where the key stands
   */
  public String value(Sketch value, int column) {
    return switch (value) {
      case Bare bare when bare.text().isEmpty() && bare.props().equals(Sketch.Props.NONE) -> "";
      case Text _, Bare _, Link _ -> " " + scalar(value, column + habits.step());
      case Fields f when isBlock(f) -> {
        int inner = column + habits.step();
        yield behindColon(f.props()) + lineBreak(inner) + entries(f, inner);
      }
      case Items s when isBlock(s) -> {
        int inner = column + habits.dashIndent();
        yield behindColon(s.props()) + lineBreak(inner) + items(s, inner);
      }
      case Fields _, Items _ -> " " + flow.write(value, Layout.FLOW, column);
    };
  }

  /** The entries of a mapping, one below the other. */
  public String entries(Fields fields, int column) {
    return fields.fields().stream()
        .map(field -> entry(field, column))
        .collect(Collectors.joining(lineBreak(column)));
  }

  /** The items of a list, one below the other. */
  public String items(Items items, int column) {
    return items.items().stream()
        .map(item -> item(item, column))
        .collect(Collectors.joining(lineBreak(column)));
  }

  /** A scalar behind a colon or a dash; block scalars have their lines at the given column. */
  private String scalar(Sketch value, int column) {
    if (value instanceof Text text
        && (text.style() == Style.LITERAL || text.style() == Style.FOLDED)) {
      Optional<String> block = ScalarWriter.block(text.value(), text.style(), column);
      if (block.isPresent()) {
        return text.props().prefix() + block.get();
      }
    }
    return flow.scalar(value, false);
  }

  private static boolean isBlock(Fields fields) {
    return fields.layout() == Layout.BLOCK && !fields.fields().isEmpty();
  }

  private static boolean isBlock(Items items) {
    return items.layout() == Layout.BLOCK && !items.items().isEmpty();
  }

  private static String behindColon(Sketch.Props props) {
    return props.equals(Sketch.Props.NONE) ? "" : " " + props.prefix().strip();
  }

  private static String lineBreak(int column) {
    return "\n" + " ".repeat(column);
  }
}
