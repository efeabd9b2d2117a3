package io.github.ingressdesigner.dialect.nginx;

import io.github.ingressdesigner.dialect.common.OrderedPaths;
import io.github.ingressdesigner.dialect.common.PathTest;
import io.github.ingressdesigner.dialect.common.RegexFlavor;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The locations of one server and how NGINX picks one (ngx_http_core_find_location): the equal one;
 * a redirect that adds the slash of a location one letter longer; the first expression that
 * matches, in their order; the longest prefix.
 *
 * @param <T> the controller's own kind of route
 */
public final class Locations<T> {
  /** Of two locations that add the same slash, the exact one does. */
  private static final int SLASH_OF_EXACT = 1;

  private static final int SLASH_OF_PREFIX = 2;
  private static final int REGEX = 3;
  private static final int PREFIX = 1 << 26;

  /** So many are compared with each other rather than put into a table. */
  private static final int FEW = 16;

  /**
   * What was picked.
   *
   * @param addsSlash whether NGINX answers 301 to the same path with a slash, before the location
   *     is entered
   */
  public record Pick<T>(Location<T> location, boolean addsSlash) {}

  private final List<Location<T>> all;
  private final Map<Location<T>, RouteRegex> expressions;
  private final Optional<String> rejection;
  private @Nullable OrderedPaths<Pick<T>> paths;

  private Locations(
      List<Location<T>> all, Map<Location<T>, RouteRegex> expressions, Optional<String> rejection) {
    this.all = Collections.unmodifiableList(all);
    this.expressions = expressions;
    this.rejection = rejection;
  }

  /**
   * @param all in the order of the configuration; not changed any more
   */
  public static <T> Locations<T> of(List<Location<T>> all) {
    Map<Location<T>, RouteRegex> compiled = new IdentityHashMap<>();
    Optional<String> problem = Optional.empty();
    for (Location<T> location : all) {
      if (location.modifier().isRegex()) {
        if (problem.isEmpty() && ConfigWord.breaks(location.text())) {
          problem = Optional.of("NGINX reads a quote too early in " + location.text() + ".");
        }
        switch (compile(location)) {
          case RegexFlavor.Result.Compiled(RouteRegex regex) -> compiled.put(location, regex);
          case RegexFlavor.Result.Refused(String reason) ->
              problem = problem.isPresent() ? problem : Optional.of(reason);
        }
      }
    }
    return new Locations<>(all, compiled, problem.isPresent() ? problem : firstTwice(all));
  }

  /**
   * Locations without expressions of which it is known whether one stands twice.
   *
   * @param twice the text of one that does
   */
  public static <T> Locations<T> ofUnequal(List<Location<T>> all, Optional<String> twice) {
    return new Locations<>(all, Map.of(), twice.map(Locations::twice));
  }

  private static RegexFlavor.Result compile(Location<?> location) {
    boolean ignoreCase = location.modifier() == Location.Modifier.REGEX_NO_CASE;
    return RegexFlavor.PCRE.compile(ConfigWord.read(location.text()), ignoreCase);
  }

  /** Made for the first request, since most servers of a text being typed are never asked. */
  private OrderedPaths<Pick<T>> paths() {
    OrderedPaths<Pick<T>> known = paths;
    if (known == null) {
      known = build();
      paths = known;
    }
    return known;
  }

  private OrderedPaths<Pick<T>> build() {
    Set<String> prefixes = new HashSet<>();
    for (Location<T> location : all) {
      if (location.modifier() == Location.Modifier.PREFIX) {
        prefixes.add(location.bytes());
      }
    }
    OrderedPaths.Builder<Pick<T>> builder = OrderedPaths.builder();
    int order = 0;
    for (Location<T> location : all) {
      Pick<T> pick = new Pick<>(location, false);
      String bytes = location.bytes();
      switch (location.modifier()) {
        case EXACT -> builder.add(0, new PathTest.Whole(bytes), pick);
        case PREFIX -> builder.add(PREFIX - bytes.length(), new PathTest.Start(bytes), pick);
        case REGEX, REGEX_NO_CASE -> {
          RouteRegex regex = expressions.get(location);
          if (regex != null) {
            builder.add(REGEX + order++, new PathTest.Expression(regex, false), pick);
          }
          continue;
        }
      }
      // A prefix location of this very text is found before the longer one asks for its slash.
      if (location.proxied() && bytes.length() > 1 && bytes.endsWith("/")) {
        String shorter = bytes.substring(0, bytes.length() - 1);
        if (!prefixes.contains(shorter)) {
          int rank =
              location.modifier() == Location.Modifier.EXACT ? SLASH_OF_EXACT : SLASH_OF_PREFIX;
          builder.add(rank, new PathTest.Whole(shorter), new Pick<>(location, true));
        }
      }
    }
    return builder.build();
  }

  private static <T> Optional<String> firstTwice(List<Location<T>> all) {
    if (all.size() <= FEW) {
      for (int i = 1; i < all.size(); i++) {
        for (int k = 0; k < i; k++) {
          if (isSame(all.get(k), all.get(i))) {
            return Optional.of(twice(all.get(i).text()));
          }
        }
      }
      return Optional.empty();
    }
    Set<String> equal = HashSet.newHashSet(all.size());
    Set<String> prefixes = HashSet.newHashSet(all.size());
    for (Location<T> location : all) {
      boolean isNew =
          switch (location.modifier()) {
            case EXACT -> equal.add(location.text());
            case PREFIX -> prefixes.add(location.text());
            case REGEX, REGEX_NO_CASE -> true;
          };
      if (!isNew) {
        return Optional.of(twice(location.text()));
      }
    }
    return Optional.empty();
  }

  private static boolean isSame(Location<?> a, Location<?> b) {
    return a.modifier() == b.modifier() && !a.modifier().isRegex() && a.text().equals(b.text());
  }

  private static String twice(String text) {
    return "NGINX refuses the same location twice: " + text;
  }

  /**
   * The location of a normalised path, or null.
   *
   * @throws io.github.ingressdesigner.dialect.common.RegexStoppedException when an expression takes
   *     too long
   */
  public @Nullable Pick<T> find(String uri) {
    return paths().firstRoute(uri, pick -> true);
  }

  /** All in the order of the configuration. */
  public List<Location<T>> all() {
    return all;
  }

  /** Whether a location takes a path, were it alone. */
  public static <T> boolean takes(Location<T> location, String uri) {
    return switch (location.modifier()) {
      case EXACT -> uri.equals(location.bytes());
      case PREFIX -> uri.startsWith(location.bytes());
      case REGEX, REGEX_NO_CASE ->
          compile(location) instanceof RegexFlavor.Result.Compiled(RouteRegex regex)
              && regex.finds(uri);
    };
  }

  /** Why NGINX refuses these locations: one twice, or an expression that cannot be read. */
  public Optional<String> rejection() {
    return rejection;
  }
}
