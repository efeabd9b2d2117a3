package io.github.ingressdesigner.bind;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.yaml.YamlNode;
import io.github.ingressdesigner.yaml.YamlNode.Alias;
import io.github.ingressdesigner.yaml.YamlNode.Entry;
import io.github.ingressdesigner.yaml.YamlNode.Item;
import io.github.ingressdesigner.yaml.YamlNode.Mapping;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlNode.Sequence;
import io.github.ingressdesigner.yaml.YamlTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each alias of a document stands for: the latest definition of its anchor before it. Aliases
 * that kubectl would refuse stand for nothing: unknown ones, those inside their own definition, and
 * all of a document that would grow too large.
 */
final class Aliases {
  static final Aliases NONE = new Aliases();

  // no message repeats the name: a password that begins with * is read as an alias
  static final String UNKNOWN =
      "This alias has no anchor before it, and kubectl refuses the whole document. Put it in quotes"
          + " if it is text.";
  private static final String ENDLESS =
      "This alias stands inside its own anchor, and kubectl refuses the whole document.";

  private final Map<Alias, YamlNode> targets = new IdentityHashMap<>();
  private final Map<String, YamlNode> latest = new HashMap<>();
  private final Map<YamlNode, Long> sizes = new IdentityHashMap<>();
  private final List<BindProblem> problems = new ArrayList<>();
  private final List<YamlNode> open = new ArrayList<>();
  private long fromAliases;

  private Aliases() {}

  static Aliases of(YamlTree tree) {
    if (!tree.hasAnchors()) {
      return NONE;
    }
    Aliases aliases = new Aliases();
    long size = aliases.walk(tree.root(), Trail.ROOT);
    if (AliasLimit.isExceeded(size, aliases.fromAliases)) {
      aliases.targets.clear();
      aliases.problems.add(
          new BindProblem(
              -1,
              Trail.ROOT.path(),
              Severity.ERROR,
              "The aliases of this document would grow to "
                  + size
                  + " values, more than kubectl accepts, so they are not followed. Write fewer"
                  + " aliases inside anchored values."));
    }
    return aliases;
  }

  Optional<YamlNode> target(Alias alias) {
    return Optional.ofNullable(targets.get(alias));
  }

  /** What is wrong with aliases; the item is -1 and the path counts from the document's root. */
  List<BindProblem> problems() {
    return problems;
  }

  /** Number of values that the node grows to; the same number is kept for anchored nodes. */
  private long walk(YamlNode node, Trail at) {
    long size = 1;
    if (node instanceof Alias alias) {
      return 1 + follow(alias, at);
    }
    node.anchor().ifPresent(name -> latest.put(name, node));
    open.add(node);
    switch (node) {
      case Mapping mapping -> {
        for (Entry entry : mapping.entries()) {
          size = AliasLimit.plus(size, walk(entry.key(), at));
          Trail below = KubeScalars.key(entry.key()).map(at::key).orElse(at);
          size = AliasLimit.plus(size, walk(entry.value(), below));
        }
      }
      case Sequence sequence -> {
        int index = 0;
        for (Item item : sequence.items()) {
          size = AliasLimit.plus(size, walk(item.node(), at.index(index++)));
        }
      }
      case Scalar _, Alias _ -> {}
    }
    open.removeLast();
    if (node.anchor().isPresent()) {
      sizes.put(node, size);
    }
    return size;
  }

  private long follow(Alias alias, Trail at) {
    YamlNode target = latest.get(alias.name());
    if (target == null) {
      refuse(at, UNKNOWN);
      return 0;
    }
    if (open.stream().anyMatch(node -> node == target)) {
      refuse(at, ENDLESS);
      return 0;
    }
    targets.put(alias, target);
    long size = sizes.get(target);
    fromAliases = AliasLimit.plus(fromAliases, size);
    return size;
  }

  private void refuse(Trail at, String message) {
    problems.add(new BindProblem(-1, at.path(), Severity.ERROR, message));
  }
}
