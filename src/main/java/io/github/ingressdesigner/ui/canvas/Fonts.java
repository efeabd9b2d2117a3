package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.TextWidths;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** The faces of the drawing, and how wide their texts are. Confined to the JavaFX thread. */
final class Fonts implements TextWidths {
  private static final int REMEMBERED = 2_000;

  private final Map<Double, Font> names = new HashMap<>();
  private final Map<String, Double> smallWidths = new HashMap<>();
  private final double nameAdvance;
  final Font small = Font.font("Inter", 11);
  final Font smallStrong = Font.font("Inter SemiBold", 11);
  final Font title = Font.font("Inter SemiBold", 13);

  Fonts() {
    nameAdvance = width("0", name(13));
  }

  /** The face of hosts, paths and backends. */
  Font name(double size) {
    double rounded = Math.round(size * 4) / 4.0;
    return names.computeIfAbsent(rounded, key -> Font.font("JetBrains Mono", FontWeight.BOLD, key));
  }

  /** The size at which a name is shown: a little smaller where that spares leaving out letters. */
  double nameSize(String text, double width) {
    return name(text) <= width || name(text) * 12 / 13 > width ? 13 : 12;
  }

  @Override
  public double name(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x2FF) {
        return width(text, name(13));
      }
    }
    return text.length() * nameAdvance;
  }

  @Override
  public double small(String text) {
    if (smallWidths.size() > REMEMBERED) {
      smallWidths.clear();
    }
    return smallWidths.computeIfAbsent(text, key -> width(key, small));
  }

  /** A small text that fits into a width, its end left out where it does not. */
  String cut(String text, double width) {
    String shown = text;
    while (shown.length() > 1 && small(shown) * 1.08 > width) {
      shown = shown.substring(0, shown.length() - 2) + "…";
    }
    return shown;
  }

  private static double width(String text, Font font) {
    Text node = new Text(text);
    node.setFont(font);
    return node.getLayoutBounds().getWidth();
  }

  /**
   * A name that fits into a width: as it is, or with its middle left out.
   *
   * @param size of the face in pixels
   */
  String fit(String text, double width, double size) {
    double factor = size / 13;
    if (name(text) * factor <= width) {
      return text;
    }
    int room = (int) (width / (nameAdvance * factor));
    if (room < 2) {
      return "…";
    }
    int head = room / 2;
    int tail = room - 1 - head;
    while (head > 0 && Character.isHighSurrogate(text.charAt(head - 1))) {
      head--;
    }
    int from = text.length() - tail;
    if (from < text.length() && Character.isLowSurrogate(text.charAt(from))) {
      from++;
    }
    return text.substring(0, head) + "…" + text.substring(from);
  }
}
