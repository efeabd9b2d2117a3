package io.github.ingressdesigner.dialect.common;

import java.util.List;

/**
 * Finds the host wildcard for a host where {@code *} stands for any number of labels, the longest
 * first: NGINX's own wildcards, Kong, the Gateway API, Envoy. {@code *.x} takes {@code a.x} and
 * {@code a.b.x}, not {@code x}.
 */
public final class SuffixHosts {
  public static final int NONE = StringIndex.NONE;

  private final StringIndex suffixes;

  private SuffixHosts(StringIndex suffixes) {
    this.suffixes = suffixes;
  }

  /**
   * @param patterns in any case; those that are no wildcards are passed over. Of equal ones the
   *     first counts. The result of a search is a place in this list
   */
  public static SuffixHosts of(List<String> patterns) {
    int count = 0;
    for (String pattern : patterns) {
      count += HostIndex.isWildcard(pattern) ? 1 : 0;
    }
    StringIndex suffixes = new StringIndex(count);
    for (int i = patterns.size() - 1; i >= 0; i--) {
      if (HostIndex.isWildcard(patterns.get(i))) {
        String suffix = HostIndex.lower(patterns.get(i).substring(2));
        suffixes.put(suffix, hash(suffix), i);
      }
    }
    return new SuffixHosts(suffixes);
  }

  /** From the end to the start, so that it grows as a suffix grows. */
  private static int hash(String suffix) {
    int hash = 0;
    for (int i = suffix.length() - 1; i >= 0; i--) {
      hash = 31 * hash + suffix.charAt(i);
    }
    return hash;
  }

  /**
   * The longest wildcard that takes the host, or {@link #NONE}.
   *
   * @param name in lower case, as in {@link HostIndex#lower}
   */
  public int find(String name) {
    return find(name, Integer.MAX_VALUE);
  }

  /**
   * The longest wildcard with fewer characters than {@code length}, the {@code *} counted, that
   * takes the host, or {@link #NONE}: what is asked after a longer one.
   *
   * @param name in lower case, as in {@link HostIndex#lower}
   */
  public int find(String name, int length) {
    if (suffixes.isEmpty()) {
      return NONE;
    }
    int found = NONE;
    int hash = 0;
    int end = name.length();
    for (int i = end - 1; i > 0 && end - i + 1 < length; i--) {
      char c = name.charAt(i);
      if (c == '.') {
        int here = suffixes.get(name, i + 1, end, hash);
        found = here == NONE ? found : here;
      }
      hash = 31 * hash + c;
    }
    return found;
  }
}
