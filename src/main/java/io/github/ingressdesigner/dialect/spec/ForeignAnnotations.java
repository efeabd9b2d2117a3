package io.github.ingressdesigner.graph;

import io.github.ingressdesigner.model.ObjectMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Annotations that change where a request goes or what arrives there, as short labels: those with a
 * value first, then the switches.
 */
final class RoutingChips {
  private static final Set<String> DOMAINS =
      Set.of(
          "nginx.ingress.kubernetes.io",
          "nginx.org",
          "haproxy.org",
          "haproxy-ingress.github.io",
          "ingress.kubernetes.io",
          "traefik.ingress.kubernetes.io",
          "konghq.com");

  /** Shown with their value: {@code rewrite-target: /$2}. */
  private static final Set<String> WITH_VALUE =
      Set.of(
          "rewrite-target",
          "rewrites",
          "path-rewrite",
          "app-root",
          "permanent-redirect",
          "temporal-redirect",
          "request-redirect",
          "server-alias",
          "upstream-vhost",
          "default-backend",
          "path-type",
          "path-regex",
          "methods",
          "router.middlewares",
          "router.priority",
          "router.pathmatcher",
          "rule-type",
          "regex-priority");

  /** Shown by their name where they are on, with "no" before it where they are off. */
  private static final Set<String> SWITCHES =
      Set.of(
          "ssl-redirect",
          "force-ssl-redirect",
          "from-to-www-redirect",
          "ssl-passthrough",
          "strip-path",
          "preserve-host");

  private static final int LONGEST_VALUE = 28;

  private RoutingChips() {}

  static List<String> of(ObjectMeta meta) {
    Map<String, String> annotations = meta.annotations();
    if (annotations.isEmpty()) {
      return List.of();
    }
    List<String> chips = new ArrayList<>();
    List<String> switches = new ArrayList<>();
    annotations.forEach(
        (key, value) -> {
          int slash = key.indexOf('/');
          if (slash > 0 && DOMAINS.contains(key.substring(0, slash))) {
            String name = key.substring(slash + 1);
            if (WITH_VALUE.contains(name)) {
              chips.add(name + ": " + shorten(value));
            } else {
              add(switches, key.substring(0, slash + 1), name, value, annotations);
            }
          }
        });
    chips.addAll(switches);
    return List.copyOf(chips);
  }

  private static void add(
      List<String> chips, String prefix, String name, String value, Map<String, String> all) {
    boolean on = value.equalsIgnoreCase("true");
    if (SWITCHES.contains(name)) {
      chips.add(on ? name : "no " + name);
    } else if (name.equals("use-regex") && on) {
      chips.add("regex");
    } else if (name.equals("canary") && on) {
      chips.add(canary(prefix, all));
    }
  }

  private static String canary(String prefix, Map<String, String> all) {
    String header = all.get(prefix + "canary-by-header");
    String cookie = all.get(prefix + "canary-by-cookie");
    String weight = all.get(prefix + "canary-weight");
    if (header != null) {
      return "canary: header " + shorten(header);
    }
    if (cookie != null) {
      return "canary: cookie " + shorten(cookie);
    }
    return weight == null ? "canary" : "canary: " + shorten(weight) + " %";
  }

  private static String shorten(String value) {
    String line = value.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE - 1) + "…";
  }
}
