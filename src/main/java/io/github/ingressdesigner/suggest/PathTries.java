package io.github.ingressdesigner.suggest;

import io.github.ingressdesigner.compare.ShortestPath;
import io.github.ingressdesigner.route.Facets;
import io.github.ingressdesigner.route.Facets.HostFacet;
import io.github.ingressdesigner.route.Facets.HostKind;
import io.github.ingressdesigner.route.Facets.PathFacet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths to try for a path as it is written. */
final class PathTries {
  /**
   * @param words what is tried, for people
   */
  record Try(String path, String words) {}

  /** Expressions of one host that are looked into: each costs an automaton. */
  private static final int MOST_PATTERNS = 40;

  /** Up to the first character that means something in an expression. */
  private static final Pattern LITERAL = Pattern.compile("[^\\\\.*+?()\\[\\]{}|^$]*");

  private final String written;
  private final String bare;
  private final List<String> examples;

  private PathTries(String written, String bare, List<String> examples) {
    this.written = written;
    this.bare = bare;
    this.examples = examples;
  }

  /**
   * @param host pattern as written
   * @param path as written; may be empty
   */
  static PathTries of(Facets facets, String host, String path) {
    String written = path.startsWith("/") ? path : "/" + path;
    Matcher literal = LITERAL.matcher(written);
    boolean plain = literal.matches();
    String start = plain ? written : literal.lookingAt() ? literal.group() : "/";
    String bare = start.length() > 1 && start.endsWith("/") ? start.replaceAll("/+$", "") : start;
    return new PathTries(written, bare.isEmpty() ? "/" : bare, examples(facets, host, written));
  }

  /** The nearest to the path as it is written come first. */
  private static List<String> examples(Facets facets, String host, String written) {
    List<PathFacet.Pattern> patterns = new ArrayList<>();
    for (HostFacet facet : facets.hosts()) {
      if (facet.kind() == HostKind.ANY || host.endsWith(facet.pattern())) {
        for (PathFacet path : facet.paths()) {
          if (path instanceof PathFacet.Pattern pattern) {
            patterns.add(pattern);
          }
        }
      }
    }
    Comparator<PathFacet.Pattern> near =
        Comparator.comparingInt(pattern -> pattern.text().contains(written) ? 0 : 1);
    return patterns.stream()
        .sorted(near.thenComparing(PathFacet.Pattern::text))
        .limit(MOST_PATTERNS)
        .map(ShortestPath::of)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private String below(String path, String more) {
    return path.endsWith("/") ? path + more : path + "/" + more;
  }

  /** Likely to reach it, the plainest first. */
  List<Try> hits() {
    List<Try> tries = new ArrayList<>();
    tries.add(new Try(written, "The path itself"));
    examples.forEach(example -> tries.add(new Try(example, "The shortest path that it takes")));
    tries.add(new Try(below(bare, "x"), "Below the path"));
    tries.add(new Try(below(bare, "x/y"), "Two elements below the path"));
    tries.add(new Try(below(bare, ""), "With a slash at its end"));
    tries.add(new Try(bare, "Without a slash at its end"));
    tries.add(new Try(bare + "x", "One character behind the path"));
    tries.add(new Try(escaped(written), "The path with its special characters encoded"));
    tries.add(new Try(escaped(written) + "/x", "Below the path, its special characters encoded"));
    return tries;
  }

  /** What is no letter, digit, slash or plain mark stands as its bytes; so do percent signs. */
  private static String escaped(String path) {
    StringBuilder out = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "/-._~".indexOf(c) >= 0);
      out.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return out.toString();
  }

  /** Likely to miss it though they look alike, the most telling first. */
  List<Try> nearMisses() {
    List<Try> tries = new ArrayList<>();
    if (bare.length() > 1) {
      tries.add(new Try(bare + "x", "One character behind the path"));
      tries.add(new Try(below(bare, "x"), "Below the path"));
      tries.add(new Try(bare.substring(0, bare.length() - 1), "One character short of it"));
      int slash = bare.lastIndexOf('/');
      tries.add(new Try(slash > 0 ? bare.substring(0, slash) : "/", "Without its last element"));
    } else {
      tries.add(new Try("/x", "Below the path"));
    }
    return tries;
  }

  /** Borders at which controllers differ. */
  List<Try> boundaries() {
    List<Try> tries = new ArrayList<>();
    if (bare.length() > 1) {
      tries.add(new Try(bare + "/", "With a slash at its end"));
      tries.add(new Try(bare, "Without a slash at its end"));
      tries.add(new Try(otherCase(bare), "In the other case"));
      tries.add(new Try(encoded(bare), "With an encoded character"));
      tries.add(new Try("/" + bare, "With a doubled slash"));
      tries.add(new Try("/x/.." + bare, "With a dot element"));
      tries.add(new Try(bare + "//x", "With an empty element behind it"));
      tries.add(new Try(bare + "%2Fx", "With an encoded slash behind it"));
    } else {
      tries.add(new Try("//", "With a doubled slash"));
      tries.add(new Try("/x/..", "With a dot element"));
    }
    return tries;
  }

  private static String otherCase(String path) {
    String upper = path.toUpperCase(Locale.ROOT);
    return upper.equals(path) ? path.toLowerCase(Locale.ROOT) : upper;
  }

  /** The first letter, which may be written so without meaning anything else. */
  private static String encoded(String path) {
    for (int i = 1; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c < 128 && Character.isLetterOrDigit(c)) {
        return path.substring(0, i)
            + "%"
            + Integer.toHexString(c).toUpperCase(Locale.ROOT)
            + path.substring(i + 1);
      }
    }
    return path;
  }
}
