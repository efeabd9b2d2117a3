package io.github.ingressdesigner.workspace.recovery;

import io.github.ingressdesigner.workspace.recovery.JournalEntry.Around;
import io.github.ingressdesigner.workspace.recovery.JournalEntry.Hunk;
import io.github.ingressdesigner.workspace.recovery.JournalEntry.Piece;
import java.util.Optional;

/** Makes the unsaved text of an entry and what stands on disk. */
final class EntryReader {
  private EntryReader() {}

  /** The text, on the very base that the entry was written against. */
  static String onBase(JournalEntry entry, String base) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (Hunk hunk : entry.hunks()) {
      text.append(base, from, hunk.offset());
      append(text, hunk, base);
      from = hunk.offset() + hunk.length();
    }
    return text.append(base, from, base.length()).toString();
  }

  private static void append(StringBuilder text, Hunk hunk, String base) {
    for (Piece piece : hunk.pieces()) {
      switch (piece) {
        case Piece.Text(String more) -> text.append(more);
        case Piece.FromBase(int offset, int length) -> text.append(base, offset, offset + length);
        case Piece.LeftOut() -> text.append(JournalEntry.LEFT_OUT);
      }
    }
  }

  /**
   * The text, on a base that changed meanwhile: each hunk goes where its surroundings stand now.
   * Empty if one of them cannot be found, or needs what is not known any more.
   */
  static Optional<String> onOther(JournalEntry entry, String disk) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (Hunk hunk : entry.hunks()) {
      Around around = hunk.around();
      boolean needsBase = hunk.pieces().stream().anyMatch(Piece.FromBase.class::isInstance);
      if (!around.known() || needsBase) {
        return Optional.empty();
      }
      String whole = around.before() + around.removed() + around.behind();
      int found = nearest(disk, whole, hunk.offset() - around.before().length(), from);
      if (found < 0) {
        return Optional.empty();
      }
      int start = found + around.before().length();
      text.append(disk, from, start);
      append(text, hunk, disk);
      from = start + around.removed().length();
    }
    return Optional.of(text.append(disk, from, disk.length()).toString());
  }

  /**
   * The occurrence of whole lines nearest to an offset whose hunk begins at {@code least} or later.
   */
  private static int nearest(String text, String lines, int wanted, int least) {
    int best = -1;
    for (int at = text.indexOf(lines); at >= 0; at = text.indexOf(lines, at + 1)) {
      boolean begins = at == 0 || text.charAt(at - 1) == '\n';
      int end = at + lines.length();
      boolean ends = end == text.length() || text.charAt(end) == '\n';
      if (begins
          && ends
          && at >= least
          && (best < 0 || Math.abs(at - wanted) < Math.abs(best - wanted))) {
        best = at;
      }
    }
    return best;
  }

  /** What was typed, one hunk after the other, for a person to place by hand. */
  static String loose(JournalEntry entry) {
    StringBuilder text = new StringBuilder();
    for (Hunk hunk : entry.hunks()) {
      for (Piece piece : hunk.pieces()) {
        text.append(
            switch (piece) {
              case Piece.Text(String more) -> more;
              case Piece.FromBase fromBase -> JournalEntry.LEFT_OUT;
              case Piece.LeftOut() -> JournalEntry.LEFT_OUT;
            });
      }
      if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
        text.append('\n');
      }
    }
    return text.toString();
  }
}
