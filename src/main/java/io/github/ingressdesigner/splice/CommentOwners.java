package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;

/**
 * Which comments go with an element: the one behind its end on the same line, and the lines
 * directly above it at its own indent. All else belongs to nobody and stays.
 */
final class CommentOwners {
  private CommentOwners() {}

  /** Start of the first comment line above that the element owns, or of its own line. */
  static int leadStart(Element element) {
    Slice slice = element.slice();
    int start = slice.lineStart(element.start());
    if (element.sharesLine()) {
      return element.start();
    }
    while (start > 0) {
      int above = slice.lineStart(start - 1);
      boolean owned =
          slice.isCommentLine(above) && slice.skipSpaces(above) - above == element.column();
      if (!owned) {
        break;
      }
      start = above;
    }
    return start;
  }

  /**
   * End of the element with the comment behind it: the line break of its last line in block style.
   * In flow style, where other things may follow on the line, the end of the content.
   */
  static int tailEnd(Element element) {
    Slice slice = element.slice();
    int end = element.end();
    int next = slice.skipSpaces(end);
    boolean comment = next > end && slice.text().startsWith("#", next);
    return comment || next == slice.lineEnd(end) ? slice.lineEnd(end) : end;
  }

  /** The comments that begin in a range, without the space before them. */
  static List<String> in(Slice slice, YamlCursor root, int from, int to) {
    List<String> comments = new ArrayList<>();
    int at = slice.text().indexOf('#', from);
    while (at >= 0 && at < to) {
      boolean apart = at == 0 || " \t\n".indexOf(slice.text().charAt(at - 1)) >= 0;
      if (apart && !isInScalar(root, at)) {
        comments.add(slice.text().substring(at, slice.lineEnd(at)).stripTrailing());
        at = slice.lineEnd(at);
      } else {
        at++;
      }
      at = slice.text().indexOf('#', at);
    }
    return comments;
  }

  /** The comments that have lines of their own in a range. */
  static List<String> linesIn(Slice slice, YamlCursor root, int from, int to) {
    List<String> lines = new ArrayList<>();
    for (int at = slice.lineStart(from); at < to; at = slice.lineEnd(at) + 1) {
      int ink = slice.skipSpaces(at);
      if (ink >= from && slice.isCommentLine(at) && !isInScalar(root, ink)) {
        lines.add(slice.line(at).strip());
      }
    }
    return lines;
  }

  private static boolean isInScalar(YamlCursor node, int offset) {
    if (!node.range().contains(offset)) {
      return false;
    }
    if (node.node() instanceof Scalar) {
      // A comment may stand between a property and its value, and behind a block scalar's header.
      return node.valueRange().contains(offset);
    }
    for (YamlCursor child : node.children()) {
      if (child.range().contains(offset)) {
        return isInScalar(child, offset);
      }
    }
    return false;
  }
}
