package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.yaml.ScalarWriter;
import io.github.ingressdesigner.yaml.Sketch;
import io.github.ingressdesigner.yaml.Sketch.Bare;
import io.github.ingressdesigner.yaml.Sketch.Text;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlHabits;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlNode.Style;
import java.util.Optional;

/** Another value for a scalar, in its own quotes where the value fits them, else in double ones. */
final class ReplaceScalar {
  private ReplaceScalar() {}

  /**
   * @param value a text or a bare scalar; anchor and tag of the old one stay
   */
  static void into(Draft draft, YamlCursor cursor, Sketch value) {
    Scalar old = (Scalar) cursor.node();
    boolean inFlow = cursor.parent().map(Element::isFlow).orElse(false);
    int from = cursor.valueRange().start();
    int to = cursor.valueRange().end();
    Style style;
    String content;
    switch (value) {
      case Text text -> {
        content = text.value();
        style = old.isMissing() ? missingStyle(draft, cursor, text, inFlow) : old.style();
        if (isBlock(style)) {
          Optional<String> block = block(draft, cursor, content, old.isMissing());
          if (block.isPresent()) {
            draft.replace(from, to, space(old) + block.get());
            plan(draft, cursor, new Scalar(0, 0, old.anchor(), old.tag(), style, content));
            return;
          }
          style = Style.DOUBLE_QUOTED;
        }
        if (style == Style.PLAIN && !ScalarWriter.isPlainSafe(content, inFlow)) {
          style = Style.DOUBLE_QUOTED;
        }
        draft.replace(from, to, space(old) + ScalarWriter.inline(content, style, inFlow));
      }
      case Bare bare -> {
        content = bare.text();
        style = Style.PLAIN;
        draft.replace(from, to, space(old) + content);
      }
      case Sketch.Link _, Sketch.Fields _, Sketch.Items _ ->
          throw new IllegalArgumentException("value " + value + ", expected a scalar");
    }
    plan(draft, cursor, new Scalar(0, 0, old.anchor(), old.tag(), style, content));
  }

  /** Behind a colon or a property there must be a space first. */
  private static String space(Scalar old) {
    return old.isMissing() ? " " : "";
  }

  private static boolean isBlock(Style style) {
    return style == Style.LITERAL || style == Style.FOLDED;
  }

  private static Style missingStyle(Draft draft, YamlCursor cursor, Text text, boolean inFlow) {
    if (inFlow && YamlHabits.near(cursor, draft.slice().text()).json()) {
      return Style.DOUBLE_QUOTED;
    }
    return text.style();
  }

  /** At the indent of the old lines, with the old comment behind the header. */
  private static Optional<String> block(
      Draft draft, YamlCursor cursor, String value, boolean fresh) {
    Slice slice = draft.slice();
    int from = cursor.valueRange().start();
    Style style = fresh ? Style.LITERAL : ((Scalar) cursor.node()).style();
    int indent = fresh ? freshIndent(draft, cursor) : indent(slice, cursor);
    return ScalarWriter.block(value, style, indent)
        .map(
            text -> {
              int header = text.indexOf('\n');
              String comment = fresh ? "" : headerComment(slice, from);
              return text.substring(0, header) + comment + text.substring(header);
            });
  }

  private static int freshIndent(Draft draft, YamlCursor cursor) {
    int column = Element.around(draft.slice(), cursor).map(Element::column).orElse(0);
    return column + YamlHabits.near(cursor, draft.slice().text()).step();
  }

  private static int indent(Slice slice, YamlCursor cursor) {
    int end = cursor.valueRange().end();
    for (int at = slice.nextLine(cursor.valueRange().start()); at < end; at = slice.nextLine(at)) {
      if (!slice.isBlankLine(at)) {
        return slice.skipSpaces(at) - at;
      }
    }
    return Element.around(slice, cursor).map(e -> e.column() + 2).orElse(2);
  }

  private static String headerComment(Slice slice, int from) {
    String header = slice.text().substring(from, slice.lineEnd(from));
    int comment = header.indexOf(" #");
    return comment < 0 ? "" : header.substring(comment);
  }

  private static void plan(Draft draft, YamlCursor cursor, Scalar planned) {
    draft.planned().replace(cursor, planned);
  }
}
