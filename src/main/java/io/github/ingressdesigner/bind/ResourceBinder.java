package io.github.ingressdesigner.bind;

import io.github.ingressdesigner.bind.BoundDocument.Bound;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Resource;
import io.github.ingressdesigner.yaml.YamlNode;
import io.github.ingressdesigner.yaml.YamlNode.Sequence;
import io.github.ingressdesigner.yaml.YamlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Binds a tree to the model; total. An instance remembers what it bound for which node and reuses
 * it for unchanged nodes of the next tree, so keep one for each document. Not thread-safe.
 */
public final class ResourceBinder {
  private Optional<Last> last = Optional.empty();

  /**
   * @param items the entries of a {@code kind: List}
   * @param list what an entry without apiVersion and kind takes from the list
   */
  private record Last(
      YamlNode root,
      BoundDocument bound,
      Optional<IngressBinder.Memory> single,
      Optional<BoundList<Optional<Resource>, Optional<IngressBinder.Memory>>> items,
      Optional<KindBinder.Type> list) {}

  public BoundDocument bind(YamlTree tree) {
    if (last.isPresent() && last.get().root() == tree.root()) {
      return last.get().bound();
    }
    Aliases aliases = Aliases.of(tree);
    Reading reading = new Reading(aliases);
    Fields root = reading.fields(reading.follow(tree.root()), Trail.ROOT);
    KindBinder kinds = new KindBinder(reading);
    Optional<Sequence> items = kinds.listItems(root);
    Last now =
        items.isPresent()
            ? list(tree, reading, kinds, kinds.itemType(root), items.get())
            : single(tree, reading, kinds, root);
    BoundDocument bound = withAliasProblems(now.bound(), aliases, items.isPresent());
    last = Optional.of(new Last(now.root(), bound, now.single(), now.items(), now.list()));
    return bound;
  }

  private Last single(YamlTree tree, Reading reading, KindBinder kinds, Fields root) {
    var bound = kinds.bind(root, Optional.empty(), last.flatMap(Last::single));
    List<Bound> resources = bound.value().map(r -> new Bound(-1, r)).stream().toList();
    BoundDocument document = new BoundDocument(resources, reading.problems());
    return new Last(tree.root(), document, bound.memory(), Optional.empty(), Optional.empty());
  }

  private Last list(
      YamlTree tree,
      Reading reading,
      KindBinder kinds,
      Optional<KindBinder.Type> type,
      Sequence sequence) {
    var before = last.filter(l -> l.list().equals(type)).flatMap(Last::items);
    BoundList<Optional<Resource>, Optional<IngressBinder.Memory>> items =
        reading.items(
            sequence,
            before,
            (node, at, memory) ->
                kinds.bind(reading.fields(node, at), type, memory.flatMap(m -> m)));
    List<Bound> resources = new ArrayList<>();
    for (int i = 0; i < items.elements().size(); i++) {
      int index = i;
      items.elements().get(i).value().ifPresent(r -> resources.add(new Bound(index, r)));
    }
    BoundDocument document = new BoundDocument(resources, reading.problems());
    return new Last(tree.root(), document, Optional.empty(), Optional.of(items), type);
  }

  private static BoundDocument withAliasProblems(
      BoundDocument bound, Aliases aliases, boolean isList) {
    if (aliases.problems().isEmpty()) {
      return bound;
    }
    List<BindProblem> problems = new ArrayList<>();
    for (BindProblem problem : aliases.problems()) {
      problems.add(isList ? belowItem(problem) : problem);
    }
    problems.addAll(bound.problems());
    return new BoundDocument(bound.resources(), problems);
  }

  /** {@code items[2].spec} of the List is {@code spec} of its entry 2. */
  private static BindProblem belowItem(BindProblem problem) {
    List<FieldPath.Element> path = problem.path().elements();
    return path.size() >= 2
            && path.get(0).equals(new FieldPath.Key("items"))
            && path.get(1) instanceof FieldPath.Index index
        ? new BindProblem(
            index.value(),
            new FieldPath(path.subList(2, path.size())),
            problem.severity(),
            problem.message())
        : problem;
  }
}
