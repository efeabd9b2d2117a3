package io.github.ingressdesigner.dialect.haproxyingress;

import io.github.ingressdesigner.dialect.common.RegexFlavor;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import io.github.ingressdesigner.model.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Hosts that are redirected to the host of an Ingress (buildHostRedirect of annotations/host.go).
 * Hosts are worked through in the order of a Go map, so of several that want the same source any
 * one may get it.
 */
final class RedirectFrom {
  /**
   * A host that wants the source; empty for rules without host, which redirect nothing.
   *
   * @param at the annotation
   */
  record Wanted(String host, Location at) {}

  /** An expression, and who wants it. */
  private record Pattern(String text, RouteRegex regex, List<Wanted> wanted) {}

  private final Map<String, List<Wanted>> exact = new LinkedHashMap<>();
  private final List<Pattern> patterns = new ArrayList<>();

  RedirectFrom(Collection<Host> hosts) {
    Map<String, List<Wanted>> expressions = new LinkedHashMap<>();
    for (Host host : hosts) {
      if (host.annotations.isEmpty() || host.targets().isEmpty()) {
        continue;
      }
      Optional.ofNullable(host.annotations.get("redirect-from"))
          .map(value -> value.strip().toLowerCase(Locale.ROOT))
          .ifPresent(
              source -> {
                boolean wildcard = source.startsWith("*.");
                String key =
                    wildcard ? "^[^.]+" + MapEntry.quoted(source.substring(1)) + "$" : source;
                (wildcard ? expressions : exact)
                    .computeIfAbsent(key, k -> new ArrayList<>())
                    .add(new Wanted(host.name, host.places.get("redirect-from")));
              });
      Optional.ofNullable(host.annotations.get("redirect-from-regex"))
          .ifPresent(
              source ->
                  expressions
                      .computeIfAbsent(source.toLowerCase(Locale.ROOT), k -> new ArrayList<>())
                      .add(new Wanted(host.name, host.places.get("redirect-from-regex"))));
    }
    expressions.forEach(
        (text, wanted) -> {
          if (RegexFlavor.PCRE.compile(text, false)
              instanceof RegexFlavor.Result.Compiled(RouteRegex regex)) {
            patterns.add(new Pattern(text, regex, wanted));
          }
        });
    patterns.sort(
        Comparator.comparingInt((Pattern p) -> -p.text().length()).thenComparing(Pattern::text));
  }

  /** Who wants requests for this host; more than one: chance decides. */
  List<Wanted> find(String host) {
    List<Wanted> found = exact.get(host);
    if (found != null) {
      return found;
    }
    for (Pattern pattern : patterns) {
      if (pattern.regex().finds(host)) {
        return pattern.wanted();
      }
    }
    return List.of();
  }

  boolean isEmpty() {
    return exact.isEmpty() && patterns.isEmpty();
  }
}
