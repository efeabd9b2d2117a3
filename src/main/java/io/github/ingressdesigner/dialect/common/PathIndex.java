package io.github.ingressdesigner.dialect.common;

/**
 * Finds whole paths, and the longest path that is a prefix of another by whole elements: {@code
 * /api} is one of {@code /api/v1}, not of {@code /apiary}. Costs one look-up for each element of
 * the request, however many paths there are.
 */
public final class PathIndex extends StringIndex {
  /** Keeps whole paths and prefixes apart in the one table that both share. */
  private static final int WHOLE = 0x5bd1e995;

  private int depth = -1;

  /**
   * @param capacity how many paths will be put at most
   */
  public PathIndex(int capacity) {
    super(capacity);
  }

  /** A path as prefixes are compared: one slash at its end does not count; {@code /} is empty. */
  public static String key(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /** How many elements a key has. */
  public static int depth(String key) {
    int count = 0;
    for (int i = 0; i < key.length(); i++) {
      count += key.charAt(i) == '/' ? 1 : 0;
    }
    return count;
  }

  /** Sets the value of a whole path; returns the value before, or {@link #NONE}. */
  public int putWhole(String path, int value) {
    return put(path, path.hashCode() ^ WHOLE, value);
  }

  /**
   * Sets the value of a prefix; returns the value before, or {@link #NONE}.
   *
   * @param key from {@link #key}
   */
  public int putPrefix(String key, int value) {
    depth = Math.max(depth, depth(key));
    return put(key, key.hashCode(), value);
  }

  public int getPrefix(String key) {
    return get(key);
  }

  /** The value of this very path, or {@link #NONE}. */
  public int findWhole(String path) {
    return get(path, 0, path.length(), path.hashCode() ^ WHOLE);
  }

  /** The value of the longest prefix by elements, or {@link #NONE}. */
  public int findPrefix(String path) {
    int found = NONE;
    int hash = 0;
    int level = 0;
    for (int i = 0; i <= path.length() && level <= depth; i++) {
      char c = i == path.length() ? '/' : path.charAt(i);
      if (c == '/') {
        int here = get(path, 0, i, hash);
        found = here == NONE ? found : here;
        level++;
      }
      hash = 31 * hash + c;
    }
    return found;
  }
}
