package io.github.ingressdesigner.dialect.common;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Routes of one host (or of all) in the order in which a controller prefers them: the smallest rank
 * that takes a path wins. Every dialect puts its precedence into the ranks; equal ranks are a tie.
 *
 * @param <T> what a route is to the dialect
 */
public final class OrderedPaths<T> {
  /** One route. */
  public record Entry<T>(int rank, PathTest test, T route) {}

  private final List<Entry<T>> entries;

  private OrderedPaths(List<Entry<T>> entries) {
    this.entries = entries;
  }

  /** Collects routes in any order. */
  public static final class Builder<T> {
    private final List<Entry<T>> entries = new ArrayList<>();

    /** Entries of equal rank stay in the order in which they were added. */
    public Builder<T> add(int rank, PathTest test, T route) {
      entries.add(new Entry<>(rank, test, route));
      return this;
    }

    public OrderedPaths<T> build() {
      entries.sort(Comparator.comparingInt(Entry::rank));
      return new OrderedPaths<>(List.copyOf(entries));
    }
  }

  public static <T> Builder<T> builder() {
    return new Builder<>();
  }

  /** All in the order tried. */
  public List<Entry<T>> all() {
    return entries;
  }

  /**
   * The route of the smallest rank that takes the path and is accepted; of equal ranks the one that
   * was added first.
   *
   * @param accepts the further conditions of a route: headers, method
   * @throws RegexStoppedException when an expression takes too long
   */
  public @Nullable Entry<T> first(String path, Predicate<? super T> accepts) {
    for (Entry<T> entry : entries) {
      if (entry.test().takes(path) && accepts.test(entry.route())) {
        return entry;
      }
    }
    return null;
  }

  /** All accepted routes of the smallest rank: more than one is a tie. */
  public List<Entry<T>> firsts(String path, Predicate<? super T> accepts) {
    Entry<T> first = first(path, accepts);
    if (first == null) {
      return List.of();
    }
    return entries.stream()
        .filter(e -> e.rank() == first.rank())
        .filter(e -> e.test().takes(path) && accepts.test(e.route()))
        .toList();
  }
}
