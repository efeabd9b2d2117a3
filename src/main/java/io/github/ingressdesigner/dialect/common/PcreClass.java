package io.github.ingressdesigner.dialect.common;

import java.util.BitSet;
import java.util.regex.Pattern;

/** A class of characters, {@code [...]}, of an expression for PCRE: a set of bytes. */
final class PcreClass {
  private static final int NOT_ONE = -1;

  private final PcreScanner in;
  private final boolean ignoreCase;
  private final BitSet set = new BitSet(256);

  private PcreClass(PcreScanner in, boolean ignoreCase) {
    this.in = in;
    this.ignoreCase = ignoreCase;
  }

  /**
   * The class in Java's spelling.
   *
   * @param in behind the opening bracket
   */
  static String read(PcreScanner in, boolean ignoreCase) {
    return new PcreClass(in, ignoreCase).read();
  }

  private String read() {
    boolean not = in.take('^');
    boolean isFirst = true;
    while (true) {
      if (in.isDone()) {
        throw new RegexRefusedException("A [ has no ].");
      }
      char c = in.next();
      if (c == ']' && !isFirst) {
        break;
      }
      isFirst = false;
      readItem(c);
    }
    if (ignoreCase) {
      for (int lower = 'a'; lower <= 'z'; lower++) {
        int upper = lower - 32;
        boolean has = set.get(lower) || set.get(upper);
        set.set(lower, has);
        set.set(upper, has);
      }
    }
    if (not) {
      set.flip(0, 256);
    }
    return java();
  }

  private void readItem(char c) {
    int low = c == '\\' ? readEscape() : c == '[' ? readBracket() : c;
    if (!in.at('-')) {
      add(low, low);
      return;
    }
    in.next();
    if (in.at(']')) {
      add(low, low);
      set.set('-');
      return;
    }
    if (in.isDone()) {
      throw new RegexRefusedException("A [ has no ].");
    }
    char next = in.next();
    int high = next == '\\' ? readEscape() : next == '[' ? readBracket() : next;
    if (low == NOT_ONE || high == NOT_ONE) {
      throw new RegexRefusedException("A class has a - beside a set of characters.");
    }
    if (low > high) {
      throw new RegexRefusedException("The ends of a range in a class are out of order.");
    }
    add(low, high);
  }

  private void add(int low, int high) {
    if (low != NOT_ONE) {
      set.set(low, high + 1);
    }
  }

  private int readBracket() {
    String name = in.posix();
    if (name.isEmpty()) {
      if (in.at('.') || in.at('=')) {
        throw new RegexRefusedException("PCRE does not support [. and [= in a class.");
      }
      return '[';
    }
    boolean not = name.startsWith("^");
    addAll(posix(not ? name.substring(1) : name), not);
    return NOT_ONE;
  }

  private String posix(String name) {
    return switch (name) {
      case "upper", "lower" -> ignoreCase ? "\\p{Alpha}" : name.equals("upper") ? "[A-Z]" : "[a-z]";
      case "alpha" -> "\\p{Alpha}";
      case "digit" -> "[0-9]";
      case "alnum" -> "\\p{Alnum}";
      case "word" -> "\\w";
      case "space" -> "\\s";
      case "blank" -> "[ \\t]";
      case "cntrl" -> "\\p{Cntrl}";
      case "graph" -> "\\p{Graph}";
      case "print" -> "\\p{Print}";
      case "punct" -> "\\p{Punct}";
      case "xdigit" -> "\\p{XDigit}";
      case "ascii" -> "[\\x00-\\x7f]";
      default -> throw new RegexRefusedException("There is no class [:" + name + ":].");
    };
  }

  private void addAll(String java, boolean not) {
    Pattern pattern = Pattern.compile(java);
    for (int c = 0; c < 256; c++) {
      if (pattern.matcher(String.valueOf((char) c)).matches() != not) {
        set.set(c);
      }
    }
  }

  private int readEscape() {
    if (in.isDone()) {
      throw new RegexRefusedException("A [ has no ].");
    }
    char c = in.next();
    switch (c) {
      case 'd', 'D', 'w', 'W', 's', 'S', 'h', 'H', 'v', 'V' -> addAll("\\" + c, false);
      case 'p', 'P' -> addAll(in.property(c), false);
      case 'b' -> {
        return 8;
      }
      case 'Q' -> in.quoted().chars().forEach(set::set);
      case 'E' -> {}
      case 'B', 'R', 'X', 'N' ->
          throw new RegexRefusedException("The escape \\" + c + " cannot stand in a class.");
      default -> {
        return in.escaped(c);
      }
    }
    return NOT_ONE;
  }

  private String java() {
    if (set.isEmpty()) {
      return "(?!)";
    }
    StringBuilder out = new StringBuilder("[");
    for (int low = set.nextSetBit(0); low >= 0; ) {
      int high = set.nextClearBit(low) - 1;
      out.append(PcreScanner.code(low));
      if (high > low) {
        out.append('-').append(PcreScanner.code(high));
      }
      low = set.nextSetBit(high + 1);
    }
    return out.append(']').toString();
  }
}
