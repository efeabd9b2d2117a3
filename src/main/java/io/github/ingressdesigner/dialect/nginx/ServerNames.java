package io.github.ingressdesigner.dialect.nginx;

import io.github.ingressdesigner.dialect.common.RegexFlavor;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which server a host belongs to (ngx_http_find_virtual_server): an equal name, the longest
 * wildcard in front ({@code *.x}, any number of labels), the longest wildcard behind ({@code x.*}),
 * the first expression in the order of the configuration.
 *
 * @param <S> what a server is
 */
public final class ServerNames<S> {
  private record Pattern<S>(String text, RouteRegex regex, S server) {}

  private final Map<String, S> exact = new HashMap<>();
  private final Map<String, S> front = new HashMap<>();
  private final Map<String, S> behind = new HashMap<>();
  private final List<Pattern<S>> patterns = new ArrayList<>();
  private Optional<String> rejection = Optional.empty();

  /**
   * Adds a name in the order of the configuration; of equal names the first server keeps it.
   *
   * @param name as server_name writes it: a name, {@code *.x}, {@code x.*}, {@code ~expression}
   */
  public void add(String name, S server) {
    if (name.startsWith("~")) {
      switch (RegexFlavor.PCRE.compile(name.substring(1), true)) {
        case RegexFlavor.Result.Compiled(RouteRegex regex) ->
            patterns.add(new Pattern<>(name, regex, server));
        case RegexFlavor.Result.Refused(String reason) ->
            rejection = rejection.or(() -> Optional.of(reason));
      }
    } else if (isBadWildcard(name)) {
      rejection = rejection.or(() -> Optional.of("NGINX refuses the server name " + name + "."));
    } else if (name.startsWith("*.")) {
      front.putIfAbsent(name.substring(2), server);
    } else if (name.endsWith(".*")) {
      behind.putIfAbsent(name.substring(0, name.length() - 2), server);
    } else {
      exact.putIfAbsent(name, server);
    }
  }

  /**
   * The server of a host, or null.
   *
   * @param host in lower case
   */
  public @Nullable S find(String host) {
    S server = exact.get(host);
    if (server != null) {
      return server;
    }
    if (!front.isEmpty()) {
      for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
        server = front.get(host.substring(dot + 1));
        if (server != null) {
          return server;
        }
      }
    }
    if (!behind.isEmpty()) {
      for (int dot = host.lastIndexOf('.'); dot > 0; dot = host.lastIndexOf('.', dot - 1)) {
        server = behind.get(host.substring(0, dot));
        if (server != null) {
          return server;
        }
      }
    }
    for (Pattern<S> pattern : patterns) {
      if (pattern.regex().finds(host)) {
        return pattern.server();
      }
    }
    return null;
  }

  /** A star may stand for the first or the last labels only. */
  private static boolean isBadWildcard(String name) {
    int star = name.indexOf('*');
    boolean front = name.startsWith("*.") && name.lastIndexOf('*') == 0;
    boolean behind = name.endsWith(".*") && star == name.length() - 1;
    return star >= 0 && !front && !behind;
  }

  /** Why NGINX refuses a name. */
  public Optional<String> rejection() {
    return rejection;
  }
}
