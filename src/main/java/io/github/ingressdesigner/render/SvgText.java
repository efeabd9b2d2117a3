package io.github.ingressdesigner.render;

import io.github.ingressdesigner.graph.Box;
import io.github.ingressdesigner.graph.EdgeShape;
import io.github.ingressdesigner.render.GraphSvg.Theme;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Writes SVG with colours by role; their values stand once, in a style sheet at the end. */
final class SvgText {
  private static final String MONO =
      "'JetBrains Mono','DejaVu Sans Mono',ui-monospace,Menlo,Consolas,monospace";
  private static final String SANS = "Inter,system-ui,'Segoe UI',Roboto,sans-serif";

  private final StringBuilder out = new StringBuilder();
  private final Palette palette = new Palette();
  private final Set<String> fills = new TreeSet<>();
  private final Set<String> strokes = new TreeSet<>();
  private final Theme theme;

  SvgText(Theme theme) {
    this.theme = theme;
  }

  /** Path data with numbers of at most one decimal. */
  static final class PathData implements EdgeShape.Line {
    private final StringBuilder data = new StringBuilder();

    private void add(char command, double... numbers) {
      data.append(command);
      for (int i = 0; i < numbers.length; i++) {
        data.append(i == 0 ? "" : " ").append(number(numbers[i]));
      }
    }

    @Override
    public void moveTo(double x, double y) {
      add('M', x, y);
    }

    @Override
    public void lineTo(double x, double y) {
      add('L', x, y);
    }

    @Override
    public void quadTo(double controlX, double controlY, double x, double y) {
      add('Q', controlX, controlY, x, y);
    }

    @Override
    public void curveTo(double c1x, double c1y, double c2x, double c2y, double x, double y) {
      add('C', c1x, c1y, c2x, c2y, x, y);
    }
  }

  static String number(double value) {
    double rounded = Math.rint(value * 10) / 10;
    return rounded == Math.rint(rounded)
        ? Long.toString((long) rounded)
        : String.format(Locale.ROOT, "%.1f", rounded);
  }

  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
              }
            });
    return escaped.toString();
  }

  /** What XML 1.0 allows in a document. */
  private static boolean isAllowed(int c) {
    return c == '\t' || c >= 0x20 && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c > 0xFFFF;
  }

  void open(double width, double height, String title) {
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
        .append(number(width))
        .append("\" height=\"")
        .append(number(height))
        .append("\" viewBox=\"0 0 ")
        .append(number(width))
        .append(' ')
        .append(number(height))
        .append("\" role=\"img\" aria-labelledby=\"title\">\n<title id=\"title\">")
        .append(escape(title))
        .append("</title>\n");
  }

  private String fillClass(String role) {
    fills.add(role);
    return "f-" + role;
  }

  private String strokeClass(String role) {
    strokes.add(role);
    return "s-" + role;
  }

  /** An empty stroke role means no edge. */
  void rect(Box box, double radius, String fill, String stroke, double width, boolean dashed) {
    double inset = width > 0 && width <= 1 ? 0.5 : 0;
    out.append("<rect x=\"")
        .append(number(box.x() + inset))
        .append("\" y=\"")
        .append(number(box.y() + inset))
        .append("\" width=\"")
        .append(number(box.width() - 2 * inset))
        .append("\" height=\"")
        .append(number(box.height() - 2 * inset))
        .append('"');
    if (radius > 0) {
      out.append(" rx=\"").append(number(radius)).append('"');
    }
    out.append(" class=\"").append(fillClass(fill));
    if (!stroke.isEmpty()) {
      out.append(' ').append(strokeClass(stroke)).append("\" stroke-width=\"");
      out.append(number(width)).append('"');
      out.append(dashed ? " stroke-dasharray=\"4 3\"" : "");
      out.append("/>\n");
    } else {
      out.append("\"/>\n");
    }
  }

  void line(PathData path, String role, double width, boolean dashed) {
    out.append("<path d=\"").append(path.data).append("\" class=\"n ").append(strokeClass(role));
    out.append("\" stroke-width=\"").append(number(width)).append('"');
    out.append(dashed ? " stroke-dasharray=\"4 3\"" : "").append("/>\n");
  }

  void fill(String path, String role) {
    if (!path.isEmpty()) {
      out.append("<path d=\"").append(path).append("\" class=\"").append(fillClass(role));
      out.append("\"/>\n");
    }
  }

  /** An icon with its upper left corner at a point. */
  void icon(Shape shape, double x, double y, double scale, double stroke, String role) {
    out.append("<path transform=\"translate(").append(number(x)).append(' ').append(number(y));
    out.append(") scale(").append(String.format(Locale.ROOT, "%.3f", scale)).append(")\" d=\"");
    out.append(shape.path).append("\" class=\"n r ").append(strokeClass(role));
    out.append("\" stroke-width=\"").append(number(stroke)).append("\"/>\n");
  }

  /**
   * @param face {@code name}, {@code small} or {@code strong}
   * @param anchor empty, {@code middle} or {@code end}
   */
  void text(String text, double x, double baseline, String face, String role, String anchor) {
    text(text, x, baseline, face, role, anchor, 0);
  }

  /**
   * @param length the width that the text takes whatever the face; 0 for its own
   */
  void text(
      String text,
      double x,
      double baseline,
      String face,
      String role,
      String anchor,
      double length) {
    out.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(baseline));
    out.append("\" class=\"").append(face).append(' ').append(fillClass(role)).append('"');
    if (!anchor.isEmpty()) {
      out.append(" text-anchor=\"").append(anchor).append('"');
    }
    if (length > 0) {
      out.append(" textLength=\"").append(number(length));
      out.append("\" lengthAdjust=\"spacingAndGlyphs\"");
    }
    out.append('>').append(escape(text)).append("</text>\n");
  }

  void beginGroup(String title) {
    out.append("<g><title>").append(escape(title)).append("</title>\n");
  }

  void endGroup() {
    out.append("</g>\n");
  }

  String close() {
    out.append("<style>\ntext{white-space:pre}.name{font:600 13px ").append(MONO);
    out.append("}.small{font:11px ").append(SANS);
    out.append("}.strong{font:600 11px ").append(SANS);
    out.append("}\n.n{fill:none}.r{stroke-linecap:round;stroke-linejoin:round}\n");
    colours(theme == Theme.DARK);
    if (theme == Theme.AUTO) {
      out.append("@media (prefers-color-scheme:dark){\n");
      colours(true);
      out.append("}\n");
    }
    return out.append("</style>\n</svg>\n").toString();
  }

  private void colours(boolean dark) {
    for (String role : fills) {
      out.append(".f-").append(role).append("{fill:").append(palette.color(role, dark)).append("}");
    }
    for (String role : strokes) {
      out.append(".s-").append(role).append("{stroke:").append(palette.color(role, dark));
      out.append("}");
    }
    out.append('\n');
  }
}
