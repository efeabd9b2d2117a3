package io.github.ingressdesigner.dialect.common;

import io.github.ingressdesigner.dialect.common.OrderedPaths.Entry;
import io.github.ingressdesigner.dialect.common.PathTest.Elements;
import io.github.ingressdesigner.dialect.common.PathTest.Every;
import io.github.ingressdesigner.dialect.common.PathTest.Expression;
import io.github.ingressdesigner.dialect.common.PathTest.Start;
import io.github.ingressdesigner.dialect.common.PathTest.Whole;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first of many entries that takes a path. Plain tests lie in one hash table, which is
 * asked for the path, for its parts up to each slash, and for its parts of each length that some
 * entry starts with; the hash grows along the path, so that nothing is cut out of it. Entries of
 * one key hang together, the first before the others.
 */
final class OrderedIndex<T> {
  static final int NONE = OrderedPaths.NONE;

  /** Keeps the kinds of keys apart in the one table. */
  private static final int ELEMENTS = 0x5bd1e995;

  private static final int START = 0x2c1b3c6d;

  private final Entry<T>[] entries;
  private final StringIndex table;

  /** The rank of an entry, and the place of the next entry of the same key + 1 or 0. */
  private final long[] links;

  /**
   * By the number of characters that entries start with, which last characters these have (the
   * lower six bits of each): most beginnings of a path are ruled out without the table.
   */
  private final long[] starts;

  /** How many elements the deepest entry has; -1 without any. */
  private final int depth;

  /** The first place of an entry that takes a part of paths. */
  private final int firstPart;

  private final @Nullable ExpressionIndex expressions;

  OrderedIndex(Entry<T>[] entries) {
    this.entries = entries;
    links = new long[entries.length];
    int plain = 0;
    int longest = -1;
    for (Entry<T> entry : entries) {
      plain += entry.test() instanceof Expression ? 0 : 1;
      longest = Math.max(longest, startLength(entry.test()));
    }
    table = new StringIndex(plain);
    starts = new long[longest + 1];
    int deepest = -1;
    int first = entries.length;
    for (int i = entries.length - 1; i >= 0; i--) {
      switch (entries[i].test()) {
        case Whole(String path) -> put(path, path.hashCode(), i);
        case Elements(String prefix) -> {
          String key = PathIndex.key(prefix);
          put(key, key.hashCode() ^ ELEMENTS, i);
          deepest = Math.max(deepest, PathIndex.depth(key));
          first = i;
        }
        case Start(String prefix) -> {
          putStart(prefix, i);
          first = i;
        }
        case Every _ -> {
          putStart("", i);
          first = i;
        }
        case Expression _ -> link(i, NONE);
      }
    }
    depth = deepest;
    firstPart = first;
    expressions = plain == entries.length ? null : new ExpressionIndex(List.of(entries));
  }

  private static int startLength(PathTest test) {
    return switch (test) {
      case Start(String prefix) -> prefix.length();
      case Every _ -> 0;
      case Whole _, Elements _, Expression _ -> -1;
    };
  }

  private void putStart(String prefix, int place) {
    put(prefix, prefix.hashCode() ^ START, place);
    int length = prefix.length();
    starts[length] |= length == 0 ? 1 : 1L << prefix.charAt(length - 1);
  }

  private void put(String key, int hash, int place) {
    link(place, table.put(key, hash, place));
  }

  private void link(int place, int next) {
    links[place] = (long) entries[place].rank() << 32 | next + 1;
  }

  private int next(int place) {
    return (int) links[place] - 1;
  }

  private int rank(int place) {
    return (int) (links[place] >> 32);
  }

  /**
   * The first place in {@code from} to {@code end} of an accepted entry, as {@link #place}, and
   * whether another of equal rank may be behind it, as {@link #mayTie}.
   */
  long find(String path, int from, int end, Predicate<? super T> accepts) {
    int length = path.length();
    long best = first(table.get(path, 0, length, path.hashCode()), from, none(end), accepts);
    if (firstPart < place(best) || isRank(firstPart, best)) {
      best = findPart(path, from, best, accepts);
    }
    if (expressions != null) {
      best = findExpression(expressions, path, from, best, accepts);
    }
    return place(best) < end ? best : none(NONE);
  }

  static int place(long found) {
    return (int) (found >> 1);
  }

  /** False only if nothing else of its rank takes the path. */
  static boolean mayTie(long found) {
    return (found & 1) != 0;
  }

  private static long none(int end) {
    return (long) end << 1;
  }

  private boolean isRank(int place, long best) {
    int other = place(best);
    return place < entries.length && other < entries.length && rank(place) == rank(other);
  }

  private long findPart(String path, int from, long end, Predicate<? super T> accepts) {
    long best = end;
    int hash = 0;
    int level = 0;
    int length = path.length();
    char before = 0;
    for (int i = 0; i <= length; i++) {
      char c = i == length ? '/' : path.charAt(i);
      if (c == '/' && level <= depth) {
        best = first(table.get(path, 0, i, hash ^ ELEMENTS), from, best, accepts);
        level++;
      }
      if (i < starts.length && (starts[i] >>> before & 1) != 0) {
        best = first(table.get(path, 0, i, hash ^ START), from, best, accepts);
      }
      hash = 31 * hash + c;
      before = c;
    }
    return best;
  }

  /** The better one of {@code best} and the first accepted of those that hang together. */
  private long first(int head, int from, long best, Predicate<? super T> accepts) {
    long found = best;
    for (int place = head; place != NONE; place = next(place)) {
      boolean isTie = isRank(place, found);
      if (place >= place(found) && (!isTie || mayTie(found))) {
        break;
      }
      if (place >= from && accepts.test(entries[place].route())) {
        found = (long) Math.min(place, place(found)) << 1 | (isTie ? 1 : 0);
      }
    }
    return found;
  }

  private long findExpression(
      ExpressionIndex expressions, String path, int from, long end, Predicate<? super T> accepts) {
    for (int place : expressions.candidates(path, from, place(end))) {
      Entry<T> entry = entries[place];
      if (entry.test().takes(path) && accepts.test(entry.route())) {
        return (long) place << 1 | 1;
      }
    }
    // Expressions behind the best one do not change it, but those of equal rank may tie with it.
    return isRank(place(end) + 1, end) ? end | 1 : end;
  }
}
