package io.github.ingressdesigner.lint;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A minor version of Kubernetes 1: {@code 1.34}. */
public record KubeVersion(int minor) implements Comparable<KubeVersion> {
  /** What is assumed where nothing says otherwise. */
  public static final KubeVersion DEFAULT = new KubeVersion(34);

  private static final Pattern TEXT = Pattern.compile("v?1\\.(\\d{1,3})(\\.\\d+)?([-+].*)?");

  /** Reads {@code 1.34}, {@code v1.34.4} and the like. */
  public static Optional<KubeVersion> parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    return matcher.matches()
        ? Optional.of(new KubeVersion(Integer.parseInt(matcher.group(1))))
        : Optional.empty();
  }

  public boolean isAtLeast(int otherMinor) {
    return minor >= otherMinor;
  }

  @Override
  public int compareTo(KubeVersion other) {
    return Integer.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return "1." + minor;
  }
}
