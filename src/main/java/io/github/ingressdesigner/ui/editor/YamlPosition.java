package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextRange;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in a document the caret stands, read off the indentation above it, so that it is known for
 * text that is not valid yet. Block style only, and short lists in square brackets.
 *
 * @param path keys from the document's root, {@code spec.rules[].http}; without the key itself
 * @param key the key whose value is being written; empty where a key is being written
 * @param typed the part of the word before the caret
 * @param replace the word to be replaced, up to its end
 * @param column where keys of this mapping begin
 * @param siblings keys that the mapping has already
 * @param kind {@code kind} of the document, if it says so
 * @param namespace of the document, {@code default} where it says nothing
 */
record YamlPosition(
    String path,
    Optional<String> key,
    String typed,
    TextRange replace,
    int column,
    Set<String> siblings,
    Optional<String> kind,
    String namespace) {
  private static final Pattern HEAD =
      Pattern.compile("(\\s*)((?:- +)*)(?:([\\w./-]+|\"[^\"]*\"|'[^']*')\\s*:(?:\\s+|$))?(.*)");
  private static final Pattern KEY = Pattern.compile("([\\w./-]+|\"[^\"]*\"|'[^']*')\\s*:(\\s.*)?");
  private static final int FAR = 200_000;

  /** The position of an offset; empty in comments, flow mappings and running text. */
  static Optional<YamlPosition> at(SourceText text, int offset) {
    int line = text.lines().lineOf(offset);
    int start = text.lines().startOf(line);
    String head = text.slice(new TextRange(start, offset));
    Matcher matcher = HEAD.matcher(head);
    if (!matcher.matches() || head.stripLeading().startsWith("#")) {
      return Optional.empty();
    }
    Optional<String> key = Optional.ofNullable(matcher.group(3)).map(YamlPosition::unquoted);
    String typed = matcher.group(4);
    if (key.isPresent() && typed.startsWith("[")) {
      typed = typed.substring(Math.max(typed.lastIndexOf('['), typed.lastIndexOf(',')) + 1);
      typed = typed.stripLeading();
    }
    if (typed.matches(".*[\\s{}\\[\\]:#].*")
        || LexWindow.before(text, line).mode() != LexState.Mode.NORMAL) {
      return Optional.empty();
    }
    if (typed.startsWith("'") || typed.startsWith("\"")) {
      typed = typed.substring(1);
    }
    int column = matcher.group(1).length() + matcher.group(2).length();
    Climb climb = new Climb(text, line, column, !matcher.group(2).isEmpty());
    climb.up(matcher.group(1).length());
    climb.down();
    int end = wordEnd(text, offset);
    return Optional.of(
        new YamlPosition(
            climb.path(),
            key,
            typed,
            new TextRange(offset - typed.length(), end),
            column,
            climb.siblings,
            climb.topLevel("kind"),
            climb.topLevel("namespace").orElse("default")));
  }

  private static int wordEnd(SourceText text, int offset) {
    int end = offset;
    while (end < text.length() && " \n,]}:#'\"".indexOf(text.string().charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static String unquoted(String key) {
    return "'\"".indexOf(key.charAt(0)) >= 0 ? key.substring(1, key.length() - 1) : key;
  }

  /** The walk from a line to its enclosing keys. */
  private static final class Climb {
    private final SourceText text;
    private final int line;
    private final int column;
    private final boolean dash;
    private final LinkedList<String> keys = new LinkedList<>();
    private final Set<String> siblings = new LinkedHashSet<>();

    Climb(SourceText text, int line, int column, boolean dash) {
      this.text = text;
      this.line = line;
      this.column = column;
      this.dash = dash;
    }

    String path() {
      return String.join(".", keys).replace(".[]", "[]");
    }

    void up(int dashColumn) {
      int limit = column;
      boolean list = false;
      boolean own = true;
      if (dash) {
        keys.addFirst("[]");
        limit = dashColumn;
        list = true;
        own = false;
      }
      for (int i = line - 1; i >= Math.max(0, line - FAR) && !isMarker(i); i--) {
        int indent = LexWindow.indent(text, i);
        int at = indent < 0 ? -1 : Blocks.keyColumn(text, i);
        if (indent < 0 || at > limit) {
          continue;
        }
        if (at == limit && !list) {
          if (own) {
            keyOf(i, at).ifPresent(siblings::add);
          }
        } else {
          keys.addFirst(keyOf(i, at).orElse("?"));
          limit = at;
          list = false;
          own = false;
        }
        if (indent < at && at == limit && !list) {
          keys.addFirst("[]");
          limit = indent;
          list = true;
          own = false;
        }
        if (limit == 0 && !list) {
          return;
        }
      }
    }

    /** The keys of the same mapping below the caret's line. */
    void down() {
      int last = Math.min(text.lines().lineCount(), line + 2_000);
      for (int i = line + 1; i < last && !isMarker(i); i++) {
        int indent = LexWindow.indent(text, i);
        if (indent < 0) {
          continue;
        }
        int at = Blocks.keyColumn(text, i);
        if (indent < column) {
          return;
        }
        if (indent == column && at == column) {
          keyOf(i, at).ifPresent(siblings::add);
        }
      }
    }

    /** Value of a key of the document: at the margin, or for the namespace under metadata. */
    Optional<String> topLevel(String key) {
      Pattern wanted =
          Pattern.compile(
              "^(?:" + (key.equals("kind") ? "" : "\\s+") + ")" + key + ":\\s*([\\w-]+)");
      int first = line;
      while (first > 0 && line - first < 5_000 && !isMarker(first)) {
        first--;
      }
      int last = Math.min(text.lines().lineCount(), line + 5_000);
      for (int i = first; i < last; i++) {
        if (i > line && isMarker(i)) {
          break;
        }
        Matcher matcher = wanted.matcher(LexWindow.line(text, i));
        if (matcher.find()) {
          return Optional.of(matcher.group(1));
        }
      }
      return Optional.empty();
    }

    private boolean isMarker(int index) {
      return text.string().startsWith("---", text.lines().startOf(index));
    }

    private Optional<String> keyOf(int index, int at) {
      String string = LexWindow.line(text, index);
      Matcher matcher = KEY.matcher(string.substring(Math.min(at, string.length())));
      return matcher.matches() ? Optional.of(unquoted(matcher.group(1))) : Optional.empty();
    }
  }
}
