package io.github.ingressdesigner.dialect.common;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the literals of an expression. It knows what all flavours write alike, and gives no hint at
 * anything else, which is always right.
 */
final class HintReader {
  private static final Pattern COUNT = Pattern.compile("\\{([0-9]{1,4})(,[0-9]{0,4})?}");
  private static final Pattern GROUP =
      Pattern.compile("\\?(?::|>|P?<[A-Za-z_][A-Za-z0-9_]*>)|(?![?*])");
  private static final Pattern LOOK_AROUND = Pattern.compile("\\?<?[=!]");

  /** A class of more characters counts as unknown. */
  private static final int SMALL_CLASS = 4;

  private static final int DEEPEST = 50;

  /** How often an item stands. */
  private enum Times {
    ONCE,
    MAYBE_ONCE,
    MAYBE,
    MORE
  }

  private final String pattern;
  private final boolean ignoreCase;
  private final boolean isUnicode;
  private boolean isLost;
  private boolean isLiteral = true;
  private int depth;
  private int at;

  private HintReader(String pattern, boolean ignoreCase, boolean isUnicode) {
    this.pattern = pattern;
    this.ignoreCase = ignoreCase;
    this.isUnicode = isUnicode;
  }

  /**
   * @param pattern as bytes
   * @param isUnicode whether the engine reads characters, not bytes: then a quantifier repeats all
   *     bytes of one, and ignoring case goes beyond ASCII, where K and S have other cases
   */
  static RegexHints read(String pattern, boolean ignoreCase, boolean isUnicode) {
    boolean inline = pattern.startsWith("(?i)");
    String rest = inline ? pattern.substring(4) : pattern;
    if (isPlain(rest) && !(isUnicode && (ignoreCase || inline))) {
      return plain(rest, ignoreCase || inline);
    }
    return new HintReader(rest, ignoreCase || inline, isUnicode).read();
  }

  /** Most paths: nothing but letters, perhaps behind an anchor. */
  private static boolean isPlain(String pattern) {
    for (int i = pattern.startsWith("^") ? 1 : 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (!isWord(c) && c != '/' && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }

  private static RegexHints plain(String pattern, boolean ignoreCase) {
    boolean anchored = pattern.startsWith("^");
    String text = anchored ? pattern.substring(1) : pattern;
    List<String> literal = List.of(ignoreCase ? HostIndex.lower(text) : text);
    List<List<String>> clauses = text.length() > 1 ? List.of(literal) : List.of();
    return new RegexHints(literal, anchored, clauses, ignoreCase, true);
  }

  private RegexHints read() {
    List<LiteralSet> branches = new ArrayList<>();
    boolean anchored = true;
    do {
      anchored &= takeAnchor();
      branches.add(readBranch());
    } while (take('|'));
    if (isLost || at < pattern.length()) {
      return RegexHints.NONE;
    }
    LiteralSet all = LiteralSet.oneOf(branches);
    List<List<String>> clauses =
        all.isExact() && LiteralSet.shortest(all.starts()) > 1
            ? List.of(all.starts())
            : all.clauses();
    return new RegexHints(
        all.starts(), anchored, clauses, ignoreCase, isLiteral && branches.size() == 1);
  }

  /** An anchor that is repeated is none. */
  private boolean takeAnchor() {
    int length = at("^") ? 1 : at("\\A") ? 2 : 0;
    at += length;
    if (length > 0 && readTimes() != Times.ONCE) {
      lose();
    }
    return length > 0;
  }

  private LiteralSet lose() {
    isLost = true;
    at = pattern.length();
    return LiteralSet.UNKNOWN;
  }

  private boolean at(String text) {
    return pattern.startsWith(text, at);
  }

  private boolean take(char c) {
    boolean is = at < pattern.length() && pattern.charAt(at) == c;
    at += is ? 1 : 0;
    return is;
  }

  private LiteralSet readBranch() {
    Run run = new Run();
    while (at < pattern.length() && !at("|") && !at(")")) {
      LiteralSet item = readItem();
      run.add(item, readTimes());
    }
    return run.end();
  }

  private LiteralSet readItem() {
    char c = pattern.charAt(at++);
    return switch (c) {
      case '(' -> readGroup();
      case '[' -> readClass();
      case '.' -> unknown();
      case '^', '$' -> empty();
      case '\\' -> readEscape();
      case '*', '+', '?' -> lose();
      case '{' -> at(",") ? lose() : literal(c);
      default -> literal(c);
    };
  }

  private LiteralSet unknown() {
    isLiteral = false;
    return LiteralSet.UNKNOWN;
  }

  /** Something that takes no room. */
  private LiteralSet empty() {
    isLiteral = false;
    return LiteralSet.EMPTY;
  }

  private LiteralSet literal(char c) {
    boolean isWide = isUnicode && c > 0x7f;
    if (isWide
        && (ignoreCase || at < pattern.length() && "*+?{".indexOf(pattern.charAt(at)) >= 0)) {
      return lose();
    }
    if (ignoreCase && isUnicode && "kKsS".indexOf(c) >= 0) {
      return unknown();
    }
    isLiteral &= c < 0x80 || !ignoreCase;
    return LiteralSet.exact(List.of(String.valueOf(folded(c))));
  }

  private char folded(char c) {
    return ignoreCase && c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }

  private LiteralSet readEscape() {
    if (at == pattern.length()) {
      return lose();
    }
    char c = pattern.charAt(at++);
    if ("bBzZA".indexOf(c) >= 0) {
      return empty();
    }
    if ("dDwWsShHvV".indexOf(c) >= 0) {
      return unknown();
    }
    return isPunctuation(c) ? literal(c) : lose();
  }

  /** Stands for itself behind a backslash, in all flavours. */
  private static boolean isPunctuation(char c) {
    return c > 0x20 && c < 0x7f && !isWord(c) && c != '<' && c != '>';
  }

  private static boolean isWord(char c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private Times readTimes() {
    char c = at < pattern.length() ? pattern.charAt(at) : 0;
    Times times;
    if (c == '*' || c == '?' || c == '+') {
      at++;
      times = c == '*' ? Times.MAYBE : c == '?' ? Times.MAYBE_ONCE : Times.MORE;
    } else if (c == '{') {
      Matcher count = COUNT.matcher(pattern).region(at, pattern.length());
      if (!count.lookingAt()) {
        lose();
        return Times.MAYBE;
      }
      at = count.end();
      times = Integer.parseInt(count.group(1)) == 0 ? Times.MAYBE : Times.MORE;
    } else {
      return Times.ONCE;
    }
    isLiteral = false;
    if (at("?") || at("+")) {
      at++;
    }
    if (at < pattern.length() && "*+?{".indexOf(pattern.charAt(at)) >= 0) {
      lose();
    }
    return times;
  }

  private LiteralSet readGroup() {
    isLiteral = false;
    if (++depth > DEEPEST) {
      return lose();
    }
    Matcher kind = LOOK_AROUND.matcher(pattern).region(at, pattern.length());
    boolean takesNoRoom = kind.lookingAt();
    if (!takesNoRoom && !kind.usePattern(GROUP).lookingAt()) {
      return lose();
    }
    at = kind.end();
    List<LiteralSet> branches = new ArrayList<>();
    do {
      branches.add(readBranch());
    } while (take('|'));
    depth--;
    if (!take(')')) {
      return lose();
    }
    return takesNoRoom ? LiteralSet.EMPTY : LiteralSet.oneOf(branches);
  }

  private LiteralSet readClass() {
    isLiteral = false;
    boolean isKnown = !take('^');
    Set<String> set = new LinkedHashSet<>();
    boolean isFirst = true;
    while (at < pattern.length()) {
      char c = pattern.charAt(at++);
      if (c == ']' && !isFirst) {
        return isKnown && set.size() <= SMALL_CLASS
            ? LiteralSet.exact(List.copyOf(set))
            : LiteralSet.UNKNOWN;
      }
      isFirst = false;
      if (c == '[' || c == '&') {
        isKnown = false;
        if (c == '&' ? at("&") : !skipPosix()) {
          return lose();
        }
      } else if (c == '\\') {
        if (at == pattern.length() || "QEc".indexOf(pattern.charAt(at)) >= 0) {
          return lose();
        }
        c = pattern.charAt(at++);
        isKnown &= isPunctuation(c);
      } else if (c == '-' || c == '~') {
        isKnown = false;
      }
      boolean isPlain = c < 0x80 && !(ignoreCase && isUnicode && "kKsS".indexOf(c) >= 0);
      isKnown &= isPlain;
      set.add(String.valueOf(folded(c)));
    }
    return lose();
  }

  private boolean skipPosix() {
    int end = at(":") ? pattern.indexOf(":]", at) : -1;
    if (end < 0 || !pattern.substring(at + 1, end).matches("\\^?[a-z]+")) {
      return false;
    }
    at = end + 2;
    return true;
  }

  /** Literals in a row, of which several are possible where there are alternatives. */
  private static final class Run {
    private final List<List<String>> clauses = new ArrayList<>();
    private List<String> starts = List.of();
    private List<String> strings = List.of("");
    private boolean isExact = true;

    /** What comes behind each of the strings. */
    private final StringBuilder tail = new StringBuilder();

    void add(LiteralSet item, Times times) {
      if (times == Times.ONCE && item.isExact() && item.starts().size() == 1) {
        tail.append(item.starts().getFirst());
        return;
      }
      addTail();
      if (times == Times.MAYBE || !item.isExact() && times == Times.MAYBE_ONCE) {
        cut();
        return;
      }
      List<String> next = item.starts();
      if (times == Times.MAYBE_ONCE) {
        next = new ArrayList<>(next);
        next.add("");
      }
      List<String> product = LiteralSet.product(strings, next);
      if (product.isEmpty()) {
        cut();
        product = next;
      }
      strings = product;
      if (!item.isExact() || times == Times.MORE) {
        cut();
        clauses.addAll(item.clauses());
      }
    }

    private void addTail() {
      if (!tail.isEmpty()) {
        strings = LiteralSet.product(strings, List.of(tail.toString()));
        tail.setLength(0);
      }
    }

    private void cut() {
      if (isExact) {
        starts = strings;
        isExact = false;
      }
      if (LiteralSet.shortest(strings) > 1) {
        clauses.add(strings);
      }
      strings = List.of("");
    }

    LiteralSet end() {
      addTail();
      if (isExact) {
        return LiteralSet.exact(strings);
      }
      cut();
      return new LiteralSet(false, starts, List.copyOf(clauses));
    }
  }
}
