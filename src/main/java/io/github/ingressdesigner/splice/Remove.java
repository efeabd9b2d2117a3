package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlNode;
import io.github.ingressdesigner.yaml.YamlNode.Mapping;
import io.github.ingressdesigner.yaml.YamlNode.Sequence;
import java.util.List;
import java.util.Optional;

/**
 * An item or entry goes, with the comments that it owns; an emptied collection stays as brackets.
 */
final class Remove {
  private Remove() {}

  static void from(Draft draft, Element element) {
    if (Element.count(element.parent()) == 1) {
      leaveEmpty(draft, element);
      return;
    }
    if (element.inFlow()) {
      RemoveFlow.from(draft, element);
    } else if (element.sharesLine()) {
      firstBehindDash(draft, element);
    } else {
      lines(draft, element);
    }
    draft.planned().remove(element.parent(), element.index());
  }

  /** {@code - a: 1} over {@code b: 2}: b takes the place behind the dash. */
  private static void firstBehindDash(Draft draft, Element element) {
    Slice slice = draft.slice();
    int to = slice.nextLine(CommentOwners.tailEnd(element));
    while (to < slice.length() && slice.isBlankLine(to)) {
      to = slice.nextLine(to);
    }
    to = slice.skipSpaces(to);
    draft.delete(element.start(), to);
    draft.release(element.start(), CommentOwners.tailEnd(element));
  }

  private static void lines(Draft draft, Element element) {
    Slice slice = draft.slice();
    int from = CommentOwners.leadStart(element);
    int to = CommentOwners.tailEnd(element);
    draft.release(from, to);
    int below = slice.nextLine(to);
    boolean blankBelow = below < slice.length() && slice.isBlankLine(below);
    int above = blankAbove(slice, from);
    // A comment that stood apart must not come to stand directly above what it does not belong to.
    boolean loose = above > 0 && slice.isCommentLine(above - 1);
    if (element.index() > 0 && (blankBelow || !loose)) {
      from = above;
    }
    if (element.index() == 0) {
      below = blankBelow(slice, below);
    }
    delete(draft, from, to, below);
  }

  /** Whole lines; at the end of a text without a final line break, the break before them. */
  private static void delete(Draft draft, int from, int to, int nextLine) {
    if (to == draft.slice().length() && from > 0) {
      draft.delete(from - 1, to);
    } else {
      draft.delete(from, nextLine);
    }
  }

  /** Start of the blank lines directly above. */
  private static int blankAbove(Slice slice, int line) {
    int start = line;
    while (start > 0 && slice.isBlankLine(start - 1)) {
      start = slice.lineStart(start - 1);
    }
    return start;
  }

  /** Behind the blank lines from here on. */
  private static int blankBelow(Slice slice, int line) {
    int end = line;
    while (end < slice.length() && slice.isBlankLine(end)) {
      end = slice.nextLine(end);
    }
    return end;
  }

  private static void leaveEmpty(Draft draft, Element element) {
    YamlCursor parent = element.parent();
    String brackets = element.isItem() ? "[]" : "{}";
    draft.planned().replace(parent, empty(parent.node()));
    if (element.inFlow()) {
      int from = parent.valueRange().start() + 1;
      int to = parent.valueRange().end() - 1;
      draft.delete(from, to);
      draft.release(from, to);
      return;
    }
    Slice slice = draft.slice();
    int to = CommentOwners.tailEnd(element);
    if (element.sharesLine()) {
      draft.replace(element.start(), to, brackets);
      draft.release(element.start(), to);
      return;
    }
    int from = CommentOwners.leadStart(element);
    draft.release(from, to);
    draft.insert(headEnd(slice, parent), " " + brackets);
    delete(draft, blankAbove(slice, from), to, slice.nextLine(to));
  }

  /** Behind the colon, dash, anchor or tag that stands before a block collection. */
  private static int headEnd(Slice slice, YamlCursor collection) {
    YamlNode node = collection.node();
    if (node.anchor().isPresent() || node.tag().isPresent()) {
      int end = collection.valueRange().start();
      int from = collection.start();
      String head = slice.text().substring(from, Math.min(end, slice.lineEnd(from)));
      int comment = head.indexOf(" #");
      return from + (comment < 0 ? head : head.substring(0, comment)).stripTrailing().length();
    }
    Optional<Element> around = Element.around(slice, collection);
    if (around.isEmpty()) {
      return collection.start();
    }
    return around.get().isItem()
        ? around.get().start() + 1
        : ReplaceNode.behindColon(slice, around.get());
  }

  private static YamlNode empty(YamlNode node) {
    return node instanceof Sequence
        ? new Sequence(0, 0, node.anchor(), node.tag(), true, List.of())
        : new Mapping(0, 0, node.anchor(), node.tag(), true, List.of());
  }
}
