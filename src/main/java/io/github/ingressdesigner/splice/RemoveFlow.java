package io.github.ingressdesigner.splice;

/** An element between brackets goes with the comma that it no longer needs. */
final class RemoveFlow {
  private RemoveFlow() {}

  static void from(Draft draft, Element element) {
    if (standsAlone(draft.slice(), element)) {
      lines(draft, element);
    } else if (element.index() > 0) {
      int from = element.sibling(element.index() - 1).end();
      draft.delete(from, element.end());
    } else {
      draft.delete(element.start(), element.sibling(1).start());
    }
  }

  /** Whether nothing but its comma and a comment stands on its lines. */
  private static boolean standsAlone(Slice slice, Element element) {
    if (element.sharesLine()) {
      return false;
    }
    int at = slice.skipSpaces(element.end());
    if (slice.text().startsWith(",", at)) {
      at = slice.skipSpaces(at + 1);
    }
    return at == slice.lineEnd(element.end()) || slice.text().startsWith("#", at);
  }

  private static void lines(Draft draft, Element element) {
    Slice slice = draft.slice();
    int from = CommentOwners.leadStart(element);
    int to = slice.nextLine(element.end());
    draft.delete(from, to);
    draft.release(from, to);
    if (element.isLast() && FlowPlaces.behindComma(slice, element) < 0) {
      int comma = FlowPlaces.behindComma(slice, element.sibling(element.index() - 1));
      if (comma > 0) {
        draft.delete(comma - 1, comma);
      }
    }
  }
}
