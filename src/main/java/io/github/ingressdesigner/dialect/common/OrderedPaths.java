package io.github.ingressdesigner.dialect.common;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BinaryOperator;
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

  /** Up to so many, looking at the mark of each is faster and smaller than an index. */
  private static final int FEW = 32;

  private final Entry<T>[] entries;

  /** The routes of the entries, one step nearer. */
  private final T[] routes;

  // Made when the first path is looked up: most tables of a text being typed are never asked.
  // Two threads may make the same ones.
  private long @Nullable [] marks;
  private @Nullable OrderedIndex<T> index;

  @SuppressWarnings("unchecked")
  private OrderedPaths(Entry<T>[] entries) {
    this.entries = entries;
    routes = (T[]) new Object[entries.length];
    for (int i = 0; i < routes.length; i++) {
      routes[i] = entries[i].route();
    }
  }

  /** Collects routes in any order. */
  public static final class Builder<T> {
    private final List<Entry<T>> entries;
    private boolean isSorted = true;

    private Builder(int capacity) {
      entries = new ArrayList<>(capacity);
    }

    /** Entries of equal rank stay in the order in which they were added. */
    public Builder<T> add(int rank, PathTest test, T route) {
      isSorted &= entries.isEmpty() || entries.getLast().rank() <= rank;
      entries.add(new Entry<>(rank, test, route));
      return this;
    }

    @SuppressWarnings("unchecked")
    public OrderedPaths<T> build() {
      Entry<T>[] all = entries.toArray(Entry[]::new);
      if (!isSorted) {
        sort(all);
      }
      return new OrderedPaths<>(all);
    }

    private void sort(Entry<T>[] all) {
      long[] order = new long[all.length];
      for (int i = 0; i < order.length; i++) {
        order[i] = (long) all[i].rank() << 32 | i;
      }
      Arrays.sort(order);
      for (int i = 0; i < order.length; i++) {
        all[i] = entries.get((int) order[i]);
      }
    }
  }

  public static <T> Builder<T> builder() {
    return new Builder<>(10);
  }

  /**
   * @param capacity about how many routes will come
   */
  public static <T> Builder<T> builder(int capacity) {
    return new Builder<>(capacity);
  }

  /** All in the order tried. */
  public List<Entry<T>> all() {
    return Collections.unmodifiableList(Arrays.asList(entries));
  }

  public boolean isEmpty() {
    return routes.length == 0;
  }

  /**
   * The route of an entry.
   *
   * @param place in {@link #all}, from 0
   */
  public T route(int place) {
    return routes[place];
  }

  /**
   * The route of the smallest rank that takes the path and is accepted; of equal ranks the one that
   * was added first.
   *
   * @param accepts the further conditions of a route: headers, method
   * @throws RegexStoppedException when an expression takes too long
   */
  public @Nullable Entry<T> first(String path, Predicate<? super T> accepts) {
    int found = find(path, 0, routes.length, accepts);
    return found == NONE ? null : entries[found];
  }

  /** The route of {@link #first}. */
  public @Nullable T firstRoute(String path, Predicate<? super T> accepts) {
    int found = find(path, 0, routes.length, accepts);
    return found == NONE ? null : routes[found];
  }

  /**
   * Of all accepted routes of the smallest rank the one that is better than the others.
   *
   * @param better of two that tie, the one added first given first
   */
  public @Nullable T best(String path, Predicate<? super T> accepts, BinaryOperator<T> better) {
    if (routes.length > FEW) {
      T best = null;
      List<Entry<T>> firsts = firsts(path, accepts);
      for (int i = 0; i < firsts.size(); i++) {
        T route = firsts.get(i).route();
        best = best == null ? route : better.apply(best, route);
      }
      return best;
    }
    int first = find(path, 0, routes.length, accepts);
    if (first == NONE) {
      return null;
    }
    T best = routes[first];
    if (PathMarks.isTie(marks(), first)) {
      int end = endOfRank(first);
      for (int i = first + 1; (i = find(path, i, end, accepts)) != NONE; i++) {
        best = better.apply(best, routes[i]);
      }
    }
    return best;
  }

  /** All accepted routes of the smallest rank: more than one is a tie. */
  public List<Entry<T>> firsts(String path, Predicate<? super T> accepts) {
    int first;
    boolean mayTie = true;
    if (routes.length > FEW) {
      long found = index().find(path, 0, routes.length, accepts);
      first = OrderedIndex.place(found);
      mayTie = OrderedIndex.mayTie(found);
    } else {
      first = find(path, 0, routes.length, accepts);
      mayTie = first != NONE && PathMarks.isTie(marks(), first);
    }
    if (first == NONE) {
      return List.of();
    }
    Entry<T> entry = entries[first];
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
      all.add(entries[next]);
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
    return find(path, place, routes.length, accepts);
  }

  private int find(String path, int from, int end, Predicate<? super T> accepts) {
    if (routes.length > FEW) {
      return OrderedIndex.place(index().find(path, from, end, accepts));
    }
    long[] row = marks();
    int place = PathMarks.find(row, routes.length, path, from, end);
    while (place != NONE) {
      boolean takes = !PathMarks.isExpression(row, place) || entries[place].test().takes(path);
      if (takes && accepts.test(routes[place])) {
        return place;
      }
      place = PathMarks.find(row, routes.length, path, place + 1, end);
    }
    return NONE;
  }

  private long[] marks() {
    long[] known = marks;
    if (known == null) {
      known = PathMarks.of(entries);
      marks = known;
    }
    return known;
  }

  private OrderedIndex<T> index() {
    OrderedIndex<T> known = index;
    if (known == null) {
      known = new OrderedIndex<>(entries);
      index = known;
    }
    return known;
  }

  private boolean isRank(int place, int rank) {
    return place < entries.length && entries[place].rank() == rank;
  }

  /** Doubling steps, then halving: a rank may be shared by very many or by few. */
  private int endOfRank(int place) {
    int rank = entries[place].rank();
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
