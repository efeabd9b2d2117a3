package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FieldPath.Index;
import io.github.ingressdesigner.model.FieldPath.Key;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlNode.Alias;
import io.github.ingressdesigner.yaml.YamlNode.Mapping;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlNode.Style;
import io.github.ingressdesigner.yaml.YamlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way to a field, as kubectl walks it: the last of duplicate keys, aliases followed, and {@code
 * <<} merged in the order of the text.
 *
 * @param occurrence the last node on the way as it is written there, perhaps an alias
 * @param deepest what it stands for; the same where it is no alias
 * @param missing the steps that the text does not have
 * @param leaves where the way leaves the text of the field for a place that others use too
 * @param leavesToPlace how many of them lie before the last node itself
 * @param trouble why nothing on this way can be edited
 */
record Way(
    YamlCursor occurrence,
    YamlCursor deepest,
    List<FieldPath.Element> missing,
    List<Leave> leaves,
    int leavesToPlace,
    Optional<String> trouble) {
  static final String MERGE = "<<";

  /** A place where the way goes on in a text that is used elsewhere too. */
  sealed interface Leave {
    /** The field, relative to the resource, that is shared as a whole. */
    FieldPath path();

    /** The node that holds the value. */
    YamlCursor definition();

    record ByAlias(FieldPath path, YamlCursor alias, YamlCursor definition) implements Leave {}

    /** The key comes from {@code <<}, entry {@code merge} of the mapping. */
    record ByMerge(FieldPath path, YamlCursor mapping, int merge, String key, YamlCursor definition)
        implements Leave {}

    /** The text is here, but aliases elsewhere use it. */
    record ByAnchor(FieldPath path, YamlCursor definition) implements Leave {}
  }

  boolean isFound() {
    return missing.isEmpty();
  }

  /** The leaves that matter to who removes the last node from its place. */
  List<Leave> placeLeaves() {
    return leaves.subList(0, leavesToPlace);
  }

  static Way find(YamlTree tree, int item, FieldPath path) {
    Walk walk = new Walk(tree);
    YamlCursor at = tree.cursor();
    if (item >= 0) {
      Optional<YamlCursor> items = at.get("items").map(walk::follow);
      if (items.isEmpty() || item >= items.get().items().size()) {
        Optional<String> trouble = Optional.of("The list has no item " + item + ".");
        return new Way(at, at, path.elements(), List.of(), 0, trouble);
      }
      at = items.get().item(item);
    }
    return walk.go(at, path);
  }

  /** The node of a key, as it counts; merges are followed. */
  static Optional<YamlCursor> value(YamlCursor mapping, String key) {
    return new Walk(null).step(mapping, key, FieldPath.ROOT);
  }

  private static final class Walk {
    private final List<AliasUses.Use> uses;
    private final List<Leave> leaves = new ArrayList<>();
    private Optional<String> trouble = Optional.empty();
    private FieldPath here = FieldPath.ROOT;

    Walk(@Nullable YamlTree tree) {
      uses = tree != null && tree.hasAnchors() ? AliasUses.uses(tree.cursor()) : List.of();
    }

    Way go(YamlCursor start, FieldPath path) {
      YamlCursor at = start;
      List<FieldPath.Element> steps = path.elements();
      for (int i = 0; i < steps.size(); i++) {
        at = follow(at);
        FieldPath next = with(here, steps.get(i));
        YamlCursor from = at;
        Optional<YamlCursor> found =
            switch (steps.get(i)) {
              case Key key -> step(from, key.name(), next);
              case Index index ->
                  index.value() < from.items().size()
                      ? Optional.of(from.item(index.value()))
                      : Optional.empty();
            };
        if (found.isEmpty()) {
          return new Way(at, at, steps.subList(i, steps.size()), leaves, leaves.size(), trouble);
        }
        at = found.get();
        here = next;
      }
      int toPlace = leaves.size();
      return new Way(at, follow(at), List.of(), leaves, toPlace, trouble);
    }

    private static FieldPath with(FieldPath path, FieldPath.Element step) {
      return switch (step) {
        case Key key -> path.key(key.name());
        case Index index -> path.index(index.value());
      };
    }

    YamlCursor follow(YamlCursor cursor) {
      noteAnchor(cursor);
      YamlCursor at = cursor;
      for (int hops = 0; at.node() instanceof Alias && hops < 100; hops++) {
        Optional<YamlCursor> definition = at.definition();
        if (definition.isEmpty()) {
          return at;
        }
        leaves.add(new Leave.ByAlias(here, at, definition.get()));
        at = definition.get();
      }
      return at;
    }

    private void noteAnchor(YamlCursor at) {
      boolean used = uses.stream().anyMatch(use -> use.definition().node() == at.node());
      if (used && leaves.isEmpty()) {
        leaves.add(new Leave.ByAnchor(here, at));
      }
    }

    Optional<YamlCursor> step(YamlCursor mapping, String key, FieldPath path) {
      if (!(mapping.node() instanceof Mapping)) {
        return Optional.empty();
      }
      Optional<YamlCursor> found = Optional.empty();
      for (int i = mapping.entries().size() - 1; i >= 0; i--) {
        if (mapping.entries().get(i).explicitKey()) {
          trouble =
              Optional.of(
                  "A key is written with “?” near " + path + "; edit this place in the text.");
        }
        if (found.isPresent()) {
          continue;
        }
        String name = name(mapping, i);
        if (name.equals(key)) {
          found = Optional.of(mapping.value(i));
        } else if (isMerge(mapping, i)) {
          Optional<YamlCursor> merged = merged(mapping.value(i), key);
          if (merged.isPresent()) {
            leaves.add(new Leave.ByMerge(path, mapping, i, key, merged.get()));
          }
          found = merged;
        }
      }
      return found;
    }

    private static Optional<YamlCursor> merged(YamlCursor source, String key) {
      YamlCursor at = source.node() instanceof Alias ? source.definition().orElse(source) : source;
      for (int i = 0; i < at.items().size(); i++) {
        Optional<YamlCursor> found = merged(at.item(i), key);
        if (found.isPresent()) {
          return found;
        }
      }
      return Way.value(at, key);
    }
  }

  /** Whether a merge in the mapping brings the key too, so that it stays when its entry goes. */
  static boolean isMergedToo(YamlCursor mapping, String key) {
    for (int i = 0; i < mapping.entries().size(); i++) {
      if (isMerge(mapping, i) && Walk.merged(mapping.value(i), key).isPresent()) {
        return true;
      }
    }
    return false;
  }

  static boolean isMerge(YamlCursor mapping, int entry) {
    return mapping.entries().get(entry).key() instanceof Scalar scalar
        && scalar.value().equals(MERGE)
        && scalar.style() == Style.PLAIN;
  }

  private static String name(YamlCursor mapping, int entry) {
    return mapping.entries().get(entry).key() instanceof Scalar scalar ? scalar.value() : "";
  }

  /** How often a key is written in a mapping. */
  static int count(YamlCursor mapping, String key) {
    int count = 0;
    for (int i = 0; i < mapping.entries().size(); i++) {
      count += name(mapping, i).equals(key) ? 1 : 0;
    }
    return count;
  }
}
