package io.github.ingressdesigner.compare;

import java.util.TreeSet;

/** Texts of which the longest that a path begins with is asked for. */
final class Starts {
  private final TreeSet<String> all = new TreeSet<>();

  void add(String text) {
    all.add(text);
  }

  boolean contains(String text) {
    return all.contains(text);
  }

  TreeSet<String> all() {
    return all;
  }

  /** The longest one, or {@code otherwise} where there is none. */
  String longest(String path, String otherwise) {
    // What a path begins with is not greater than the path, and what both begin with is greater
    // than all that is passed over on the way down.
    String candidate = all.floor(path);
    while (candidate != null) {
      int common = common(candidate, path);
      if (common == candidate.length()) {
        return candidate;
      }
      candidate = all.floor(path.substring(0, common));
    }
    return otherwise;
  }

  private static int common(String a, String b) {
    int most = Math.min(a.length(), b.length());
    int at = 0;
    while (at < most && a.charAt(at) == b.charAt(at)) {
      at++;
    }
    return at;
  }
}
