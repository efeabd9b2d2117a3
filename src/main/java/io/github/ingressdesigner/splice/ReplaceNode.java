package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.yaml.BlockWriter;
import io.github.ingressdesigner.yaml.FlowWriter;
import io.github.ingressdesigner.yaml.Sketch;
import io.github.ingressdesigner.yaml.Sketch.Layout;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlHabits;
import io.github.ingressdesigner.yaml.YamlNode;

/** Another value in the place of a whole node: of an alias, of a list, of a value of wrong type. */
final class ReplaceNode {
  private ReplaceNode() {}

  /** Replaces the node with its anchor and tag. */
  static void into(Draft draft, YamlCursor cursor, Sketch value, YamlNode planned) {
    Slice slice = draft.slice();
    Element element = Element.around(slice, cursor).orElseThrow();
    YamlHabits habits = YamlHabits.near(cursor, slice.text());
    int from = cursor.range().start();
    int to = Math.max(from, element.end());
    if (element.inFlow()) {
      int indent = slice.skipSpaces(slice.lineStart(from)) - slice.lineStart(from);
      String text = new FlowWriter(habits).write(value, Layout.FLOW, indent);
      boolean space = from > 0 && slice.text().charAt(from - 1) == ':';
      draft.replace(from, to, (space ? " " : "") + text);
    } else if (element.isItem()) {
      draft.replace(element.start(), to, new BlockWriter(habits).item(value, element.column()));
    } else {
      int colon = behindColon(slice, element);
      String text = new BlockWriter(habits).value(value, element.column());
      int end = slice.lineEnd(to);
      int rest = slice.skipSpaces(to);
      boolean lines = text.startsWith("\n") && rest < end && isOnKeyLine(slice, element, to);
      if (lines) {
        // The comment behind the old value stays on the line of the key.
        draft.delete(colon, to);
        draft.insert(end, text);
      } else {
        draft.replace(colon, to, text);
      }
    }
    draft.release(from, to);
    draft.planned().replace(cursor, planned);
  }

  private static boolean isOnKeyLine(Slice slice, Element element, int to) {
    return slice.lineStart(element.start()) == slice.lineStart(to);
  }

  /** Offset behind the colon of an entry. */
  static int behindColon(Slice slice, Element entry) {
    int key = entry.parent().key(entry.index()).range().end();
    return slice.text().indexOf(':', key) + 1;
  }
}
