package io.github.ingressdesigner.bind;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.yaml.YamlNode;
import io.github.ingressdesigner.yaml.YamlNode.Item;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A list as it was bound, with the node of each element: what is found again by identity after an
 * edit is not bound again.
 *
 * @param <M> what an element remembers of its own lists
 */
record BoundList<T, M>(Anchors anchors, List<Element<T, M>> elements) {
  /**
   * Where the elements stand.
   *
   * @param items whether they are the entries of a {@code kind: List}, each the root of its own
   *     paths
   */
  record Anchors(int item, FieldPath list, boolean items) {
    int itemAt(int index) {
      return items ? index : item;
    }

    FieldPath at(int index) {
      return items ? FieldPath.ROOT : list.index(index);
    }
  }

  /**
   * @param pure whether no alias was met in it, so that it means the same as long as its node lives
   */
  record Element<T, M>(YamlNode node, T value, M memory, List<BindProblem> problems, boolean pure) {
    /** Whether binding this node now would give the same. */
    boolean means(YamlNode other) {
      return node == other && pure;
    }

    Element<T, M> moved(Anchors from, int fromIndex, Anchors to, int toIndex) {
      int known = from.at(fromIndex).elements().size();
      FieldPath start = to.at(toIndex);
      List<BindProblem> moved = new ArrayList<>();
      for (BindProblem problem : problems) {
        List<FieldPath.Element> path = new ArrayList<>(start.elements());
        List<FieldPath.Element> old = problem.path().elements();
        path.addAll(old.subList(known, old.size()));
        moved.add(
            new BindProblem(
                to.itemAt(toIndex), new FieldPath(path), problem.severity(), problem.message()));
      }
      return new Element<>(node, value, memory, List.copyOf(moved), pure);
    }
  }

  static <T, M> BoundList<T, M> none() {
    return new BoundList<>(new Anchors(-1, FieldPath.ROOT, false), List.of());
  }

  List<T> values() {
    List<T> values = new ArrayList<>(elements.size());
    for (Element<T, M> element : elements) {
      values.add(element.value());
    }
    return values;
  }

  /**
   * For each item the index of the element it was before: the same node where there is one, else
   * the one that stood in its place; -1 for none.
   */
  int[] match(List<Item> items) {
    int size = items.size();
    int oldSize = elements.size();
    int[] match = new int[size];
    int prefix = 0;
    while (prefix < size && prefix < oldSize && isSame(items, prefix, prefix)) {
      match[prefix] = prefix;
      prefix++;
    }
    int suffix = 0;
    while (suffix < Math.min(size, oldSize) - prefix
        && isSame(items, size - 1 - suffix, oldSize - 1 - suffix)) {
      match[size - 1 - suffix] = oldSize - 1 - suffix;
      suffix++;
    }
    matchBetween(items, match, prefix, suffix);
    return match;
  }

  private void matchBetween(List<Item> items, int[] match, int prefix, int suffix) {
    int end = items.size() - suffix;
    int oldEnd = elements.size() - suffix;
    Arrays.fill(match, prefix, end, -1);
    Map<YamlNode, Integer> places = new IdentityHashMap<>();
    if (end - prefix > 1) {
      for (int j = prefix; j < oldEnd; j++) {
        places.put(elements.get(j).node(), j);
      }
    }
    for (int i = prefix; i < end; i++) {
      match[i] = places.getOrDefault(items.get(i).node(), i < oldEnd ? i : -1);
    }
  }

  private boolean isSame(List<Item> items, int index, int oldIndex) {
    return elements.get(oldIndex).node() == items.get(index).node();
  }
}
