package io.github.ingressdesigner.dialect.common;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Spells an expression for PCRE2 (8-bit, without UTF, as NGINX and HAProxy compile it) for {@code
 * java.util.regex}, after pcre2pattern(3). Each capturing group gets a name by its number.
 */
final class PcreSyntax {
  /** What inline flags change until the end of their group. */
  private record Flags(
      boolean ignoreCase,
      boolean multiLine,
      boolean dotAll,
      boolean extended,
      boolean ungreedy,
      boolean noCapture) {
    static final Flags NONE = new Flags(false, false, false, false, false, false);

    Flags with(char c, boolean on) {
      return new Flags(
          c == 'i' ? on : ignoreCase,
          c == 'm' ? on : multiLine,
          c == 's' ? on : dotAll,
          c == 'x' ? on : extended,
          c == 'U' ? on : ungreedy,
          c == 'n' ? on : noCapture);
    }

    /** All that Java has, so that none is left over from before. */
    String java() {
      String on = (ignoreCase ? "i" : "") + (multiLine ? "m" : "") + (dotAll ? "s" : "");
      String off = (ignoreCase ? "" : "i") + (multiLine ? "" : "m") + (dotAll ? "" : "s");
      return off.isEmpty() ? on : on + "-" + off;
    }
  }

  private final PcreScanner in;
  private final StringBuilder out = new StringBuilder();
  private final Map<String, Integer> names = new HashMap<>();
  private final List<String> resets = new ArrayList<>();
  private final int allGroups;
  private Flags flags;
  private int groups;
  private int open;
  private int repetitions;
  private boolean isNested;
  private int behind;

  /** Where the item began that a quantifier would repeat; -1 if there is none. */
  private int item = -1;

  private boolean isQuantified;

  /**
   * @param pattern as bytes
   * @throws RegexRefusedException with a sentence for people
   */
  PcreSyntax(String pattern, boolean ignoreCase) {
    this.in = new PcreScanner(pattern);
    this.flags = Flags.NONE.with('i', ignoreCase);
    this.allGroups = PcreScanner.countGroups(pattern);
    out.append("(?d").append(ignoreCase ? "i)" : ")");
    readBranches();
    if (!in.isDone()) {
      throw new RegexRefusedException("It closes a group that is not open.");
    }
  }

  /** The name of a group in Java's spelling. */
  static String group(int number) {
    return "g" + number;
  }

  int groups() {
    return groups;
  }

  /** How many repetitions have no end; a measure of the work. */
  int repetitions() {
    return repetitions;
  }

  /** Whether a repeated group may repeat something itself. */
  boolean isNested() {
    return isNested;
  }

  /** Names of the places of {@code \K}. */
  List<String> resets() {
    return resets;
  }

  Pattern compile() {
    return Pattern.compile(out.toString());
  }

  private void readBranches() {
    while (!in.isDone() && !in.at(')')) {
      readItem();
    }
  }

  private void readItem() {
    char c = in.next();
    if (flags.extended && (Character.isWhitespace(c) || c == '#')) {
      if (c == '#') {
        in.skipLine();
      }
      return;
    }
    switch (c) {
      case '\\' -> readEscape();
      case '[' -> emit(PcreClass.read(in, flags.ignoreCase));
      case '(' -> readGroup();
      case '*', '+', '?' -> readQuantifier(String.valueOf(c));
      case '{' -> {
        String braces = in.braces();
        if (braces.isEmpty()) {
          emit("\\{");
        } else {
          readQuantifier("{" + braces + "}");
        }
      }
      case '|' -> {
        out.append('|');
        item = -1;
      }
      case '^', '$', '.' -> emit(String.valueOf(c));
      default -> emit(PcreScanner.literal(c));
    }
  }

  private void emit(String java) {
    item = out.length();
    isQuantified = false;
    out.append(java);
  }

  private void readQuantifier(String quantifier) {
    if (item < 0) {
      throw new RegexRefusedException("The " + quantifier + " has nothing before it to repeat.");
    }
    boolean isEndless = "*+".contains(quantifier) || quantifier.endsWith(",}");
    if (isEndless && behind > 0) {
      throw new RegexRefusedException("A look-behind of PCRE cannot be endless.");
    }
    if (isQuantified) {
      out.insert(item, "(?:").append(')');
      isNested = true;
    }
    isNested |= out.charAt(out.length() - 1) == ')' && out.charAt(item) == '(';
    repetitions += quantifier.equals("?") || quantifier.matches("\\{[0-9](,[0-9])?}") ? 0 : 1;
    out.append(quantifier);
    if (in.take('+')) {
      out.append('+');
    } else if (in.take('?') != flags.ungreedy) {
      out.append('?');
    }
    isQuantified = true;
  }

  private void readEscape() {
    if (in.isDone()) {
      throw new RegexRefusedException("It ends in a backslash.");
    }
    char c = in.next();
    switch (c) {
      case 'd', 'D', 'w', 'W', 's', 'S', 'h', 'H', 'v', 'V', 'b', 'B', 'A', 'G', 'z', 'Z' ->
          emit("\\" + c);
      case 'N' -> emit("[^\\n]");
      case 'C' -> emit("(?s:.)");
      case 'R' -> emit("(?>\\r\\n|[\\n\\x0b\\f\\r\\x85])");
      case 'K' -> {
        resets.add("k" + resets.size());
        emit("(?<" + resets.getLast() + ">)");
      }
      case 'Q' -> {
        for (char literal : in.quoted().toCharArray()) {
          emit(PcreScanner.literal(literal));
        }
      }
      case 'E' -> {}
      case 'p', 'P' -> emit(in.property(c));
      case 'k' -> backReference(in.reference("<'{"));
      case 'g' -> readG();
      case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
        int from = in.place() - 1;
        int number = in.decimal();
        if (number < 10 || number <= allGroups) {
          backReference(String.valueOf(number));
        } else {
          in.back(from);
          emit(PcreScanner.code(in.octal(3)));
        }
      }
      case 'X' -> throw notModelled("\\X");
      default -> emit(PcreScanner.code(in.escaped(c)));
    }
  }

  private void readG() {
    if (in.at('<') || in.at('\'')) {
      throw notModelled("a call of a group (\\g<...>)");
    }
    String name = in.reference("{");
    if (name.startsWith("-") || name.startsWith("+")) {
      int distance = PcreScanner.number(name.substring(1));
      name = String.valueOf(name.startsWith("-") ? groups + 1 - distance : groups + distance);
    }
    backReference(name);
  }

  private void backReference(String name) {
    boolean isNumber = !name.isEmpty() && Character.isDigit(name.charAt(0));
    int number = isNumber ? PcreScanner.number(name) : names.getOrDefault(name, allGroups + 1);
    if (number < 1 || number > allGroups) {
      throw new RegexRefusedException("It refers to a group " + name + " that it does not have.");
    }
    if (number > groups) {
      throw notModelled("a reference to a group that comes later");
    }
    emit("\\k<" + group(number) + ">");
  }

  private void readGroup() {
    if (in.take('*')) {
      throw notModelled("a control verb, (*...)");
    }
    Flags outer = flags;
    String head = in.take('?') ? readKind() : flags.noCapture ? "(?:" : capturing("");
    if (head.isEmpty()) {
      return;
    }
    int begin = out.length();
    out.append(head);
    item = -1;
    int looksBack = head.equals("(?<=") || head.equals("(?<!") ? 1 : 0;
    behind += looksBack;
    if (++open > 250) {
      throw new RegexRefusedException("Its groups are nested too deeply.");
    }
    readBranches();
    open--;
    behind -= looksBack;
    if (!in.take(')')) {
      throw notClosed();
    }
    out.append(')');
    item = begin;
    isQuantified = false;
    flags = outer;
  }

  private String capturing(String name) {
    groups++;
    if (!name.isEmpty() && names.put(name, groups) != null) {
      throw new RegexRefusedException("Two of its groups are called " + name + ".");
    }
    return "(?<" + group(groups) + ">";
  }

  /** After {@code (?}: how the group begins in Java; empty where there is no group. */
  private String readKind() {
    char c = in.isDone() ? ')' : in.next();
    return switch (c) {
      case ':', '=', '!', '>' -> "(?" + c;
      case '#' -> {
        in.skipComment();
        yield "";
      }
      case '<' -> in.take('=') ? "(?<=" : in.take('!') ? "(?<!" : capturing(in.name('>'));
      case '\'' -> capturing(in.name('\''));
      case 'P' -> readPython();
      case '(' -> throw notModelled("a conditional group, (?(...)...)");
      case '|' -> throw notModelled("groups that share their numbers, (?|...)");
      case 'R', '&', '+', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
          throw notModelled("a call of a group, (?" + c + "...)");
      case 'C' -> throw notModelled("a callout, (?C)");
      default -> readFlags(c);
    };
  }

  private String readPython() {
    if (in.take('<')) {
      return capturing(in.name('>'));
    }
    if (in.take('=')) {
      backReference(in.name(')'));
      return "";
    }
    throw in.at('>')
        ? notModelled("a call of a group, (?P>...)")
        : new RegexRefusedException("It has an unknown kind of group, (?P.");
  }

  /** Flags until the end of the group around them, or of the group that they begin. */
  private String readFlags(char first) {
    boolean on = true;
    for (char c = first; c != ')' && c != ':'; c = in.next()) {
      switch (c) {
        case '^' -> flags = Flags.NONE.with('U', flags.ungreedy);
        case '-' -> on = false;
        case 'i', 'm', 's', 'x', 'U', 'n' -> flags = flags.with(c, on);
        case 'J', 'a' -> throw notModelled("the flag " + c);
        default -> throw new RegexRefusedException("It has an unknown kind of group, (?" + c + ".");
      }
      if (in.isDone()) {
        throw notClosed();
      }
    }
    if (in.before() == ':') {
      return "(?" + flags.java() + ":";
    }
    out.append("(?").append(flags.java()).append(')');
    item = -1;
    return "";
  }

  private static RegexRefusedException notClosed() {
    return new RegexRefusedException("A ( has no ).");
  }

  private static RegexRefusedException notModelled(String what) {
    return new RegexRefusedException(
        "It uses " + what + ", which PCRE knows and this program does not model.");
  }
}
