package io.github.ingressdesigner.dialect.common;

/**
 * How a route compares a path. The path has been normalised before, as its controller does it; the
 * text of the test is taken as it is.
 */
public sealed interface PathTest {
  /**
   * Whether this test takes the path.
   *
   * @throws RegexStoppedException when an expression takes too long
   */
  boolean takes(String path);

  /** Equal to it. */
  record Whole(String path) implements PathTest {
    @Override
    public boolean takes(String other) {
      return other.equals(path);
    }
  }

  /**
   * Equal to it, or below it by whole elements: {@code /api} takes {@code /api/v1}, not {@code
   * /apiary}. One slash at the end of the prefix does not count; {@code /} takes everything.
   */
  record Elements(String prefix) implements PathTest {
    @Override
    public boolean takes(String path) {
      int length = prefix.endsWith("/") ? prefix.length() - 1 : prefix.length();
      return path.regionMatches(0, prefix, 0, length)
          && (path.length() == length || path.length() > length && path.charAt(length) == '/');
    }
  }

  /** Starts with it, letter by letter. */
  record Start(String prefix) implements PathTest {
    @Override
    public boolean takes(String path) {
      return path.startsWith(prefix);
    }
  }

  /**
   * A regular expression.
   *
   * @param whole whether it must match the whole path; else it is searched for
   */
  record Expression(RouteRegex regex, boolean whole) implements PathTest {
    @Override
    public boolean takes(String path) {
      return whole ? regex.matches(path) : regex.finds(path);
    }
  }

  /** Every path. */
  record Every() implements PathTest {
    @Override
    public boolean takes(String path) {
      return true;
    }
  }
}
