package io.github.ingressdesigner.dialect.nginx;

import io.github.ingressdesigner.dialect.common.HostIndex;
import io.github.ingressdesigner.dialect.common.RegexFlavor;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** Names that {@code .name} took, even where it did not count after all. */
  private final Set<String> reserved = new HashSet<>();

  private final List<Pattern<S>> patterns = new ArrayList<>();
  private Optional<String> rejection = Optional.empty();

  /**
   * Adds a name in the order of the configuration; of equal names the first server keeps it.
   *
   * @param written as server_name writes it: a name, {@code *.x}, {@code .x} (the name and what is
   *     below it), {@code x.*}, {@code ~expression}
   */
  public void add(String written, S server) {
    if (written.startsWith("~")) {
      addExpression(written, server);
      return;
    }
    String name = HostIndex.lower(written);
    if (isBad(name)) {
      reject("NGINX refuses the server name " + name + ".");
    } else if (name.startsWith(".")) {
      addBoth(name.substring(1), server);
    } else if (name.startsWith("*.")) {
      front.putIfAbsent(name.substring(2), server);
    } else if (name.endsWith(".*")) {
      behind.putIfAbsent(name.substring(0, name.length() - 2), server);
    } else if (!reserved.contains(name)) {
      exact.putIfAbsent(name, server);
    }
  }

  /** The name and what is below it; nothing of it counts where the name is taken. */
  private void addBoth(String name, S server) {
    if (exact.containsKey(name) || !reserved.add(name)) {
      return;
    }
    if (front.putIfAbsent(name, server) == null) {
      exact.put(name, server);
    }
  }

  private void addExpression(String written, S server) {
    // A brace ends the word in which it stands and opens a block.
    int brace = written.indexOf('{');
    if (brace >= 0 && written.charAt(brace - 1) != '$') {
      reject("NGINX reads { in the server name " + written + " as the beginning of a block.");
      return;
    }
    switch (RegexFlavor.PCRE.compile(written.substring(1), true)) {
      case RegexFlavor.Result.Compiled(RouteRegex regex) ->
          patterns.add(new Pattern<>(written, regex, server));
      case RegexFlavor.Result.Refused(String reason) -> reject(reason);
    }
  }

  private void reject(String reason) {
    if (rejection.isEmpty()) {
      rejection = Optional.of(reason);
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
  private static boolean isBad(String name) {
    int star = name.indexOf('*');
    boolean front = name.startsWith("*.") && name.lastIndexOf('*') == 0;
    boolean behind = name.endsWith(".*") && star == name.length() - 1;
    return star >= 0 && !front && !behind || name.contains("..") || name.indexOf('{') >= 0;
  }

  /** Why NGINX refuses a name. */
  public Optional<String> rejection() {
    return rejection;
  }
}
