package io.github.ingressdesigner.compare;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import dk.brics.automaton.RunAutomaton;
import io.github.ingressdesigner.route.Facets.PathFacet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The clean paths, cut into cells by texts and expressions: two paths of one cell agree on every
 * one of them. A cell is told by the longest text that its paths begin with, by what follows it,
 * and by the expressions that are found in it.
 */
final class PathCells {
  /** What follows the text of a cell. */
  enum Tail {
    NOTHING,
    SLASH,
    OTHER
  }

  /**
   * @param text the longest of the texts that the paths begin with
   * @param found the expressions that are found in the paths, by their number
   */
  record Cell(String text, Tail tail, BitSet found) {}

  /** A cell and some of its paths, the shortest first. */
  record Sample(Cell cell, List<String> paths) {}

  /** Beyond it expressions are only sampled: each text with each expression is an intersection. */
  private static final int MOST_INTERSECTIONS = 20_000;

  /** Parts into which one text may fall by expressions. */
  private static final int MOST_PARTS = 64;

  private final TreeSet<String> texts = new TreeSet<>();
  private final Set<String> known = new HashSet<>();
  private final List<RunAutomaton> expressions = new ArrayList<>();
  private final List<Automaton> automata = new ArrayList<>();
  private final List<Sample> samples = new ArrayList<>();
  private final String fresh;
  private final Set<String> irregular = new LinkedHashSet<>();
  private boolean complete = true;
  private int longest;

  private PathCells(Set<PathFacet> facets) {
    for (PathFacet facet : facets) {
      switch (facet) {
        case PathFacet.Text(String text) -> addText(text);
        case PathFacet.Pattern pattern -> addPattern(pattern);
      }
    }
    addText("/");
    longest = texts.stream().mapToInt(String::length).max().orElse(1);
    fresh = freshWord();
    if ((long) automata.size() * texts.size() * 3 > MOST_INTERSECTIONS) {
      complete = false;
    }
    for (String text : texts) {
      sample(text);
    }
  }

  static PathCells of(Set<PathFacet> facets) {
    return new PathCells(facets);
  }

  /** A path with and without its last slash is told apart, however the text is written. */
  private void addText(String text) {
    String bare = text.isEmpty() ? "/" : text;
    while (bare.length() > 1 && bare.endsWith("/")) {
      bare = bare.substring(0, bare.length() - 1);
    }
    for (String each : List.of(text, bare, bare.equals("/") ? bare : bare + "/")) {
      if (CleanPaths.isClean(each)) {
        texts.add(each);
        known.add(each);
      } else if (!each.isEmpty() && each.equals(text)) {
        irregular.add(each);
      }
    }
  }

  private void addPattern(PathFacet.Pattern pattern) {
    Optional<Automaton> automaton =
        RegularExpression.of(pattern.text(), pattern.ignoreCase(), pattern.whole());
    if (automaton.isEmpty()) {
      complete = false;
      irregular.add(pattern.text());
      return;
    }
    automata.add(automaton.get());
    expressions.add(new RunAutomaton(automaton.get().clone()));
  }

  private String freshWord() {
    for (int i = 0; ; i++) {
      String word = HostClasses.freshWord(i);
      if (texts.stream().noneMatch(text -> text.contains(word))) {
        return word;
      }
    }
  }

  private void sample(String text) {
    if (automata.isEmpty() || !complete) {
      sampleByText(text);
      return;
    }
    for (Tail tail : Tail.values()) {
      sampleByLanguage(text, tail);
    }
  }

  private void sampleByText(String text) {
    add(List.of(text));
    String below = text.endsWith("/") ? text : text + "/";
    List<String> slash = new ArrayList<>();
    slash.add(below);
    slash.add(below + fresh);
    slash.add(below + fresh + "/" + fresh);
    slash.removeIf(path -> !textOf(path).equals(text));
    add(slash);
    add(List.of(text + fresh, text + fresh + "/" + fresh));
  }

  /** The paths may fall into different cells where expressions are only sampled. */
  private void add(List<String> paths) {
    Map<Cell, List<String>> byCell = new HashMap<>();
    List<Cell> order = new ArrayList<>();
    for (String path : paths) {
      Cell cell = cellOf(path);
      if (!byCell.containsKey(cell)) {
        order.add(cell);
      }
      byCell.computeIfAbsent(cell, c -> new ArrayList<>()).add(path);
    }
    order.forEach(cell -> samples.add(new Sample(cell, List.copyOf(byCell.get(cell)))));
  }

  private void sampleByLanguage(String text, Tail tail) {
    List<Automaton> parts = new ArrayList<>();
    parts.add(language(text, tail).intersection(CleanPaths.automaton()));
    for (Automaton expression : automata) {
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
    for (Automaton part : parts) {
      List<String> paths = new ArrayList<>();
      String shortest = part.getShortestExample(true);
      if (shortest == null) {
        continue;
      }
      paths.add(shortest);
      for (String more : List.of(text + "/" + fresh, text + fresh, text + fresh + "/" + fresh)) {
        if (!paths.contains(more) && part.run(more)) {
          paths.add(more);
        }
      }
      samples.add(new Sample(cellOf(shortest), paths));
    }
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
    for (String longer : texts.tailSet(text, false)) {
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

  /** The cell of a clean path. */
  Cell cellOf(String path) {
    String text = textOf(path);
    Tail tail =
        path.length() == text.length()
            ? Tail.NOTHING
            : path.charAt(text.length()) == '/' ? Tail.SLASH : Tail.OTHER;
    BitSet found = new BitSet();
    for (int i = 0; i < expressions.size(); i++) {
      if (expressions.get(i).run(path)) {
        found.set(i);
      }
    }
    return new Cell(text, tail, found);
  }

  private String textOf(String path) {
    for (int length = Math.min(longest, path.length()); length > 1; length--) {
      String start = path.substring(0, length);
      if (known.contains(start)) {
        return start;
      }
    }
    return "/";
  }

  List<Sample> samples() {
    return samples;
  }

  /** Whether every clean path is in the cell of some sample. */
  boolean isComplete() {
    return complete;
  }

  /** Texts that no clean path can hold, and expressions without an automaton. */
  Set<String> irregular() {
    return irregular;
  }

  /** A word that stands in none of the texts. */
  String fresh() {
    return fresh;
  }
}
