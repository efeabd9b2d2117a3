package io.github.ingressdesigner.dialect.common;

/**
 * The longest path that is a prefix of another by whole elements: {@code /api} is one of {@code
 * /api/v1}, not of {@code /apiary}. Costs one look-up for each element of the request, however many
 * paths there are.
 */
public final class ElementPrefixes {
  private final StringIndex index;
  private int depth = -1;

  /**
   * @param capacity how many paths will be put at most
   */
  public ElementPrefixes(int capacity) {
    index = new StringIndex(capacity);
  }

  /** A path as it is compared: one slash at its end does not count; {@code /} is empty. */
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

  /**
   * Sets the value of a key; returns the value before, or {@link StringIndex#NONE}.
   *
   * @param key from {@link #key}
   */
  public int put(String key, int value) {
    depth = Math.max(depth, depth(key));
    return index.put(key, value);
  }

  public int get(String key) {
    return index.get(key);
  }

  /** The value of the longest prefix by elements, or {@link StringIndex#NONE}. */
  public int find(String path) {
    int found = StringIndex.NONE;
    int hash = 0;
    int level = 0;
    for (int i = 0; i <= path.length() && level <= depth; i++) {
      char c = i == path.length() ? '/' : path.charAt(i);
      if (c == '/') {
        int here = index.get(path, 0, i, hash);
        found = here == StringIndex.NONE ? found : here;
        level++;
      }
      hash = 31 * hash + c;
    }
    return found;
  }
}
