package io.github.ingressdesigner.yaml;

import java.util.List;
import java.util.Random;

/** One Ingress of any number of paths, eight to a host, with comments and every quoting style. */
public final class GeneratedIngress {
  private static final List<String> WORDS =
      List.of(
          "api", "web", "admin", "shop", "cart", "pay", "auth", "user", "order", "stock", "mail",
          "img", "static", "docs", "blog", "search", "feed", "chat", "report", "billing", "login");
  private static final int PATHS_PER_HOST = 8;

  private final Random random;
  private final StringBuilder out = new StringBuilder();

  private GeneratedIngress(Random random) {
    this.random = random;
  }

  /** The same arguments give the same text. */
  public static String of(int paths, long seed) {
    return new GeneratedIngress(new Random(seed)).write(paths);
  }

  private String write(int paths) {
    out.append(
        """
        # A generated Ingress
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: synth-00000
          namespace: ns-0
          labels:
            app: synth
            shard: "0"
          annotations:
            nginx.ingress.kubernetes.io/rewrite-target: /$2
            nginx.ingress.kubernetes.io/proxy-body-size: "64m"
            nginx.ingress.kubernetes.io/configuration-snippet: |
              # no comment of YAML: it is inside the block scalar
              more_set_headers "X-Shard: 0";

              if ($request_uri ~* "^/old/(.*)$") { return 301 /new/$1; }
        spec:
          ingressClassName: nginx  # the shared class
          defaultBackend:
            service:
              name: fallback
              port:
                number: 80
          tls:
        """);
    int hosts = (paths + PATHS_PER_HOST - 1) / PATHS_PER_HOST;
    for (int host = 0; host < hosts; host += 20) {
      out.append("  - hosts:\n");
      for (int i = host; i < Math.min(hosts, host + 20); i++) {
        out.append("    - ").append(hostName(i)).append('\n');
      }
      out.append("    secretName: tls-").append(host / 20).append('\n');
    }
    out.append("  rules:\n");
    for (int path = 0; path < paths; path++) {
      if (path % PATHS_PER_HOST == 0) {
        if (random.nextInt(10) == 0) {
          out.append("  # team ").append(word()).append(" owns this host\n");
        }
        out.append("  - host: ").append(hostName(path / PATHS_PER_HOST)).append('\n');
        out.append("    http:\n      paths:\n");
      }
      path(path);
    }
    return out.toString();
  }

  private static String hostName(int host) {
    String name = "h" + host + ".example.com";
    return host % 20 == 7 ? "\"*." + name + '"' : host % 11 == 3 ? "'" + name + "'" : name;
  }

  private void path(int number) {
    String path = "/" + word() + "/" + word() + "/" + number;
    boolean regex = random.nextInt(6) == 0;
    out.append("      - path: ").append(regex ? "'" + path + "(/|$)(.*)'" : path);
    out.append(random.nextInt(20) == 0 ? "  # " + number + "\n" : "\n");
    String type = regex ? "ImplementationSpecific" : random.nextBoolean() ? "Prefix" : "Exact";
    out.append("        pathType: ").append(type).append('\n');
    out.append("        backend:\n          service:\n");
    out.append("            name: ").append(word()).append("-svc\n            port:\n");
    out.append(
        random.nextInt(7) == 0 ? "              name: http\n" : "              number: 80\n");
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }
}
