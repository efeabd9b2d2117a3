package io.github.ingressdesigner.model;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** A way into a resource, printed as the API server does: {@code spec.rules[0].http.paths[1]}. */
public record FieldPath(List<Element> elements) {
  public static final FieldPath ROOT = new FieldPath(List.of());

  // Addresses of rules and paths are made for each routing decision: no copying on the way.
  private static final Key SPEC = new Key("spec");
  private static final Key RULES = new Key("rules");
  private static final Key HTTP = new Key("http");
  private static final Key PATHS = new Key("paths");

  /** One step: a key of a mapping or an index of a list. */
  public sealed interface Element {}

  /** A key of a mapping. */
  public record Key(String name) implements Element {}

  /** An index of a list, from 0. */
  public record Index(int value) implements Element {}

  public FieldPath {
    elements = elements instanceof PathSteps ? elements : List.copyOf(elements);
  }

  /** A path of keys (strings) and indices (integers). */
  public static FieldPath of(Object... steps) {
    FieldPath path = ROOT;
    for (Object step : steps) {
      path =
          switch (step) {
            case String key -> path.key(key);
            case Integer index -> path.index(index);
            default ->
                throw new IllegalArgumentException(
                    "step " + step + ", expected a String or an Integer");
          };
    }
    return path;
  }

  public FieldPath key(String name) {
    return plus(new Key(name));
  }

  public FieldPath index(int index) {
    return plus(new Index(index));
  }

  private FieldPath plus(Element element) {
    int size = elements.size();
    Element[] longer = elements.toArray(new Element[size + 1]);
    longer[size] = element;
    return new FieldPath(List.of(longer));
  }

  public boolean isRoot() {
    return elements.isEmpty();
  }

  /** The path without its last step; the root's parent is the root. */
  public FieldPath parent() {
    return elements.isEmpty() ? this : new FieldPath(elements.subList(0, elements.size() - 1));
  }

  public boolean startsWith(FieldPath other) {
    return elements.size() >= other.elements.size()
        && elements.subList(0, other.elements.size()).equals(other.elements);
  }

  /**
   * The index of the n-th index step counted from 0, or -1: of {@code spec.rules[3].http.paths[2]},
   * 0 gives 3 and 1 gives 2.
   */
  public int indexAt(int n) {
    for (Element element : elements) {
      if (element instanceof Index index && n-- == 0) {
        return index.value();
      }
    }
    return -1;
  }

  public static FieldPath rule(int rule) {
    return new FieldPath(List.of(SPEC, RULES, new Index(rule)));
  }

  public static FieldPath path(int rule, int path) {
    return new FieldPath(new PathSteps(rule, path));
  }

  /**
   * The steps to a path of a rule: two numbers, since each route of a table has such an address.
   */
  private static final class PathSteps extends AbstractList<Element> implements RandomAccess {
    private final int rule;
    private final int path;

    PathSteps(int rule, int path) {
      this.rule = rule;
      this.path = path;
    }

    @Override
    public Element get(int index) {
      return switch (index) {
        case 0 -> SPEC;
        case 1 -> RULES;
        case 2 -> new Index(rule);
        case 3 -> HTTP;
        case 4 -> PATHS;
        case 5 -> new Index(path);
        default -> throw new IndexOutOfBoundsException(index);
      };
    }

    @Override
    public int size() {
      return 6;
    }
  }

  public static FieldPath tls(int entry) {
    return of("spec", "tls", entry);
  }

  public static FieldPath defaultBackend() {
    return of("spec", "defaultBackend");
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Element element : elements) {
      switch (element) {
        case Key key -> {
          boolean plain = key.name().matches("[A-Za-z0-9_-]+");
          if (plain) {
            text.append(text.isEmpty() ? "" : ".").append(key.name());
          } else {
            text.append('[').append(key.name()).append(']');
          }
        }
        case Index index -> text.append('[').append(index.value()).append(']');
      }
    }
    return text.toString();
  }
}
