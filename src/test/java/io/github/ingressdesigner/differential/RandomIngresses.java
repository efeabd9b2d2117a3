package io.github.ingressdesigner.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small sets of Ingresses with rules that are close to each other, and requests that try them. */
public final class RandomIngresses {
  private static final List<String> HOSTS =
      List.of("a.example.com", "b.example.com", "*.example.com", "*.b.example.com", "", "x.test");
  private static final List<String> NAMES =
      List.of(
          "a.example.com",
          "b.example.com",
          "c.example.com",
          "a.b.example.com",
          "x.y.b.example.com",
          "example.com",
          "x.test",
          "A.Example.com",
          "a.example.com.",
          "unknown.org");
  private static final List<String> PARTS =
      List.of("api", "v1", "apiary", "a", "Api", "x-y", "v1.0", "shop");
  private static final List<String> TYPES = List.of("Exact", "Prefix", "ImplementationSpecific");

  private final Random random;
  private final List<String> paths = new ArrayList<>();

  /**
   * @param seed of all that follows
   */
  public RandomIngresses(long seed) {
    random = new Random(seed);
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private String path() {
    StringBuilder path = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      path.append('/').append(any(PARTS));
    }
    if (path.isEmpty() || random.nextInt(4) == 0) {
      path.append('/');
    }
    return path.toString();
  }

  /**
   * A manifest of several Ingresses; a path of one type stands once for each host.
   *
   * @param annotations lines of YAML that some of them get, indented by four
   */
  public String manifest(List<String> annotations) {
    StringBuilder yaml = new StringBuilder();
    List<String> used = new ArrayList<>();
    paths.clear();
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      String name = "i" + i;
      yaml.append("---\napiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: ")
          .append(name)
          .append('\n');
      if (!annotations.isEmpty() && random.nextInt(3) == 0) {
        yaml.append("  annotations:\n    ").append(any(annotations)).append('\n');
      }
      yaml.append("spec:\n");
      if (random.nextInt(4) == 0) {
        yaml.append("  defaultBackend: {service: {name: d")
            .append(i)
            .append(", port: {number: 80}}}\n");
      }
      yaml.append("  rules:\n");
      for (int r = 0; r < 1 + random.nextInt(3); r++) {
        String host = any(HOSTS);
        yaml.append(host.isEmpty() ? "  - http:\n" : "  - host: \"" + host + "\"\n    http:\n");
        yaml.append("      paths:\n");
        boolean empty = true;
        for (int p = 0; p < 1 + random.nextInt(4); p++) {
          String path = path();
          String type = any(TYPES);
          String key = host + " " + path.replaceAll("/$", "") + " " + type;
          if (!used.contains(key) || empty) {
            empty = false;
            used.add(key);
            paths.add(path);
            yaml.append(
                "      - {path: \"%s\", pathType: %s, backend: {service: {name: s%d-%d-%d, port: {number: 80}}}}%n"
                    .formatted(path, type, i, r, p));
          }
        }
      }
    }
    return yaml.toString();
  }

  /** A name that is asked for. */
  public String host() {
    return any(NAMES);
  }

  /** A path and query near those of the manifest. */
  public String target() {
    String path = any(paths);
    String near =
        switch (random.nextInt(12)) {
          case 0 -> path + "/";
          case 1 -> path + "/more";
          case 2 -> path + "more";
          case 3 -> path.length() > 1 ? path.substring(0, path.length() - 1) : path;
          case 4 -> "/" + path;
          case 5 -> path + "/../x";
          case 6 -> path + "%2Fx";
          case 7 -> path.replace("a", "%61");
          case 8 -> path.toUpperCase(java.util.Locale.ROOT);
          case 9 -> path() + path;
          default -> path;
        };
    return random.nextInt(5) == 0 ? near + "?q=1" : near;
  }
}
