package io.github.ingressdesigner.yaml;

import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlNode.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A value to be written, with the style that is wished for; it stands in no text. */
public sealed interface Sketch {
  enum Layout {
    BLOCK,
    /** On one line. */
    FLOW,
    /** In brackets, each element on a line of its own, as JSON is printed. */
    FLOW_LINES
  }

  /** Anchor and tag, as they are written before a value. */
  record Props(Optional<String> anchor, Optional<String> tag) {
    public static final Props NONE = new Props(Optional.empty(), Optional.empty());

    String prefix() {
      return tag.map(t -> t + " ").orElse("") + anchor.map(a -> "&" + a + " ").orElse("");
    }
  }

  /** A string; the style is kept where the value fits it. */
  record Text(Props props, String value, Style style) implements Sketch {}

  /** A number, boolean or null, or any other plain scalar that must stand exactly as it is. */
  record Bare(Props props, String text) implements Sketch {}

  record Link(String name) implements Sketch {}

  record Fields(Props props, List<Field> fields, Layout layout) implements Sketch {
    public Fields {
      fields = List.copyOf(fields);
    }

    /** The value under a key; empty where there is none. */
    public Optional<Sketch> find(String key) {
      return fields.stream().filter(f -> f.name().equals(key)).map(Field::value).findFirst();
    }
  }

  record Items(Props props, List<Sketch> items, Layout layout) implements Sketch {
    public Items {
      items = List.copyOf(items);
    }
  }

  record Field(Sketch key, Sketch value) {
    public static Field of(String key, Sketch value) {
      return new Field(text(key), value);
    }

    public String name() {
      return switch (key) {
        case Text text -> text.value();
        case Bare bare -> bare.text();
        case Link _, Fields _, Items _ -> "";
      };
    }
  }

  static Sketch text(String value) {
    return new Text(Props.NONE, value, Style.PLAIN);
  }

  static Sketch number(int value) {
    return new Bare(Props.NONE, Integer.toString(value));
  }

  static Sketch fields(List<Field> fields) {
    return new Fields(Props.NONE, fields, Layout.BLOCK);
  }

  static Sketch items(List<Sketch> items) {
    return new Items(Props.NONE, items, Layout.BLOCK);
  }

  /** A node as it is, without comments; brackets are written on one line. */
  static Sketch of(YamlNode node) {
    Props props = new Props(node.anchor(), node.tag());
    return switch (node) {
      case Scalar scalar -> of(scalar, props);
      case YamlNode.Alias alias -> new Link(alias.name());
      case YamlNode.Mapping mapping ->
          new Fields(
              props,
              mapping.entries().stream().map(e -> new Field(of(e.key()), of(e.value()))).toList(),
              mapping.flow() ? Layout.FLOW : Layout.BLOCK);
      case YamlNode.Sequence sequence ->
          new Items(
              props,
              sequence.items().stream().map(i -> of(i.node())).toList(),
              sequence.flow() ? Layout.FLOW : Layout.BLOCK);
    };
  }

  private static Sketch of(Scalar scalar, Props props) {
    return scalar.style() == Style.PLAIN && !ScalarWriter.isPlainSafe(scalar.value(), false)
        ? new Bare(props, scalar.value())
        : new Text(props, scalar.value(), scalar.style());
  }

  /** What stands in a text, with its styles; comments are not part of it. */
  static Sketch of(YamlCursor cursor, String slice) {
    return of(cursor, slice, false);
  }

  /**
   * The manner in which a value is written, to be given to {@link #like}: of each list only its
   * last item, which is the example for new ones, so that a long list costs nothing.
   */
  static Sketch example(YamlCursor cursor, String slice) {
    return of(cursor, slice, true);
  }

  private static Sketch of(YamlCursor cursor, String slice, boolean lastOnly) {
    YamlNode node = cursor.node();
    Props props = new Props(node.anchor(), node.tag());
    return switch (node) {
      case Scalar scalar -> of(scalar, props);
      case YamlNode.Alias alias -> new Link(alias.name());
      case YamlNode.Mapping mapping -> {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < mapping.entries().size(); i++) {
          fields.add(
              new Field(of(cursor.key(i), slice, lastOnly), of(cursor.value(i), slice, lastOnly)));
        }
        yield new Fields(props, fields, layout(cursor, mapping.flow(), slice));
      }
      case YamlNode.Sequence sequence -> {
        List<Sketch> items = new ArrayList<>();
        int size = sequence.items().size();
        for (int i = lastOnly ? Math.max(0, size - 1) : 0; i < size; i++) {
          items.add(of(cursor.item(i), slice, lastOnly));
        }
        yield new Items(props, items, layout(cursor, sequence.flow(), slice));
      }
    };
  }

  private static Layout layout(YamlCursor cursor, boolean flow, String slice) {
    if (!flow) {
      return Layout.BLOCK;
    }
    int from = cursor.valueRange().start() + 1;
    int to = from;
    while (to < slice.length() && (slice.charAt(to) == ' ' || slice.charAt(to) == '\n')) {
      to++;
    }
    return slice.substring(from, to).indexOf('\n') >= 0 ? Layout.FLOW_LINES : Layout.FLOW;
  }

  /**
   * The same value in the manner of an example: its order of keys, its quotes, its layout. Where
   * the example has nothing to say, nothing changes.
   */
  default Sketch like(Sketch example) {
    return switch (this) {
      case Text text ->
          example instanceof Text other && isQuoteOrPlain(other.style())
              ? new Text(text.props(), text.value(), other.style())
              : this;
      case Bare _, Link _ -> this;
      case Fields fields ->
          example instanceof Fields other && !other.fields().isEmpty()
              ? new Fields(fields.props(), fieldsLike(fields, other), other.layout())
              : this;
      case Items items ->
          example instanceof Items other && !other.items().isEmpty()
              ? new Items(items.props(), itemsLike(items, other), other.layout())
              : this;
    };
  }

  private static boolean isQuoteOrPlain(Style style) {
    return style != Style.LITERAL && style != Style.FOLDED;
  }

  /** In the example's order; what it does not have stays behind its own predecessor. */
  private static List<Field> fieldsLike(Fields fields, Fields example) {
    List<Field> result = new ArrayList<>();
    for (Field other : example.fields()) {
      fields.fields().stream()
          .filter(f -> f.name().equals(other.name()))
          .findFirst()
          .filter(f -> result.stream().noneMatch(r -> r.name().equals(f.name())))
          .ifPresent(
              f -> result.add(new Field(f.key().like(other.key()), f.value().like(other.value()))));
    }
    Sketch anyKey = example.fields().getFirst().key();
    int place = 0;
    for (Field field : fields.fields()) {
      int known = indexOf(result, field.name());
      if (known < 0) {
        result.add(place, new Field(field.key().like(anyKey), field.value()));
        known = place;
      }
      place = known + 1;
    }
    return result;
  }

  private static int indexOf(List<Field> fields, String name) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private static List<Sketch> itemsLike(Items items, Items example) {
    return items.items().stream().map(item -> item.like(example.items().getLast())).toList();
  }

  /** The node that reading this value back must give, without lengths and offsets. */
  default YamlNode toNode() {
    return switch (this) {
      case Text text ->
          new Scalar(
              0, 0, text.props().anchor(), text.props().tag(), writtenStyle(text), text.value());
      case Bare bare ->
          new Scalar(0, 0, bare.props().anchor(), bare.props().tag(), Style.PLAIN, bare.text());
      case Link link -> new YamlNode.Alias(0, link.name());
      case Fields f ->
          new YamlNode.Mapping(
              0,
              0,
              f.props().anchor(),
              f.props().tag(),
              f.layout() != Layout.BLOCK,
              f.fields().stream()
                  .map(e -> new YamlNode.Entry(0, 0, e.key().toNode(), 0, e.value().toNode()))
                  .toList());
      case Items s ->
          new YamlNode.Sequence(
              0,
              0,
              s.props().anchor(),
              s.props().tag(),
              s.layout() != Layout.BLOCK,
              s.items().stream().map(i -> new YamlNode.Item(0, 0, i.toNode())).toList());
    };
  }

  private static Style writtenStyle(Text text) {
    return text.style() == Style.PLAIN && !ScalarWriter.isPlainSafe(text.value(), false)
        ? Style.DOUBLE_QUOTED
        : text.style();
  }
}
