package io.github.ingressdesigner.compare;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.RunAutomaton;
import io.github.ingressdesigner.route.Facets.PathFacet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
   * @param fold the longest beginning that counts in any case; empty where there is none
   * @param found the expressions that are found in the paths, by their number
   */
  record Cell(String text, Tail tail, String fold, BitSet found) {}

  /** A cell and some of its paths, the shortest first. */
  record Sample(Cell cell, List<String> paths) {}

  /** Beyond it expressions are only sampled: each text with each expression is an intersection. */
  private static final int MOST_INTERSECTIONS = 20_000;

  /** Expressions of which one path each is asked where they are too many to be cut by. */
  private static final int MOST_EXAMPLES = 2_000;

  private static final BitSet NONE = new BitSet();

  private final Starts texts = new Starts();
  private final FoldedStarts folds = new FoldedStarts();
  private final List<RunAutomaton> expressions = new ArrayList<>();
  private final Map<Cell, List<String>> samples = new LinkedHashMap<>();
  private final Set<String> irregular = new LinkedHashSet<>();
  private final String fresh;
  private boolean complete = true;

  private PathCells(Set<PathFacet> facets) {
    Set<PathFacet.Pattern> patterns = new LinkedHashSet<>();
    for (PathFacet facet : facets) {
      switch (facet) {
        case PathFacet.Text(String text) -> addText(text);
        case PathFacet.Pattern pattern -> patterns.add(pattern);
      }
    }
    addText("/");
    fresh = freshWord(patterns);
    List<Optional<String>> literals = patterns.stream().map(FoldedStarts::literal).toList();
    if (literals.stream().allMatch(Optional::isPresent)) {
      literals.forEach(literal -> folds.add(literal.orElseThrow()));
      texts.all().forEach(this::sampleByText);
      folds.all().forEach(this::sampleInOtherCases);
      return;
    }
    List<Automaton> automata = automata(patterns);
    if (!complete || (long) automata.size() * texts.all().size() * 3 > MOST_INTERSECTIONS) {
      complete = false;
      texts.all().forEach(this::sampleByText);
      automata.stream().limit(MOST_EXAMPLES).forEach(this::sampleOne);
      return;
    }
    automata.forEach(automaton -> expressions.add(new RunAutomaton(automaton.clone())));
    CellLanguages languages = new CellLanguages(texts.all(), automata);
    for (String text : texts.all()) {
      for (Tail tail : Tail.values()) {
        languages.of(text, tail).forEach(language -> sample(text, language));
      }
    }
    complete = languages.isComplete();
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
      } else if (!each.isEmpty() && each.equals(text)) {
        irregular.add(each);
      }
    }
  }

  private List<Automaton> automata(Set<PathFacet.Pattern> patterns) {
    List<Automaton> automata = new ArrayList<>();
    for (PathFacet.Pattern pattern : patterns) {
      Optional<Automaton> automaton =
          RegularExpression.of(pattern.text(), pattern.ignoreCase(), pattern.whole());
      automaton.ifPresent(automata::add);
      if (automaton.isEmpty()) {
        complete = false;
        irregular.add(pattern.text());
      }
    }
    return automata;
  }

  private String freshWord(Set<PathFacet.Pattern> patterns) {
    for (int i = 0; ; i++) {
      String word = HostClasses.freshWord(i);
      if (texts.all().stream().noneMatch(text -> text.contains(word))
          && patterns.stream().noneMatch(p -> p.text().toLowerCase(Locale.ROOT).contains(word))) {
        return word;
      }
    }
  }

  private void sampleByText(String text) {
    if (!folds.isEmpty()) {
      add(text);
      behind(text).forEach(this::add);
      return;
    }
    // The fresh word stands in no text, so these need not be looked up.
    put(text, Tail.NOTHING, text);
    String below = text + "/";
    if (!text.endsWith("/") && !texts.contains(below)) {
      String word = below + fresh;
      put(text, Tail.SLASH, below, word, word + "/" + fresh, word + "/");
    }
    String word = text + fresh;
    put(text, Tail.OTHER, word, word + "/" + fresh, word + "/");
  }

  private void put(String text, Tail tail, String... paths) {
    samples.put(new Cell(text, tail, "", NONE), new ArrayList<>(List.of(paths)));
  }

  /** For each text that it goes on behind, so that every cell that it cuts out has a path. */
  private void sampleInOtherCases(String fold) {
    Map<String, List<String>> byLowerCase = textsByLowerCase();
    for (int length = 1; length < fold.length(); length++) {
      for (String start : byLowerCase.getOrDefault(fold.substring(0, length), List.of())) {
        boolean found = false;
        boolean letters = false;
        for (String path : FoldedStarts.inOtherCases(start, fold)) {
          letters |= !path.substring(start.length()).equals(fold.substring(length));
          if (!found && texts.longest(path, "/").equals(start)) {
            found = true;
            add(path);
            add(path + fresh);
          }
        }
        complete &= found || !letters;
      }
    }
  }

  private final Map<String, List<String>> lowerCase = new HashMap<>();

  private Map<String, List<String>> textsByLowerCase() {
    if (lowerCase.isEmpty()) {
      for (String text : texts.all()) {
        lowerCase.computeIfAbsent(text.toLowerCase(Locale.ROOT), t -> new ArrayList<>(1)).add(text);
      }
    }
    return lowerCase;
  }

  private void sampleOne(Automaton expression) {
    String shortest = expression.intersection(CleanPaths.automaton()).getShortestExample(true);
    if (shortest != null) {
      add(shortest);
    }
  }

  private void sample(String text, Automaton language) {
    String shortest = language.getShortestExample(true);
    if (shortest == null) {
      return;
    }
    add(shortest);
    for (String start : shortest.equals(text) ? List.of(text) : List.of(text, shortest)) {
      for (String more : behind(start)) {
        if (!more.equals(shortest) && language.run(more)) {
          add(more);
        }
      }
    }
  }

  /** What arrives, and where a redirect leads, may hang on any of these. */
  private List<String> behind(String start) {
    String word = start + fresh;
    return start.endsWith("/")
        ? List.of(word, word + "/" + fresh, word + "/")
        : List.of(start + "/" + fresh, word, word + "/" + fresh, word + "/", start + "/");
  }

  /** Paths that no request can have are passed over. */
  private void add(String path) {
    if (CleanPaths.isClean(path)) {
      List<String> paths = samples.computeIfAbsent(cellOf(path), c -> new ArrayList<>(3));
      if (!paths.contains(path)) {
        paths.add(path);
      }
    }
  }

  /** The cell of a clean path. */
  Cell cellOf(String path) {
    String text = texts.longest(path, "/");
    Tail tail =
        path.length() == text.length()
            ? Tail.NOTHING
            : path.charAt(text.length()) == '/' ? Tail.SLASH : Tail.OTHER;
    if (expressions.isEmpty()) {
      return new Cell(text, tail, folds.of(path), NONE);
    }
    BitSet found = new BitSet();
    for (int i = 0; i < expressions.size(); i++) {
      if (expressions.get(i).run(path)) {
        found.set(i);
      }
    }
    return new Cell(text, tail, "", found);
  }

  List<Sample> samples() {
    List<Sample> all = new ArrayList<>(samples.size());
    samples.forEach((cell, paths) -> all.add(new Sample(cell, paths)));
    return all;
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
