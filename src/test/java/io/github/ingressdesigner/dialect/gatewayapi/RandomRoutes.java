package io.github.ingressdesigner.dialect.gatewayapi;

import io.github.ingressdesigner.route.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A Gateway with HTTPRoutes that are close to each other, and requests that try them. */
final class RandomRoutes {
  private static final List<String> LISTENERS =
      List.of("", "", "", "", "'*.example.com'", "a.example.com", "'*.b.example.com'");
  private static final List<String> HOSTNAMES =
      List.of("a.example.com", "b.example.com", "'*.example.com'", "'*.b.example.com'", "x.test");
  private static final List<String> NAMES =
      List.of(
          "a.example.com",
          "a.example.com",
          "b.example.com",
          "c.example.com",
          "x.y.b.example.com",
          "A.EXAMPLE.com",
          "example.com",
          "x.test",
          "c_d.example.com",
          "a.example.com.");
  private static final List<String> PATHS =
      List.of("/", "/api", "/api/", "/api/v1", "/apiary", "/a.b", "/v1/x", "/v1", "/API", "/a%20b");
  private static final List<String> EXPRESSIONS =
      List.of(
          "/api/v[0-9]+", "/a.b", "/(v1|v2)/.*", "/[a-z]+", "/api(/.*)?", "/.*", "(?i)/api", "v1");
  private static final List<String> VALUES = List.of("0", "1", "1,2", "a b");

  private final Random random;
  private int services;

  RandomRoutes(long seed) {
    random = new Random(seed);
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private boolean oneOf(int many) {
    return random.nextInt(many) == 0;
  }

  String manifest() {
    StringBuilder yaml = new StringBuilder();
    yaml.append("apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: g}\n");
    yaml.append("spec:\n  gatewayClassName: c\n  listeners:\n");
    int listeners = 1 + random.nextInt(4);
    for (int i = 0; i < listeners; i++) {
      String hostname = any(LISTENERS);
      yaml.append("  - {name: l%d, protocol: HTTP, port: %s".formatted(i, oneOf(4) ? 8080 : 80));
      yaml.append(hostname.isEmpty() ? "}\n" : ", hostname: " + hostname + "}\n");
    }
    yaml.append("---\napiVersion: v1\nkind: Service\nmetadata:\n  name: idle\n");
    yaml.append("  annotations: {route-tester/ready-endpoints: '0'}\n");
    yaml.append("spec: {ports: [{port: 80}]}\n");
    services = 1 + random.nextInt(6);
    for (int i = 0; i < services; i++) {
      yaml.append("---\napiVersion: v1\nkind: Service\nmetadata: {name: s%d}\n".formatted(i));
      yaml.append("spec: {ports: [{port: 80}]}\n");
    }
    for (int r = 0; r < 2 + random.nextInt(5); r++) {
      route(yaml, r, any(List.of("{name: g}", "{name: g}", "{name: g, sectionName: l0}")));
    }
    return yaml.toString();
  }

  private void route(StringBuilder yaml, int number, String parent) {
    yaml.append("---\napiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata:\n");
    yaml.append("  name: r").append(number).append('\n');
    if (oneOf(2)) {
      yaml.append("  creationTimestamp: '2026-01-0%dT00:00:00Z'\n".formatted(random.nextInt(9)));
    }
    yaml.append("spec:\n  parentRefs: [").append(parent).append("]\n");
    if (oneOf(2)) {
      yaml.append("  hostnames: [").append(any(HOSTNAMES));
      yaml.append(oneOf(4) ? ", " + any(HOSTNAMES) : "").append("]\n");
    }
    yaml.append("  rules:\n");
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      rule(yaml);
    }
  }

  private void rule(StringBuilder yaml) {
    List<String> matches = new ArrayList<>();
    for (int m = 0; m < 1 + random.nextInt(2); m++) {
      matches.add(match());
    }
    boolean prefix = matches.size() == 1 && matches.getFirst().contains("type: PathPrefix");
    yaml.append("  - matches: [").append(String.join(", ", matches)).append("]\n");
    int kind = random.nextInt(6);
    if (kind == 0) {
      yaml.append("    filters: [{type: RequestRedirect, requestRedirect: {");
      yaml.append(redirect(prefix)).append("}}]\n");
      return;
    }
    if (kind == 1) {
      String host = oneOf(2) ? "hostname: new.test" : "";
      String path = oneOf(3) ? "" : path(prefix);
      String both = host + (host.isEmpty() || path.isEmpty() ? "" : ", ") + path;
      yaml.append("    filters: [{type: URLRewrite, urlRewrite: {").append(both).append("}}]\n");
    }
    List<String> backends = new ArrayList<>();
    for (int i = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(3); i > 0; i--) {
      String name = oneOf(12) ? "idle" : oneOf(12) ? "missing" : "s" + random.nextInt(services);
      String weight = !oneOf(3) ? "" : ", weight: " + random.nextInt(3);
      backends.add("{name: %s, port: 80%s}".formatted(name, weight));
    }
    yaml.append("    backendRefs: ").append(backends).append('\n');
  }

  private String redirect(boolean prefix) {
    List<String> parts = new ArrayList<>();
    if (oneOf(2)) {
      parts.add("scheme: " + any(List.of("http", "https")));
    }
    if (oneOf(2)) {
      parts.add("hostname: to.test");
    }
    if (oneOf(3)) {
      parts.add("port: " + any(List.of(80, 443, 8443)));
    }
    if (oneOf(2)) {
      parts.add("statusCode: " + any(List.of(301, 302, 303, 307, 308)));
    }
    if (oneOf(2)) {
      parts.add(path(prefix));
    }
    return String.join(", ", parts);
  }

  private String path(boolean prefix) {
    String value = any(List.of("/", "/new", "/new/", "/n/e/w", ""));
    return prefix && !oneOf(3)
        ? "path: {type: ReplacePrefixMatch, replacePrefixMatch: '%s'}".formatted(value)
        : "path: {type: ReplaceFullPath, replaceFullPath: '%s'}"
            .formatted(value.isEmpty() ? "/full" : value);
  }

  private String match() {
    List<String> parts = new ArrayList<>();
    boolean expression = oneOf(5);
    String type =
        expression ? "RegularExpression" : any(List.of("Exact", "PathPrefix", "PathPrefix"));
    parts.add(
        "path: {type: %s, value: '%s'}"
            .formatted(type, expression ? any(EXPRESSIONS) : any(PATHS)));
    if (oneOf(4)) {
      parts.add("method: " + any(List.of("GET", "POST")));
    }
    if (oneOf(4)) {
      String second = oneOf(3) ? ", {name: x-v, value: other}" : "";
      second = oneOf(3) ? ", {name: Version, value: '1'}" : second;
      parts.add("headers: [{name: X-V, %s}%s]".formatted(value(), second));
    }
    if (oneOf(4)) {
      parts.add("queryParams: [{name: %s, %s}]".formatted(any(List.of("q", "Q")), value()));
    }
    return "{" + String.join(", ", parts) + "}";
  }

  private String value() {
    return oneOf(3)
        ? "type: RegularExpression, value: '%s'".formatted(any(List.of("[0-9]", ".+", "1.*")))
        : "value: '%s'".formatted(any(VALUES));
  }

  Request request(List<Integer> ports) {
    String path = any(PATHS);
    String near =
        switch (random.nextInt(9)) {
          case 0 -> path + "/more";
          case 1 -> path + "more";
          case 2 -> "/" + path;
          case 3 -> path + "/../x";
          case 4 -> path.replace("a", "%61");
          case 5 -> path + "/";
          case 6 -> path + "/v1/x";
          default -> path;
        };
    Map<String, List<String>> headers =
        switch (random.nextInt(4)) {
          case 0 -> Map.of("X-V", List.of(any(VALUES)));
          case 1 -> Map.of("x-v", List.of("1", "2"), "version", List.of("1"));
          case 2 -> Map.of("Version", List.of(any(VALUES)), "X-v", List.of("1"));
          default -> Map.of();
        };
    String query =
        any(List.of("", "", "?q=1", "?q=0&q=1", "?Q=1&q", "?q=%31", "?q=1%2C2", "?a=&q=1"));
    String name = oneOf(2) ? any(NAMES.subList(0, 4)) : any(NAMES);
    int port = any(ports);
    String url = "http://" + name + (port == 80 ? "" : ":" + port) + near + query;
    return Request.literal(any(List.of("GET", "GET", "POST", "PUT")), url, headers);
  }
}
