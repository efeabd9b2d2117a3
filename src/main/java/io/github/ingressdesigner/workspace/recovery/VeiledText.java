package io.github.ingressdesigner.workspace.recovery;

import io.github.ingressdesigner.text.TextRange;
import java.util.List;

/** A text for the eyes of whoever looks over a shoulder: without the values of Secrets. */
public final class VeiledText {
  private static final String DOTS = "\u2022".repeat(12);

  private VeiledText() {}

  /** Dots in place of the values of Secrets, line by line: as many lines as before. */
  public static String of(String text) {
    List<TextRange> secret = SecretRanges.in(text, slice -> true);
    StringBuilder veiled = new StringBuilder();
    int done = 0;
    for (TextRange range : secret) {
      veiled.append(text, done, range.start());
      veil(text.substring(range.start(), range.end()), veiled);
      done = range.end();
    }
    return veiled.append(text, done, text.length()).toString();
  }

  private static void veil(String value, StringBuilder to) {
    String rest = value;
    while (!rest.isEmpty()) {
      int end = rest.indexOf('\n');
      String line = end < 0 ? rest : rest.substring(0, end);
      boolean seen = line.isBlank() || line.strip().equals(JournalEntry.LEFT_OUT);
      to.append(seen ? line : DOTS).append(end < 0 ? "" : "\n");
      rest = end < 0 ? "" : rest.substring(end + 1);
    }
  }
}
