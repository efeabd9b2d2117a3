package io.github.ingressdesigner.dialect.contour;

import io.github.ingressdesigner.route.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Ingresses that Contour makes odd routes of, and requests that come near them. */
final class RandomRoutes {
  private static final List<String> HOSTS =
      List.of("a.test", "b.a.test", "*.a.test", "*.b.a.test", "", "x-1.test");
  private static final List<String> NAMES =
      List.of(
          "a.test",
          "b.a.test",
          "c.a.test",
          "d.c.a.test",
          "x.b.a.test",
          "B.A.Test",
          "C.a.test",
          "c_d.a.test",
          "-c.a.test",
          "c-.a.test",
          "9.a.test",
          ".a.test",
          "a.test.",
          "x-1.test",
          "other.test");
  private static final List<String> ELEMENTS =
      List.of("api", "v1", "apiary", "a", "A", "a.b", "a%20b", "%66oo", "foo", "x|y", "x~y");
  private static final List<String> EXPRESSIONS =
      List.of(
          "/api/v[0-9]+",
          "/a.*",
          "/[a-z]*",
          "/(api|foo)/[^/]+",
          "/a[.]b/?.*",
          "/.+/v1",
          "/%66oo",
          "/a%20b.*",
          "/[A-Z]/*",
          "/(?i)API.*",
          "/^api",
          "/api(/.*)?/v1[0-9]*",
          "/[[:alpha:]]+",
          "/\\pL+/x?.*",
          "/x%7Cy*",
          "/a{1,3}[p]+i",
          "/.*a$[b]*",
          "/(v1|v2|api)+");
  private static final List<String> ANNOTATIONS =
      List.of(
          "ingress.kubernetes.io/force-ssl-redirect: 'true'",
          "kubernetes.io/ingress.allow-http: 'false'",
          "kubernetes.io/ingress.class: contour",
          "kubernetes.io/ingress.class: other");

  private final Random random;
  private final List<String> paths = new ArrayList<>();

  RandomRoutes(long seed) {
    random = new Random(seed);
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private boolean oneOf(int many) {
    return random.nextInt(many) == 0;
  }

  private String path() {
    StringBuilder path = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      path.append('/').append(any(ELEMENTS));
    }
    return path.isEmpty() || oneOf(4) ? path.append('/').toString() : path.toString();
  }

  String manifest() {
    StringBuilder yaml = new StringBuilder();
    paths.clear();
    if (oneOf(2)) {
      for (String service : List.of("s0", "s1", "s2", "s3", "none")) {
        yaml.append("---\napiVersion: v1\nkind: Service\nmetadata:\n  name: ").append(service);
        if (service.equals("none")) {
          yaml.append("\n  annotations: {route-tester/ready-endpoints: '0'}");
        }
        yaml.append("\nspec:\n  ports: [{name: http, port: 80}]\n");
      }
    }
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      ingress(yaml, i);
    }
    return yaml.toString();
  }

  private void ingress(StringBuilder yaml, int number) {
    yaml.append("---\napiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: i");
    yaml.append(number).append('\n');
    if (oneOf(3)) {
      yaml.append("  annotations: {").append(any(ANNOTATIONS)).append("}\n");
    }
    yaml.append("spec:\n");
    if (oneOf(4)) {
      yaml.append("  defaultBackend: ").append(backend()).append('\n');
    }
    if (oneOf(2)) {
      yaml.append("  tls: [{hosts: ['*.a.test', b.a.test], secretName: t}]\n");
    }
    yaml.append("  rules:\n");
    for (int r = 0; r < 1 + random.nextInt(4); r++) {
      String host = any(HOSTS);
      yaml.append(host.isEmpty() ? "  - http:\n" : "  - host: '" + host + "'\n    http:\n");
      yaml.append("      paths:\n");
      for (int p = 0; p < 1 + random.nextInt(5); p++) {
        boolean expression = oneOf(4);
        String type =
            expression
                ? "ImplementationSpecific"
                : any(List.of("Exact", "Prefix", "ImplementationSpecific"));
        String path = expression ? any(EXPRESSIONS) : path();
        paths.add(path);
        yaml.append("      - {path: '%s', pathType: %s, backend: ".formatted(path, type));
        yaml.append(backend()).append("}\n");
      }
    }
  }

  private String backend() {
    String service = any(List.of("s0", "s1", "s2", "s3", "none", "missing"));
    return "{service: {name: %s, port: {%s}}}"
        .formatted(service, oneOf(2) ? "number: 80" : "name: http");
  }

  Request request(boolean tls) {
    String written = any(paths).replaceAll("[\\\\^$*+?\\[\\]{}]", any(List.of("", "a", "1")));
    String path =
        switch (random.nextInt(14)) {
          case 0 -> written + "/";
          case 1 -> written + "/more";
          case 2 -> written + "more";
          case 3 -> written.length() > 1 ? written.substring(0, written.length() - 1) : "//";
          case 4 -> "/" + written;
          case 5 -> written + "/../x";
          case 6 -> written + "%2Fx";
          case 7 -> written.replace("a", "%61");
          case 8 -> written.toUpperCase(Locale.ROOT);
          case 9 -> path() + written;
          case 10 -> "/./" + written.replace("/", "\\").substring(1);
          case 11 -> written.replace("/", oneOf(2) ? "//" : "/..;x/");
          default -> written;
        };
    String query = oneOf(4) ? "?q=/%61//b" : "";
    String port = tls ? ":443" : oneOf(5) ? ":8080" : "";
    String name = oneOf(2) ? any(NAMES.subList(0, 5)) : any(NAMES);
    String url = (tls ? "https://" : "http://") + name + port + path + query;
    return Request.literal(any(List.of("GET", "POST", "DELETE")), url, Map.of());
  }
}
