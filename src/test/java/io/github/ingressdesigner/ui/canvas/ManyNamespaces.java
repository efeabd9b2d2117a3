package io.github.ingressdesigner.ui.canvas;

import java.util.List;
import java.util.Random;

/** Large files like those of a big platform: many namespaces, each with some Ingresses. */
public final class ManyNamespaces {
  private static final List<String> NAMES =
      List.of(
          "account",
          "admin",
          "analytics",
          "assets",
          "auth",
          "billing",
          "blog",
          "booking",
          "campaign",
          "catalog",
          "crm",
          "delivery",
          "docs",
          "edge",
          "events",
          "feeds",
          "gateway",
          "help",
          "images",
          "ledger",
          "loyalty",
          "mail",
          "media",
          "orders",
          "partner",
          "payments",
          "portal",
          "pricing",
          "profile",
          "push",
          "reports",
          "returns",
          "search",
          "shop",
          "stock",
          "support",
          "tax",
          "tracking",
          "vendor",
          "web");

  private static final List<String> WORDS =
      List.of(
          "/",
          "/api",
          "/checkout",
          "/track",
          "/slots",
          "/zones",
          "/v1",
          "/v2/items",
          "/login",
          "/static/images",
          "/health",
          "/orders/{id}",
          "/search",
          "/a/rather/long/path/of/a/page",
          "/metrics",
          "/cart",
          "/assets/js",
          "/webhooks/stripe");

  private ManyNamespaces() {}

  /**
   * @param paths at least so many; the last host is not cut
   */
  public static String text(int paths, int namespaces, long seed) {
    Random random = new Random(seed);
    StringBuilder yaml = new StringBuilder();
    int made = 0;
    int each = Math.max(1, paths / namespaces);
    for (int n = 0; n < namespaces && made < paths; n++) {
      String name = NAMES.get(n % NAMES.size()) + (n < NAMES.size() ? "" : "-" + n / NAMES.size());
      int here = n == namespaces - 1 ? paths - made : each / 2 + random.nextInt(each + 1);
      int left = Math.min(here, paths - made);
      made += left;
      for (int i = 0; left > 0; i++) {
        int inIngress = Math.min(left, 15 + random.nextInt(30));
        ingress(yaml, name, i, inIngress, random);
        left -= inIngress;
      }
    }
    return yaml.toString();
  }

  private static void ingress(
      StringBuilder yaml, String namespace, int number, int paths, Random random) {
    yaml.append(yaml.isEmpty() ? "" : "---\n")
        .append("apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: ")
        .append(namespace)
        .append('-')
        .append(number)
        .append("\n  namespace: ")
        .append(namespace)
        .append("\nspec:\n  ingressClassName: nginx\n  rules:\n");
    int left = paths;
    for (int h = 0; left > 0; h++) {
      int here = Math.min(left, 1 + random.nextInt(20));
      yaml.append("    - host: h").append(number).append('-').append(h).append('.');
      yaml.append(namespace).append(".example.com\n      http:\n        paths:\n");
      int first = random.nextInt(WORDS.size());
      for (int p = 0; p < here; p++) {
        String word = WORDS.get((first + p) % WORDS.size());
        String path = p < WORDS.size() ? word : word + "/" + p;
        path(yaml, path.replace("{id}", "id"), random);
      }
      left -= here;
    }
  }

  private static void path(StringBuilder yaml, String path, Random random) {
    String service = path.length() < 2 ? "web" : path.substring(1).split("/")[0];
    yaml.append("          - path: ")
        .append(path)
        .append("\n            pathType: ")
        .append(random.nextInt(8) == 0 ? "Exact" : "Prefix")
        .append("\n            backend:\n              service:\n                name: ")
        .append(service)
        .append("\n                port:\n                  number: ")
        .append(random.nextInt(4) == 0 ? 8080 : 80)
        .append('\n');
  }
}
