package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.yaml.Sketch.Layout;
import io.github.ingressdesigner.yaml.YamlCursor;

/** Where the elements of a flow collection stand: on one line or each on its own. */
final class FlowPlaces {
  private FlowPlaces() {}

  /** Whether elements begin on lines of their own. */
  static Layout layout(Slice slice, YamlCursor collection) {
    int count = Element.count(collection);
    if (count == 0) {
      return Layout.FLOW;
    }
    return new Element(slice, collection, count - 1).sharesLine() ? Layout.FLOW : Layout.FLOW_LINES;
  }

  /** Column of the first character of the line in which an element begins. */
  static int lineIndent(Slice slice, Element element) {
    int line = slice.lineStart(element.start());
    return slice.skipSpaces(line) - line;
  }

  /** Offset behind the comma that follows an element, or -1 where none does. */
  static int behindComma(Slice slice, Element element) {
    int at = element.end();
    while (at < slice.length()) {
      char c = slice.text().charAt(at);
      if (c == ',') {
        return at + 1;
      }
      if (c == '#') {
        at = slice.lineEnd(at);
      } else if (c == ' ' || c == '\t' || c == '\n') {
        at++;
      } else {
        return -1;
      }
    }
    return -1;
  }
}
