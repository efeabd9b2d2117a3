package io.github.ingressdesigner.dialect.common;

import java.util.List;

/**
 * Finds the host pattern for a request: an equal host, else {@code *.} with exactly one label, else
 * the empty pattern that takes every host (IngressRule.host of networking.k8s.io/v1). Upper and
 * lower case do not count.
 */
public final class HostIndex {
  public static final int NONE = StringIndex.NONE;

  private final StringIndex exact;
  private final StringIndex wildcard;
  private final int any;

  private HostIndex(StringIndex exact, StringIndex wildcard, int any) {
    this.exact = exact;
    this.wildcard = wildcard;
    this.any = any;
  }

  /**
   * @param patterns each once, without regard to case; the result of a search is a place in this
   *     list
   */
  public static HostIndex of(List<String> patterns) {
    StringIndex exact = new StringIndex(patterns.size());
    StringIndex wildcard =
        new StringIndex((int) patterns.stream().filter(HostIndex::isWildcard).count());
    int any = NONE;
    for (int i = 0; i < patterns.size(); i++) {
      String pattern = lower(patterns.get(i));
      if (pattern.isEmpty()) {
        any = i;
      } else if (isWildcard(pattern)) {
        wildcard.put(pattern.substring(2), i);
      } else {
        exact.put(pattern, i);
      }
    }
    return new HostIndex(exact, wildcard, any);
  }

  public static boolean isWildcard(String pattern) {
    return pattern.startsWith("*.") && pattern.length() > 2;
  }

  /** ASCII letters in lower case, as host names are compared. */
  public static String lower(String host) {
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        return lowerFrom(host, i);
      }
    }
    return host;
  }

  private static String lowerFrom(String host, int first) {
    char[] chars = host.toCharArray();
    for (int i = first; i < chars.length; i++) {
      if (chars[i] >= 'A' && chars[i] <= 'Z') {
        chars[i] += 'a' - 'A';
      }
    }
    return new String(chars);
  }

  /** The pattern that takes this host, or {@link #NONE}. */
  public int find(String host) {
    String name = lower(host);
    int found = findExact(name);
    if (found == NONE) {
      found = findWildcard(name);
    }
    return found == NONE ? any : found;
  }

  /** The place of this very pattern, or {@link #NONE}. */
  public int findPattern(String pattern) {
    String name = lower(pattern);
    return name.isEmpty()
        ? any
        : isWildcard(name) ? wildcard.get(name.substring(2)) : exact.get(name);
  }

  /**
   * @param name in lower case, as in {@link #lower}
   */
  public int findExact(String name) {
    return exact.get(name);
  }

  /**
   * The wildcard that takes this host, whether or not an equal host exists.
   *
   * @param name in lower case, as in {@link #lower}
   */
  public int findWildcard(String name) {
    int dot = wildcard.isEmpty() ? -1 : name.indexOf('.');
    return dot <= 0 ? NONE : wildcard.get(name.substring(dot + 1));
  }

  /** The pattern for every host, or {@link #NONE}. */
  public int any() {
    return any;
  }
}
