package io.github.ingressdesigner.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random texts, bytes and edits, the same for the same seed. */
public final class TextSamples {
  private static final String[] PIECES = {
    "a", "host: x", " ", "  ", "\n", "\n", "\n\n", "---", "# c", "ä", "\u2028", "\u0085", "🙂",
    "- ", ":",
  };
  private static final String[] ENDINGS = {"\n", "\r\n", "\r"};

  private TextSamples() {}

  public static String text(Random random, int pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  /** A text whose LFs are replaced by one ending, or by a random one for each line. */
  public static String withEndings(Random random, String text) {
    int kind = random.nextInt(4);
    StringBuilder out = new StringBuilder();
    for (char c : text.toCharArray()) {
      out.append(c == '\n' ? ENDINGS[kind < 3 ? kind : random.nextInt(3)] : Character.toString(c));
    }
    return out.toString();
  }

  public static TextEdits edits(Random random, String text) {
    List<TextEdit> edits = new ArrayList<>();
    int from = 0;
    int wanted = 1 + random.nextInt(3);
    for (int i = 0; i < wanted && from <= text.length(); i++) {
      int start = whole(text, from + random.nextInt(text.length() - from + 1));
      int end = whole(text, Math.min(text.length(), start + random.nextInt(12)));
      edits.add(new TextEdit(start, text.substring(start, end), text(random, random.nextInt(5))));
      from = end + 1;
    }
    return new TextEdits(edits);
  }

  /** Never between the halves of a character. */
  private static int whole(String text, int offset) {
    boolean inside =
        offset > 0 && offset < text.length() && Character.isLowSurrogate(text.charAt(offset));
    return inside ? offset + 1 : offset;
  }
}
