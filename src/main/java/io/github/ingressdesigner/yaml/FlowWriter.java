package io.github.ingressdesigner.yaml;

import io.github.ingressdesigner.yaml.Sketch.Bare;
import io.github.ingressdesigner.yaml.Sketch.Field;
import io.github.ingressdesigner.yaml.Sketch.Fields;
import io.github.ingressdesigner.yaml.Sketch.Items;
import io.github.ingressdesigner.yaml.Sketch.Layout;
import io.github.ingressdesigner.yaml.Sketch.Link;
import io.github.ingressdesigner.yaml.Sketch.Text;
import io.github.ingressdesigner.yaml.YamlNode.Style;
import java.util.List;

/** Writes a value in flow style, on one line or over several, in the habits of a file. */
public final class FlowWriter {
  private final YamlHabits habits;

  public FlowWriter(YamlHabits habits) {
    this.habits = habits;
  }

  /**
   * A value inside brackets.
   *
   * @param around layout of what it stands in; taken where the value has no flow layout itself
   * @param indent column of the line that it begins in
   */
  public String write(Sketch value, Layout around, int indent) {
    return switch (value) {
      case Text _, Bare _, Link _ -> scalar(value, true);
      case Fields f ->
          f.props().prefix()
              + collection(
                  "{}",
                  f.fields(),
                  layout(f.layout(), around),
                  indent,
                  habits.padMap(),
                  this::entry);
      case Items s ->
          s.props().prefix()
              + collection(
                  "[]",
                  s.items(),
                  layout(s.layout(), around),
                  indent,
                  habits.padList(),
                  this::write);
    };
  }

  /** {@code key: value} inside braces. */
  public String entry(Field field, Layout around, int indent) {
    String key = scalar(field.key(), true);
    boolean space = !key.endsWith("\"") && !habits.colon().endsWith(" ");
    return key + (space ? ": " : habits.colon()) + write(field.value(), around, indent);
  }

  /** A scalar on one line. */
  public String scalar(Sketch value, boolean inFlow) {
    return switch (value) {
      case Text text -> {
        Style style = habits.json() && inFlow ? Style.DOUBLE_QUOTED : text.style();
        boolean plain = ScalarWriter.isPlainSafe(text.value(), inFlow);
        yield text.props().prefix()
            + ScalarWriter.inline(
                text.value(), style == Style.PLAIN && !plain ? habits.quote() : style, inFlow);
      }
      case Bare bare ->
          bare.text().isEmpty() && habits.json() && inFlow
              ? "null"
              : (bare.props().prefix() + bare.text()).strip();
      case Link link -> "*" + link.name();
      case Fields _, Items _ -> write(value, Layout.FLOW, 0);
    };
  }

  @FunctionalInterface
  private interface ElementWriter<T> {
    String write(T element, Layout around, int indent);
  }

  private <T> String collection(
      String brackets,
      List<T> elements,
      Layout layout,
      int indent,
      boolean padded,
      ElementWriter<T> writer) {
    String open = brackets.substring(0, 1);
    String close = brackets.substring(1);
    if (elements.isEmpty()) {
      return brackets;
    }
    boolean lines = layout == Layout.FLOW_LINES;
    int inner = lines ? indent + habits.step() : indent;
    String before = lines ? "\n" + " ".repeat(inner) : padded ? " " : "";
    String after = lines ? "\n" + " ".repeat(indent) : padded ? " " : "";
    String between = lines ? ",\n" + " ".repeat(inner) : habits.comma();
    List<String> written =
        elements.stream().map(element -> writer.write(element, layout, inner)).toList();
    return open + before + String.join(between, written) + after + close;
  }

  private static Layout layout(Layout own, Layout around) {
    return own == Layout.BLOCK ? around : own;
  }
}
