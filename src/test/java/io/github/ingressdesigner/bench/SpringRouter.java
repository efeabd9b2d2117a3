package io.github.ingressdesigner.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Spring's path patterns, sorted, the first match wins, as WebFlux does it; one list for a host.
 */
final class SpringRouter {
  private final Map<String, List<PathPattern>> hosts;

  private SpringRouter(Map<String, List<PathPattern>> hosts) {
    this.hosts = hosts;
  }

  static SpringRouter of(List<RouterPaths.Path> paths) {
    PathPatternParser parser = new PathPatternParser();
    Map<String, List<PathPattern>> hosts = new HashMap<>();
    for (RouterPaths.Path path : paths) {
      String pattern = path.isPrefix() ? path.path() + "/**" : path.path();
      hosts.computeIfAbsent(path.host(), host -> new ArrayList<>()).add(parser.parse(pattern));
    }
    hosts.values().forEach(Collections::sort);
    return new SpringRouter(hosts);
  }

  @Nullable PathPattern find(String host, PathContainer path) {
    for (PathPattern pattern : hosts.getOrDefault(host, List.of())) {
      if (pattern.matches(path)) {
        return pattern;
      }
    }
    return null;
  }

  static PathContainer request(RouterPaths.Asked asked) {
    return PathContainer.parsePath(asked.path());
  }
}
