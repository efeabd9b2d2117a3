package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.yaml.BlockWriter;
import io.github.ingressdesigner.yaml.FlowWriter;
import io.github.ingressdesigner.yaml.Sketch;
import io.github.ingressdesigner.yaml.Sketch.Field;
import io.github.ingressdesigner.yaml.Sketch.Layout;
import io.github.ingressdesigner.yaml.YamlHabits;
import io.github.ingressdesigner.yaml.YamlNode;
import io.github.ingressdesigner.yaml.YamlNode.Entry;
import io.github.ingressdesigner.yaml.YamlNode.Item;
import java.util.List;
import java.util.Optional;

/** What is put into a list or a mapping. */
sealed interface Content {
  /** The key of an entry; empty for an item. */
  Optional<Sketch> key();

  /** The value, to be written in flow style. */
  Sketch sketch();

  /** The value as reading it must give it. */
  YamlNode node();

  /** Whole lines, each with its indent; the dash or key stands at the column. No final break. */
  String lines(int column, YamlHabits habits);

  /** In brackets. */
  default String flow(YamlHabits habits, Layout around, int indent) {
    FlowWriter writer = new FlowWriter(habits);
    return key()
        .map(key -> writer.entry(new Field(key, sketch()), around, indent))
        .orElseGet(() -> writer.write(sketch(), around, indent));
  }

  /** An entry or an item written anew. */
  record Fresh(Optional<Sketch> key, Sketch sketch, YamlNode node) implements Content {
    static Fresh item(Sketch sketch) {
      return new Fresh(Optional.empty(), sketch, sketch.toNode());
    }

    static Fresh entry(Field field) {
      return new Fresh(Optional.of(field.key()), field.value(), field.value().toNode());
    }

    @Override
    public String lines(int column, YamlHabits habits) {
      BlockWriter writer = new BlockWriter(habits);
      String text =
          key.map(k -> writer.entry(new Field(k, sketch), column))
              .orElseGet(() -> writer.item(sketch, column));
      return " ".repeat(column) + text;
    }
  }

  /** An item as it stands elsewhere in block style, its lines moved sideways. */
  record Copied(ItemText text, Sketch sketch, YamlNode node) implements Content {
    @Override
    public Optional<Sketch> key() {
      return Optional.empty();
    }

    @Override
    public String lines(int column, YamlHabits habits) {
      return text.at(column);
    }
  }

  /** A key that holds the content as its only element. */
  record Nested(String name, Content inner) implements Content {
    @Override
    public Optional<Sketch> key() {
      return Optional.of(Sketch.text(name));
    }

    @Override
    public Sketch sketch() {
      return inner
          .key()
          .map(key -> Sketch.fields(List.of(new Field(key, inner.sketch()))))
          .orElseGet(() -> Sketch.items(List.of(inner.sketch())));
    }

    @Override
    public YamlNode node() {
      return Content.around(inner);
    }

    @Override
    public String lines(int column, YamlHabits habits) {
      int in = column + (inner.key().isPresent() ? habits.step() : habits.dashIndent());
      return " ".repeat(column) + name + ":\n" + inner.lines(in, habits);
    }
  }

  /** The collection that has the content as its only element. */
  static YamlNode around(Content content) {
    Optional<String> none = Optional.empty();
    return content
        .key()
        .<YamlNode>map(
            key ->
                new YamlNode.Mapping(
                    0,
                    0,
                    none,
                    none,
                    false,
                    List.of(new Entry(0, 0, key.toNode(), 0, content.node()))))
        .orElseGet(
            () ->
                new YamlNode.Sequence(
                    0, 0, none, none, false, List.of(new Item(0, 0, content.node()))));
  }
}
