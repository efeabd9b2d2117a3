package io.github.ingressdesigner.dialect.spec;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ObjectMeta;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.route.RouteTable.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Annotations by which some controller changes where a request goes or what arrives there: those
 * with a value first, then the switches. The specification gives them no meaning.
 */
final class ForeignAnnotations {
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

  private ForeignAnnotations() {}

  static List<Effect> of(ObjectMeta meta, ResourceId id) {
    Map<String, String> annotations = meta.annotations();
    if (annotations.isEmpty()) {
      return List.of();
    }
    List<Effect> values = new ArrayList<>();
    List<Effect> switches = new ArrayList<>();
    annotations.forEach(
        (key, value) -> {
          int slash = key.indexOf('/');
          if (slash > 0 && DOMAINS.contains(key.substring(0, slash))) {
            String name = key.substring(slash + 1);
            if (WITH_VALUE.contains(name)) {
              values.add(effect(id, key, name + ": " + shorten(value)));
            } else {
              label(key.substring(0, slash + 1), name, value, annotations)
                  .ifPresent(label -> switches.add(effect(id, key, label)));
            }
          }
        });
    values.addAll(switches);
    return values;
  }

  private static Effect effect(ResourceId id, String key, String label) {
    return new Effect(
        new Location(id, FieldPath.of("metadata", "annotations", key)),
        Location.of(id),
        label,
        "The specification gives " + key + " no meaning; its controller does.");
  }

  private static Optional<String> label(
      String prefix, String name, String value, Map<String, String> all) {
    boolean on = value.equalsIgnoreCase("true");
    if (SWITCHES.contains(name)) {
      return Optional.of(on ? name : "no " + name);
    }
    if (name.equals("use-regex") && on) {
      return Optional.of("regex");
    }
    return name.equals("canary") && on ? Optional.of(canary(prefix, all)) : Optional.empty();
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
