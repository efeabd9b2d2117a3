package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.yaml.Sketch;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlHabits;

/** An item into a list or an entry into a mapping that has others already. */
final class Insert {
  private Insert() {}

  /**
   * @param index before which element; their number for the end
   */
  static void into(Draft draft, YamlCursor collection, int index, Content content) {
    if (Element.isFlow(collection)) {
      InsertFlow.into(draft, collection, index, content);
    } else {
      block(draft, collection, index, content);
    }
    if (content.key().isPresent()) {
      draft.planned().insert(collection, index, content.key().get().toNode(), content.node());
    } else {
      draft.planned().insert(collection, index, content.node());
    }
  }

  private static void block(Draft draft, YamlCursor collection, int index, Content content) {
    Slice slice = draft.slice();
    Element first = new Element(slice, collection, 0);
    YamlHabits habits =
        YamlHabits.near(first.sibling(Math.max(0, index - 1)).value(), slice.text());
    String lines = content.lines(first.column(), habits);
    boolean apart = isSetApart(first, index);
    if (index > 0) {
      Element above = first.sibling(index - 1);
      int at = CommentOwners.tailEnd(above);
      if (at == slice.length() && slice.lacksFinalBreak()) {
        above.clippedEnd().ifPresent(header -> draft.insert(header.start(), "-"));
      }
      draft.insert(at, (apart ? "\n\n" : "\n") + lines);
    } else if (first.sharesLine()) {
      draft.insert(first.start(), lines.stripLeading() + "\n" + " ".repeat(first.column()));
    } else {
      draft.insert(CommentOwners.leadStart(first), lines + (apart ? "\n\n" : "\n"));
    }
  }

  /** Whether the neighbours of the place are parted by a blank line. */
  private static boolean isSetApart(Element any, int index) {
    int count = Element.count(any.parent());
    int below = Math.clamp(index, 1, Math.max(1, count - 1));
    if (count < 2) {
      return false;
    }
    Slice slice = any.slice();
    int end = CommentOwners.leadStart(any.sibling(below));
    int at = slice.nextLine(CommentOwners.tailEnd(any.sibling(below - 1)));
    while (at < end) {
      if (slice.isBlankLine(at)) {
        return true;
      }
      at = slice.nextLine(at);
    }
    return false;
  }

  /** A key that is spelled as the other keys of the mapping are. */
  static Sketch keyLike(YamlCursor mapping, String name, Slice slice) {
    return Sketch.text(name).like(Sketch.of(mapping.key(0), slice.text()));
  }
}
