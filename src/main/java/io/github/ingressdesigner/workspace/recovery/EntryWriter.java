package io.github.ingressdesigner.workspace.recovery;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.LineIndex;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.workspace.recovery.JournalEntry.Around;
import io.github.ingressdesigner.workspace.recovery.JournalEntry.Hunk;
import io.github.ingressdesigner.workspace.recovery.JournalEntry.Piece;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the entry of a file from its edits, without the values of Secrets. */
final class EntryWriter {
  private final SourceText base;
  private final SourceText text;
  private final TextEdits edits;
  private final List<TextRange> secretsInText;
  private final List<TextRange> secretsInBase;
  private boolean leftOut;

  /**
   * @param edits make the text of the base
   */
  EntryWriter(SourceText base, SourceText text, TextEdits edits) {
    this.base = base;
    this.text = text;
    this.edits = edits;
    List<TextRange> inserted = new ArrayList<>();
    List<TextRange> removed = new ArrayList<>();
    int shift = 0;
    for (TextEdit edit : edits.edits()) {
      int start = edit.offset() + shift;
      inserted.add(new TextRange(start, start + edit.inserted().length()));
      removed.add(contextOf(edit.range()));
      shift += edit.delta();
    }
    secretsInText = SecretRanges.in(text.string(), slice -> touchesAny(inserted, slice));
    secretsInBase =
        SecretRanges.in(
            base.string(), slice -> touchesAny(removed, slice) || !secretsInText.isEmpty());
  }

  private static boolean touchesAny(List<TextRange> ranges, TextRange slice) {
    return ranges.stream()
        .anyMatch(range -> range.start() <= slice.end() && slice.start() <= range.end());
  }

  JournalEntry write(FileId file, Instant at, String baseHash) {
    List<Hunk> hunks = new ArrayList<>();
    for (Span span : spans()) {
      hunks.add(
          new Hunk(
              span.old().start(), span.old().length(), around(span.old()), pieces(span.now())));
    }
    return new JournalEntry(file, at, baseHash, hunks, leftOut);
  }

  /** A range of the base and what it became; text before and behind it is the same in both. */
  private record Span(TextRange old, TextRange now) {
    Span with(Span other) {
      return new Span(hull(old, other.old), hull(now, other.now));
    }

    Span from(int start) {
      int more = now.start() - start;
      return new Span(
          new TextRange(old.start() - more, old.end()), new TextRange(start, now.end()));
    }

    Span to(int end) {
      int more = end - now.end();
      return new Span(
          new TextRange(old.start(), old.end() + more), new TextRange(now.start(), end));
    }
  }

  /** The edits; one that touches the value of a Secret grows to the whole value. */
  private List<Span> spans() {
    List<Span> spans = new ArrayList<>();
    int shift = 0;
    for (TextEdit edit : edits.edits()) {
      int start = edit.offset() + shift;
      spans.add(new Span(edit.range(), new TextRange(start, start + edit.inserted().length())));
      shift += edit.delta();
    }
    for (TextRange secret : secretsInText) {
      grow(spans, secret);
    }
    return spans;
  }

  private static void grow(List<Span> spans, TextRange secret) {
    int first = -1;
    for (int i = 0; i < spans.size(); i++) {
      if (touches(spans.get(i).now(), secret)) {
        if (first < 0) {
          first = i;
        } else {
          spans.set(first, spans.get(first).with(spans.remove(i--)));
        }
      }
    }
    if (first >= 0) {
      Span span = spans.get(first);
      Span left = secret.start() < span.now().start() ? span.from(secret.start()) : span;
      spans.set(first, secret.end() > left.now().end() ? left.to(secret.end()) : left);
    }
  }

  private static boolean touches(TextRange one, TextRange other) {
    return one.start() <= other.end() && other.start() <= one.end();
  }

  private static TextRange hull(TextRange one, TextRange other) {
    return new TextRange(Math.min(one.start(), other.start()), Math.max(one.end(), other.end()));
  }

  private List<Piece> pieces(TextRange now) {
    List<Piece> pieces = new ArrayList<>();
    int from = now.start();
    for (TextRange secret : secretsInText) {
      if (!now.contains(secret)) {
        continue;
      }
      addText(pieces, from, secret.start());
      pieces.add(secretPiece(text.slice(secret)));
      from = secret.end();
    }
    addText(pieces, from, now.end());
    return pieces;
  }

  private void addText(List<Piece> pieces, int from, int to) {
    if (from < to) {
      pieces.add(new Piece.Text(text.string().substring(from, to)));
    }
  }

  private Piece secretPiece(String value) {
    Optional<TextRange> same =
        secretsInBase.stream().filter(range -> base.slice(range).equals(value)).findFirst();
    if (same.isPresent()) {
      return new Piece.FromBase(same.get().start(), same.get().length());
    }
    leftOut = true;
    return new Piece.LeftOut();
  }

  private Around around(TextRange old) {
    TextRange context = contextOf(old);
    if (secretsInBase.stream().anyMatch(secret -> touches(secret, context))) {
      return Around.LEFT_OUT;
    }
    return new Around(
        true,
        base.string().substring(context.start(), old.start()),
        base.slice(old),
        base.string().substring(old.end(), context.end()));
  }

  /** The lines of an edit with two more on either side. */
  private TextRange contextOf(TextRange old) {
    LineIndex lines = base.lines();
    int first = Math.max(0, lines.lineOf(old.start()) - 2);
    int last = Math.min(lines.lineCount() - 1, lines.lineOf(old.end()) + 2);
    return new TextRange(lines.startOf(first), lines.endOf(last));
  }
}
