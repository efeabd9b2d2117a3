package io.github.ingressdesigner.compare;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import io.github.ingressdesigner.compare.PathCells.Tail;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/**
 * The clean paths of one text, cut by expressions: one language for each cell that is not empty.
 */
final class CellLanguages {
  /** Parts into which one text may fall by expressions. */
  private static final int MOST_PARTS = 64;

  private final SortedSet<String> texts;
  private final List<Automaton> expressions;
  private boolean complete = true;

  CellLanguages(SortedSet<String> texts, List<Automaton> expressions) {
    this.texts = texts;
    this.expressions = expressions;
  }

  /** Whether no text fell into too many parts so far. */
  boolean isComplete() {
    return complete;
  }

  List<Automaton> of(String text, Tail tail) {
    List<Automaton> parts = new ArrayList<>();
    parts.add(language(text, tail).intersection(CleanPaths.automaton()));
    for (Automaton expression : expressions) {
      List<Automaton> next = new ArrayList<>();
      for (Automaton part : parts) {
        keep(part.intersection(expression), next);
        keep(part.minus(expression), next);
      }
      parts = next;
      if (parts.size() > MOST_PARTS) {
        complete = false;
        parts = parts.subList(0, MOST_PARTS);
      }
    }
    return parts;
  }

  private static void keep(Automaton part, List<Automaton> parts) {
    if (!part.isEmpty()) {
      part.minimize();
      parts.add(part);
    }
  }

  private Automaton language(String text, Tail tail) {
    Automaton start = BasicAutomata.makeString(text);
    if (tail == Tail.NOTHING) {
      return start;
    }
    Automaton slash = BasicAutomata.makeChar('/').concatenate(BasicAutomata.makeAnyString());
    Automaton rest =
        tail == Tail.SLASH
            ? slash
            : BasicAutomata.makeAnyString().minus(slash).minus(BasicAutomata.makeEmptyString());
    Automaton language = start.concatenate(rest);
    // Only the next longer texts matter: what begins with a longer one begins with these.
    String last = null;
    for (String longer : texts.tailSet(text + '\0')) {
      if (!longer.startsWith(text)) {
        break;
      }
      if (last == null || !longer.startsWith(last)) {
        last = longer;
        language =
            language.minus(
                BasicAutomata.makeString(longer).concatenate(BasicAutomata.makeAnyString()));
      }
    }
    return language;
  }
}
