package io.github.ingressdesigner.compare;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns an expression into the automaton of all texts in which it is found, where it is regular:
 * literals, classes, groups, alternatives, repetitions, and anchors anywhere. Look-around,
 * back-references and the like have no automaton.
 */
final class RegularExpression {
  /** Stand for the places before and behind the text; both are private use characters. */
  private static final char BEGIN = '\uE000';

  private static final char END = '\uE001';

  /** More states than any path needs; beyond it an expression is not worth its cost. */
  private static final int MOST_STATES = 2_000;

  private static final int MOST_REPEATS = 64;

  private final String text;
  private final boolean ignoreCase;
  private int at;

  private RegularExpression(String text, boolean ignoreCase) {
    this.text = text;
    this.ignoreCase = ignoreCase;
  }

  /** What is not regular. */
  private static final class Irregular extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Irregular() {
      super("no automaton", null, false, false);
    }
  }

  /**
   * @param whole whether it must match the whole text; else it is searched for
   * @return empty where it is not regular or too large
   */
  static Optional<Automaton> of(String text, boolean ignoreCase, boolean whole) {
    try {
      String pattern = text;
      boolean fold = ignoreCase;
      if (pattern.startsWith("(?i)")) {
        pattern = pattern.substring(4);
        fold = true;
      }
      RegularExpression parser = new RegularExpression(pattern, fold);
      Automaton parsed = parser.alternatives();
      if (parser.at < pattern.length()) {
        return Optional.empty();
      }
      return Optional.of(found(parsed, whole));
    } catch (Irregular e) {
      return Optional.empty();
    }
  }

  /** Anchors are letters in the parsed language; here they come to stand at the borders only. */
  private static Automaton found(Automaton parsed, boolean whole) {
    Automaton begins = BasicAutomata.makeChar(BEGIN).repeat();
    Automaton ends = BasicAutomata.makeChar(END).repeat();
    Automaton marked =
        whole
            ? begins.concatenate(parsed).concatenate(ends)
            : BasicAutomata.makeAnyString()
                .concatenate(parsed)
                .concatenate(BasicAutomata.makeAnyString());
    Automaton bordered = begins.concatenate(letter().repeat()).concatenate(ends);
    Automaton result = marked.intersection(bordered).subst(BEGIN, "").subst(END, "");
    result.determinize();
    result.minimize();
    if (result.getNumberOfStates() > MOST_STATES) {
      throw new Irregular();
    }
    return result;
  }

  private static Automaton letter() {
    return BasicAutomata.makeCharRange(Character.MIN_VALUE, (char) (BEGIN - 1))
        .union(BasicAutomata.makeCharRange((char) (END + 1), Character.MAX_VALUE));
  }

  private Automaton alternatives() {
    List<Automaton> all = new ArrayList<>();
    all.add(sequence());
    while (peek('|')) {
      at++;
      all.add(sequence());
    }
    return all.size() == 1 ? all.getFirst() : Automaton.union(all);
  }

  private Automaton sequence() {
    List<Automaton> all = new ArrayList<>();
    while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
      all.add(repeated(atom()));
    }
    return all.isEmpty() ? BasicAutomata.makeEmptyString() : Automaton.concatenate(all);
  }

  private Automaton repeated(Automaton one) {
    Automaton result = one;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '*') {
        at++;
        result = result.repeat();
      } else if (c == '+') {
        at++;
        result = result.repeat(1);
      } else if (c == '?') {
        at++;
        result = result.optional();
      } else if (c == '{' && isCounted()) {
        result = counted(result);
      } else {
        return result;
      }
      if (peek('?')) {
        // Lazy: the same texts.
        at++;
      } else if (peek('+')) {
        throw new Irregular();
      }
    }
    return result;
  }

  private boolean isCounted() {
    return text.substring(at).matches("(?s)\\{[0-9]{1,3}(,[0-9]{0,3})?\\}.*");
  }

  private Automaton counted(Automaton one) {
    int close = text.indexOf('}', at);
    String[] numbers = text.substring(at + 1, close).split(",", -1);
    at = close + 1;
    int least = Integer.parseInt(numbers[0]);
    int most =
        numbers.length == 1 ? least : numbers[1].isEmpty() ? -1 : Integer.parseInt(numbers[1]);
    if (least > MOST_REPEATS || most > MOST_REPEATS) {
      throw new Irregular();
    }
    return most < 0 ? one.repeat(least) : one.repeat(least, most);
  }

  private Automaton atom() {
    char c = text.charAt(at++);
    return switch (c) {
      case '^' -> BasicAutomata.makeChar(BEGIN);
      case '$' -> BasicAutomata.makeChar(END);
      case '.' -> anyBut("\n");
      case '(' -> group();
      case '[' -> bracket();
      case '\\' -> escape();
      case '*', '+', '?' -> throw new Irregular();
      default -> single(c);
    };
  }

  private Automaton group() {
    if (peek('?')) {
      if (text.startsWith("?:", at)) {
        at += 2;
      } else if (text.startsWith("?P<", at)
          || text.startsWith("?<", at)
              && at + 2 < text.length()
              && Character.isLetter(text.charAt(at + 2))) {
        at = text.indexOf('>', at) + 1;
      } else {
        throw new Irregular();
      }
    }
    Automaton inner = alternatives();
    if (!peek(')')) {
      throw new Irregular();
    }
    at++;
    return inner;
  }

  private Automaton escape() {
    if (at >= text.length()) {
      throw new Irregular();
    }
    char c = text.charAt(at++);
    return switch (c) {
      case 'd', 'w', 's' -> shorthand(c);
      case 'D', 'W', 'S' -> complement(shorthand(Character.toLowerCase(c)));
      case 'n' -> BasicAutomata.makeChar('\n');
      case 't' -> BasicAutomata.makeChar('\t');
      case 'A' -> BasicAutomata.makeChar(BEGIN);
      case 'z' -> BasicAutomata.makeChar(END);
      default -> {
        if (Character.isLetterOrDigit(c)) {
          throw new Irregular();
        }
        yield single(c);
      }
    };
  }

  private static Automaton shorthand(char c) {
    Automaton digits = BasicAutomata.makeCharRange('0', '9');
    return switch (c) {
      case 'd' -> digits;
      case 'w' ->
          digits
              .union(BasicAutomata.makeCharRange('a', 'z'))
              .union(BasicAutomata.makeCharRange('A', 'Z'))
              .union(BasicAutomata.makeChar('_'));
      default -> BasicAutomata.makeCharSet(" \t\n\r\f\u000b");
    };
  }

  private Automaton bracket() {
    boolean not = peek('^');
    if (not) {
      at++;
    }
    Automaton set = BasicAutomata.makeEmpty();
    boolean first = true;
    while (first || !peek(']')) {
      if (at >= text.length() || text.startsWith("[:", at) || text.startsWith("&&", at)) {
        throw new Irregular();
      }
      first = false;
      char low = text.charAt(at++);
      if (low == '\\') {
        char escaped = at < text.length() ? text.charAt(at) : 'x';
        if ("dwsDWS".indexOf(escaped) >= 0 || !Character.isLetterOrDigit(escaped)) {
          Automaton part = escape();
          boolean range = peek('-') && at + 1 < text.length() && text.charAt(at + 1) != ']';
          if (range) {
            throw new Irregular();
          }
          set = set.union(part);
          continue;
        }
        throw new Irregular();
      }
      char high = low;
      if (peek('-') && at + 1 < text.length() && text.charAt(at + 1) != ']') {
        high = text.charAt(at + 1);
        at += 2;
        if (high == '\\' || high < low) {
          throw new Irregular();
        }
      }
      set = set.union(range(low, high));
    }
    at++;
    return not ? complement(set) : set;
  }

  private Automaton range(char low, char high) {
    Automaton range = BasicAutomata.makeCharRange(low, high);
    if (ignoreCase) {
      for (char c = low; c <= high && c < 128; c++) {
        range = range.union(single(c));
      }
    }
    return range;
  }

  private Automaton single(char c) {
    Automaton one = BasicAutomata.makeChar(c);
    boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    return ignoreCase && letter ? one.union(BasicAutomata.makeChar((char) (c ^ 0x20))) : one;
  }

  private static Automaton anyBut(String characters) {
    return letter().minus(BasicAutomata.makeCharSet(characters));
  }

  private static Automaton complement(Automaton set) {
    return letter().minus(set);
  }

  private boolean peek(char c) {
    return at < text.length() && text.charAt(at) == c;
  }
}
