package io.github.ingressdesigner.yaml;

import io.github.ingressdesigner.yaml.YamlNode.Alias;
import io.github.ingressdesigner.yaml.YamlNode.Mapping;
import io.github.ingressdesigner.yaml.YamlNode.Sequence;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The aliases of a document resolved in one walk, and how many nodes there are once they are all
 * followed: to be asked before anybody follows them, since a few lines can stand for billions of
 * nodes.
 */
public final class Anchors {
  /** A document whose aliases stand for more nodes than this is not to be followed. */
  public static final long MAX_ADDED_NODES = 1_000_000;

  /** Far more than any limit, and safe to add up. */
  private static final long ENDLESS = Long.MAX_VALUE / 1024;

  private final Map<String, YamlNode> latest = new HashMap<>();
  private final Map<Alias, YamlNode> definitions = new IdentityHashMap<>();
  private final Map<YamlNode, Long> sizes = new IdentityHashMap<>();
  private long writtenNodes;
  private long expandedNodes;

  private Anchors() {}

  public static Anchors of(YamlTree tree) {
    Anchors anchors = new Anchors();
    anchors.expandedNodes = tree.hasAnchors() ? anchors.walk(tree.root()) : 0;
    return anchors;
  }

  /** The node of the latest definition before the alias, empty for an unknown anchor. */
  public Optional<YamlNode> definition(Alias alias) {
    return Optional.ofNullable(definitions.get(alias));
  }

  /** Whether following the aliases ends, and adds no more nodes than the limit. */
  public boolean isBounded() {
    return expandedNodes - writtenNodes <= MAX_ADDED_NODES;
  }

  private long walk(YamlNode node) {
    writtenNodes++;
    if (node.anchor().isPresent()) {
      latest.put(node.anchor().get(), node);
      sizes.put(node, ENDLESS); // until it ends: an alias inside it goes round in circles
    }
    long size =
        switch (node) {
          case YamlNode.Scalar scalar -> 1;
          case Alias alias -> follow(alias);
          case Sequence sequence -> {
            long sum = 1;
            for (YamlNode.Item item : sequence.items()) {
              sum = Math.min(ENDLESS, sum + walk(item.node()));
            }
            yield sum;
          }
          case Mapping mapping -> {
            long sum = 1;
            for (YamlNode.Entry entry : mapping.entries()) {
              sum = Math.min(ENDLESS, sum + walk(entry.key()));
              sum = Math.min(ENDLESS, sum + walk(entry.value()));
            }
            yield sum;
          }
        };
    if (node.anchor().isPresent()) {
      sizes.put(node, size);
    }
    return size;
  }

  private long follow(Alias alias) {
    YamlNode definition = latest.get(alias.name());
    if (definition == null) {
      return 1;
    }
    definitions.put(alias, definition);
    return sizes.get(definition);
  }
}
