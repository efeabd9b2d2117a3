package io.github.ingressdesigner.bind;

import io.github.ingressdesigner.yaml.YamlTree;

/**
 * Binds a tree to the model; total. An instance remembers what it bound for which node and reuses
 * it for unchanged nodes of the next tree, so keep one for each document. Not thread-safe.
 */
public final class ResourceBinder {
  public BoundDocument bind(YamlTree tree) {
    throw new UnsupportedOperationException("not yet " + tree.length());
  }
}
