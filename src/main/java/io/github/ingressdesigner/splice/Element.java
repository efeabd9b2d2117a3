package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlNode;
import io.github.ingressdesigner.yaml.YamlNode.Mapping;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlNode.Sequence;
import io.github.ingressdesigner.yaml.YamlNode.Style;
import java.util.Optional;

/** An item of a list or an entry of a mapping, as it stands in the text. */
record Element(Slice slice, YamlCursor parent, int index) {
  /** The element that a node is the value of. */
  static Optional<Element> around(Slice slice, YamlCursor cursor) {
    return cursor.place().map(place -> new Element(slice, place.parent(), place.index()));
  }

  static int count(YamlCursor collection) {
    return collection.items().size() + collection.entries().size();
  }

  static boolean isFlow(YamlCursor collection) {
    return switch (collection.node()) {
      case Mapping mapping -> mapping.flow();
      case Sequence sequence -> sequence.flow();
      case Scalar _, YamlNode.Alias _ -> false;
    };
  }

  boolean isItem() {
    return parent.node() instanceof Sequence;
  }

  YamlCursor value() {
    return isItem() ? parent.item(index) : parent.value(index);
  }

  /** The dash or the key; in a flow list the value. */
  int start() {
    return parent.start()
        + (isItem() ? parent.items().get(index).start() : parent.entries().get(index).start());
  }

  /** Behind the last character of the content. */
  int end() {
    return Math.max(start(), value().range().end());
  }

  int column() {
    return slice.column(start());
  }

  /** Whether something else stands before it on its line: a dash, another element. */
  boolean sharesLine() {
    return !slice.isFirstOnLine(start());
  }

  boolean inFlow() {
    return isFlow(parent);
  }

  Element sibling(int other) {
    return new Element(slice, parent, other);
  }

  boolean isLast() {
    return index + 1 == count(parent);
  }

  /**
   * A block scalar that ends the element with its line break "clipped" (neither {@code -} nor
   * {@code +}), if one does: such a scalar changes its value when the text's end moves.
   */
  Optional<TextRange> clippedEnd() {
    YamlCursor at = value();
    while (!isFlow(at) && count(at) > 0) {
      at = new Element(slice, at, count(at) - 1).value();
    }
    if (at.node() instanceof Scalar scalar
        && (scalar.style() == Style.LITERAL || scalar.style() == Style.FOLDED)) {
      int header = at.valueRange().start();
      String text = slice.text().substring(header, slice.lineEnd(header));
      boolean clips = !text.startsWith("-", 1) && !text.startsWith("+", 1);
      boolean digit = text.length() > 2 && (text.charAt(2) == '-' || text.charAt(2) == '+');
      return clips && !digit ? Optional.of(TextRange.at(header + 1)) : Optional.empty();
    }
    return Optional.empty();
  }
}
