package io.github.ingressdesigner.dialect.common;

import java.util.ArrayList;
import java.util.Arrays;
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
  /** No such place. */
  public static final int NONE = -1;

  /** One route. */
  public record Entry<T>(int rank, PathTest test, T route) {}

  /** Up to so many, looking at each is faster and smaller than an index. */
  private static final int FEW = 8;

  private final List<Entry<T>> entries;

  /** Made when the first path is looked up: most tables of a text being typed are never asked. */
  private @Nullable OrderedIndex<T> index;

  private OrderedPaths(List<Entry<T>> entries) {
    this.entries = entries;
  }

  /** Collects routes in any order. */
  public static final class Builder<T> {
    private final List<Entry<T>> entries = new ArrayList<>();
    private boolean isSorted = true;

    /** Entries of equal rank stay in the order in which they were added. */
    public Builder<T> add(int rank, PathTest test, T route) {
      isSorted &= entries.isEmpty() || entries.getLast().rank() <= rank;
      entries.add(new Entry<>(rank, test, route));
      return this;
    }

    public OrderedPaths<T> build() {
      return new OrderedPaths<>(isSorted ? List.copyOf(entries) : sorted());
    }

    private List<Entry<T>> sorted() {
      long[] order = new long[entries.size()];
      for (int i = 0; i < order.length; i++) {
        order[i] = (long) entries.get(i).rank() << 32 | i;
      }
      Arrays.sort(order);
      List<Entry<T>> sorted = new ArrayList<>(order.length);
      for (long place : order) {
        sorted.add(entries.get((int) place));
      }
      return List.copyOf(sorted);
    }
  }

  public static <T> Builder<T> builder() {
    return new Builder<>();
  }

  /** All in the order tried. */
  public List<Entry<T>> all() {
    return entries;
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /**
   * The route of the smallest rank that takes the path and is accepted; of equal ranks the one that
   * was added first.
   *
   * @param accepts the further conditions of a route: headers, method
   * @throws RegexStoppedException when an expression takes too long
   */
  public @Nullable Entry<T> first(String path, Predicate<? super T> accepts) {
    int found = find(path, 0, entries.size(), accepts);
    return found == NONE ? null : entries.get(found);
  }

  /** All accepted routes of the smallest rank: more than one is a tie. */
  public List<Entry<T>> firsts(String path, Predicate<? super T> accepts) {
    int first;
    boolean mayTie = true;
    if (entries.size() > FEW) {
      long found = index().find(path, 0, entries.size(), accepts);
      first = OrderedIndex.place(found);
      mayTie = OrderedIndex.mayTie(found);
    } else {
      first = find(path, 0, entries.size(), accepts);
    }
    if (first == NONE) {
      return List.of();
    }
    Entry<T> entry = entries.get(first);
    if (!mayTie || !isRank(first + 1, entry.rank())) {
      return List.of(entry);
    }
    int end = endOfRank(first);
    int next = find(path, first + 1, end, accepts);
    if (next == NONE) {
      return List.of(entry);
    }
    List<Entry<T>> all = new ArrayList<>();
    all.add(entry);
    for (; next != NONE; next = find(path, next + 1, end, accepts)) {
      all.add(entries.get(next));
    }
    return List.copyOf(all);
  }

  /**
   * The next route after this one that takes the path and is accepted, in the order tried.
   *
   * @param place in {@link #all}, from 0; the search begins there
   * @return a place in {@link #all}, or {@link #NONE}
   */
  public int find(String path, int place, Predicate<? super T> accepts) {
    return find(path, place, entries.size(), accepts);
  }

  private int find(String path, int from, int end, Predicate<? super T> accepts) {
    if (entries.size() > FEW) {
      return OrderedIndex.place(index().find(path, from, end, accepts));
    }
    for (int i = from; i < end; i++) {
      Entry<T> entry = entries.get(i);
      if (entry.test().takes(path) && accepts.test(entry.route())) {
        return i;
      }
    }
    return NONE;
  }

  /** Two threads may make the same one; all of its fields are final. */
  private OrderedIndex<T> index() {
    OrderedIndex<T> known = index;
    if (known == null) {
      known = new OrderedIndex<>(entries);
      index = known;
    }
    return known;
  }

  private boolean isRank(int place, int rank) {
    return place < entries.size() && entries.get(place).rank() == rank;
  }

  /** Doubling steps, then halving: a rank may be shared by very many or by few. */
  private int endOfRank(int place) {
    int rank = entries.get(place).rank();
    int step = 1;
    while (isRank(place + step, rank)) {
      place += step;
      step *= 2;
    }
    while (step > 1) {
      step /= 2;
      place += isRank(place + step, rank) ? step : 0;
    }
    return place + 1;
  }
}
