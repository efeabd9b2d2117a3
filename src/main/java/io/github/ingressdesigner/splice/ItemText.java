package io.github.ingressdesigner.splice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The lines of a block element, from its comments above to the comment behind its end.
 *
 * @param column where the dash or key stands in these lines
 */
record ItemText(List<String> lines, int column) {
  ItemText {
    lines = List.copyOf(lines);
  }

  /** The element as it stands. */
  static ItemText of(Element element, boolean withLead) {
    return of(element, withLead, false);
  }

  /** The element without the anchors in it. */
  static ItemText withoutAnchors(Element element, boolean withLead) {
    return of(element, withLead, true);
  }

  private static ItemText of(Element element, boolean withLead, boolean stripAnchors) {
    Slice slice = element.slice();
    int from =
        withLead && !element.sharesLine() ? CommentOwners.leadStart(element) : element.start();
    int to = CommentOwners.tailEnd(element);
    StringBuilder text = new StringBuilder(slice.text().substring(from, to));
    boolean atEnd = to == slice.length() && slice.lacksFinalBreak();
    if (atEnd) {
      // Without a line break behind it the scalar has none at its end; it gets one where it goes.
      element.clippedEnd().ifPresent(header -> text.insert(header.start() - from, '-'));
    }
    if (stripAnchors) {
      AliasUses.definedIn(element.value()).reversed().stream()
          .map(anchored -> AliasUses.propertyRange(slice, anchored))
          .forEach(range -> text.delete(range.start() - from, range.end() - from));
    }
    String margin = slice.text().substring(slice.lineStart(from), from);
    String whole = " ".repeat(margin.length()) + text;
    return new ItemText(whole.lines().toList(), element.column());
  }

  /** The lines with the dash or key at another column. */
  String at(int target) {
    List<String> moved = new ArrayList<>();
    for (String line : lines) {
      if (target >= column) {
        moved.add(line.isEmpty() ? line : " ".repeat(target - column) + line);
      } else {
        int spaces = 0;
        while (spaces < Math.min(line.length(), column - target) && line.charAt(spaces) == ' ') {
          spaces++;
        }
        moved.add(line.substring(spaces));
      }
    }
    return moved.stream().collect(Collectors.joining("\n"));
  }
}
