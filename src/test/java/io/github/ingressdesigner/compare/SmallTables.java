package io.github.ingressdesigner.compare;

import io.github.ingressdesigner.dialect.Manifests;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Small sets of Ingresses over few hosts, letters and annotations, so that rules meet often, and
 * all requests over the same letters.
 */
final class SmallTables {
  private static final List<String> HOSTS = List.of("a.x", "a.x", "b.x", "*.x", "");
  private static final List<String> NAMES = List.of("a.x", "b.x", "c.x", "d.c.x", "q");
  private static final List<String> TYPES =
      List.of("Exact", "Prefix", "Prefix", "ImplementationSpecific");
  private static final List<String> REGEXES =
      List.of("/a(/|$)(.*)", "/[ab]+$", "/b.*", "/a/?(b)", "/(a|bb)/");

  private static final String LETTERS = "abA/";

  /** For several controllers; those that one does not know have no effect there. */
  private static final List<List<String>> ANNOTATIONS =
      List.of(
          List.of(),
          List.of(),
          List.of(),
          List.of("nginx.ingress.kubernetes.io/use-regex: \"true\""),
          List.of("nginx.ingress.kubernetes.io/rewrite-target: /b"),
          List.of(
              "nginx.ingress.kubernetes.io/use-regex: \"true\"",
              "nginx.ingress.kubernetes.io/rewrite-target: /$2"),
          List.of("nginx.ingress.kubernetes.io/force-ssl-redirect: \"true\""),
          List.of("nginx.ingress.kubernetes.io/app-root: /a"),
          List.of(
              "nginx.ingress.kubernetes.io/canary: \"true\"",
              "nginx.ingress.kubernetes.io/canary-by-header: x-c"),
          List.of("haproxy.org/path-rewrite: /b"),
          List.of("haproxy-ingress.github.io/path-type: begin"),
          List.of("haproxy-ingress.github.io/path-type: regex"),
          List.of("haproxy-ingress.github.io/rewrite-target: /b"),
          List.of("ingress.kubernetes.io/force-ssl-redirect: \"true\""),
          List.of("konghq.com/strip-path: \"true\""),
          List.of("konghq.com/methods: POST"),
          List.of("traefik.ingress.kubernetes.io/router.priority: \"5\""),
          List.of("traefik.ingress.kubernetes.io/router.pathmatcher: Path"));

  private static final List<Map<String, List<String>>> HEADERS =
      List.of(Map.of(), Map.of("X-C", List.of("always")), Map.of("x-c", List.of("never")));

  private final Random random;

  SmallTables(long seed) {
    random = new Random(seed);
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  Resources resources() {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i <= random.nextInt(3); i++) {
      ingress(i, yaml);
    }
    return Manifests.read(yaml.toString());
  }

  private void ingress(int number, StringBuilder yaml) {
    yaml.append("---\napiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: i")
        .append(number)
        .append('\n');
    List<String> annotations = any(ANNOTATIONS);
    if (!annotations.isEmpty()) {
      yaml.append("  annotations:\n");
      annotations.forEach(line -> yaml.append("    ").append(line).append('\n'));
    }
    yaml.append("spec:\n");
    if (random.nextInt(4) == 0) {
      yaml.append("  defaultBackend: {service: {name: d, port: {number: 80}}}\n");
    }
    if (random.nextInt(5) == 0) {
      yaml.append("  tls: [{hosts: [a.x], secretName: s}]\n");
    }
    yaml.append("  rules:\n");
    for (int j = 0; j <= random.nextInt(3); j++) {
      String host = any(HOSTS);
      yaml.append("  - http:\n      paths:\n");
      for (int k = 0; k <= random.nextInt(3); k++) {
        String type = any(TYPES);
        yaml.append("      - path: ")
            .append(type.startsWith("Impl") && random.nextInt(3) == 0 ? any(REGEXES) : path())
            .append("\n        pathType: ")
            .append(type)
            .append("\n        backend: {service: {name: s")
            .append(random.nextInt(3))
            .append(", port: {number: 80}}}\n");
      }
      if (!host.isEmpty()) {
        yaml.append("    host: \"").append(host).append("\"\n");
      }
    }
  }

  private String path() {
    StringBuilder path = new StringBuilder("/");
    int length = random.nextInt(4);
    while (path.length() <= length) {
      boolean slash = path.charAt(path.length() - 1) == '/';
      path.append(LETTERS.charAt(random.nextInt(slash ? 3 : 4)));
    }
    return path.toString();
  }

  /**
   * All of them: each name, each clean path of the letters up to a length, both schemes, and what
   * the conditions look at.
   */
  static List<Request> requests(int longest) {
    List<String> paths = new ArrayList<>(List.of(""));
    for (int i = 0; i < paths.size(); i++) {
      String path = paths.get(i);
      if (path.length() < longest) {
        LETTERS.chars().forEach(c -> paths.add(path + (char) c));
      }
    }
    paths.removeIf(path -> !CleanPaths.isClean(path));
    List<Request> requests = new ArrayList<>();
    for (String name : NAMES) {
      for (String path : paths) {
        for (String scheme : List.of("http", "https")) {
          for (Map<String, List<String>> headers : HEADERS) {
            for (String method : List.of("GET", "POST")) {
              requests.add(request(method, scheme, name, path, headers));
            }
          }
        }
      }
    }
    return requests;
  }

  private static Request request(
      String method, String scheme, String host, String path, Map<String, List<String>> headers) {
    boolean tls = scheme.equals("https");
    return new Request(
        method,
        scheme,
        host,
        tls ? Optional.of(host) : Optional.empty(),
        tls ? 443 : 80,
        path,
        Optional.empty(),
        headers);
  }
}
