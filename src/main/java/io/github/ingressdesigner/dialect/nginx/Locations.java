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
    Set<String> known = new HashSet<>();
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
      if (!location.modifier().isRegex()) {
        if (!known.add(location.modifier() + location.text())) {
          problem =
              problem.or(
                  () -> Optional.of("NGINX refuses the same location twice: " + location.text()));
        }
        if (location.proxied() && bytes.length() > 1 && bytes.endsWith("/")) {
          builder.add(
              SLASH,
              new PathTest.Whole(bytes.substring(0, bytes.length() - 1)),
              new Pick<>(location, true));
        }
      }
    }
    this.paths = builder.build();
    this.rejection = problem;
  }

  /**
   * The location of a normalised path, or null.
   *
   * @throws io.github.ingressdesigner.dialect.common.RegexStoppedException when an expression takes
   *     too long
   */
  public @Nullable Pick<T> find(String uri) {
    OrderedPaths.Entry<Pick<T>> found = paths.first(uri, pick -> true);
    if (found == null || !found.route().addsSlash()) {
      return found == null ? null : found.route();
    }
    // A prefix location of this very text is found before the longer one asks for its slash.
    for (Location<T> location : all) {
      if (location.modifier() == Location.Modifier.PREFIX && location.bytes().equals(uri)) {
        return new Pick<>(location, false);
      }
    }
    return found.route();
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
