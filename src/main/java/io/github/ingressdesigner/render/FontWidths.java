package io.github.ingressdesigner.render;

import io.github.ingressdesigner.graph.TextWidths;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * Widths of the faces of the drawing, read from the font files (OpenType tables {@code cmap} of
 * format 4 and {@code hmtx}), so that no window is needed to lay out.
 */
public final class FontWidths implements TextWidths {
  private static final String FONTS = "/com/formdev/flatlaf/fonts/";
  private static final double NAME = 13;
  private static final double SMALL = 11;

  private final Face names = new Face(FONTS + "jetbrains_mono/JetBrainsMono-Bold.ttf");
  private final Face smalls = new Face(FONTS + "inter/Inter-Regular.otf");

  @Override
  public double name(String text) {
    return names.width(text) * NAME;
  }

  @Override
  public double small(String text) {
    return smalls.width(text) * SMALL;
  }

  /** One font file. */
  private static final class Face {
    private final ByteBuffer file;
    private final Map<Integer, Double> known = new HashMap<>();
    private final int unitsPerEm;
    private final int metrics;
    private final int metricCount;
    private final int characters;

    Face(String resource) {
      file = read(resource);
      unitsPerEm = unsigned(table("head") + 18);
      metricCount = unsigned(table("hhea") + 34);
      metrics = table("hmtx");
      characters = unicode(table("cmap"));
    }

    private static ByteBuffer read(String resource) {
      try (InputStream in = FontWidths.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IllegalStateException("no font " + resource + " on the class path");
        }
        return ByteBuffer.wrap(in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private int unsigned(int at) {
      return file.getShort(at) & 0xFFFF;
    }

    private int table(String tag) {
      int count = unsigned(4);
      for (int i = 0; i < count; i++) {
        int entry = 12 + 16 * i;
        boolean same = true;
        for (int k = 0; k < 4; k++) {
          same &= file.get(entry + k) == tag.charAt(k);
        }
        if (same) {
          return file.getInt(entry + 8);
        }
      }
      throw new IllegalStateException("no table " + tag + " in the font");
    }

    /** The table of characters up to U+FFFF. */
    private int unicode(int cmap) {
      int count = unsigned(cmap + 2);
      for (int i = 0; i < count; i++) {
        int at = cmap + file.getInt(cmap + 4 + 8 * i + 4);
        if (unsigned(at) == 4) {
          return at;
        }
      }
      throw new IllegalStateException("no table of characters in the font");
    }

    /** In em. */
    double width(String text) {
      return text.codePoints().mapToDouble(c -> known.computeIfAbsent(c, this::advance)).sum();
    }

    private double advance(int character) {
      int glyph = glyph(character);
      // What the font lacks another one draws, most often as wide as high.
      return glyph == 0
          ? 1
          : (double) unsigned(metrics + 4 * Math.min(glyph, metricCount - 1)) / unitsPerEm;
    }

    private int glyph(int character) {
      if (character > 0xFFFF) {
        return 0;
      }
      int segments = unsigned(characters + 6) / 2;
      int ends = characters + 14;
      int starts = ends + 2 * segments + 2;
      int deltas = starts + 2 * segments;
      int offsets = deltas + 2 * segments;
      for (int i = 0; i < segments; i++) {
        if (unsigned(ends + 2 * i) >= character) {
          int start = unsigned(starts + 2 * i);
          if (start > character) {
            return 0;
          }
          int offset = unsigned(offsets + 2 * i);
          int delta = unsigned(deltas + 2 * i);
          if (offset == 0) {
            return (character + delta) & 0xFFFF;
          }
          int glyph = unsigned(offsets + 2 * i + offset + 2 * (character - start));
          return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
        }
      }
      return 0;
    }
  }
}
