package io.github.ingressdesigner.workspace;

import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.text.LineIndex;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.DocumentScanner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Cuts texts into documents and keeps the identity of each through edits. The text is scanned again
 * only where an edit may have moved a border between documents.
 */
final class DocumentTracker {
  private int next = 1;

  /** Documents of a text not seen before. */
  Documents cut(SourceText text) {
    List<TextRange> ranges = DocumentScanner.scan(text.string());
    List<DocumentId> ids = new ArrayList<>();
    ranges.forEach(range -> ids.add(newId()));
    return new Documents(ids, ranges);
  }

  private DocumentId newId() {
    return new DocumentId(next++);
  }

  /** The documents after edits; those whose text survives, wholly or in part, keep their ids. */
  Documents update(Documents before, SourceText text, TextEdits edits, SourceText after) {
    if (edits.isEmpty()) {
      return before;
    }
    if (keepsBorders(text, edits, after)) {
      return new Documents(before.ids(), shifted(before.ranges(), edits));
    }
    List<TextRange> ranges = DocumentScanner.scan(after.string());
    return new Documents(idsFor(before, edits, ranges), ranges);
  }

  /**
   * Borders hang on marker lines and on the blank, comment and directive lines above them alone. So
   * an edit among other lines moves none, nor does one in such lines with content right below.
   */
  private static boolean keepsBorders(SourceText text, TextEdits edits, SourceText after) {
    int shift = 0;
    for (TextEdit edit : edits.edits()) {
      int start = edit.offset() + shift;
      int end = start + edit.inserted().length();
      Line old = strictest(text, edit.offset(), edit.range().end());
      Line now = strictest(after, start, end);
      if (old == Line.MARKER || now == Line.MARKER) {
        return false;
      }
      boolean soft = old == Line.SOFT || now == Line.SOFT;
      if (soft && !contentFollows(after, after.lines().lineOf(end) + 1)) {
        return false;
      }
      shift += edit.delta();
    }
    return true;
  }

  private enum Line {
    CONTENT,
    SOFT,
    MARKER
  }

  private static Line strictest(SourceText text, int start, int end) {
    LineIndex lines = text.lines();
    Line strictest = Line.CONTENT;
    for (int line = lines.lineOf(start); line <= lines.lineOf(end); line++) {
      Line kind = kindOf(text, line);
      strictest = kind.compareTo(strictest) > 0 ? kind : strictest;
    }
    return strictest;
  }

  private static boolean contentFollows(SourceText text, int line) {
    int at = line;
    while (at < text.lines().lineCount() && kindOf(text, at) == Line.SOFT) {
      at++;
    }
    return at < text.lines().lineCount() && kindOf(text, at) == Line.CONTENT;
  }

  private static Line kindOf(SourceText text, int line) {
    String string = text.string();
    int start = text.lines().startOf(line);
    int end = text.lines().endOf(line);
    if (string.startsWith("---", start)
        || string.startsWith("...", start)
        || holdsForeignBreak(string, start, end)) {
      return Line.MARKER;
    }
    for (int i = start; i < end; i++) {
      char c = string.charAt(i);
      if (c == '#' || c == '%' && i == start) {
        return Line.SOFT;
      }
      if (c != ' ' && c != '\t') {
        return Line.CONTENT;
      }
    }
    return Line.SOFT;
  }

  /** YAML breaks lines in three more places than the editor does; markers may stand behind them. */
  private static boolean holdsForeignBreak(String string, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = string.charAt(i);
      if (c == '\u0085' || c == '\u2028' || c == '\u2029') {
        return true;
      }
    }
    return false;
  }

  /** An insertion at the border itself stands in a marker, soft or first line, never here. */
  private static List<TextRange> shifted(List<TextRange> ranges, TextEdits edits) {
    List<TextRange> shifted = new ArrayList<>(ranges.size());
    int from = 0;
    int shift = 0;
    int edit = 0;
    List<TextEdit> all = edits.edits();
    for (int i = 0; i < ranges.size(); i++) {
      TextRange range = ranges.get(i);
      boolean last = i == ranges.size() - 1;
      while (edit < all.size() && (last || all.get(edit).offset() < range.end())) {
        shift += all.get(edit++).delta();
      }
      int end = range.end() + shift;
      boolean same = from == range.start() && end == range.end();
      shifted.add(same ? range : new TextRange(from, end));
      from = end;
    }
    return shifted;
  }

  private List<DocumentId> idsFor(Documents before, TextEdits edits, List<TextRange> ranges) {
    List<Overlap> overlaps = overlaps(before.ranges(), edits, ranges);
    overlaps.sort(Comparator.comparingInt(Overlap::length).reversed());
    DocumentId[] ids = new DocumentId[ranges.size()];
    Set<Integer> used = new HashSet<>();
    for (Overlap overlap : overlaps) {
      if (ids[overlap.now()] == null && used.add(overlap.old())) {
        ids[overlap.now()] = before.ids().get(overlap.old());
      }
    }
    boolean onlyOne = before.size() == 1 && ranges.size() == 1;
    List<DocumentId> all = new ArrayList<>();
    for (DocumentId id : ids) {
      all.add(id != null ? id : onlyOne ? before.ids().getFirst() : newId());
    }
    return all;
  }

  /** How much text, not touched by the edits, went from an old document to a new one. */
  private record Overlap(int old, int now, int length) {}

  private static List<Overlap> overlaps(
      List<TextRange> olds, TextEdits edits, List<TextRange> news) {
    List<Overlap> overlaps = new ArrayList<>();
    int old = 0;
    int now = 0;
    int kept = 0;
    int shift = 0;
    int end = olds.getLast().end();
    for (int i = 0; i <= edits.edits().size(); i++) {
      boolean behindLast = i == edits.edits().size();
      int keptEnd = behindLast ? end : edits.edits().get(i).offset();
      while (kept < keptEnd) {
        while (olds.get(old).end() <= kept) {
          old++;
        }
        while (news.get(now).end() <= kept + shift) {
          now++;
        }
        int to = Math.min(keptEnd, Math.min(olds.get(old).end(), news.get(now).end() - shift));
        add(overlaps, old, now, to - kept);
        kept = to;
      }
      if (!behindLast) {
        kept = edits.edits().get(i).range().end();
        shift += edits.edits().get(i).delta();
      }
    }
    return overlaps;
  }

  private static void add(List<Overlap> overlaps, int old, int now, int length) {
    if (!overlaps.isEmpty()) {
      Overlap last = overlaps.getLast();
      if (last.old() == old && last.now() == now) {
        overlaps.set(overlaps.size() - 1, new Overlap(old, now, last.length() + length));
        return;
      }
    }
    overlaps.add(new Overlap(old, now, length));
  }
}
