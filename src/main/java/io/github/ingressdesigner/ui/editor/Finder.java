package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Searches a text and plans replacements. Pure; bounded in results and in steps. */
final class Finder {
  /** More hits than this are not listed. */
  static final int MOST = 50_000;

  private static final int STEPS_PER_CHARACTER = 50;
  private static final int LEAST_STEPS = 5_000_000;

  private Finder() {}

  /** What to look for. */
  record Query(String text, boolean regex, boolean matchCase, boolean wholeWord) {}

  enum Trouble {
    NONE,
    /** The expression is not valid. */
    SYNTAX,
    /** The expression takes too many steps on this text. */
    TOO_SLOW
  }

  /**
   * What was found.
   *
   * @param complete whether these are all
   */
  record Result(List<TextRange> hits, boolean complete, Trouble trouble) {
    static final Result NOTHING = new Result(List.of(), true, Trouble.NONE);

    Result {
      hits = List.copyOf(hits);
    }

    /** Index of the first hit that begins at or behind an offset, wrapping around; -1 if none. */
    int next(int offset) {
      for (int i = 0; i < hits.size(); i++) {
        if (hits.get(i).start() >= offset) {
          return i;
        }
      }
      return hits.isEmpty() ? -1 : 0;
    }

    /** Index of the last hit that begins before an offset, wrapping around; -1 if none. */
    int previous(int offset) {
      for (int i = hits.size() - 1; i >= 0; i--) {
        if (hits.get(i).start() < offset) {
          return i;
        }
      }
      return hits.size() - 1;
    }
  }

  static Result find(SourceText text, Query query) {
    if (query.text().isEmpty()) {
      return Result.NOTHING;
    }
    List<TextRange> hits = new ArrayList<>();
    try {
      Matcher matcher = pattern(query).matcher(new Counted(text.string()));
      while (matcher.find()) {
        if (matcher.end() == matcher.start()) {
          continue;
        }
        if (hits.size() == MOST) {
          return new Result(hits, false, Trouble.NONE);
        }
        hits.add(new TextRange(matcher.start(), matcher.end()));
      }
      return new Result(hits, true, Trouble.NONE);
    } catch (PatternSyntaxException e) {
      return new Result(List.of(), true, Trouble.SYNTAX);
    } catch (TooManySteps | StackOverflowError e) {
      return new Result(hits, false, Trouble.TOO_SLOW);
    }
  }

  /**
   * Edits that replace hits; in a regular expression {@code $1} names a group and {@code \n} a line
   * break.
   *
   * @throws IllegalArgumentException if the replacement names a group that is not there
   */
  static TextEdits replace(SourceText text, Query query, List<TextRange> hits, String with) {
    List<TextEdit> edits = new ArrayList<>();
    Matcher matcher = pattern(query).matcher(new Counted(text.string()));
    for (TextRange hit : hits) {
      String inserted = with;
      if (query.regex() && matcher.find(hit.start()) && matcher.end() == hit.end()) {
        inserted = expand(matcher, with);
      }
      edits.add(new TextEdit(hit.start(), text.slice(hit), inserted));
    }
    return new TextEdits(edits);
  }

  private static String expand(Matcher matcher, String with) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < with.length(); i++) {
      char c = with.charAt(i);
      char next = i + 1 < with.length() ? with.charAt(i + 1) : 0;
      if (c == '\\' && next != 0) {
        out.append(next == 'n' ? '\n' : next);
        i++;
      } else if (c == '$' && Character.isDigit(next)) {
        int group = next - '0';
        if (group > matcher.groupCount()) {
          throw new IllegalArgumentException("$" + group);
        }
        String value = matcher.group(group);
        out.append(value == null ? "" : value);
        i++;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static Pattern pattern(Query query) {
    String expression = query.regex() ? query.text() : Pattern.quote(query.text());
    if (query.wholeWord()) {
      expression = "(?<![\\w-])(?:" + expression + ")(?![\\w-])";
    }
    int flags = Pattern.MULTILINE;
    if (!query.matchCase()) {
      flags |= Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    }
    return Pattern.compile(expression, flags);
  }

  private static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManySteps() {
      super("too many steps", null, false, false);
    }
  }

  /** A text that gives up after too many looks at it: the guard against exponential expressions. */
  private static final class Counted implements CharSequence {
    private final String string;
    private long left;

    Counted(String string) {
      this.string = string;
      left = LEAST_STEPS + (long) STEPS_PER_CHARACTER * string.length();
    }

    @Override
    public char charAt(int index) {
      if (left-- <= 0) {
        throw new TooManySteps();
      }
      return string.charAt(index);
    }

    @Override
    public int length() {
      return string.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return string.substring(start, end);
    }

    @Override
    public String toString() {
      return string;
    }
  }
}
