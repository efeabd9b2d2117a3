package io.github.ingressdesigner.yaml;

import io.github.ingressdesigner.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into documents by marker lines alone; never fails. The slices cover the text without
 * gaps. A marker is {@code ---} or {@code ...} at the start of a line, followed by a blank or the
 * line's end; no scalar can hold such a line, so the cut is right even where a document is broken.
 */
public final class DocumentScanner {
  private final String text;
  private final List<Integer> starts = new ArrayList<>(List.of(0));

  private DocumentScanner(String text) {
    this.text = text;
  }

  /**
   * At least one slice; each begins with its own {@code ---} line and what leads to it (comment
   * lines and directives at column 0), or behind the {@code ...} of the slice before.
   */
  public static List<TextRange> scan(String text) {
    return new DocumentScanner(text).scan();
  }

  private List<TextRange> scan() {
    int begin = nextMarker("---", 0);
    int end = nextMarker("...", 0);
    int from = 0;
    boolean open = false; // whether the current slice has a marker or content before `from`
    boolean ended = false; // whether a `...` stands right before `from`
    while (begin >= 0 || end >= 0) {
      boolean isBegin = end < 0 || begin >= 0 && begin < end;
      int marker = isBegin ? begin : end;
      boolean content = !isTrivia(from, marker);
      if (ended && (content || isBegin)) {
        starts.add(from);
        open = content;
      }
      if (isBegin && (open || content)) {
        starts.add(leadStart(from, marker));
      }
      open = true;
      ended = !isBegin;
      from = lineEnd(marker);
      if (isBegin) {
        begin = nextMarker("---", from);
      } else {
        end = nextMarker("...", from);
      }
    }
    if (ended && !isTrivia(from, text.length())) {
      starts.add(from);
    }
    return slices();
  }

  private List<TextRange> slices() {
    List<TextRange> slices = new ArrayList<>(starts.size());
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
      slices.add(new TextRange(starts.get(i), end));
    }
    return List.copyOf(slices);
  }

  private int nextMarker(String marker, int from) {
    for (int at = text.indexOf(marker, from); at >= 0; at = text.indexOf(marker, at + 1)) {
      boolean lineStart = at == 0 || isBreak(text.charAt(at - 1));
      int behind = at + 3;
      if (lineStart && (behind == text.length() || isBlankOrBreak(text.charAt(behind)))) {
        return at;
      }
    }
    return -1;
  }

  /** Where the comments and directives begin that lead to a marker. */
  private int leadStart(int from, int marker) {
    int lead = marker;
    int lineEnd = marker;
    while (lineEnd > from) {
      int lineStart = lineStart(from, lineEnd - 1);
      if (text.charAt(lineStart) == '#' || isDirective(lineStart)) {
        lead = lineStart;
      } else if (!isTrivia(lineStart, lineEnd) || text.charAt(firstInk(lineStart)) == '#') {
        break;
      }
      lineEnd = lineStart;
    }
    return lead;
  }

  private boolean isDirective(int at) {
    return text.startsWith("%YAML ", at) || text.startsWith("%TAG ", at);
  }

  /** Whether the lines hold nothing but blanks, comments and directives. */
  private boolean isTrivia(int from, int to) {
    int at = from;
    while (at < to) {
      int ink = firstInk(at);
      if (ink >= to) {
        return true;
      }
      char c = text.charAt(ink);
      if (!isBreak(c) && c != '#' && !(ink == at && isDirective(ink))) {
        return false;
      }
      at = lineEnd(ink);
    }
    return true;
  }

  /** The first character of a line that is no blank. */
  private int firstInk(int at) {
    int ink = at;
    while (ink < text.length() && (text.charAt(ink) == ' ' || text.charAt(ink) == '\t')) {
      ink++;
    }
    return ink;
  }

  /** Behind the break that ends the line. */
  private int lineEnd(int at) {
    int end = at;
    while (end < text.length() && !isBreak(text.charAt(end))) {
      end++;
    }
    return Math.min(end + 1, text.length());
  }

  private int lineStart(int from, int before) {
    int start = before;
    while (start > from && !isBreak(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isBreak(char c) {
    return c == '\r' || TextReader.isBreak(c);
  }

  private static boolean isBlankOrBreak(char c) {
    return c == ' ' || c == '\t' || isBreak(c);
  }
}
