package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.yaml.Sketch.Layout;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlHabits;

/** A new element between brackets, with the commas that it needs and the spacing of the others. */
final class InsertFlow {
  private InsertFlow() {}

  static void into(Draft draft, YamlCursor collection, int index, Content content) {
    Slice slice = draft.slice();
    Layout layout = FlowPlaces.layout(slice, collection);
    Element first = new Element(slice, collection, 0);
    YamlHabits habits =
        YamlHabits.near(first.sibling(Math.max(0, index - 1)).value(), slice.text());
    int indent = FlowPlaces.lineIndent(slice, first);
    String text = content.flow(habits, layout, indent);
    if (layout == Layout.FLOW) {
      onLine(draft, first, index, text, habits.comma());
    } else {
      onOwnLine(draft, first, index, text);
    }
  }

  private static void onLine(Draft draft, Element first, int index, String text, String comma) {
    if (index == 0) {
      draft.insert(first.start(), text + comma);
    } else {
      draft.insert(first.sibling(index - 1).end(), comma + text);
    }
  }

  private static void onOwnLine(Draft draft, Element first, int index, String text) {
    Slice slice = draft.slice();
    String margin = " ".repeat(first.sibling(Element.count(first.parent()) - 1).column());
    if (index == 0) {
      if (first.sharesLine()) {
        draft.insert(first.start(), text + ",\n" + margin);
      } else {
        draft.insert(CommentOwners.leadStart(first), margin + text + ",\n");
      }
      return;
    }
    Element above = first.sibling(index - 1);
    int comma = FlowPlaces.behindComma(slice, above);
    int lineEnd = slice.lineEnd(above.end());
    if (comma >= 0 && comma <= lineEnd) {
      int next = slice.skipSpaces(comma);
      boolean alone = next == lineEnd || slice.text().startsWith("#", next);
      if (alone) {
        draft.insert(lineEnd, "\n" + margin + text + ",");
      } else {
        draft.insert(comma, "\n" + margin + text + ",");
      }
      return;
    }
    int next = slice.skipSpaces(above.end());
    boolean comment = next > above.end() && slice.text().startsWith("#", next);
    if (comment) {
      draft.insert(above.end(), ",");
      draft.insert(lineEnd, "\n" + margin + text);
    } else {
      draft.insert(above.end(), ",\n" + margin + text);
    }
  }
}
