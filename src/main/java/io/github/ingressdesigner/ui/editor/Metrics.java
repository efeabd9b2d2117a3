package io.github.ingressdesigner.ui.editor;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Sizes of the code font at one text scale, and where columns stand. All lengths are pixels.
 * Confined to the JavaFX thread.
 */
final class Metrics {
  private static final String FAMILY = "JetBrains Mono";
  private static final double MARGIN_OF_TEXT = 24;

  final Font code;
  final Font small;
  final double scale;
  final double characterWidth;
  private final Text probe = new Text();

  Metrics(double scale) {
    this.scale = scale;
    code = Font.font(FAMILY, 12 * scale);
    small = Font.font(FAMILY, 11 * scale);
    probe.setFont(code);
    probe.setText("0".repeat(100));
    characterWidth = probe.getLayoutBounds().getWidth() / 100;
  }

  /** Height of a line of one font. */
  double lineHeight() {
    return 20 * scale;
  }

  /** Right edge of the line numbers. */
  double numberEdge(int lines) {
    int digits = Math.max(4, Integer.toString(lines).length());
    return Math.ceil(8 + (digits - 0.35) * 6.6 * scale);
  }

  /** Left edge of the bars that mark what differs from HEAD. */
  double changeBar(int lines) {
    return numberEdge(lines) + 4;
  }

  /** Where the text begins: behind numbers and fold arrows. */
  double gutterWidth(int lines) {
    return numberEdge(lines) + MARGIN_OF_TEXT;
  }

  /** Where a column begins, from the left edge of its line; tabs and wide letters are measured. */
  double x(String line, int column) {
    int end = Math.min(column, line.length());
    for (int i = 0; i < end; i++) {
      char c = line.charAt(i);
      if (c < 32 || c > 126) {
        return width(line.substring(0, end), code);
      }
    }
    return end * characterWidth;
  }

  double width(String text, Font font) {
    probe.setFont(font);
    probe.setText(text);
    return probe.getLayoutBounds().getWidth();
  }
}
