package io.github.ingressdesigner.dialect.f5nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Sets of Ingresses full of what F5's controller reads, and requests that come near them. */
final class AnnotatedSets {
  private static final List<String> HOSTS =
      List.of("a.test", "*.test", "*.b.test", "m.test", "t.test", "xn--4ca.test");
  private static final List<String> NAMES =
      List.of("a.test", "A.TEST", "a.test.", "c.test", "x.b.test", "m.test", "t.test", "no.org");
  private static final List<String> PATHS =
      List.of(
          "/",
          "/a",
          "/a/",
          "/A",
          "/ab",
          "/a/b",
          "/a/b/",
          "/tea",
          "/tea/green",
          "/a.b",
          "/a+b",
          "/x(/|$)(.*)",
          "/a|/b",
          "/n/[0-9]+",
          "/n/([a-z]+)/(.*)",
          "/a$",
          "/é",
          "/a%20b",
          "/(a|b)c",
          "/w/\\d+",
          "/q\\\"q",
          "/50%",
          "/a:b",
          "/~u",
          "/p?q",
          "/a#b",
          "/l(?!x)y");
  private static final List<String> BAD = List.of("/n/[0-9]{2}", "/a(", "/a{", "/dup", "/x++");
  private static final List<String> TARGETS =
      List.of("/", "/t/$1", "/t/$2?x=$1", "/$host/$1", "/z?", "/é/$1", "/b?a=1&b=$args", "/%zz");
  private static final List<String> TYPES = List.of("Prefix", "Prefix", "ImplementationSpecific");
  private static final List<String> ASKED =
      List.of(
          "/",
          "/a",
          "/A",
          "/a/",
          "/ab",
          "/a/b",
          "/a/b/",
          "/tea",
          "/teapot",
          "/tea/green",
          "/a.b",
          "/aXb",
          "/a+b",
          "/aab",
          "/x",
          "/x/y/z",
          "/xy",
          "/b",
          "/n/1",
          "/n/12x",
          "/n/ab/c/d",
          "/N/1",
          "/é",
          "/%C3%A9",
          "/a%20b",
          "/a%2520b",
          "/ac",
          "/w/12",
          "/q\"q",
          "/50%25",
          "/a:b",
          "/~u",
          "/p%3Fq",
          "/p",
          "/a%23b",
          "/ly",
          "/dup",
          "/zzz",
          "/a%25!b(MISSING)",
          "/50%25!(NOVERB)");

  private final Random random;
  private final List<String> hosts = new ArrayList<>();

  AnnotatedSets(long seed) {
    random = new Random(seed);
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  /**
   * A manifest.
   *
   * @param bad whether what NGINX refuses may be in it
   */
  String manifest(boolean bad) {
    StringBuilder yaml = new StringBuilder();
    hosts.clear();
    int count = 2 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      boolean master = i == 0 && oneIn(2);
      String host = master ? "m.test" : any(HOSTS);
      hosts.add(host.startsWith("*") ? "x.y" + host.substring(1) : host);
      boolean minion = !master && host.equals("m.test") && !oneIn(4);
      yaml.append("---\napiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: i")
          .append(9 - i)
          .append("\n  creationTimestamp: \"2024-01-01T00:00:0")
          .append(random.nextInt(3))
          .append(i)
          .append("Z\"\n  annotations:\n    x/y: z\n");
      if (master || minion) {
        yaml.append("    nginx.org/mergeable-ingress-type: ")
            .append(master ? "master\n" : "minion\n");
      }
      annotations(yaml, i, master, bad);
      yaml.append("spec:\n  ingressClassName: nginx\n");
      if (!minion && oneIn(3)) {
        yaml.append("  tls: [{hosts: [t.test, \"*.b.test\", m.test], secretName: s}]\n");
      }
      if (oneIn(3) || master) {
        yaml.append("  defaultBackend: {service: {name: s")
            .append(i)
            .append("-0, port: {number: 80}}}\n");
      }
      yaml.append("  rules:\n  - host: \"").append(host).append("\"\n");
      if (!master) {
        paths(yaml, i, bad);
      }
    }
    return yaml.toString();
  }

  private void annotations(StringBuilder yaml, int i, boolean master, boolean bad) {
    boolean regex = oneIn(3);
    if (regex) {
      yaml.append("    nginx.org/path-regex: ")
          .append(any(List.of("case_sensitive", "case_insensitive", "exact")))
          .append('\n');
    }
    if (!master && oneIn(3)) {
      yaml.append("    nginx.org/rewrite-target: \"")
          .append(bad && oneIn(6) ? "/$nothing" : any(TARGETS))
          .append("\"\n");
    }
    if (!master && (bad || !regex) && oneIn(3)) {
      yaml.append(
          "    nginx.org/rewrites: \"serviceName=s%d-0 rewrite=%s\"%n"
              .formatted(i, any(List.of("/", "/n/", "/new", "/é"))));
    }
    for (String line :
        List.of(
            "nginx.org/app-root: /tea",
            "nginx.org/ssl-redirect: \"false\"",
            "nginx.org/http-redirect-code: \"308\"",
            "nginx.org/redirect-to-https: \"true\"")) {
      if (oneIn(5)) {
        yaml.append("    ").append(line).append('\n');
      }
    }
  }

  private void paths(StringBuilder yaml, int i, boolean bad) {
    yaml.append("    http:\n      paths:\n");
    int paths = 1 + random.nextInt(5);
    for (int p = 0; p < paths; p++) {
      String path = bad && oneIn(5) ? any(BAD) : any(PATHS);
      yaml.append(
          "      - {path: '%s', pathType: %s, backend: {service: {name: s%d-%d, port: {number: 80}}}}%n"
              .formatted(path, oneIn(6) ? "Exact" : any(TYPES), i, random.nextInt(2)));
    }
  }

  String host() {
    return oneIn(3) ? any(NAMES) : any(hosts);
  }

  String method() {
    return any(List.of("GET", "GET", "GET", "GET", "POST", "DELETE", "OPTIONS"));
  }

  Map<String, List<String>> headers() {
    String proto = any(List.of("", "", "", "http", "https", "HTTP"));
    return proto.isEmpty() ? Map.of() : Map.of("X-Forwarded-Proto", List.of(proto));
  }

  String target() {
    String path = any(ASKED);
    String near =
        switch (random.nextInt(14)) {
          case 0 -> path + "/";
          case 1 -> path + "/more";
          case 2 -> path + "|^`";
          case 3 -> "/" + path;
          case 4 -> path + "/../x";
          case 5 -> path + "%2Fx";
          case 6 -> path.replace("a", "%61");
          case 7 -> path + "/%7Cx%22";
          case 8 -> path + "/./é";
          case 9 -> path + any(List.of("/../..", "%zz", "%00", "/%2e%2e/y", "%", "#f"));
          default -> path;
        };
    return near + any(List.of("", "", "", "", "?", "?q=1", "?a=%20&b=/", "?x#y", "??"));
  }
}
