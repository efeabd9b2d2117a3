package io.github.ingressdesigner.dialect.nginx;

import io.github.ingressdesigner.dialect.common.OrderedPaths;
import io.github.ingressdesigner.dialect.common.PathTest;
import io.github.ingressdesigner.dialect.common.RegexFlavor;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import java.util.HashSet;
import java.util.List;
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
  private static final int SLASH = 1;
  private static final int REGEX = 2;
  private static final int PREFIX = 1 << 26;

  /**
   * What was picked.
   *
   * @param addsSlash whether NGINX answers 301 to the same path with a slash, before the location
   *     is entered
   */
  public record Pick<T>(Location<T> location, boolean addsSlash) {}

  private final List<Location<T>> all;
  private final OrderedPaths<Pick<T>> paths;
  private final Optional<String> rejection;

  /**
   * @param all in the order of the configuration
   */
  public Locations(List<Location<T>> all) {
    this.all = List.copyOf(all);
    OrderedPaths.Builder<Pick<T>> builder = OrderedPaths.builder();
    Set<String> equal = new HashSet<>();
    Set<String> prefixes = new HashSet<>();
    boolean hasOpenPrefix = false;
    for (Location<T> location : this.all) {
      if (location.modifier() == Location.Modifier.PREFIX) {
        prefixes.add(location.bytes());
        hasOpenPrefix |= !location.text().endsWith("/");
      }
    }
    int prefixCount = 0;
    Optional<String> problem = Optional.empty();
    int expressions = 0;
    for (Location<T> location : this.all) {
      Pick<T> pick = new Pick<>(location, false);
      String bytes = location.bytes();
      switch (location.modifier()) {
        case EXACT -> builder.add(0, new PathTest.Whole(bytes), pick);
        case PREFIX -> builder.add(PREFIX - bytes.length(), new PathTest.Start(bytes), pick);
        case REGEX, REGEX_NO_CASE -> {
          boolean ignoreCase = location.modifier() == Location.Modifier.REGEX_NO_CASE;
          switch (RegexFlavor.PCRE.compile(location.text(), ignoreCase)) {
            case RegexFlavor.Result.Compiled(RouteRegex regex) ->
                builder.add(REGEX + expressions++, new PathTest.Expression(regex, false), pick);
            case RegexFlavor.Result.Refused(String reason) ->
                problem = problem.or(() -> Optional.of(reason));
          }
        }
      }
      if (location.modifier().isRegex()) {
        continue;
      }
      boolean isPrefix = location.modifier() == Location.Modifier.PREFIX;
      prefixCount += isPrefix ? 1 : 0;
      if (!isPrefix && !equal.add(bytes)) {
        problem = problem.or(() -> Optional.of(twice(location)));
      }
      // A prefix location of this very text is found before the longer one asks for its slash.
      if (location.proxied() && bytes.length() > 1 && bytes.endsWith("/")) {
        String shorter = bytes.substring(0, bytes.length() - 1);
        boolean isPossible = hasOpenPrefix || shorter.endsWith("/");
        if (!isPossible || !prefixes.contains(shorter)) {
          builder.add(SLASH, new PathTest.Whole(shorter), new Pick<>(location, true));
        }
      }
    }
    if (prefixCount > prefixes.size()) {
      Optional<String> found = problem;
      problem = found.or(() -> firstTwice(this.all));
    }
    this.paths = builder.build();
    this.rejection = problem;
  }

  private static <T> Optional<String> firstTwice(List<Location<T>> all) {
    Set<String> seen = new HashSet<>();
    return all.stream()
        .filter(l -> l.modifier() == Location.Modifier.PREFIX && !seen.add(l.bytes()))
        .findFirst()
        .map(Locations::twice);
  }

  private static String twice(Location<?> location) {
    return "NGINX refuses the same location twice: " + location.text();
  }

  /**
   * The location of a normalised path, or null.
   *
   * @throws io.github.ingressdesigner.dialect.common.RegexStoppedException when an expression takes
   *     too long
   */
  public @Nullable Pick<T> find(String uri) {
    OrderedPaths.Entry<Pick<T>> found = paths.first(uri, pick -> true);
    return found == null ? null : found.route();
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
          RegexFlavor.PCRE.compile(
                      location.text(), location.modifier() == Location.Modifier.REGEX_NO_CASE)
                  instanceof RegexFlavor.Result.Compiled(RouteRegex regex)
              && regex.finds(uri);
    };
  }

  /** Why NGINX refuses these locations: one twice, or an expression that cannot be read. */
  public Optional<String> rejection() {
    return rejection;
  }
}
