package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.yaml.FlowWriter;
import io.github.ingressdesigner.yaml.Sketch;
import io.github.ingressdesigner.yaml.Sketch.Layout;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlHabits;
import io.github.ingressdesigner.yaml.YamlNode;
import io.github.ingressdesigner.yaml.YamlNode.Mapping;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlNode.Sequence;
import java.util.Set;

/** The first element of a collection that is empty, or missing behind its key. */
final class Fill {
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

  private Fill() {}

  /** Whether the node can take a first element. */
  static boolean isEmpty(YamlNode node) {
    return switch (node) {
      case Scalar s -> s.style() == YamlNode.Style.PLAIN && NULLS.contains(s.value());
      case Mapping m -> m.entries().isEmpty();
      case Sequence s -> s.items().isEmpty();
      case YamlNode.Alias _ -> false;
    };
  }

  static void into(Draft draft, YamlCursor empty, Content content) {
    Slice slice = draft.slice();
    YamlHabits habits = YamlHabits.near(empty, slice.text());
    int from = empty.valueRange().start();
    int to = empty.valueRange().end();
    boolean inFlow = empty.parent().map(Element::isFlow).orElse(false);
    boolean isItem = empty.parent().map(p -> p.node() instanceof Sequence).orElse(true);
    if (inFlow) {
      String space = from == to && from > 0 && slice.text().charAt(from - 1) == ':' ? " " : "";
      draft.replace(from, to, space + bracketed(draft, empty, content, habits));
    } else if (isItem) {
      boolean missing = from == to;
      int column = slice.column(from) + (missing ? habits.dashGap() : 0);
      String lines = content.lines(column, habits).stripLeading();
      draft.replace(from, to, (missing ? " ".repeat(habits.dashGap()) : "") + lines);
    } else {
      int key = Element.around(slice, empty).map(Element::column).orElse(0);
      int column = key + (content.key().isPresent() ? habits.step() : habits.dashIndent());
      int gap = from;
      while (from < to && slice.text().charAt(gap - 1) == ' ') {
        gap--;
      }
      draft.delete(gap, to);
      draft.insert(slice.lineEnd(to), "\n" + content.lines(column, habits));
    }
    draft.planned().replace(empty, planned(empty.node(), content));
  }

  private static String bracketed(
      Draft draft, YamlCursor empty, Content content, YamlHabits habits) {
    Slice slice = draft.slice();
    YamlCursor parent = empty.parent().orElseThrow();
    Layout layout = FlowPlaces.layout(slice, parent);
    Element element = Element.around(slice, empty).orElseThrow();
    Content whole = new Content.Nested("", content);
    Sketch sketch = whole.sketch();
    return new FlowWriter(habits).write(sketch, layout, FlowPlaces.lineIndent(slice, element));
  }

  /** The filled collection, with the anchor and tag that stay in front of it. */
  private static YamlNode planned(YamlNode old, Content content) {
    return switch (Content.around(content)) {
      case Mapping m -> new Mapping(0, 0, old.anchor(), old.tag(), false, m.entries());
      case Sequence s -> new Sequence(0, 0, old.anchor(), old.tag(), false, s.items());
      case Scalar s -> s;
      case YamlNode.Alias a -> a;
    };
  }
}
