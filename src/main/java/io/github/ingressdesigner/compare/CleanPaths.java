package io.github.ingressdesigner.compare;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;

/**
 * Paths that no controller changes before it matches: they begin with a slash, have neither empty
 * nor dot elements, and hold no character that is encoded, decoded or cut.
 */
final class CleanPaths {
  private static final String MARKS = "-._~!$&'()*+,;=:@";

  private static final Automaton LANGUAGE = language();

  private CleanPaths() {}

  static boolean isClean(String path) {
    if (path.isEmpty() || path.charAt(0) != '/') {
      return false;
    }
    int start = 1;
    for (int i = 1; i <= path.length(); i++) {
      if (i < path.length() && path.charAt(i) != '/') {
        if (!isCleanCharacter(path.charAt(i))) {
          return false;
        }
        continue;
      }
      int length = i - start;
      boolean last = i == path.length();
      boolean dots =
          length == 1 && path.charAt(start) == '.'
              || length == 2 && path.charAt(start) == '.' && path.charAt(start + 1) == '.';
      if (dots || length == 0 && !last) {
        return false;
      }
      start = i + 1;
    }
    return true;
  }

  private static boolean isCleanCharacter(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || MARKS.indexOf(c) >= 0;
  }

  /** All of them. */
  static Automaton automaton() {
    return LANGUAGE.clone();
  }

  private static Automaton language() {
    Automaton character =
        BasicAutomata.makeCharRange('a', 'z')
            .union(BasicAutomata.makeCharRange('A', 'Z'))
            .union(BasicAutomata.makeCharRange('0', '9'))
            .union(BasicAutomata.makeCharSet(MARKS));
    Automaton element =
        character
            .repeat(1)
            .minus(BasicAutomata.makeString("."))
            .minus(BasicAutomata.makeString(".."));
    Automaton slash = BasicAutomata.makeChar('/');
    Automaton all =
        slash
            .concatenate(element)
            .repeat()
            .concatenate(slash.optional())
            .minus(BasicAutomata.makeEmptyString());
    all.determinize();
    all.minimize();
    return all;
  }
}
