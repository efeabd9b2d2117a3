package io.github.ingressdesigner.bind;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.bind.BoundList.Anchors;
import io.github.ingressdesigner.bind.BoundList.Element;
import io.github.ingressdesigner.yaml.YamlNode;
import io.github.ingressdesigner.yaml.YamlNode.Alias;
import io.github.ingressdesigner.yaml.YamlNode.Item;
import io.github.ingressdesigner.yaml.YamlNode.Mapping;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One pass over one document: follows aliases, types values, and collects what is wrong. */
final class Reading {
  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  private final Aliases aliases;
  private final List<BindProblem> problems = new ArrayList<>();
  private final Set<YamlNode> unknown = Collections.newSetFromMap(new IdentityHashMap<>());
  private int item = -1;
  private boolean quiet;
  private boolean secret;
  private boolean aliasMet;

  Reading(Aliases aliases) {
    this.aliases = aliases;
  }

  List<BindProblem> problems() {
    return problems;
  }

  /** Which entry of a {@code kind: List} is read from now on. */
  void enterItem(int index) {
    item = index;
  }

  /** From now on nothing is reported: the resource is not ours to judge. */
  void setQuiet(boolean quiet) {
    this.quiet = quiet;
  }

  /** From now on no message repeats a value. */
  void setSecret(boolean secret) {
    this.secret = secret;
  }

  void report(Trail at, Severity severity, String message) {
    if (!quiet) {
      problems.add(new BindProblem(item, at.path(), severity, message));
    }
  }

  void error(Trail at, String message) {
    report(at, Severity.ERROR, message);
  }

  /** The node itself, or what an alias stands for; empty for an alias that stands for nothing. */
  Optional<YamlNode> follow(YamlNode node) {
    if (node instanceof Alias alias) {
      aliasMet = true;
      return aliases.target(alias);
    }
    return Optional.of(node);
  }

  /** As {@link #follow(YamlNode)}; an alias that stands for nothing is reported, once. */
  Optional<YamlNode> follow(YamlNode node, Trail at) {
    Optional<YamlNode> followed = follow(node);
    if (followed.isEmpty() && aliases == Aliases.NONE && unknown.add(node)) {
      error(at, Aliases.UNKNOWN);
    }
    return followed;
  }

  static boolean isNull(YamlNode node) {
    return node instanceof Scalar scalar && KubeScalars.of(scalar) instanceof KubeValue.Null;
  }

  /** The fields of a node that must be a mapping; none where it is something else. */
  Fields fields(Optional<YamlNode> node, Trail at) {
    Optional<YamlNode> found = node.flatMap(this::follow);
    Optional<Mapping> mapping = found.filter(Mapping.class::isInstance).map(Mapping.class::cast);
    if (mapping.isEmpty()) {
      found.filter(n -> !isNull(n)).ifPresent(n -> wrongType(at, "a mapping", n));
    }
    return new Fields(this, mapping, at);
  }

  Fields fields(Fields parent, String key) {
    return fields(parent.get(key), parent.at(key));
  }

  /** The text of a field; a number or boolean is kept as it is written and reported. */
  Optional<String> text(Fields parent, String key) {
    return parent.get(key).flatMap(node -> text(node, parent.at(key), "text"));
  }

  /**
   * @param expected what the field wants, for the message
   */
  Optional<String> text(YamlNode node, Trail at, String expected) {
    if (!(node instanceof Scalar scalar)) {
      wrongType(at, expected, node);
      return Optional.empty();
    }
    return switch (KubeScalars.of(scalar)) {
      case KubeValue.Text text -> Optional.of(text.value());
      case KubeValue.Null _ -> Optional.empty();
      case KubeValue.Refused refused -> {
        refused(at, refused);
        yield Optional.of(scalar.value());
      }
      case KubeValue.Bool _, KubeValue.Whole _, KubeValue.Decimal _ -> {
        wrongType(at, expected, scalar);
        yield Optional.of(scalar.value());
      }
    };
  }

  void refused(Trail at, KubeValue.Refused refused) {
    error(
        at,
        "Field %s is not readable: %s. kubectl refuses the whole document."
            .formatted(at.field(), refused.why()));
  }

  void wrongType(Trail at, String expected, YamlNode node) {
    String must = "Field %s must be %s, but ".formatted(at.field(), expected);
    if (!(node instanceof Scalar scalar)) {
      error(at, must + (node instanceof Sequence ? "a list" : "a mapping") + " stands here.");
      return;
    }
    String shown = secret || at.last().isEmpty() ? "the value" : shown(scalar);
    String read =
        switch (KubeScalars.of(scalar)) {
          case KubeValue.Bool bool -> "a boolean (" + bool.value() + ")";
          case KubeValue.Whole _, KubeValue.Decimal _ -> "a number";
          case KubeValue.Text _ -> "text";
          case KubeValue.Null _ -> "null";
          case KubeValue.Refused _ -> "nothing that fits";
        };
    boolean quotes = expected.equals("text") && scalar.style() == YamlNode.Style.PLAIN;
    error(at, must + shown + " is read as " + read + "." + (quotes ? " Put it in quotes." : ""));
  }

  private static String shown(Scalar scalar) {
    String line = scalar.value().strip().replaceAll("\\s+", " ");
    String text = line.length() > 40 ? line.substring(0, 39) + "…" : line;
    return scalar.style() == YamlNode.Style.PLAIN ? text : "\"" + text + "\"";
  }

  /** All entries of a mapping from text to text; odd ones are kept as they are written. */
  Map<String, String> texts(Fields parent, String key) {
    Fields map = fields(parent, key);
    Map<String, String> texts = new LinkedHashMap<>();
    map.all()
        .forEach(
            (name, node) -> {
              // it repeats the whole object, the values of a Secret too
              if (!name.equals(LAST_APPLIED)) {
                Optional<String> text =
                    isNull(node) ? Optional.of("") : text(node, map.at(name), "text");
                text.ifPresent(t -> texts.put(name, t));
              }
            });
    return texts;
  }

  /** Binds one element. */
  @FunctionalInterface
  interface ElementBinder<T, M> {
    /**
     * @param before what is remembered of the element that stood here before
     */
    Bound<T, M> bind(Optional<YamlNode> node, Trail at, Optional<M> before);
  }

  /** A value and what to remember for the next time. */
  record Bound<T, M>(T value, M memory) {}

  /** The elements of a field that must be a list. */
  <T, M> BoundList<T, M> list(
      Fields parent, String key, Optional<BoundList<T, M>> before, ElementBinder<T, M> binder) {
    Optional<YamlNode> node = parent.get(key);
    Trail at = parent.at(key);
    if (node.isPresent() && node.get() instanceof Sequence sequence) {
      Anchors anchors = new Anchors(item, at.path(), false);
      return elements(
          anchors,
          sequence.items(),
          before,
          (i, n, b) -> binder.bind(follow(n, at.index(i)), at.index(i), b));
    }
    node.ifPresent(n -> wrongType(at, "a list", n));
    return BoundList.none();
  }

  /** The entries of a {@code kind: List}; each begins its own paths. */
  <T, M> BoundList<T, M> items(
      Sequence sequence, Optional<BoundList<T, M>> before, ElementBinder<T, M> binder) {
    Anchors anchors = new Anchors(-1, Trail.ROOT.path(), true);
    return elements(
        anchors,
        sequence.items(),
        before,
        (i, n, b) -> {
          enterItem(i);
          Bound<T, M> bound = binder.bind(follow(n, Trail.ROOT), Trail.ROOT, b);
          enterItem(-1);
          return bound;
        });
  }

  @FunctionalInterface
  private interface IndexedBinder<T, M> {
    Bound<T, M> bind(int index, YamlNode node, Optional<M> before);
  }

  private <T, M> BoundList<T, M> elements(
      Anchors anchors,
      List<Item> items,
      Optional<BoundList<T, M>> before,
      IndexedBinder<T, M> binder) {
    BoundList<T, M> old = before.orElse(BoundList.none());
    int[] matches = old.match(items);
    boolean sameAnchors = old.anchors().equals(anchors);
    List<Element<T, M>> elements = new ArrayList<>(items.size());
    for (int i = 0; i < matches.length; i++) {
      YamlNode node = items.get(i).node();
      int match = matches[i];
      if (match >= 0 && old.elements().get(match).means(node)) {
        Element<T, M> element = old.elements().get(match);
        if (!element.problems().isEmpty()) {
          element =
              sameAnchors && match == i ? element : element.moved(old.anchors(), match, anchors, i);
          element.problems().forEach(problems::add);
        }
        elements.add(element);
      } else {
        Optional<M> memory =
            match < 0 ? Optional.empty() : Optional.of(old.elements().get(match).memory());
        elements.add(element(node, i, memory, binder));
      }
    }
    return new BoundList<>(anchors, elements);
  }

  private <T, M> Element<T, M> element(
      YamlNode node, int index, Optional<M> before, IndexedBinder<T, M> binder) {
    boolean metOutside = aliasMet;
    aliasMet = false;
    int from = problems.size();
    Bound<T, M> bound = binder.bind(index, node, before);
    List<BindProblem> own = List.copyOf(problems.subList(from, problems.size()));
    boolean pure = !aliasMet;
    aliasMet |= metOutside;
    return new Element<>(node, bound.value(), bound.memory(), own, pure);
  }
}
