package io.github.ingressdesigner.dialect.spec;

import io.github.ingressdesigner.dialect.common.PathIndex;
import io.github.ingressdesigner.dialect.common.PathWords;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.route.Trace.Verdict;

/** What became of each path of the chosen host, in words. */
final class PathJudge {
  private static final String META = ".*+?()[]{}|^$\\";

  private final SpecPaths paths;
  private final String request;
  private final int winner;

  /**
   * @param winner the first winning candidate, or {@link SpecPaths#NONE}
   */
  PathJudge(SpecPaths paths, String request, int winner) {
    this.paths = paths;
    this.request = request;
    this.winner = winner;
  }

  Verdict verdict(int candidate) {
    for (int i = winner; i != SpecPaths.NONE; i = paths.twin(i)) {
      if (i == candidate) {
        return Verdict.WINS;
      }
    }
    return matches(candidate) ? Verdict.BEATEN : Verdict.NO_MATCH;
  }

  boolean matches(int candidate) {
    String text = paths.text(candidate);
    if (paths.type(candidate) == PathType.EXACT) {
      return text.equals(request);
    }
    String key = PathIndex.key(text);
    return text.startsWith("/")
        && request.startsWith(key)
        && (request.length() == key.length() || request.charAt(key.length()) == '/');
  }

  /**
   * Whether a controller that reads this path in its own way might take the request where we say
   * that it does not match: what stands before a sign of a regular expression begins the request.
   */
  boolean isOpen(int candidate) {
    if (!isOwnWay(paths.type(candidate)) || matches(candidate)) {
      return false;
    }
    String text = paths.text(candidate);
    int end = 0;
    while (end < text.length() && META.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return request.regionMatches(true, 0, text, 0, end);
  }

  /** Whether the specification leaves to the controller how such a path is read. */
  static boolean isOwnWay(PathType type) {
    return type != PathType.EXACT && type != PathType.PREFIX;
  }

  String reason(int candidate) {
    String text =
        switch (verdict(candidate)) {
          case WINS -> wins(candidate);
          case BEATEN -> fact(candidate) + ", but " + beater(candidate);
          case NO_MATCH ->
              paths.type(candidate) == PathType.EXACT
                  ? PathWords.notExact(paths.text(candidate), request)
                  : PathWords.notPrefix(paths.text(candidate), request);
        };
    boolean say = verdict(candidate) == Verdict.WINS || isOpen(candidate);
    return say ? text + ownWay(candidate) : text;
  }

  private String fact(int candidate) {
    return paths.type(candidate) == PathType.EXACT
        ? "The whole path is equal"
        : PathWords.prefix(paths.text(candidate));
  }

  private String wins(int candidate) {
    if (paths.twin(winner) != SpecPaths.NONE) {
      return fact(candidate)
          + "; the same path stands more than once, and nothing says which one answers.";
    }
    if (paths.type(candidate) == PathType.EXACT) {
      return fact(candidate) + ", and no path goes before an Exact one.";
    }
    String near = PathWords.nearMiss(paths.text(candidate));
    return fact(candidate)
        + ", and no longer path matches."
        + (near.isEmpty() || isOwnWay(paths.type(candidate))
            ? ""
            : " " + near + " would not match.");
  }

  private String beater(int candidate) {
    String mine = paths.text(candidate);
    String its = paths.text(winner);
    PathType type = paths.type(candidate);
    PathType winning = paths.type(winner);
    if (PathIndex.key(mine).equals(PathIndex.key(its)) && type != winning) {
      return winning.text() + " goes before " + name(type) + " at the same length.";
    }
    return its + " is longer.";
  }

  private static String name(PathType type) {
    return switch (type) {
      case ABSENT -> "a path without type";
      case UNKNOWN -> "an unknown type";
      case EXACT, PREFIX, IMPLEMENTATION_SPECIFIC -> type.text();
    };
  }

  private String ownWay(int candidate) {
    return switch (paths.type(candidate)) {
      case EXACT, PREFIX -> "";
      case IMPLEMENTATION_SPECIFIC ->
          " Each controller reads ImplementationSpecific its own way; here it counts as Prefix.";
      case ABSENT -> " It has no pathType, which the API server refuses; here it counts as Prefix.";
      case UNKNOWN ->
          " The API server refuses pathType "
              + paths.get(candidate).pathType().orElse("")
              + "; here it counts as Prefix.";
    };
  }
}
