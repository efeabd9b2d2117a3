package io.github.ingressdesigner.dialect.spec;

import io.github.ingressdesigner.dialect.common.PathIndex;
import io.github.ingressdesigner.dialect.common.ServiceLookup;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.PathType;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Compiled paths of one host; candidates are numbered as they stand. Knows no places, so that it is
 * kept while its rule moves in the text. An Exact path that matches is never shorter than a Prefix
 * that does, hence two tables: all Exact paths, then prefixes, the longest by elements first (K3,
 * K4 of the plain specification).
 */
final class SpecPaths {
  static final int NONE = PathIndex.NONE;

  private final HttpPath[] paths;
  private final PathIndex index;
  private Map<Integer, Integer> twins = Map.of();

  /** By candidate, side by side for the decision; absent unless every path has a complete one. */
  private final Backend @Nullable [] backends;

  private volatile int @Nullable [] order;

  SpecPaths(List<HttpPath> paths) {
    this.paths = paths.toArray(HttpPath[]::new);
    index = new PathIndex(paths.size());
    // From the last, so that of equal ones the first is what remains in the table.
    for (int i = paths.size() - 1; i >= 0; i--) {
      if (text(i).startsWith("/")) {
        add(i);
      }
    }
    backends = backends(paths);
  }

  private static Backend @Nullable [] backends(List<HttpPath> paths) {
    Backend[] backends = new Backend[paths.size()];
    for (int i = 0; i < backends.length; i++) {
      Optional<Backend> backend = paths.get(i).backend();
      if (!ServiceLookup.isComplete(backend)) {
        return null;
      }
      backends[i] = backend.orElseThrow();
    }
    return backends;
  }

  private void add(int candidate) {
    String text = text(candidate);
    if (type(candidate) == PathType.EXACT) {
      int before = index.putWhole(text, candidate);
      if (before != NONE) {
        addTwin(candidate, before);
      }
      return;
    }
    String key = PathIndex.key(text);
    int before = index.getPrefix(key);
    int compared = before == NONE ? -1 : compareRank(candidate, before);
    if (compared <= 0) {
      index.putPrefix(key, candidate);
    }
    if (before != NONE && compared == 0) {
      addTwin(candidate, before);
    }
  }

  private void addTwin(int candidate, int next) {
    if (twins.isEmpty()) {
      twins = new HashMap<>();
    }
    twins.put(candidate, next);
  }

  /** The backend of a candidate; null unless every path has one that names all it must. */
  @Nullable Backend complete(int candidate) {
    return backends == null ? null : backends[candidate];
  }

  int size() {
    return paths.length;
  }

  HttpPath get(int candidate) {
    return paths[candidate];
  }

  PathType type(int candidate) {
    return paths[candidate].type();
  }

  /** The path as it is compared; an absent or empty one takes every request. */
  String text(int candidate) {
    String text = paths[candidate].path().orElse("/");
    return text.isEmpty() ? "/" : text;
  }

  /** The candidate for a request's path, or {@link #NONE}; of equal ones the first. */
  int match(String path) {
    int found = index.findWhole(path);
    return found == NONE ? index.findPrefix(path) : found;
  }

  /** The next candidate of the very same path and type, or {@link #NONE}. */
  int twin(int candidate) {
    return twins.isEmpty() ? NONE : twins.getOrDefault(candidate, NONE);
  }

  /** All candidates in the order in which they are tried. */
  int[] order() {
    int[] known = order;
    if (known == null) {
      known =
          IntStream.range(0, paths.length)
              .boxed()
              .sorted(((Comparator<Integer>) this::compareRank).thenComparing(i -> i))
              .mapToInt(i -> i)
              .toArray();
      order = known;
    }
    return known;
  }

  /** Negative if {@code a} is tried before {@code b}; 0 if nothing decides between them. */
  int compareRank(int a, int b) {
    boolean exactA = type(a) == PathType.EXACT;
    if (exactA != (type(b) == PathType.EXACT)) {
      return exactA ? -1 : 1;
    }
    String keyA = exactA ? text(a) : PathIndex.key(text(a));
    String keyB = exactA ? text(b) : PathIndex.key(text(b));
    int compared = Integer.compare(PathIndex.depth(keyB), PathIndex.depth(keyA));
    if (compared == 0) {
      compared = Integer.compare(keyB.length(), keyA.length());
    }
    if (compared == 0) {
      compared = keyA.compareTo(keyB);
    }
    if (compared == 0) {
      compared = type(a).compareTo(type(b));
    }
    return compared != 0 ? compared : Integer.compare(text(b).length(), text(a).length());
  }
}
