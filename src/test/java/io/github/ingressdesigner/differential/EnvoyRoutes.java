package io.github.ingressdesigner.differential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The virtual hosts of one listener, as a controller would hand them to Envoy. Where a route would
 * forward to a Service, it forwards to an echo, with its name in a header.
 */
public final class EnvoyRoutes {
  static final String ECHO = "echo";
  static final String FAILING = "failing";
  static final String WITHOUT_ENDPOINTS = "without-endpoints";

  private final List<Object> hosts = new ArrayList<>();

  /**
   * Adds a virtual host.
   *
   * @param domain {@code *} for every host
   * @param routes in the order in which they are asked
   */
  public void add(String domain, List<Map<String, Object>> routes) {
    hosts.add(
        Map.of(
            "name", "v" + hosts.size(), "domains", List.of(domain), "routes", List.copyOf(routes)));
  }

  /** A route that forwards. */
  public static Map<String, Object> forward(
      String name, Map<String, Object> match, Map<String, Object> more) {
    return forwardTo(ECHO, name, match, more);
  }

  /** A route to a Service without endpoints. */
  public static Map<String, Object> forwardToNone(String name, Map<String, Object> match) {
    return forwardTo(WITHOUT_ENDPOINTS, name, match, Map.of());
  }

  private static Map<String, Object> forwardTo(
      String cluster, String name, Map<String, Object> match, Map<String, Object> more) {
    Map<String, Object> action = new LinkedHashMap<>(more);
    action.put("cluster", cluster);
    return Map.of("match", match, "route", action, "request_headers_to_add", named(name));
  }

  /** A part of a route that shares its requests. */
  public record Share(String name, int weight, Kind kind) {
    /** What becomes of the share. */
    public enum Kind {
      FORWARDED,
      FAILING,
      WITHOUT_ENDPOINTS
    }
  }

  /** A route that shares its requests between several. */
  public static Map<String, Object> shared(
      List<Share> shares, Map<String, Object> match, Map<String, Object> more) {
    List<Object> clusters = new ArrayList<>();
    for (Share share : shares) {
      String cluster =
          switch (share.kind()) {
            case FORWARDED -> ECHO;
            case FAILING -> FAILING;
            case WITHOUT_ENDPOINTS -> WITHOUT_ENDPOINTS;
          };
      clusters.add(
          Map.of(
              "name",
              cluster,
              "weight",
              share.weight(),
              "request_headers_to_add",
              named(share.name())));
    }
    Map<String, Object> action = new LinkedHashMap<>(more);
    action.put("weighted_clusters", Map.of("clusters", clusters));
    return Map.of("match", match, "route", action);
  }

  /** A route that redirects. */
  public static Map<String, Object> redirect(Map<String, Object> match, Map<String, Object> how) {
    return Map.of("match", match, "redirect", how);
  }

  /** A route that answers by itself. */
  public static Map<String, Object> answer(Map<String, Object> match, int status) {
    return Map.of("match", match, "direct_response", Map.of("status", status));
  }

  /** A value that must match as a whole. */
  public static Map<String, Object> regex(String expression) {
    return Map.of("regex", expression);
  }

  private static List<Object> named(String name) {
    return List.of(
        Map.of(
            "header",
            Map.of("key", "x-route", "value", name),
            "append_action",
            "OVERWRITE_IF_EXISTS_OR_ADD"));
  }

  Map<String, Object> asConfig() {
    return Map.of("name", "r", "ignore_port_in_host_matching", true, "virtual_hosts", hosts);
  }
}
