package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Graph.Chip;
import io.github.ingressdesigner.graph.Graph.HostNode;
import io.github.ingressdesigner.graph.Graph.Marks;
import io.github.ingressdesigner.graph.Graph.PathNode;
import io.github.ingressdesigner.graph.Layout.HostBox;
import io.github.ingressdesigner.graph.Layout.RowBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is searched for in the drawing: words that a row, its host or its backend must all hold. A
 * word may begin with where it is to stand: {@code host:}, {@code path:}, {@code service:}, {@code
 * namespace:}, {@code type:}, {@code annotation:} or {@code ingress:}; {@code is:problem}, {@code
 * is:error}, {@code is:tls} and {@code is:untried} ask for a state. Case does not count.
 */
record Query(List<Term> terms) {
  private enum Field {
    ANY,
    HOST,
    PATH,
    SERVICE,
    NAMESPACE,
    TYPE,
    ANNOTATION,
    INGRESS,
    IS
  }

  private record Term(Field field, String text) {}

  static Query of(String typed) {
    List<Term> terms = new ArrayList<>();
    for (String word : typed.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
      if (!word.isEmpty()) {
        terms.add(term(word));
      }
    }
    return new Query(terms);
  }

  private static Term term(String word) {
    int colon = word.indexOf(':');
    if (colon > 0 && colon + 1 < word.length()) {
      for (Field field : Field.values()) {
        String name = field.name().toLowerCase(Locale.ROOT);
        if (field != Field.ANY && name.startsWith(word.substring(0, colon)) && colon > 1) {
          return new Term(field, word.substring(colon + 1));
        }
      }
    }
    return new Term(Field.ANY, word);
  }

  boolean isEmpty() {
    return terms.isEmpty();
  }

  /** The rows that hold all words, from top to bottom. */
  List<RowBox> find(Picture picture, Entries entries) {
    return picture.layout().rows().stream()
        .filter(row -> matches(picture.hostOf(row), row, picture, entries))
        .toList();
  }

  private boolean matches(HostBox host, RowBox row, Picture picture, Entries entries) {
    for (Term term : terms) {
      if (!matches(term, host.node(), row, picture, entries)) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(
      Term term, HostNode host, RowBox row, Picture picture, Entries entries) {
    String text = term.text();
    Optional<PathNode> path =
        row.row() instanceof PathNode node ? Optional.of(node) : Optional.empty();
    return switch (term.field()) {
      case ANY ->
          has(host.host(), text)
              || path.filter(p -> has(p.path(), text)).isPresent()
              || backend(row, picture).filter(label -> has(label, text)).isPresent();
      case HOST -> has(host.host(), text);
      case PATH -> path.filter(p -> has(p.path(), text)).isPresent();
      case SERVICE -> backend(row, picture).filter(label -> has(label, text)).isPresent();
      case NAMESPACE -> has(entries.namespace(row.row().at().resource()), text);
      case TYPE -> path.filter(p -> has(p.type().text(), text)).isPresent();
      case ANNOTATION -> holds(host.chips(), text) || holds(chips(path), text);
      case INGRESS -> has(entries.name(row.row().at().resource()), text);
      case IS -> is(text, host, row, path);
    };
  }

  private static boolean has(String text, String part) {
    return text.toLowerCase(Locale.ROOT).contains(part);
  }

  private static boolean holds(List<Chip> chips, String part) {
    return chips.stream().anyMatch(chip -> has(chip.label(), part));
  }

  private static List<Chip> chips(Optional<PathNode> path) {
    return path.map(PathNode::chips).orElse(List.of());
  }

  private static Optional<String> backend(RowBox row, Picture picture) {
    return picture.backendOf(row).map(b -> b.node().label());
  }

  private static boolean is(String text, HostNode host, RowBox row, Optional<PathNode> path) {
    Marks marks = row.row().marks();
    Marks ofHost = host.marks();
    return switch (text) {
      case "problem", "problems" ->
          marks.errors() + marks.warnings() + ofHost.errors() + ofHost.warnings() > 0;
      case "error", "errors" -> marks.errors() + ofHost.errors() > 0;
      case "tls" -> !host.tls().isEmpty();
      case "untried" -> path.filter(p -> p.rank() == 0).isPresent();
      default -> false;
    };
  }
}
