package io.github.ingressdesigner.dialect.common;

/** Sentences on hosts, each naming the fact that decides. */
public final class HostWords {
  private HostWords() {}

  /** How a host pattern is called: {@code *.example.com}, "every host". */
  public static String shown(String pattern) {
    return pattern.isEmpty() ? "the rules without host" : pattern;
  }

  /** Why the pattern takes the request. */
  public static String takes(String pattern, String host) {
    if (pattern.isEmpty()) {
      return "No host matches, and a rule without host takes every host.";
    }
    if (HostIndex.isWildcard(pattern)) {
      return "The * stands for exactly one label, here "
          + host.substring(0, host.indexOf('.'))
          + ", and no equal host is there.";
    }
    return pattern.equals(host)
        ? "The host is equal."
        : "The host is equal; upper and lower case do not count.";
  }

  /** Why a pattern that would take the request is not asked. */
  public static String notAsked(String pattern, String winner) {
    return pattern.isEmpty()
        ? (HostIndex.isWildcard(winner) ? "The wildcard" : "An exact host")
            + " goes before rules without host, so they are not asked."
        : "An exact host beats the wildcard, so " + pattern + " is not asked.";
  }

  /** Why the pattern does not take the request. */
  public static String differs(String pattern, String host) {
    if (!HostIndex.isWildcard(pattern)) {
      return "The host would have to be " + pattern + ".";
    }
    String suffix = HostIndex.lower(pattern.substring(1));
    String name = HostIndex.lower(host);
    if (name.equals(suffix.substring(1)) || name.equals(suffix)) {
      return "The * stands for exactly one label; the request has none before " + suffix + ".";
    }
    return name.endsWith(suffix)
        ? "The * stands for exactly one label; the request has "
            + name.substring(0, name.length() - suffix.length())
            + "."
        : "The host would have to end in " + suffix + ".";
  }
}
